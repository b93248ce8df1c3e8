/** Slots of the other kinds: interval, equivalence, ordering, rivals, record. */
import type { EvaluateAnswer, OutputState } from "../engine/types";
import { figureDigits, formatQuantity, formatSpan, isChinese, type QuantityOptions, spanDigits } from "../format/index";
import { figureText, inUnit, leftOut, mainOutput, placementOf, shownUnit, twoDigits } from "./figures";
import { kindsEn } from "./kinds_en";
import { kindsZh } from "./kinds_zh";
import { comesOut, endPosition } from "./place";
import type { Kinds } from "./sentences";
import { headline, longName, ownFigure, ratioFigure, shortName, upperFirst, whoIs, yearOf } from "./words";
import { bareCount, isCountedUnit, isHeld, need, placed, range, trimEnd } from "./placed";
import type { KindContext, Parts, RivalSide } from "./types";

export const otherKinds: Kinds = {
  phrases: { en: kindsEn, "zh-Hans": kindsZh("zh-Hans"), "zh-Hant": kindsZh("zh-Hant") },
  clauses(c) {
    switch (c.claim.kind) {
      case "equivalence":
        return equivalence(c);
      case "ordering":
        // What is set in order may be two scenarios instead of populations.
        return ratioFigure(c.claim) && !c.populations?.length ? ratio(c) : ordering(c);
      case "rivals":
        if (ratioFigure(c.claim)) return ratio(c);
        return c.rivals ? rivals(c, c.rivals) : { ...range(c), p: undefined, n: undefined };
      case "record":
        return record(c);
      case "interval":
        return interval(c);
      default:
        return ratio(c);
    }
  },
};

function interval(c: KindContext): Parts {
  const low = headline(c.claim, "low");
  const high = headline(c.claim, "high");
  if (!low || !high) return placed(c);
  const a = c.ends ? mainOutput(c.ends.low, c.output.id) : c.output;
  const b = c.ends ? mainOutput(c.ends.high, c.output.id) : c.output;
  if (!a || !b) return range(c);
  const lo = Math.min(a.summary.p05, b.summary.p05);
  const hi = Math.max(a.summary.p95, b.summary.p95);
  const parts = range(c, lo, hi, [low, high]);
  if (c.answer.scenario === "as_published" && !c.answer.changed) return parts;
  const first = placementOf(a, low)?.value;
  const second = placementOf(b, high)?.value;
  if (first === undefined || second === undefined) return parts;
  const overlap = first <= hi && second >= lo;
  const names = leftOut(c.published ?? c.answer, c.output.id).map((input) => shortName(c.files, input.id, c.lang));
  // Where the driver is held, what the figure needs must be said: for the end that was solved for.
  const end = c.solve && Math.abs(c.solve.target - second) < Math.abs(c.solve.target - first) ? "high" : "low";
  return {
    ...parts,
    p: c.say.interval(endPosition(first, lo), endPosition(second, hi), overlap, [...new Set(names)]),
    n: isHeld(c) ? need(c, end === "low" ? low : high, end) : undefined,
  };
}

function equivalence(c: KindContext): Parts {
  const entry = headline(c.claim);
  const own = c.populations?.[0];
  const answer = own?.answer ?? c.answer;
  const output = mainOutput(answer, c.output.id);
  if (!output) return {};
  const what =
    answer.inputs.find((input) => input.id === c.claim.driver && input.origin !== "bundle") ??
    answer.inputs.find((input) => input.origin !== "bundle" && input.moves.includes(output.id));
  const unit = shownUnit(entry, output);
  // Homes are named by their country; other things keep their noun.
  const counter = /^(household|home)$/.test(unit);
  const number = (state: OutputState, more: QuantityOptions): string =>
    formatQuantity(inUnit(state.summary.median, state.unit, unit), unit, c.lang, { digits: 2, counter, ...more });
  const about = (state: OutputState): string =>
    c.lang === "en" && isCountedUnit(unit)
      ? `about ${twoDigits(inUnit(state.summary.median, state.unit, unit), c.lang)}`
      : number(state, { about: true });
  // What one of them is taken as: of the reader's country, else the other input of the conversion.
  const per =
    answer.inputs.find((input) => input.origin === "bundle" && input.moves.includes(output.id)) ??
    answer.inputs.find((input) => input !== what && input.moves.includes(output.id));
  const spread = per !== undefined && per.value.p05 !== per.value.p95;
  const each = per
    ? formatQuantity(per.value.median, per.unit, c.lang, { digits: spread ? 2 : per.origin === "bundle" ? 6 : 3 })
    : null;
  const left = what
    ? formatQuantity(what.value.median, what.unit, c.lang, { digits: what.value.p05 === what.value.p95 ? 4 : 2 })
    : shortName(c.files, output.id, c.lang);
  const r = isCountedUnit(unit)
    ? c.say.equivalence(left, number(output, {}), own ? own.label[c.lang] : null, each)
    : c.say.equivalenceIn(left, longName(c.files, output.id, c.lang), number(output, {}));
  const placement = placementOf(output, entry);
  const others = (c.populations ?? []).slice(1).map((population) => {
    const state = population.answer ? mainOutput(population.answer, c.output.id) : null;
    return c.say.population(population.label[c.lang], state ? about(state) : null);
  });
  const p = placement
    ? c.say.comesOut(comesOut(placement, output.summary.median), entry ? figureText(entry, c.lang) : "")
    : undefined;
  return {
    r,
    p,
    n: others.length > 0 ? c.say.clause(others) : undefined,
    s: c.claim.scope[c.lang].includes("\u2192") ? undefined : c.say.separate,
  };
}

function ordering(c: KindContext): Parts {
  const given = c.populations ?? [];
  const sides = given.flatMap((population) => {
    const output = population.answer ? mainOutput(population.answer, c.output.id) : null;
    return output && population.answer ? [{ label: population.label[c.lang], output, answer: population.answer }] : [];
  });
  if (sides.length === 0) return placed(c);
  const step = c.answer.steps.find((candidate) => candidate.id === c.output.id);
  const [first, second] = step && step.inputs.length === 2 ? (step.inputs as [string, string]) : [null, null];
  const value = (answer: EvaluateAnswer, id: string | null): string | null => {
    const input = answer.inputs.find((candidate) => candidate.id === id);
    const inner = answer.steps.find((candidate) => candidate.id === id);
    if (input) return formatQuantity(input.value.median, input.unit, c.lang, { digits: 3, rate: false });
    return inner ? formatQuantity(inner.summary.median, inner.unit, c.lang, { digits: 3, rate: false }) : null;
  };
  const ratio = (state: OutputState): string => {
    const { p05, p95, median } = state.summary;
    return p05 === p95 ? twoDigits(median, c.lang) : formatSpan(p05, p95, c.lang, { digits: spanDigits(p05, p95) });
  };
  const firstValue = sides[0] ? value(sides[0].answer, first) : null;
  const subject =
    first === null
      ? null
      : longName(c.files, first, c.lang) +
        (firstValue === null ? "" : isChinese(c.lang) ? `(${firstValue})` : ` (${firstValue})`);
  const object = second === null ? null : longName(c.files, second, c.lang);
  const parts = sides.map((side) => ({
    label: side.label,
    ratio: ratio(side.output),
    value: value(side.answer, second),
  }));
  const where = new Set(
    sides.map((side) =>
      endPosition(side.output.summary.median, 1) === "same"
        ? "same"
        : side.output.summary.median > 1
          ? "higher"
          : "lower",
    ),
  );
  const only = [...where][0] ?? "same";
  return { r: c.say.orderingOf(subject, object, parts), p: c.say.ordering(where.size > 1 ? "differ" : only) };
}

function rivals(c: KindContext, [left, right]: readonly [RivalSide, RivalSide]): Parts {
  const sideOf = (
    side: RivalSide,
  ): { value: number; text: string; output: OutputState; holds: boolean | null } | null => {
    const entry = side.published ?? ownFigure(side.claim);
    const output = mainOutput(side.answer, entry?.output ?? side.claim.outputs[0] ?? "");
    if (!output) return null;
    const placement = placementOf(output, entry);
    const value = placement?.value ?? output.summary.median;
    const unit = shownUnit(entry, output);
    const inIt = inUnit(value, output.unit, unit);
    const text = formatQuantity(inIt, unit, c.lang, { digits: placement ? figureDigits(inIt) : 2 });
    return { value, text, output, holds: placement?.holds ?? null };
  };
  const a = sideOf(left);
  const b = sideOf(right);
  if (!a || !b) return {};
  const there = inUnit(b.value, b.output.unit, a.output.unit);
  const ratio = Math.max(a.value, there) / Math.min(a.value, there);
  const known = [a.holds, b.holds];
  const count = known.filter((holds) => holds === true).length;
  const sums = known.includes(null) ? "unsaid" : count === 2 ? "both" : count === 1 ? "one" : "none";
  // The larger figure is named first, as the sentence has it.
  const [x, y] = a.value >= there ? [left.answer, right.answer] : [right.answer, left.answer];
  return {
    apart: true,
    r: c.say.rivalsRatio(ratio < 1.1 ? null : twoDigits(ratio, c.lang), sums, {
      own: a.text,
      other: b.text,
      more: a.value >= there,
    }),
    ...apartBy(c, x, y),
  };
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
  const apart = x && y ? apartBy(c, x, y) : {};
  return {
    apart: true,
    r: known.length === 2 ? c.say.ratioOf(known, times) : c.say.rivalsRatio(times, "unsaid", null),
    p:
      entry.relation !== "about" && Number(entry.value) === 1
        ? c.say.ratioOrder(entry.relation === "more_than" || entry.relation === "at_least", found.holds)
        : c.say.ratioPublished(figureText(entry, c.lang), entry.relation, found.holds),
    n:
      [apart.p, apart.n].flatMap((text) => (text ? [upperFirst(text)] : [])).join(c.say.end + c.say.space) || undefined,
  };
}

/** What two answers differ in most, and what both leave out. */
function apartBy(c: KindContext, x: EvaluateAnswer, y: EvaluateAnswer): Pick<Parts, "p" | "n"> {
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
  return {
    p: factor
      ? c.say.rivalsFactor(
          longName(c.files, factor.id, c.lang),
          show(factor.a, factor.unit),
          show(factor.b, factor.unit),
        )
      : undefined,
    n: names.length > 0 ? c.say.bothLeaveOut(names) : undefined,
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

function record(c: KindContext): Parts {
  const entry = headline(c.claim);
  const source = entry?.source ?? c.claim.chain[0] ?? c.claim.appears_in[0]?.source ?? "";
  const finding = c.claim.findings[0];
  return {
    apart: true,
    r: c.say.recordSaid(whoIs(c.files, source), yearOf(c.files, source), trimEnd(c.claim.statement[c.lang])),
    p: finding ? c.say.recordShows(trimEnd(finding.source_says[c.lang])) : undefined,
  };
}
