/** The parts of a claim's page, each a pure function from the view to markup. The build prints them; the browser
 * prints those again that changed. */
import type { EvaluateAnswer, InputState, Lang, ScenarioInput } from "../engine/types";
import { endsOf } from "../components/scale";
import { formatNumber, formatQuantity, formatRange, unitLabel } from "../format";
import { citation, seenNote, shortCitation } from "./citation";
import {
  claimOf,
  defaultScenario,
  entryOf,
  inputDef,
  inputLabel,
  scenarioOf,
  shownSources,
  sourceIds,
  sourceOf,
  stepLabel,
  type View,
} from "./data";
import { barChart, densityChart, mainSentence } from "./figures";
import { readFormula, soleName, widened } from "./formula";
import { fill, messages } from "../messages";
import { html, markup, type Markup } from "./html";
import { metaLine } from "../sentences";
import { named, say, word } from "./words";

/* ---- The first screen, items 1 to 5: what the embed and the picture show too. ---- */

export function kicker({ lang, data }: View): Markup {
  return html`${metaLine(claimOf(data), data.files, lang)}`;
}

export function heading({ lang, data }: View): Markup {
  return html`${say(claimOf(data).title, lang)}`;
}

export function sentence(view: View): Markup {
  return html`${mainSentence(view).main}`;
}

export function bar(view: View): Markup {
  return markup(barChart(view));
}

export function scope(view: View): Markup {
  return html`${mainSentence(view).scope}`;
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

/** The author's value in words: the number with "stated" or "implied"; left out and unknown have no number. */
export function authorWords(input: InputState, lang: Lang): string {
  if (input.state === "omitted") return messages[lang].state.omitted;
  const value = input.published_value;
  if (!value) return input.state ? messages[lang].state[input.state] : "";
  const number = valueWords(input, value, lang);
  if (!input.state) return number;
  const state = messages[lang].state[input.state];
  return lang === "en" ? `${number} (${state})` : `${number}\uff08${state}\uff09`;
}

export function unitWords(unit: string, lang: Lang): string {
  return unitLabel(unit, lang).text;
}

/** Short citations that lead to the list of sources below. */
function citeAll({ data, lang }: View, ids: readonly string[]): Markup {
  return html`${ids.map((id, i) => {
    const source = sourceOf(data, id);
    return html`${i > 0 ? messages[lang].a11y.list : ""}<a class="cite" href="#source-${id}"
        >${source ? shortCitation(source) : id}</a
      >`;
  })}`;
}

function cite(view: View, entry: ScenarioInput | undefined): Markup {
  return html`${citeAll(view, sourceIds(entry))}${entry?.locator ? `, ${entry.locator}` : ""}${entry ? html` <span class="evidence">${named(messages[view.lang].evidence, entry.evidence)}</span>` : ""}`;
}

/** What stands behind an input: the author's value, the range and how it was made, and every reading. */
export function inputNotes(view: View, input: InputState): Markup {
  const { lang, data } = view;
  const def = inputDef(data, input.id);
  const published = entryOf(data, "as_published", input.id);
  const option = view.answer.bundles.find((bundle) => bundle.id === input.bundle)?.option;
  const entry = entryOf(data, view.answer.scenario, input.id, option);
  const m = messages[lang];
  const assumed = input.range === "assumed";
  const because = entry?.reason ? say(entry.reason, lang) : "";
  const rangeName = assumed ? m.input.assumed_short : input.range === "unknown" ? m.input.held : m.input.sourced;
  const reason = assumed && because ? fill(m.input.assumed, { reason: because }) : because;
  const readings = def.readings ?? [];
  return html`<dl class="notes">
    ${def.help ? html`<div class="help"><dd>${say(def.help, lang)}</dd></div>` : ""}
    ${
      published && !input.bundle
        ? html`<div>
            <dt>${messages[lang].input.author}</dt>
            <dd>
              ${authorWords(input, lang)}${input.state === "omitted" ? "" : html` · ${cite(view, published)}`}${
                published.formula ? html`<br />${say(published.formula, lang)}` : ""
              }${published.reason ? html`<br />${say(published.reason, lang)}` : ""}${
                published.taken_as
                  ? html`<br />${word(lang, "taken_as", { unit: unitWords(published.taken_as, lang) })}${
                      published.why ? html`. ${fill(m.input.taken_as, { why: say(published.why, lang) })}` : ""
                    }`
                  : ""
              }
            </dd>
          </div>`
        : ""
    }
    ${
      entry && (input.bundle || view.answer.scenario !== "as_published")
        ? html`<div>
            <dt>${rangeName}</dt>
            <dd>
              ${valueWords(input, input.scenario_value, lang)}${
                sourceIds(entry).length > 0 ? html` · ${cite(view, entry)}` : ""
              }${reason ? html`<br />${reason}` : ""}
            </dd>
          </div>`
        : ""
    }
    ${
      readings.length > 0
        ? html`<div>
            <dt>${messages[lang].input.readings}</dt>
            <dd>
              <ul class="readings">
                ${readings.map((reading) => {
                  return html`<li>
                    <span class="number">${reading.value.replace(/\s.*$/, "")}</span>
                    ${unitWords(reading.value.replace(/^\S+\s?/, "") || "1", lang)} ·
                    ${citeAll(view, sourceIds(reading))}${reading.locator ? `, ${reading.locator}` : ""}
                    <span class="evidence">${named(messages[lang].evidence, reading.evidence)}</span
                    >${reading.note ? html` ${say(reading.note, lang)}` : ""}
                  </li>`;
                })}
              </ul>
            </dd>
          </div>`
        : ""
    }
  </dl>`;
}

/* ---- The sum ---- */

function sumOf(view: View, answer: EvaluateAnswer, digits: number): Markup {
  const { lang, data } = view;
  const inputs = new Map(answer.inputs.map((input) => [input.id, input]));
  const steps = new Map(answer.steps.map((step) => [step.id, step]));
  // A step that hands a value on under another name says nothing new: its readers are shown what it stands for.
  const aliases = new Map<string, string>();
  for (const step of answer.steps) {
    const only = widened(step.formula).length > 0 ? null : soleName(step.formula);
    const origin = only === null ? undefined : (inputs.get(only) ?? steps.get(only));
    if (only !== null && origin?.unit === step.unit) aliases.set(step.id, aliases.get(only) ?? only);
  }
  const valueOf = (id: string): string => {
    const input = inputs.get(id);
    if (input)
      return input.state === "omitted" && !input.changed && answer.scenario === "as_published"
        ? `[${messages[lang].state.omitted}]`
        : formatQuantity(input.value.median, input.unit, lang, { digits, style: "plain" });
    const step = steps.get(id);
    return step ? formatQuantity(step.central, step.unit, lang, { digits, style: "plain" }) : id;
  };
  const nameOf = (alias: string): string => {
    const id = aliases.get(alias) ?? alias;
    return inputs.has(id) ? inputLabel(data, id, lang) : stepLabel(data, id, lang);
  };
  const unit = (text: string): string => unitWords(text, lang);
  return html`<ol class="sum">
    ${answer.steps
      .filter((step) => !aliases.has(step.id))
      .map(
        (step) =>
          html`<li>
            <p class="step-name">
              ${stepLabel(data, step.id, lang)}
              <span class="step-formula">= ${readFormula(step.formula, nameOf, unit)}</span>
            </p>
            <p class="step-numbers">
              <span class="terms">${readFormula(step.formula, valueOf, unit)}</span>
              <span class="result">=\u00a0${formatQuantity(step.central, step.unit, lang, { digits, style: "plain" })}</span>
            </p>
            ${widenNote(step.formula, lang)}
          </li>`,
      )}
  </ol>`;
}

/** Where a formula joins kinds (on-site and off-site water, energy of machines and of the building), it says so. */
function widenNote(formula: string, lang: Lang): Markup | null {
  const joined = widened(formula);
  if (joined.length === 0) return null;
  const text = joined.map((unit) => unitWords(unit, lang) || unit).join(messages[lang].a11y.list);
  return html`<p class="quiet">${fill(messages[lang].derivation.widened, { text })}</p>`;
}

export function derivation(view: View): Markup {
  return sumOf(view, view.answer, 4);
}

export function authorsSum(view: View): Markup {
  const { lang, data } = view;
  const claim = claimOf(data);
  const printed = claim.published.filter((entry) => entry.scenario === "as_published");
  return html`${sumOf(view, data.published, 6)}
    <ul class="printed">
      ${printed.map((entry) => {
        return html`<li>
          ${fill(messages[lang].derivation.as_printed, { printed: entry.printed ?? entry.value })} ·
          ${citeAll(view, [entry.source])}${entry.locator ? `, ${entry.locator}` : ""}
        </li>`;
      })}
    </ul>`;
}

/** Every quantity with its middle 90 %, for who wants the numbers and for screen readers. */
export function detail(view: View): Markup {
  const { lang, data, answer } = view;
  const row = (id: string, label: string, unit: string, p05: number, median: number, p95: number, digits: number) => {
    const shown = unitLabel(unit, lang, { around: median });
    const number = (value: number) => formatNumber(value * shown.factor, lang, { digits, style: "plain" });
    return html`<tr data-id="${id}" data-p05="${p05}" data-median="${median}" data-p95="${p95}">
      <th scope="row">${label}</th>
      <td>${number(p05)}</td>
      <td>${number(median)}</td>
      <td>${number(p95)}</td>
      <td>${shown.text}</td>
    </tr>`;
  };
  return html`${answer.outputs.map((output) =>
    output.density
      ? html`<figure class="density">
            <figcaption>${stepLabel(data, output.id, lang)}</figcaption>
            ${markup(densityChart(view, output))}
          </figure>`
      : "",
  )}
    <div class="scroll" tabindex="0" role="region" aria-label="${messages[lang].detail.table}">
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

/* ---- Words about the claim ---- */

export function findings(view: View): Markup | null {
  const { lang, data } = view;
  const all = claimOf(data).findings;
  if (all.length === 0) return null;
  return html`${all.map(
    (finding) =>
      html`<div class="finding" id="finding-${finding.id}">
        <h3>${named(messages[lang].finding.about, finding.about)}</h3>
        <dl>
          <div>
            <dt>${messages[lang].a11y.mark_article}</dt>
            <dd>${say(finding.article, lang)}</dd>
          </div>
          <div>
            <dt>${messages[lang].source.title}</dt>
            <dd>${say(finding.source_says, lang)} ${citeAll(view, finding.sources)}</dd>
          </div>
        </dl>
        <p class="finding-changes">${fill(messages[lang].finding.changes, { text: say(finding.changes, lang) })}</p>
      </div>`,
  )}`;
}

export function rivals({ lang, data, root }: View): Markup | null {
  if (data.rivals.length === 0) return null;
  return html`<ul class="rivals">
    ${data.rivals.map(
      (rival) =>
        html`<li>
          ${root === null ? say(rival.title, lang) : html`<a href="${root}${lang}/claims/${rival.id}/">${say(rival.title, lang)}</a>`}<br /><span
            class="quiet"
            >${messages[lang].a11y.range90}: ${rivalRange(rival, lang)}</span
          >
        </li>`,
    )}
  </ul>`;
}

function rivalRange(rival: { p05: number; p95: number; median: number; unit: string }, lang: Lang): string {
  if (rival.p05 === rival.p95) return formatQuantity(rival.median, rival.unit, lang, { digits: 3 });
  return formatRange(rival.p05, rival.p95, rival.unit, lang, { digits: 2 });
}

/** Scenarios beside the two of the bar: a later system, or the ends of a published range. */
export function otherScenarios(view: View): Markup | null {
  const { lang, data } = view;
  const ids = Object.keys(data.others);
  if (ids.length === 0) return null;
  const main = claimOf(data).outputs[0] ?? "";
  return html`${ids.map((id) => {
    const answer = data.others[id];
    const output = answer?.outputs.find((candidate) => candidate.id === main);
    if (!answer || !output) return "";
    const note = scenarioOf(data, id).note;
    return html`<div class="card">
      <h3>${scenarioName(view, id)}</h3>
      <p>
        ${stepLabel(data, main, lang)}:
        <strong>${rivalRange({ ...output.summary, unit: output.unit }, lang)}</strong>
      </p>
      ${note ? html`<p>${say(note, lang)}</p>` : ""}
      <p><a href="?_scenario=${id}" data-scenario="${id}">${word(lang, "open_settings")}</a></p>
    </div>`;
  })}`;
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

export function chain(view: View): Markup {
  const { lang, data } = view;
  const claim = claimOf(data);
  const quotes = claim.appears_in.map((entry) => {
    return html`<blockquote>
      <p lang="zh">${entry.quote}</p>
      <footer>${citeAll(view, [entry.source])}${entry.locator ? `, ${entry.locator}` : ""}</footer>
    </blockquote>`;
  });
  const links = claim.chain.map((id) => html`<li>${citeAll(view, [id])}</li>`);
  return html`${quotes}
    <p class="chain-title">${messages[lang].source.chain}</p>
    <ol class="chain">
      ${links}
    </ol>`;
}

export function sources({ lang, data }: View): Markup {
  return html`<ul class="sources">
    ${shownSources(data).map((source) => {
      const note = seenNote(source, lang);
      return html`<li id="source-${source.id}">
        ${citation(source, lang)}${note ? html` <span class="quiet">${note}</span>` : ""}
      </li>`;
    })}
  </ul>`;
}

export function revision({ lang, data }: View): Markup {
  const claim = claimOf(data);
  const m = messages[lang];
  const line = data.revision === 0 ? m.first.preview : fill(m.revision.this, { revision: data.revision });
  const checked = fill(m.source.checked, { date: claim.checked });
  const review = fill(m.source.review_by, { date: claim.review_by });
  return html`<p>${line}</p>
    <p>${checked} · ${review}</p>`;
}

/** Parts that follow the settings, by the name in `data-part`. */
export const liveParts: Record<string, (view: View) => Markup> = { sentence, bar, scope, derivation, detail };
