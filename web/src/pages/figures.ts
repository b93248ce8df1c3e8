/** From the view to sentences/ and charts/: which numbers go into which of their functions. */
import { bar, track, type BarData, type BarMark } from "../charts";
import { spanOf } from "../components/scale";
import type { Claim, InputState, OutputState, Published } from "../engine/types";
import { parseValueText, shownIn } from "../format";
import { mainSentence as composeSentence, withoutArrow } from "../sentences/sentences";
import type { Sentence } from "../sentences/types";
import { headline, linkKind } from "../sentences/words";
import { bundlesOf, claimOf, inputDef, inputLabel, kSpans, scenarioOf, stepLabel, type View } from "./data";
import { word } from "./words";

/* ---- Sentences ---- */

/** The main sentence of the view, and its scope line, as texts without links. */
export function mainSentence(view: View): { main: string; scope: string } {
  const { main, slots } = composed(view);
  return { main, scope: withoutArrow(slots.s, view.lang) };
}

/** The scope line, and of it the clause that leads to the claim of the quantity; "" where nothing does. */
export function scopeParts(view: View): { scope: string; link: string } {
  const { s } = composed(view).slots;
  const [, scope = "", link = ""] =
    view.root === null ? [] : (/^(.*(?:[.;,] |[\u3002\uff1b\uff0c]))?(.*\u2192)$/s.exec(s) ?? []);
  return link === "" ? { scope: withoutArrow(s, view.lang), link } : { scope, link };
}

const kComposed = new WeakMap<View, Sentence>();

/** A view is drawn in several places and says the same in all of them. */
export function composed(view: View): Sentence {
  const known = kComposed.get(view) ?? compose(view);
  kComposed.set(view, known);
  return known;
}

function compose(view: View): Sentence {
  const { data, answer, lang, solve, populations } = view;
  const rival = data.rivals.find((candidate) => candidate.answer !== null);
  const other = rival ? (data.files[`claims/${rival.id}.json`] as Claim | undefined) : undefined;
  const own = answer.changed ? answer : data.published;
  const claim = claimOf(data);
  return composeSentence({
    claim,
    answer,
    lang,
    files: data.files,
    solve,
    published: data.published,
    populations,
    scenarios: { ...data.others, [data.published.scenario]: data.published },
    rivals:
      rival?.answer && other
        ? [
            { claim, answer: own, origins: answer.changed ? {} : data.origins },
            { claim: other, answer: rival.answer, origins: rival.origins },
          ]
        : null,
  });
}

/* ---- Charts ---- */

/** The published figures of an output as marks; a figure printed alike by article and original is one mark each. */
export function marksOf(view: View, output: OutputState): BarMark[] {
  const published = claimOf(view.data).published;
  const alike = (a: Published, b: Published): boolean =>
    a.role === b.role && a.value === b.value && a.relation === b.relation;
  const placed = output.placements.map((placement) => published.find(({ id }) => id === placement.published));
  return output.placements.flatMap((placement, i) => {
    const entry = placed[i];
    if (!entry || placed.findIndex((other) => other && alike(other, entry)) < i) return [];
    const same = published.filter((other) => alike(other, entry));
    if (!isHere(view, output, entry, same)) return [];
    const label = originWord(view, entry);
    return [{ value: placement.value, role: entry.role, relation: placement.relation, ...(label ? { label } : {}) }];
  });
}

/** Whether a figure belongs on this bar: one of Danish homes says nothing on a bar of American ones. What was published
 * for several countries alike names none of them, and belongs on all. */
function isHere({ data, answer }: View, output: OutputState, entry: Published, alike: readonly Published[]): boolean {
  const spanOf = (scenario: string, id: string): string | undefined =>
    [scenario, "as_published"].map((name) => scenarioOf(data, name).inputs?.[id]?.value).find((value) => value);
  if (kSpans.some((id) => spanOf(entry.scenario, id) !== spanOf(answer.scenario, id))) return false;
  return bundlesOf(data).every(({ id, members }) => {
    const moving = answer.inputs.some((input) => members.includes(input.id) && input.moves.includes(output.id));
    if (!moving || !kCompared.includes(id)) return true;
    const places = new Set(alike.map(({ scenario }) => placeOf(scenario)));
    const option = answer.bundles.find((bundle) => bundle.id === id)?.option;
    return places.size > 1 || placeOf(entry.scenario) === (option ?? `= ${answer.scenario}`);

    /** The option a scenario takes; the scenario itself where it has none and a value of its own. */
    function placeOf(scenario: string): string {
      const { inputs = {}, bundles = {} } = scenarioOf(data, scenario);
      return bundles[id] ?? (members.some((member) => member in inputs) ? `= ${scenario}` : "");
    }
  });
}

/** Bundles that say what a quantity is compared with. */
const kCompared = ["home", "compared_country"];

/** What a figure is called whose source is not known to be where the number comes from; "" for the others. */
export function originWord({ lang, data }: Pick<View, "lang" | "data">, entry: Published): string {
  const kind = entry.role === "original" ? linkKind(claimOf(data), entry.source) : null;
  // Named one by one: words that nothing names are left out of the page's script.
  return kind === null ? "" : kind === "inferred" ? word(lang, "origin_inferred") : word(lang, "origin_example");
}

function rivalMarks(view: View, output: OutputState): BarMark[] {
  return view.data.rivals.flatMap((rival) => {
    const there = shownIn(rival.published ?? rival.median, rival.unit, output.unit);
    return there.unit === output.unit ? [{ value: there.value, role: "rival" as const }] : [];
  });
}

/** What the first screen's bar shows; null for a claim without an output. */
export function barData(view: View): BarData | null {
  const claim = claimOf(view.data);
  const output = view.answer.outputs.find((candidate) => candidate.id === claim.outputs[0]);
  if (!output) return null;
  const { p05, p25, median, p75, p95 } = output.summary;
  return {
    lang: view.lang,
    unit: output.unit,
    ...showUnit(claim, output),
    p05,
    p25,
    median,
    p75,
    p95,
    marks: [...marksOf(view, output), ...rivalMarks(view, output)],
    title: stepLabel(view.data, output.id, view.lang),
  };
}

/** The unit readers know from the published figure. */
export function showUnit(claim: Claim, output: OutputState): { show?: string } {
  const entry = headline(claim);
  const unit = entry?.output === output.id ? parseValueText(entry.value)?.unit : undefined;
  return unit === undefined ? {} : { show: unit };
}

/** The bar of the first screen; `id` must be unique on the page. */
export function barChart(view: View, id = "bar", width?: number): string {
  const data = barData(view);
  return data ? bar(data, { id, ...(width ? { width } : {}) }) : "";
}

/** The track of an input without the reader's value: that is the slider's thumb, laid over it. */
export function trackChart(view: View, input: InputState, id: string): string {
  const { lang, data } = view;
  const { low, high } = spanOf(input);
  const value = input.scenario_value;
  const ranged = value.p05 !== value.p95;
  const yours = input.value;
  return track(
    {
      lang,
      unit: input.unit,
      label: inputLabel(data, input.id, lang),
      scale: input.scale,
      low,
      high,
      around: yours.p95,
      author: input.state && input.published_value ? { value: input.published_value.median, state: input.state } : null,
      sourced: ranged ? { p05: value.p05, p95: value.p95, assumed: input.range === "assumed" } : null,
      readings: readingsOf(view, input),
      yours: input.changed && yours.p05 !== yours.p95 ? { value: yours.median, p05: yours.p05, p95: yours.p95 } : null,
    },
    { id },
  );
}

/** The readings in the input's own unit; those that are no single number are left to the list of readings. */
function readingsOf(view: View, input: InputState): number[] {
  return (inputDef(view.data, input.id).readings ?? []).flatMap((reading) => {
    const parsed = parseValueText(reading.value);
    if (!parsed) return [];
    const there = shownIn(parsed.value, parsed.unit, input.unit);
    return there.unit === input.unit && Number.isFinite(there.value) ? [there.value] : [];
  });
}
