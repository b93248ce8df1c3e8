/** How the figures shown were made, as one paragraph: model, inputs with their sources, what was changed, how it was
 * drawn, what came out. Generated from the model and the scenario; nothing in it is written for one claim. */
import type { InputState, OutputState, Source } from "../engine/types";
import { formatNumber, formatQuantity, formatRange } from "../format";
import { fill, messages } from "../messages";
import { takeWord } from "../messages/take";
import { shortCitation } from "../pages/citation";
import { claimOf, inputLabel, sourceOf, stepLabel, type View } from "../pages/data";
import { mainSentence } from "../pages/figures";
import { readFormula } from "../pages/formula";
import { authorWords, scenarioName, unitWords, valueWords } from "../pages/parts";
import { named, say } from "../pages/words";
import { changesLine, closedUp } from "./changes";
import { standing } from "./table";

/** @param view with all words of the claim */
export function methods(view: View, link: string, date: string): string {
  const { lang, data, answer } = view;
  const claim = claimOf(data);
  const [semicolon, space] = lang === "en" ? ["; ", " "] : ["；", ""];
  const point = answer.inputs.every(({ value }) => value.p05 === value.p95);
  const sentences = [
    takeWord(lang, "m_what", {
      title: say(claim.title, lang),
      claim: claim.id,
      revision: data.revision === 0 ? messages[lang].revision.preview : `r${data.revision}`,
      engine: answer.versions.engine,
      method: answer.versions.method,
      date,
    }),
    answer.steps.length > 0 ? takeWord(lang, "m_model", { steps: sums(view).join(semicolon) }) : "",
    answer.inputs.length > 0
      ? takeWord(lang, point ? "m_inputs_point" : "m_inputs", {
          scenario: scenarioName(view, answer.scenario),
          inputs: answer.inputs.map((input) => inputWords(view, input)).join(semicolon),
        })
      : "",
    answer.changed ? takeWord(lang, "m_changed", { changes: changesLine(view) }) : "",
    point
      ? ""
      : takeWord(lang, "m_drawn", {
          count: formatNumber(answer.request.samples, lang, { digits: 9, style: "plain" }),
          seed: answer.request.seed,
        }),
    answer.outputs.length > 0
      ? takeWord(lang, point ? "m_result_point" : "m_result", {
          results: answer.outputs.map((output) => resultWords(view, output)).join(semicolon),
        })
      : "",
    claim.published.length > 0
      ? takeWord(lang, "m_published", {
          figures: claim.published.map((figure) => figureWords(view, figure)).join(semicolon),
        })
      : "",
    takeWord(lang, "m_scope", { scope: say(claim.scope, lang) || mainSentence(view).scope }),
    messages[lang].first.standing,
    lang === "en" ? link : ` ${link}`,
  ];
  return closedUp(sentences.filter((text) => text !== "").join(space), lang);
}

/** Every step, in words: what it is called, an equals sign, its formula. */
function sums(view: View): string[] {
  const { data, answer, lang } = view;
  const inputs = new Set(answer.inputs.map(({ id }) => id));
  const name = (id: string): string => (inputs.has(id) ? inputLabel(data, id, lang) : stepLabel(data, id, lang));
  return answer.steps
    .map((step) => [name(step.id), readFormula(step.formula, name, (unit, one) => unitWords(unit, lang, one))])
    .filter(([label, sum]) => label !== sum) // a value handed on under another id
    .map((sides) => sides.join(" = "));
}

/** "Building overhead 1.2", 「機房額外用電為 1.2」. */
const is = (label: string, lang: View["lang"]): string => takeWord(lang, "m_is", { label });

function bracketed(lang: View["lang"], parts: readonly string[]): string {
  const text = parts.filter((part) => part !== "").join(lang === "en" ? ", " : "，");
  if (text === "") return "";
  return lang === "en" ? ` (${text})` : `（${text}）`;
}

const citations = (view: View, ids: readonly string[]): string =>
  ids
    .map((id) => sourceOf(view.data, id))
    .filter((source): source is Source => source !== undefined)
    .map(shortCitation)
    .join(messages[view.lang].a11y.list);

function inputWords(view: View, input: InputState): string {
  const { lang, data, answer } = view;
  const { evidence, ids } = standing(view, input);
  const left = input.state === "omitted" && answer.scenario === "as_published" && input.origin !== "set";
  const value = left ? authorWords(input, lang) : valueWords(input, input.value, lang);
  const from = input.origin === "set" ? evidence : named(messages[lang].evidence, evidence);
  return `${is(inputLabel(data, input.id, lang), lang)}${value}${bracketed(lang, left ? [] : [citations(view, ids), from])}`;
}

function resultWords({ data, lang }: View, { id, unit, summary }: OutputState): string {
  const digits = Math.max(2, summary.digits);
  const label = stepLabel(data, id, lang);
  if (summary.point) return `${is(label, lang)}${formatQuantity(summary.median, unit, lang, { digits })}`;
  const median = takeWord(lang, "m_median", { value: formatQuantity(summary.median, unit, lang, { digits }) });
  const range = formatRange(summary.p05, summary.p95, unit, lang, { digits });
  return `${is(label, lang)}${range}${lang === "en" ? ", " : "，"}${median}`;
}

function figureWords(view: View, figure: ReturnType<typeof claimOf>["published"][number]): string {
  const { data, lang, answer } = view;
  const placed = answer.outputs
    .flatMap(({ unit, placements }) => placements.map((placement) => ({ ...placement, unit })))
    .find(({ published }) => published === figure.id);
  const value = placed
    ? formatQuantity(placed.value, placed.unit, lang, { digits: 6 })
    : (figure.printed ?? figure.value);
  const relation = fill(messages[lang].relation[figure.relation], { value });
  return `${stepLabel(data, figure.output, lang)} ${relation}${bracketed(lang, [citations(view, [figure.source])])}`;
}
