/** Slots of what is two answers side by side: rivals, and the ratio of two scenarios. */
import type { EvaluateAnswer, OutputState } from "../engine/types";
import { figureDigits, formatQuantity } from "../format/index";
import { figureText, inUnit, mainOutput, placementOf, shownUnit, twoDigits } from "./figures";
import { kindsEn } from "./kinds_en";
import { kindsZh } from "./kinds_zh";
import type { RivalWords } from "./phrases";
import type { Kinds } from "./sentences";
import { longName, ownFigure, ratioFigure, shortName, upperFirst } from "./words";
import { bareCount, range } from "./placed";
import type { KindContext, Parts, RivalSide } from "./types";

export const phrases: Kinds["phrases"] = {
  en: kindsEn,
  "zh-Hans": kindsZh("zh-Hans"),
  "zh-Hant": kindsZh("zh-Hant"),
};

export const rivalKinds: Kinds = { phrases, clauses: beside };

export function beside(c: KindContext): Parts {
  if (c.claim.kind !== "rivals" || ratioFigure(c.claim)) return ratio(c);
  return c.rivals ? rivals(c, c.rivals) : { ...range(c), p: undefined, n: undefined };
}

function rivals(c: KindContext, [left, right]: readonly [RivalSide, RivalSide]): Parts {
  const sideOf = (side: RivalSide): { value: number; words: RivalWords; output: OutputState } | null => {
    const entry = side.published ?? ownFigure(side.claim);
    const output = mainOutput(side.answer, entry?.output ?? side.claim.outputs[0] ?? "");
    if (!output) return null;
    const placement = placementOf(output, entry);
    const value = placement?.value ?? output.summary.median;
    const unit = shownUnit(entry, output);
    const show = (amount: number, digits?: number): string => {
      const inIt = inUnit(amount, output.unit, unit);
      return formatQuantity(inIt, unit, c.lang, { digits: digits ?? figureDigits(inIt) });
    };
    const figure = show(value, placement ? undefined : 2);
    const origin = Object.values(side.origins ?? {})[0];
    const words = placement
      ? { figure, given: placement.holds ? null : show(output.summary.median), origin }
      : { figure };
    return { value, words, output };
  };
  const a = sideOf(left);
  const b = sideOf(right);
  if (!a || !b) return {};
  const there = inUnit(b.value, b.output.unit, a.output.unit);
  const ratio = Math.max(a.value, there) / Math.min(a.value, there);
  // The larger figure is named first, as the sentence has it.
  const [x, y] = a.value >= there ? [left.answer, right.answer] : [right.answer, left.answer];
  const sides = { own: a.words, other: b.words, more: a.value >= there };
  return {
    apart: true,
    r: joined(c, [
      c.say.rivalsRatio(ratio < 1.1 ? null : twoDigits(ratio, c.lang), sides),
      rangeBeside(c, ["as_published"]),
    ]),
    ...apartBy(c, x, y, true),
  };
}

/** What is drawn on the bar is said too, unless it has been. */
function rangeBeside(c: KindContext, known: readonly string[]): string | undefined {
  return !c.answer.changed && known.includes(c.answer.scenario) ? undefined : range(c).r;
}

/** Sentences of one slot. */
export function joined(c: KindContext, parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.flatMap((text) => text || []);
  return said.map((text, i) => (i > 0 ? upperFirst(text) : text)).join(c.say.end + c.say.space) || undefined;
}

/** One output in two scenarios of the claim, and how many times the first is the second. */
function ratio(c: KindContext): Parts {
  const entry = ratioFigure(c.claim);
  const found = c.answer.ratios.find((candidate) => candidate.published === entry?.id);
  if (!entry?.over || !found || found.ratio === null) return {};
  const name = (id: string): string => c.claim.scenarios[id]?.label?.[c.lang] ?? c.say.scenarioName(id);
  const answerOf = (id: string): EvaluateAnswer | undefined =>
    id === c.answer.scenario ? c.answer : c.scenarios?.[id];
  const [x, y] = [answerOf(entry.scenario), answerOf(entry.over)];
  const side = (answer: EvaluateAnswer, label: string): { label: string; value: string } | null => {
    const output = answer.outputs.find((candidate) => candidate.id === entry.output);
    const value = output?.summary.median;
    if (!output || value === undefined) return null;
    return { label, value: formatQuantity(value, output.unit, c.lang, { digits: 2, about: true }) };
  };
  const sides = x && y ? [side(x, name(entry.scenario)), side(y, name(entry.over))] : [];
  const known = sides.filter((one) => one !== null);
  const times = found.ratio > 1 / 1.1 && found.ratio < 1.1 ? null : twoDigits(found.ratio, c.lang);
  const apart = x && y ? apartBy(c, x, y, false) : {};
  return {
    apart: true,
    r: known.length === 2 ? c.say.ratioOf(known, times) : c.say.rivalsRatio(times, null),
    p:
      entry.relation !== "about" && Number(entry.value) === 1
        ? c.say.ratioOrder(entry.relation === "more_than" || entry.relation === "at_least", found.holds)
        : c.say.ratioPublished(figureText(entry, c.lang), entry.relation, found.holds),
    n: joined(c, [apart.p, apart.n, rangeBeside(c, [entry.scenario, entry.over])]),
  };
}

/** What two answers differ in most, and what both leave out. `larger`: the first gives the larger figure. */
function apartBy(c: KindContext, x: EvaluateAnswer, y: EvaluateAnswer, larger: boolean): Pick<Parts, "p" | "n"> {
  const factor = largestFactor(x, y);
  const show = (value: number, unit: string): string => bareCount(value, unit, c.lang, 2);
  // The state is the author's; another scenario may well have a value for what the author left out.
  const skipped = (answer: EvaluateAnswer, id: string): boolean =>
    answer.inputs.some(
      (input) =>
        input.id === id &&
        input.state === "omitted" &&
        input.value.median === (input.published_value ?? input.value).median,
    );
  const both = x.inputs.filter((input) => skipped(x, input.id) && skipped(y, input.id));
  const names = [...new Set(both.map((input) => shortName(c.files, input.id, c.lang)))];
  // What the range that is shown beside them counts all the same.
  const counted = both.some(({ id, value }) =>
    c.answer.inputs.some(
      (input) => input.id === id && (input.value.p05 !== value.p05 || input.value.p95 !== value.p95),
    ),
  );
  return {
    p: factor
      ? c.say.rivalsFactor(
          longName(c.files, factor.id, c.lang),
          show(factor.a, factor.unit),
          show(factor.b, factor.unit),
          larger,
        )
      : undefined,
    n: names.length > 0 ? c.say.bothLeaveOut(names, counted) : undefined,
  };
}

/** The input, or the step where two ways of computing meet, by which two answers differ most. */
export function largestFactor(
  x: EvaluateAnswer,
  y: EvaluateAnswer,
): { id: string; unit: string; a: number; b: number } | null {
  const amounts = (answer: EvaluateAnswer): Map<string, { unit: string; value: number }> =>
    new Map([
      ...answer.steps
        .filter((step) => step.route !== null)
        .map((step): [string, { unit: string; value: number }] => [
          step.id,
          { unit: step.unit, value: step.summary.median },
        ]),
      ...answer.inputs.map((input): [string, { unit: string; value: number }] => [
        input.id,
        { unit: input.unit, value: input.value.median },
      ]),
    ]);
  const other = amounts(y);
  let best: { id: string; unit: string; a: number; b: number } | null = null;
  let most = 0;
  for (const [id, here] of amounts(x)) {
    const there = other.get(id);
    if (!there || here.value <= 0 || there.value <= 0) continue;
    const b = inUnit(there.value, there.unit, here.unit);
    const size = Math.abs(Math.log(here.value / b));
    if (size > most + 1e-9) {
      most = size;
      best = { id, unit: here.unit, a: here.value, b };
    }
  }
  return best;
}
