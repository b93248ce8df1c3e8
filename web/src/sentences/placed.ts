/** Slots of claims that are placed on a range: E gap, R range, P position, N need. */
import type { Lang, Published, SolveAnswer } from "../engine/types";
import {
  formatNumber,
  formatQuantity,
  formatRange,
  formatSpan,
  isChinese,
  parseUnit,
  rounded,
  spanDigits,
  unitLabel,
} from "../format/index";
import { figureText, inUnit, placementOf, rangeDigits, resultText, shownUnit, spreading, twoDigits } from "./figures";
import type { NeedWords, RangeWords } from "./phrases";
import { pointPosition, thresholdPosition, timesBeyond } from "./place";
import { headline, scenarioEntry, shortName, upperFirst, yearOf } from "./words";
import type { Context, Parts } from "./types";

/** The driver's value is held because no source gives a range for it. */
export function isHeld(c: Context): boolean {
  const driver = c.answer.inputs.find((input) => input.id === c.claim.driver);
  return driver !== undefined && driver.range === "unknown" && !driver.changed && c.answer.scenario !== "as_published";
}

function gap(c: Context): string | undefined {
  if (!isHeld(c)) return undefined;
  return c.claim.gap ? trimEnd(c.claim.gap[c.lang]) : c.say.gapUnknown(shortName(c.files, c.claim.driver, c.lang));
}

export function range(
  c: Context,
  low = c.output.summary.p05,
  high = c.output.summary.p95,
  figures: readonly Published[] = [],
): Parts {
  const unit = shownUnit(figures[0] ?? headline(c.claim), c.output);
  const lo = inUnit(low, c.output.unit, unit);
  const hi = inUnit(high, c.output.unit, unit);
  const point = low === high;
  const placedAt = figures
    .flatMap((entry) => placementOf(c.output, entry)?.value ?? [])
    .map((value) => inUnit(value, c.output.unit, unit));
  const digits = point ? pointDigits(c, lo, figures) : rangeDigits(lo, hi, placedAt, c.output.summary.digits);
  const result = resultText(lo, hi, point, digits, unit, c.lang);
  const text = c.say.range({ ...rangeWords(c), result });
  const noRange = c.answer.scenario === "as_published" && !("sourced_then" in c.claim.scenarios) && !c.answer.changed;
  return { e: noRange ? upperFirst(c.say.noRangeYet) : gap(c), r: text };
}

/** A result without spread is shown with the figure's own digits, and three at the least. */
function pointDigits(c: Context, value: number, figures: readonly Published[]): number {
  const entry = figures[0];
  if (!entry) return Math.max(3, c.output.summary.digits);
  const figure = entry.value.trim().split(/\s/)[0] ?? "";
  const own = figure.replace(/e.*$/i, "").replace(/^[-+]/, "").replace(".", "").replace(/^0+/, "");
  const shown = (figure.includes(".") ? own : own.replace(/0+$/, "")).length;
  void value;
  return Math.min(6, Math.max(3, shown));
}

function rangeWords(c: Context): Omit<RangeWords, "result"> {
  const spread = spreading(c.answer, c.output.id);
  const names = (kind: "sourced" | "assumed"): { shown: string[]; more: number } => {
    const all = spread
      .filter((input) => (kind === "assumed") === (input.range === "assumed"))
      .map((input) => shortName(c.files, input.id, c.lang));
    const unique = [...new Set(all)];
    const keep = unique.length <= 3 ? unique.length : 2;
    return { shown: unique.slice(0, keep), more: unique.length - keep };
  };
  const sourced = names("sourced");
  const assumed = names("assumed");
  const scenario = c.answer.scenario;
  return {
    held: isHeld(c) ? held(c) : null,
    sourced: sourced.shown,
    sourcedMore: sourced.more,
    assumed: assumed.shown,
    assumedMore: assumed.more,
    scenario:
      scenario === "as_published" || scenario === "sourced_then" || scenario === "sourced_now" ? scenario : "other",
    changed: c.answer.changed,
  };
}

function held(c: Context): RangeWords["held"] {
  const driver = c.answer.inputs.find((input) => input.id === c.claim.driver);
  if (!driver) return null;
  const entry = scenarioEntry(c.claim, c.answer.scenario, c.claim.driver);
  const value = bareCount(driver.value.median, driver.unit, c.lang, 6);
  return { value, year: yearOf(c.files, entry?.source), modality: c.claim.modality };
}

export function placed(c: Context): Parts {
  const entry = headline(c.claim);
  if (!entry || entry.output !== c.output.id) return range(c);
  const parts = range(c, undefined, undefined, [entry]);
  if (c.answer.scenario === "as_published" && !c.answer.changed) return { ...parts, n: need(c, entry) };
  return { ...parts, p: position(c, entry), n: need(c, entry) };
}

function position(c: Context, entry: Published): string | undefined {
  const placement = placementOf(c.output, entry);
  if (!placement) return undefined;
  const summary = c.output.summary;
  const figure = figureText(entry, c.lang);
  const near = placement.shape_guard === "near_edge";
  if (placement.relation !== "about") {
    const known = placement.position;
    const where =
      known === "above" || known === "below" || known === "inside"
        ? known
        : thresholdPosition(placement.value, summary);
    return c.say.threshold(figure, near ? "inside" : where);
  }
  const known = placement.position;
  const where =
    known === "below" || known === "lower" || known === "middle" || known === "upper" || known === "above"
      ? known
      : pointPosition(placement.value, summary);
  const times = placement.times ?? timesBeyond(placement.value, summary);
  return c.say.point(
    figure,
    where,
    near,
    times === null ? null : twoDigits(times, c.lang),
    summary.p05 === summary.p95,
  );
}

/** Plural noun of a counted driver ("servers"); null where the driver is a measured thing. */
function driverNoun(unit: string, lang: Lang): string | null {
  const noun = isCountedUnit(unit) ? unitLabel(unit, "en").text : "";
  return noun === "" ? null : lang === "en" ? noun : "";
}

/** A number whose noun stands beside it: "3,600", 「3600 台」; with its unit where it measures. */
export function bareCount(value: number, unit: string, lang: Lang, digits: number): string {
  if (lang === "en" && isCountedUnit(unit)) return formatNumber(value, lang, { digits });
  return formatQuantity(value, unit, lang, { digits, counter: true });
}

export function isCountedUnit(unit: string): boolean {
  const [only, ...more] = parseUnit(unit);
  if (!only || more.length > 0 || only.exponent !== 1 || only.prefix !== "") return false;
  return /\|./.test(only.atom?.zh[0] ?? ""); // has a noun of its own beside its measure word
}

export function need(c: Context, entry: Published, end: "low" | "high" | null = null): string | undefined {
  const { solve, say, lang } = c;
  if (!solve || !solve.ok) return undefined;
  const driver = c.answer.inputs.find((input) => input.id === solve.input);
  if (!driver) return undefined;
  const name = shortName(c.files, solve.input, lang);
  if (solve.crossings.length === 0) {
    const [low, high] = [solve.searched.low, solve.searched.high].map((end) =>
      bareCount(end, driver.unit, lang, 3),
    ) as [string, string];
    return say.needNone(name, low, high);
  }
  const noun = driverNoun(driver.unit, lang);
  const values = solve.crossings.slice(0, 2).map((crossing) => bareCount(crossing.value, driver.unit, lang, 2));
  const words: NeedWords = {
    relation: entry.relation,
    end,
    noun,
    such: isHeld(c),
    input: name,
    value: say.or([...new Set(values)]),
    span: spanText(solve, driver.unit, lang),
    partial: solve.span !== null && solve.span.share < 0.995,
  };
  return say.need(words);
}

function spanText(solve: SolveAnswer, unit: string, lang: Lang): string | null {
  const span = solve.span;
  const value = solve.crossings[0]?.value;
  if (!span || value === undefined) return null;
  const digits = spanDigits(span.p05, span.p95);
  // A span that prints as the value itself adds nothing.
  if (rounded(span.p05, digits) === rounded(span.p95, digits)) return null;
  if (!isChinese(lang)) return formatSpan(span.p05, span.p95, lang, { digits });
  return formatRange(span.p05, span.p95, unit, lang, { digits, counter: true, rate: false });
}

/** Text of the dataset without its full stop: a slot adds its own. */
export function trimEnd(text: string): string {
  return text.trim().replace(/[.\u3002]$/, "");
}
