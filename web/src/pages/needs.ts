/** "What would have to be true" on an input's own track and in a line under it; a choice option by option. Printed by
 * the build for the published settings, by the module of details for the reader's. */
import { needs as chart } from "../charts/needs";
import { spanOf } from "../components/scale";
import type { BreakEven, BundleOptions, ExplainAnswer, InputState, Published } from "../engine/types";
import { formatQuantity, parseValueText } from "../format";
import { needText, optionsText } from "../sentences/needs";
import { bundlesOf, claimOf, inputLabel } from "./data";
import { html, markup, type Markup } from "./html";
import type { Place } from "./moves";
import { say } from "./words";
import { why } from "./why_words";

interface Aimed {
  need: BreakEven;
  entry: Published;
  figure: string;
}

function figureOf({ lang, data }: Place, answer: ExplainAnswer): { entry: Published; figure: string } | null {
  const entry = claimOf(data).published.find((candidate) => candidate.id === answer.target?.published);
  const written = entry ? parseValueText(entry.value) : null;
  return entry && written ? { entry, figure: formatQuantity(written.value, written.unit, lang, { digits: 12 }) } : null;
}

/** What there is to say about an input; null where it has no part in the result, or no figure is to be met. */
function aimed(place: Place, input: InputState, answer: ExplainAnswer | null): Aimed | null {
  const need = answer?.break_evens?.find((candidate) => candidate.input === input.id);
  if (!answer || !need || !input.moves.includes(answer.output)) return null;
  const figure = figureOf(place, answer);
  return figure ? { need, ...figure } : null;
}

function sideOf(output: number | null, answer: ExplainAnswer): BundleOptions["options"][number]["side"] {
  const { value = 0, half_width = 0 } = answer.target ?? {};
  if (output === null) return null;
  return Math.abs(output - value) <= half_width ? "meets" : output > value ? "above" : "below";
}

function wordsOf({ lang }: Place, input: InputState, { need, entry, figure }: Aimed, answer: ExplainAnswer): string {
  if (need.options.length > 0)
    return optionsText(
      lang,
      figure,
      need.options.map(({ value, output }) => ({
        name: formatQuantity(value, input.unit, lang, { digits: 6 }),
        side: sideOf(output, answer),
      })),
    );
  return needText({ lang, input, need, figure, relation: entry.relation });
}

/** The marks that lie over an input's track. */
export function needChart(place: Place, input: InputState, answer: ExplainAnswer | null): Markup {
  const found = aimed(place, input, answer);
  if (!found || !answer || (found.need.crossings.length === 0 && found.need.options.length === 0)) return html``;
  const { crossings, options, span } = found.need;
  const met = options.flatMap(({ value, output }) =>
    sideOf(output, answer) === "meets" ? [{ value, jump: false }] : [],
  );
  return markup(
    chart({
      scale: input.scale,
      ...spanOf(input),
      values: options.length > 0 ? met : crossings,
      span: span && options.length === 0 ? { low: span.p05, high: span.p95 } : null,
    }),
  );
}

/** The line under an input, with a way to set it to the value. */
export function needLine(place: Place, input: InputState, answer: ExplainAnswer | null): Markup {
  const { lang, data } = place;
  const found = aimed(place, input, answer);
  if (!found || !answer) return html``;
  const { crossings, spread } = found.need;
  const here = input.value.p05 === input.value.p95 ? input.value.median : null;
  const buttons = crossings
    .filter(({ value, jump, off }) => !jump && value !== here && (spread || off !== 0))
    .map(({ value }) => {
      const label = why(lang, "need_set_of", {
        name: inputLabel(data, input.id, lang),
        value: formatQuantity(value, input.unit, lang, { digits: 3 }),
      });
      return html` <button type="button" class="script-only" data-set="${input.id}" data-to="${value}" aria-label="${label}">${why(lang, "need_set")}</button>`;
    });
  return html`${wordsOf(place, input, found, answer)}${buttons}`;
}

/** What is chosen together, option by option. */
export function bundleNeed(place: Place, id: string, answer: ExplainAnswer | null): Markup {
  const { lang, data } = place;
  const found = answer?.bundles?.find((candidate) => candidate.bundle === id);
  const figure = answer ? figureOf(place, answer) : null;
  const bundle = bundlesOf(data).find((candidate) => candidate.id === id);
  if (!found || !figure || !bundle || found.options.every(({ side }) => side === null)) return html``;
  const name = (option: string): string => say(bundle.options.find((one) => one.id === option)?.label, lang) || option;
  return html`${optionsText(
    lang,
    figure.figure,
    found.options.map(({ option, side }) => ({ name: name(option), side })),
  )}`;
}
