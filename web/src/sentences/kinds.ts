/** Slots of the other kinds: interval, equivalence, ordering, record; kinds_beside.ts has rivals and ratios. */
import type { EvaluateAnswer, OutputState } from "../engine/types";
import { formatQuantity, formatSpan, isChinese, type QuantityOptions, spanDigits } from "../format/index";
import { figureText, inUnit, leftOut, mainOutput, placementOf, shownUnit, twoDigits } from "./figures";
import { beside, joined, phrases } from "./kinds_beside";
import { comesOut, endPosition } from "./place";
import type { Kinds } from "./sentences";
import { headline, longName, ratioFigure, shortName, sourceOfLink, whoIs, yearOf } from "./words";
import { isCountedUnit, isHeld, need, placed, range, trimEnd } from "./placed";
import type { KindContext, Parts } from "./types";

export const otherKinds: Kinds = {
  phrases,
  clauses(c) {
    switch (c.claim.kind) {
      case "equivalence":
        return equivalence(c);
      case "ordering":
        // What is set in order may be two scenarios instead of populations.
        return ratioFigure(c.claim) && !c.populations?.length ? beside(c) : ordering(c);
      case "record":
        return record(c);
      case "interval":
        return interval(c);
      default:
        return beside(c);
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
  const yes = placement !== null && comesOut(placement, output.summary.median);
  const p = placement ? c.say.comesOut(yes, entry ? figureText(entry, c.lang) : "") : undefined;
  return {
    r,
    p,
    n: joined(c, [yes ? c.say.conversionAlone : undefined, others.length > 0 ? c.say.clause(others) : undefined]),
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

function record(c: KindContext): Parts {
  const entry = headline(c.claim);
  const source =
    entry?.source ?? (c.claim.chain[0] && sourceOfLink(c.claim.chain[0])) ?? c.claim.appears_in[0]?.source ?? "";
  const finding = c.claim.findings[0];
  return {
    apart: true,
    r: c.say.recordSaid(whoIs(c.files, source), yearOf(c.files, source), trimEnd(c.claim.statement[c.lang])),
    p: finding ? c.say.recordShows(trimEnd(finding.source_says[c.lang])) : undefined,
  };
}
