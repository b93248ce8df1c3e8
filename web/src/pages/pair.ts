/** Any two claims beside each other: what the page draws from two entries of its list. The list is written by the build, a
 * file a language; the script chooses. */
import { ladder } from "../charts/ladder";
import type { Lang } from "../engine/types";
import { convert, formatNumber, formatQuantity, formatRange } from "../format";
import { pairWord } from "../messages/pair";
import { said } from "./compare_words";
import { html, markup, type Markup } from "./html";
import { keyOf } from "./signs";

/** A quantity that a claim computes. */
export interface PairOutput {
  id: string;
  label: string;
  unit: string;
  p05: number;
  median: number;
  p95: number;
  author: number | null; // what the author's own inputs give
}

/** A claim at one of its revisions, with words in one language. */
export interface PairClaim {
  id: string;
  revision: number;
  folder: string; // of its page
  newest: boolean;
  title: string;
  topic: string;
  system: string;
  period: string;
  boundary: string;
  model: { id: string; title: string };
  outputs: PairOutput[];
  inputs: { id: string; label: string; text: string }[]; // the author's, in words
  apart: string[]; // claims that this one is taken apart from, factor by factor
}

/** What a link calls it: it pins the revision. */
export const nameOf = ({ id, folder }: PairClaim): string => `${id}/${folder}`;

const isPlain = (unit: string): boolean => unit === "" || unit === "1" || unit === "%" || unit === "date";

/** Quantities of one kind that both compute; the one that neither lists late. */
export function common(a: PairClaim, b: PairClaim): { a: PairOutput; b: PairOutput } | null {
  let best: { a: PairOutput; b: PairOutput; rank: number } | null = null;
  for (const [i, one] of a.outputs.entries())
    for (const [k, other] of b.outputs.entries()) {
      if (isPlain(one.unit) || isPlain(other.unit) || convert(1, other.unit, one.unit) === null) continue;
      const rank = 2 * Math.max(i, k) + (one.id === other.id ? 0 : 1);
      if (!best || rank < best.rank) best = { a: one, b: other, rank };
    }
  return best;
}

const kSame = 1.1;

export function pairBody(lang: Lang, root: string, a: PairClaim, b: PairClaim): Markup {
  const both = common(a, b);
  if (!both) return html`<p class="notice">${pairWord(lang, "unlike")}</p>`;
  const { unit } = both.a;
  const to = (value: number): number => convert(value, both.b.unit, unit) ?? Number.NaN;
  const there: PairOutput = {
    ...both.b,
    unit,
    p05: to(both.b.p05),
    median: to(both.b.median),
    p95: to(both.b.p95),
    author: both.b.author === null ? null : to(both.b.author),
  };
  const older = [a, b].filter(({ newest }) => !newest).map(nameOf);
  const title = [...new Set([both.a.label, both.b.label])].join(" / ");
  const chart = ladder({ lang, title, unit, rows: [row(a, both.a), row(b, there)] }, { id: "pair-ladder" });
  return html`${older.map((id) => html`<p class="notice">${pairWord(lang, "older", { id })}</p>`)}
    <p class="lead">${ratioText(lang, both.a, there)}</p>
    ${rangesText(lang, both.a, there)}
    <figure class="ladder">${markup(chart)}</figure>
    ${keyOf(lang, chart)} ${modelLine(lang, root, a, b)}
    <h2>${said(lang, "inputs")}</h2>
    <p class="quiet">${said(lang, "inputs_note")}</p>
    ${table(lang, root, [a, b], [both.a, both.b])}`;
}

const row = ({ title }: PairClaim, { author, p05, p95 }: PairOutput) => ({
  label: title,
  value: author,
  p05,
  p95,
  own: false,
});

/** The higher over the lower: from the authors' inputs where both are known, else what the range has in its middle. */
export function ratioText(lang: Lang, a: PairOutput, b: PairOutput): string {
  const sides = [a, b].map((output) => {
    const value = output.author ?? output.median;
    const text = formatQuantity(value, output.unit, lang, { digits: 3 });
    return { value, text: output.author === null ? pairWord(lang, "middle", { value: text }) : text };
  });
  const [low, high] = sides.sort((x, y) => x.value - y.value) as [(typeof sides)[0], (typeof sides)[0]];
  if (!(low.value > 0)) return `${high.text}; ${low.text}`;
  const times = high.value / low.value;
  const words = { high: high.text, low: low.text, times: formatNumber(times, lang, { digits: times < 10 ? 2 : 3 }) };
  const line = pairWord(lang, times < kSame ? "alike" : "times", words);
  return line.charAt(0).toUpperCase() + line.slice(1);
}

const isRange = ({ p05, p95 }: PairOutput): boolean => p05 < p95;

function rangesText(lang: Lang, a: PairOutput, b: PairOutput): Markup {
  if (!isRange(a) && !isRange(b)) return html``;
  const overlap = a.p05 <= b.p95 && b.p05 <= a.p95;
  return html`<p>
    ${pairWord(lang, "ranges", { a: rangeOf(lang, a), b: rangeOf(lang, b) })}
    ${pairWord(lang, overlap ? "overlap" : "disjoint")}
  </p>`;
}

function rangeOf(lang: Lang, { p05, p95, median, unit }: PairOutput): string {
  return p05 < p95
    ? formatRange(p05, p95, unit, lang, { digits: 2 })
    : formatQuantity(median, unit, lang, { digits: 3 });
}

function modelLine(lang: Lang, root: string, a: PairClaim, b: PairClaim): Markup {
  const same = a.model.id === b.model.id;
  const shown = a.newest && b.newest; // the printed comparisons are of the newest
  const page = shown && a.apart.includes(b.id) ? [a, b] : shown && b.apart.includes(a.id) ? [b, a] : null;
  if (!page) return html`<p>${pairWord(lang, same ? "model" : "models", { a: a.model.title, b: b.model.title })}</p>`;
  return html`<p>
    <a href="${root}${lang}/compare/${page[0]?.id ?? ""}/#${page[1]?.id ?? ""}">${pairWord(lang, "apart")}</a>
  </p>`;
}

function table(lang: Lang, root: string, claims: [PairClaim, PairClaim], outputs: [PairOutput, PairOutput]): Markup {
  const [a, b] = claims;
  const author = ({ author, unit }: PairOutput): string =>
    author === null ? "\u2014" : formatQuantity(author, unit, lang, { digits: 3 });
  const told: [string, string, string][] = [
    [pairWord(lang, "what"), outputs[0].label, outputs[1].label],
    [pairWord(lang, "system"), a.system, b.system],
    [pairWord(lang, "period"), a.period, b.period],
    [pairWord(lang, "boundary"), a.boundary, b.boundary],
    [pairWord(lang, "published"), author(outputs[0]), author(outputs[1])],
    [pairWord(lang, "range"), rangeOf(lang, outputs[0]), rangeOf(lang, outputs[1])],
  ];
  const ids = [...new Set(claims.flatMap(({ inputs }) => inputs.map(({ id }) => id)))];
  const inputs = ids.map((id): [string, string, string] => {
    const [x, y] = claims.map((claim) => claim.inputs.find((input) => input.id === id));
    return [x?.label ?? y?.label ?? id, x?.text ?? "\u2014", y?.text ?? "\u2014"];
  });
  inputs.sort((x, y) => Number(y[1] !== y[2]) - Number(x[1] !== x[2]));
  return html`<div class="scroll wide" tabindex="0" role="region" aria-label="${said(lang, "inputs")}">
    <table class="compare">
      <thead>
        <tr>
          <th scope="col">${said(lang, "input")}</th>
          ${claims.map(
            (claim) =>
              html`<th scope="col"><a href="${root}${lang}/claims/${nameOf(claim)}/">${claim.title}</a> r${claim.revision}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${[...told, ...inputs].map(
          ([name, x, y]) =>
            html`<tr ${x !== y ? html` class="differs"` : ""}>
              <th scope="row">${
                x !== y
                  ? html`<span aria-hidden="true">≠ </span><span class="visually-hidden">${said(lang, "differs")} </span>`
                  : ""
              }${name}</th>
              <td>${x}</td>
              <td>${y}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The page as it is printed: places for the choice, and the comparisons that need no script. */
export function pairPage(lang: Lang, root: string, printed: { id: string; title: string }[]): Markup {
  return html`<main id="main" class="compare-page">
    <h1>${pairWord(lang, "title")}</h1>
    <p class="quiet script-only">${pairWord(lang, "lead")}</p>
    <div id="pair-choice" class="choices script-only" data-failed="${pairWord(lang, "failed")}"></div>
    <div id="pair" aria-live="polite"></div>
    <section id="printed" aria-labelledby="printed-title">
      <h2 id="printed-title">${said(lang, "to_compare")}</h2>
      <noscript><p class="notice">${pairWord(lang, "script")}</p></noscript>
      <ul class="plain">
        ${printed.map(({ id, title }) => html`<li><a href="${root}${lang}/compare/${id}/">${title}</a></li> `)}
      </ul>
    </section>
  </main> `;
}
