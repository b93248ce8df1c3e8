/** The parts of a claim's page, each a pure function from the view to markup. The build prints them; the browser
 * prints those again that changed. */
import type { InputState, Lang } from "../engine/types";
import { endsOf } from "../components/scale";
import { formatNumber, formatQuantity, formatRange, typeset, unitLabel } from "../format";
import { bundleName, claimOf, defaultScenario, inputLabel, isAuthors, scenarioOf, stepLabel, type View } from "./data";
import { barChart, mainSentence, scopeParts } from "./figures";
import { fill, messages } from "../messages";
import { html, markup, type Markup } from "./html";
import { marked } from "./terms";
import { named, say, word } from "./words";

/* ---- The first screen, items 1 to 5: what the embed and the picture show too. ---- */

export function sentence(view: View): Markup {
  return marked(view, mainSentence(view).main, view.data.terms);
}

export function bar(view: View): Markup {
  return markup(barChart(view));
}

export function scope(view: View): Markup {
  const { scope: text, link } = scopeParts(view);
  const to = `${view.root}${view.lang}/claims/${claimOf(view.data).converts}/`;
  return html`${marked(view, text, view.data.terms)}${link === "" ? "" : html`<a href="${to}">${link}</a>`}`;
}

/* ---- Inputs ---- */

/** Digits for a value that a source printed or a reader set: as many as it has, at most six. */
const exact = (lang: Lang, value: number, unit: string): string => formatQuantity(value, unit, lang, { digits: 6 });

export function valueWords(input: InputState, value: InputState["value"], lang: Lang): string {
  if (value.p05 === value.p95) return exact(lang, value.median, input.unit);
  const typed = value.shape === "interval" ? endsOf(value) : null; // a bound may cut its 5 or 95 %
  const [low, high] = typed ? [Number(typed.low), Number(typed.high)] : [value.p05, value.p95];
  return formatRange(low, high, input.unit, lang, { digits: 3 });
}

/** The author's value in words: the number with "stated" or "implied"; none for what was left out. Where nobody knows it,
 * and where it comes with a place, the one that the published sum is shown with, told as no author's. */
export function authorWords(input: InputState, lang: Lang): string {
  if (input.state === "omitted") return messages[lang].state.omitted;
  const value = input.published_value;
  if (!value) return input.state ? messages[lang].state[input.state] : "";
  const number = valueWords(input, value, lang);
  if (!input.state) return word(lang, "placed_value", { value: number });
  if (input.state === "unknown") return fill(messages[lang].input.unknown_used, { value: number });
  const state = messages[lang].state[input.state];
  return lang === "en" ? `${number} (${state})` : `${number}\uff08${state}\uff09`;
}

/** What is shown here was not found in a source: said beside the value, not in the notes alone. */
function doubt(input: InputState, lang: Lang): Markup | null {
  const m = messages[lang];
  if (input.changed || (input.evidence !== "unverified" && input.evidence !== "assumed")) return null;
  const grade = input.evidence === "unverified" ? m.evidence.unverified_mark : m.evidence.assumed;
  return html`<span class="evidence">${fill(m.input.shown_here, { grade })}</span>`;
}

/** Whose sum a value is from: the author's, or that of a text which is our inference or our example; or that it was put
 * into the author's sum. */
export function authorLabel({ lang, data }: View, input: InputState): string {
  if (input.state === null && !isAuthors(input)) return word(lang, "put_in_sum");
  const origin = data.origins[input.id];
  if (origin === "inferred") return word(lang, "in_inferred");
  return origin === "example" ? word(lang, "in_example") : messages[lang].input.author;
}

/** The author's value with its mark, and the bundle that an input follows. */
export function authorLine(view: View, input: InputState, compact: boolean): Markup {
  const { lang } = view;
  const words = authorWords(input, lang);
  const mark = doubt(input, lang);
  const bundle = !compact && input.bundle ? bundleName(view, input.bundle) : null;
  const modified =
    bundle && input.bundle_modified ? ` · ${fill(messages[lang].input.bundle_modified, { bundle })}` : "";
  return html`${
    words
      ? html`${
          input.state === "stated" || input.state === "implied"
            ? html`<span class="mark-author" aria-hidden="true"></span>`
            : ""
        }
          ${typeset(`${authorLabel(view, input)}: ${words}`, lang)}`
      : ""
  }${mark ? html`${words ? " · " : ""}${mark}` : ""}${bundle ? ` · ${word(lang, "bundle_of", { bundle })}${modified}` : ""}`;
}

export function unitWords(unit: string, lang: Lang, one = false): string {
  return unitLabel(unit, lang, { one }).text;
}

/** Every quantity with its middle 90 %, for who wants the numbers and for screen readers; `exact` adds to every row all
 * the digits that were computed. */
export function detail(view: View, exact = false): Markup {
  const { lang, data, answer } = view;
  const row = (id: string, label: string, unit: string, p05: number, median: number, p95: number, digits: number) => {
    const shown = unitLabel(unit, lang, { around: median });
    const number = (value: number) => formatNumber(value * shown.factor, lang, { digits, style: "plain" });
    const digitsOf = html` data-p05="${p05}" data-median="${median}" data-p95="${p95}"`;
    return html`<tr data-id="${id}"${exact ? digitsOf : ""}>
      <th scope="row">${label}</th>
      <td>${number(p05)}</td>
      <td>${number(median)}</td>
      <td>${number(p95)}</td>
      <td>${shown.text}</td>
    </tr>`;
  };
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${messages[lang].detail.table}">
      <table>
        <thead>
          <tr>
            <th scope="col">${messages[lang].detail.quantity}</th>
            <th scope="col">${word(lang, "p05")}</th>
            <th scope="col">${messages[lang].detail.median}</th>
            <th scope="col">${word(lang, "p95")}</th>
            <th scope="col">${messages[lang].input.unit}</th>
          </tr>
        </thead>
        <tbody>
          ${answer.inputs.map((input) => row(input.id, inputLabel(data, input.id, lang), input.unit, input.value.p05, input.value.median, input.value.p95, 4))}
          ${answer.steps.map((step) => row(step.id, stepLabel(data, step.id, lang), step.unit, step.summary.p05, step.summary.median, step.summary.p95, Math.max(2, step.summary.digits)))}
        </tbody>
      </table>
    </div>`;
}

export function scenarioName({ lang, data }: View, id: string): string {
  const label = scenarioOf(data, id).label;
  if (label) return say(label, lang);
  return named(messages[lang].scenario, id);
}

/** The scenarios a reader may start from, the page's own first. */
export function scenarioIds({ data }: View): string[] {
  const claim = claimOf(data);
  const first = defaultScenario(claim);
  return [first, ...Object.keys(claim.scenarios).filter((id) => id !== first)];
}

/** Parts that follow the settings at once, by the name in `data-part`. */
export const liveParts: Record<string, (view: View) => Markup> = { sentence, bar, scope };
