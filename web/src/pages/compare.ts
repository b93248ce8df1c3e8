/** A claim beside its rivals: all on one axis, why each pair differs, their inputs in one table. From the authors' own
 * inputs, worked out by the build; the page needs no script. */
import { ladder, type LadderRow } from "../charts/ladder";
import { waterfall, type WaterfallPart } from "../charts/waterfall";
import type { CompareAnswer, EvaluateAnswer, Factor, FactorGroup, InputState, Lang } from "../engine/types";
import { convert, formatNumber, formatQuantity, unitLabel } from "../format";
import { messages } from "../messages";
import { addedText, compareText, factorText } from "../sentences/compare";
import { said, natureWord } from "./compare_words";
import { claimOf, inputLabel, stepLabel, stepOf, type ClaimData } from "./data";
import { html, markup, type Markup } from "./html";
import { authorWords, scenarioName, valueWords } from "./parts";
import { keyOf } from "./signs";
import { say } from "./words";

/** Two claims on an output of their model: the steps from the one with the lower figure to the one with the higher. */
export interface Comparison {
  output: string;
  unit: string;
  low: string; // claims
  high: string;
  stages: CompareAnswer[];
  answers: Map<string, EvaluateAnswer>; // "claim scenario" -> of both sides of every stage
}

/** One of the claims that are set beside each other. */
export interface Compared {
  data: ClaimData;
  answer: EvaluateAnswer; // of the scenario its page opens with
}

export interface CompareSet {
  lang: Lang;
  root: string | null;
  own: Compared;
  rivals: (Compared & { comparison: Comparison | null })[];
}

const kSmall = 0.01; // nor is a factor this near to it worth a word in a sentence
const kOne = 1e-6; // a factor this near to 1 says nothing

const factors = (comparison: Comparison): Factor[] =>
  comparison.stages.flatMap((stage) =>
    stage.factors.filter(({ value }) => Math.abs(stage.scale === "log" ? Math.log(value) : value) > kOne),
  );

const isLog = (comparison: Comparison): boolean => comparison.stages.every(({ scale }) => scale === "log");

/* ---- What differs, in words ---- */

interface Said {
  label: string;
  detail: string;
  text: string;
  factor: Factor;
}

function dataOf(set: CompareSet, claim: string): ClaimData {
  return [set.own, ...set.rivals].find(({ data }) => data.claim === claim)?.data ?? set.own.data;
}

/** A step's way of computing, or an input's two values. */
function saidOf(set: CompareSet, comparison: Comparison, stage: CompareAnswer, factor: Factor): Said {
  const { lang } = set;
  const { id, kind, unit, from, to, value } = factor;
  const data = dataOf(set, stage.a.claim);
  const text = stage.scale === "log" ? factorText(value, lang) : addedText(value, stage.unit, lang);
  const side = ({ claim, scenario }: CompareAnswer["a"]) => comparison.answers.get(`${claim} ${scenario}`);
  if (kind === "route") {
    const shown = ([stage.a, stage.b] as const).map((one, i) => {
      const step = side(one)?.steps.find((candidate) => candidate.id === id);
      const route = stepOf(data, id)?.routes?.[(i === 0 ? from : to).text]?.label;
      const amount = step ? formatQuantity(step.central, step.unit, lang, { digits: 3 }) : "";
      const way = route ? say(route, lang) : "";
      return [amount, way].filter((part) => part !== "").join(" \u00b7 ");
    });
    return { label: stepLabel(data, id, lang), detail: shown.join(" \u2192 "), text, factor };
  }
  const sides = (
    [
      [from, stage.a],
      [to, stage.b],
    ] as const
  ).map(([one, at]) => ({
    omitted: one.state === "omitted",
    input: side(at)?.inputs.find((candidate) => candidate.id === id),
  }));
  return { label: inputLabel(data, id, lang), detail: fromTo(sides, unit ?? "1", lang), text, factor };
}

/** "208 → 189.4 W per accelerator"; what was left out is said so. */
function fromTo(sides: { omitted: boolean; input: InputState | undefined }[], unit: string, lang: Lang): string {
  const points = sides.flatMap(({ input, omitted }) =>
    !omitted && input && input.value.p05 === input.value.p95 ? [input.value.median] : [],
  );
  if (points.length === sides.length && unit !== "date") {
    const shown = unitLabel(unit, lang, { around: Math.max(...points.map(Math.abs)) });
    const numbers = points.map((value) => formatNumber(value * shown.factor, lang, { digits: 4 }));
    return `${numbers.join(" \u2192 ")} ${shown.text}`.trimEnd();
  }
  return sides
    .map(({ omitted, input }) =>
      omitted ? messages[lang].state.omitted : input ? valueWords(input, input.value, lang) : "\u2014",
    )
    .join(" \u2192 ");
}

function groupOf(set: CompareSet, comparison: Comparison, id: string | null): FactorGroup | null {
  if (id === null) return null;
  for (const claim of [comparison.low, comparison.high]) {
    const found = claimOf(dataOf(set, claim)).groups?.find((group) => group.id === id);
    if (found) return found;
  }
  return null;
}

/** Differences by their groups: groups in the claim's order, then those of none, the largest first. */
function partsOf(set: CompareSet, comparison: Comparison): { group: FactorGroup | null; said: Said[] }[] {
  const out: { group: FactorGroup | null; said: Said[] }[] = [];
  for (const stage of comparison.stages)
    for (const factor of stage.factors) {
      if (Math.abs(stage.scale === "log" ? Math.log(factor.value) : factor.value) <= kOne) continue;
      const group = groupOf(set, comparison, factor.group);
      const one = saidOf(set, comparison, stage, factor);
      const found = out.find((part) => part.group?.id === group?.id);
      if (found) found.said.push(one);
      else out.push({ group, said: [one] });
    }
  const size = (part: { said: Said[] }): number =>
    Math.abs(
      part.said.reduce((sum, { factor }) => sum + (isLog(comparison) ? Math.log(factor.value) : factor.value), 0),
    );
  return out.sort((a, b) => Number(a.group === null) - Number(b.group === null) || size(b) - size(a));
}

const ends = (comparison: Comparison): [number, number] => [
  comparison.stages[0]?.a.value ?? Number.NaN,
  comparison.stages.at(-1)?.b.value ?? Number.NaN,
];

export function comparisonText(set: CompareSet, comparison: Comparison): string {
  const [low, high] = ends(comparison);
  const parts = partsOf(set, comparison)
    .flatMap(({ said: all }) => all)
    .filter(
      ({ factor }, _, all) => all.length === 1 || !isLog(comparison) || Math.abs(Math.log(factor.value)) > kSmall,
    );
  const size = ({ factor }: Said): number => Math.abs(isLog(comparison) ? Math.log(factor.value) : factor.value);
  if (parts.length === 0) return said(set.lang, "same");
  return compareText({
    lang: set.lang,
    unit: comparison.unit,
    low,
    high,
    log: isLog(comparison),
    parts: parts.sort((a, b) => size(b) - size(a)),
  });
}

/* ---- Pictures ---- */

const titleOf = ({ lang }: CompareSet, data: ClaimData): string => say(claimOf(data).title, lang);

function waterfallOf(set: CompareSet, comparison: Comparison, id: string): string {
  const { lang } = set;
  const log = isLog(comparison);
  const [low, high] = ends(comparison);
  let now = low;
  const parts = partsOf(set, comparison).map(({ group, said: all }): WaterfallPart => {
    const together = all.reduce((sum, { factor }) => (log ? sum * factor.value : sum + factor.value), log ? 1 : 0);
    const text = log ? factorText(together, lang) : addedText(together, comparison.unit, lang);
    return {
      label: group && said(lang, "of_group", { label: say(group.label, lang), nature: natureWord(group.nature, lang) }),
      text: all.length > 1 ? text : "",
      steps: all.map(({ label, detail, text: own, factor }) => {
        now = log ? now * factor.value : now + factor.value;
        return { label, detail, text: own, after: now };
      }),
    };
  });
  return waterfall(
    {
      lang,
      title: said(lang, "against", {
        a: titleOf(set, dataOf(set, comparison.low)),
        b: titleOf(set, dataOf(set, comparison.high)),
      }),
      unit: comparison.unit,
      scale: log ? "log" : "linear",
      from: { label: titleOf(set, dataOf(set, comparison.low)), value: low },
      to: { label: titleOf(set, dataOf(set, comparison.high)), value: high },
      parts,
    },
    { id },
  );
}

/** Estimates of one quantity: the claim's own and those that have it too. */
interface Rungs {
  output: string;
  unit: string;
  rows: LadderRow[];
}

function rung(
  { lang }: CompareSet,
  { data, answer }: Compared,
  output: string,
  unit: string,
  own: boolean,
): LadderRow | null {
  const range = answer.steps.find((step) => step.id === output);
  const author = data.published.steps.find((step) => step.id === output);
  const to = (value: number): number => convert(value, range?.unit ?? unit, unit) ?? Number.NaN;
  if (!range || convert(1, range.unit, unit) === null) return null;
  const { p05, p95 } = range.summary;
  return {
    label: say(claimOf(data).title, lang),
    value: author && data.published.scenario === "as_published" ? to(author.central) : null,
    p05: to(p05),
    p95: to(p95),
    own,
  };
}

export function rungs(set: CompareSet): Rungs[] {
  const out: Rungs[] = [];
  for (const rival of set.rivals) {
    const main = claimOf(set.own.data).outputs[0] ?? "";
    const output = rival.comparison?.output ?? main;
    const unit = set.own.answer.steps.find((step) => step.id === output)?.unit;
    if (unit === undefined) continue;
    const theirs = rival.comparison ? output : (claimOf(rival.data).outputs[0] ?? "");
    const row = rung(set, rival, theirs, unit, false);
    if (!row) continue;
    const found = out.find((one) => one.output === output);
    const own = rung(set, set.own, output, unit, true);
    if (found) found.rows.push(row);
    else if (own) out.push({ output, unit, rows: [own, row] });
  }
  for (const { rows } of out) rows.sort((a, b) => (a.value ?? a.p05) - (b.value ?? b.p05));
  return out;
}

export function ladders(set: CompareSet): Markup {
  const { lang } = set;
  const all = html`${rungs(set).map(
    ({ output, unit, rows }) =>
      html`<figure class="ladder">
        <figcaption>${stepLabel(set.own.data, output, lang)}</figcaption>
        ${markup(ladder({ lang, title: stepLabel(set.own.data, output, lang), unit, rows }, { id: `ladder-${output}` }))}
      </figure>`,
  )}`;
  return html`${all}${keyOf(lang, all)}`;
}

/* ---- The page ---- */

function restatements(set: CompareSet, comparison: Comparison): string[] {
  const sides = [comparison.stages[0]?.a, comparison.stages.at(-1)?.b];
  return sides.flatMap((side, i) => {
    const claim = i === 0 ? comparison.low : comparison.high;
    if (!side || (side.claim === claim && side.scenario === "as_published")) return [];
    const from = dataOf(set, side.claim);
    const scenario = scenarioName({ lang: set.lang, data: from } as Parameters<typeof scenarioName>[0], side.scenario);
    return [said(set.lang, "restated", { title: titleOf(set, dataOf(set, claim)), scenario })];
  });
}

function notes(set: CompareSet, comparison: Comparison): Markup {
  const { lang } = set;
  const show = (value: number): string => formatQuantity(value, comparison.unit, lang, { digits: 3 });
  const lines: string[] = restatements(set, comparison);
  for (const stage of comparison.stages)
    if (
      stage.factors.some(({ least, most }) => Math.abs(most - least) > 1e-6 * Math.max(Math.abs(most), Math.abs(least)))
    ) {
      const data = dataOf(set, stage.a.claim);
      const [start = Number.NaN, ...after] = stage.walk.values;
      const steps = after.map((value, i) => {
        const id = stage.walk.ids[i] ?? "";
        return `${inputLabel(data, id, lang) === id ? stepLabel(data, id, lang) : inputLabel(data, id, lang)} \u2192 ${show(value)}`;
      });
      lines.push(said(lang, "by_order", { walk: [show(start), ...steps].join("; ") }));
    }
  const [only] = comparison.stages;
  const residual = comparison.stages.length === 1 ? only?.residual : null;
  if (only?.ratio && residual && Math.abs(residual - 1) > 0.02)
    lines.push(
      said(lang, "residual", {
        published: formatNumber(only.ratio * residual, lang, { digits: 3 }),
        computed: formatNumber(only.ratio, lang, { digits: 3 }),
      }),
    );
  return html`${lines.map((line) => html`<p class="quiet">${line}</p>`)}`;
}

const claimHref = ({ lang, root }: CompareSet, claim: string): string => `${root ?? ""}${lang}/claims/${claim}/`;

function pair(set: CompareSet, rival: CompareSet["rivals"][number]): Markup {
  const { lang } = set;
  const { comparison, data } = rival;
  const chart =
    comparison && factors(comparison).length > 0 ? waterfallOf(set, comparison, `waterfall-${data.claim}`) : "";
  return html`<section id="${data.claim}" class="pair" aria-labelledby="${data.claim}-title">
    <h3 id="${data.claim}-title"><a href="${claimHref(set, data.claim)}">${titleOf(set, data)}</a></h3>
    ${
      comparison
        ? html`<p class="lead">${comparisonText(set, comparison)}</p>
            ${
              chart === ""
                ? ""
                : html`<figure class="waterfall">${markup(chart)}</figure>
                  ${keyOf(lang, chart)}`
            } ${notes(set, comparison)}`
        : html`<p class="quiet">${said(lang, "apart")}</p>`
    }
  </section>`;
}

function inputsTable(set: CompareSet): Markup {
  const { lang } = set;
  const all = [set.own, ...set.rivals];
  const ids = [...new Set(all.flatMap(({ data }) => data.published.inputs.map(({ id }) => id)))];
  const rows = ids.map((id) => {
    const inputs = all.map(({ data }) => data.published.inputs.find((input) => input.id === id));
    const values = new Set(inputs.flatMap((input) => (input ? [input.value.text] : [])));
    const cells = inputs.map((input) =>
      !input ? "\u2014" : input.state ? authorWords(input, lang) : valueWords(input, input.value, lang),
    );
    const label = inputLabel(all.find((_, i) => inputs[i])?.data ?? set.own.data, id, lang);
    return { id, label, cells, differs: values.size > 1 };
  });
  rows.sort((a, b) => Number(b.differs) - Number(a.differs));
  return html`<div class="scroll wide" tabindex="0" role="region" aria-label="${said(lang, "inputs")} · ${said(lang, "input")}">
    <table class="compare">
      <thead>
        <tr>
          <th scope="col">${said(lang, "input")}</th>
          ${all.map(({ data }) => html`<th scope="col"><a href="${claimHref(set, data.claim)}">${titleOf(set, data)}</a></th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ id, label, cells, differs }) =>
            html`<tr data-input="${id}" ${differs ? html` class="differs"` : ""}>
              <th scope="row">${
                differs
                  ? html`<span aria-hidden="true">≠ </span><span class="visually-hidden">${said(lang, "differs")} </span>`
                  : ""
              }${label}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export function compareBody(set: CompareSet): Markup {
  const { lang } = set;
  const title = titleOf(set, set.own.data);
  return html`<main id="main" class="compare-page">
    <h1>${said(lang, "title", { title })}</h1>
    <p class="quiet">${said(lang, "lead")}</p>
    <p><a href="${claimHref(set, set.own.data.claim)}">${said(lang, "to_claim")}</a></p>
    <section id="axis" aria-labelledby="axis-title">
      <h2 id="axis-title">${said(lang, "ladder")}</h2>
      ${ladders(set)}
    </section>
    <section id="why" aria-labelledby="why-title">
      <h2 id="why-title">${said(lang, "why")}</h2>
      ${set.rivals.map((rival) => pair(set, rival))}
    </section>
    <section id="inputs" aria-labelledby="inputs-title">
      <h2 id="inputs-title">${said(lang, "inputs")}</h2>
      <p class="quiet">${said(lang, "inputs_note")}</p>
      ${inputsTable(set)}
    </section>
  </main> `;
}

/** The section of a claim's page: its rivals on one axis, and why each differs, with a way to the whole comparison. */
export function rivalsSection(set: CompareSet): Markup | null {
  const { lang, root } = set;
  if (set.rivals.length === 0) return null;
  return html`${ladders(set)}
    <p class="quiet">${said(lang, "published_only")}</p>
    <ul class="rivals">
      ${set.rivals.map(({ data, comparison }) => {
        const claim = claimOf(data);
        const name = say(claim.title, lang);
        return html`<li>
          ${root === null ? name : html`<a href="${claimHref(set, claim.id)}">${name}</a>`}
          ${comparison ? html`<br />${comparisonText(set, comparison)}` : ""}
          ${
            root === null
              ? ""
              : html`<br /><a href="${root}${lang}/compare/${set.own.data.claim}/#${claim.id}">${said(lang, "to_compare")}<span class="visually-hidden">: ${name}</span></a>`
          }
        </li>`;
      })}
    </ul>`;
}
