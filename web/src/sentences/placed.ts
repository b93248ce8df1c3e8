/** Slots of claims that are placed on a range: E gap, R range, P position, N need. */
import type { InputState, Lang, Published, SolveAnswer } from "../engine/types";
import {
  formatNumber,
  formatQuantity,
  formatRange,
  convert,
  formatSpan,
  isChinese,
  parseUnit,
  rounded,
  spanDigits,
  unitLabel,
} from "../format/index";
import {
  figureText,
  inUnit,
  leftOut,
  placementOf,
  rangeDigits,
  resultText,
  shownUnit,
  spreading,
  twoDigits,
  withoutYear,
} from "./figures";
import type { NeedWords, RangeWords } from "./phrases";
import { pointPosition, thresholdPosition, timesBeyond } from "./place";
import { headline, linkKind, longName, scenarioEntry, shortName, upperFirst, yearOf } from "./words";
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
  const digits = point ? pointDigits(c, figures) : rangeDigits(lo, hi, placedAt, c.output.summary.digits);
  const result = resultText(lo, hi, point, digits, unit, c.lang);
  const of = unit === "%" ? longName(c.files, c.output.id, c.lang) : null;
  const text = c.say.range({ ...rangeWords(c), result, of });
  const noRange = c.answer.scenario === "as_published" && !("sourced_then" in c.claim.scenarios) && !c.answer.changed;
  return { e: noRange ? upperFirst(c.say.noRangeYet) : gap(c), r: text };
}

/** A result without spread is shown with the figure's own digits, and three at the least. */
function pointDigits(c: Context, figures: readonly Published[]): number {
  const entry = figures[0];
  if (!entry) return Math.max(3, c.output.summary.digits);
  const figure = entry.value.trim().split(/\s/)[0] ?? "";
  const own = figure.replace(/e.*$/i, "").replace(/^[-+]/, "").replace(".", "").replace(/^0+/, "");
  const shown = (figure.includes(".") ? own : own.replace(/0+$/, "")).length;
  return Math.min(6, Math.max(3, shown));
}

function rangeWords(c: Context): Omit<RangeWords, "result" | "of"> {
  const spread = spreading(c.answer, c.output.id);
  const names = (kind: "sourced" | "assumed"): { shown: string[]; more: number } => {
    const all = spread
      .filter((input) => (kind === "assumed") === (input.range === "assumed"))
      .map((input) => shortName(c.files, input.id, c.lang));
    const unique = [...new Set(all)];
    // Of a pair, the difference is what names inputs.
    const most = c.claim.kind === "rivals" ? 1 : 3;
    const keep = unique.length <= most ? unique.length : most - 1;
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
  const count = bareCount(driver.value.median, driver.unit, c.lang, 6);
  const value = driver.unit === "1" && driver.id.endsWith("_ratio") ? c.say.times(count) : count;
  const { modality } = c.claim;
  // The claim's modality is that of the author's own value; whatever else is held is a figure.
  const own = driver.value.median === (driver.published_value ?? driver.value).median;
  const seen = driver.evidence === "read" || driver.evidence === "quoted";
  const kind = !own || modality === "upper_bound" ? "figure" : modality === "measured" && !seen ? "estimate" : modality;
  return { value, year: yearOf(c.files, entry?.source), kind };
}

export function placed(c: Context): Parts {
  const entry = headline(c.claim);
  if (!entry || entry.output !== c.output.id) return range(c);
  const parts = range(c, undefined, undefined, [entry]);
  if (c.answer.scenario === "as_published" && !c.answer.changed) return { ...parts, n: need(c, entry) };
  return { ...parts, p: position(c, entry), n: need(c, entry) };
}

/** The published figure, with what the author left out and the range beside it counts. What is set in order has no figure. */
function figureOf(c: Context, entry: Published): string {
  const figure = figureText(entry, c.lang);
  if (c.claim.kind === "ordering") return figure;
  const names = leftOut(c.published ?? c.answer, c.output.id, c.answer).map(({ id }) => shortName(c.files, id, c.lang));
  return names.length === 0 ? figure : c.say.without(figure, [...new Set(names)]);
}

function position(c: Context, entry: Published): string | undefined {
  const placement = placementOf(c.output, entry);
  if (!placement) return undefined;
  const summary = c.output.summary;
  const figure = figureOf(c, entry);
  const near = placement.shape_guard === "near_edge";
  if (placement.relation !== "about") {
    const known = placement.position;
    const where =
      known === "above" || known === "below" || known === "inside"
        ? known
        : thresholdPosition(placement.value, summary);
    return c.say.threshold(figure, near ? "inside" : where, summary.p05 === summary.p95);
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
    entry.role === "original" && linkKind(c.claim, entry.source) === "example",
  );
}

/** Plural noun of a driver that is the number of those things ("servers"); null where it must be named. */
function driverNoun(driver: InputState, lang: Lang): string | null {
  if (!isCountedUnit(driver.unit) || driver.id !== `${driver.unit}s`) return null;
  return lang === "en" ? unitLabel(driver.unit, "en").text : "";
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
  if (!driver || isSame(c, driver)) return undefined;
  const name = shortName(c.files, solve.input, lang);
  if (solve.crossings.length === 0) {
    const [low, high] = [solve.searched.low, solve.searched.high].map((end) =>
      bareCount(end, driver.unit, lang, 3),
    ) as [string, string];
    return say.needNone(name, low, high);
  }
  const noun = driverNoun(driver, lang);
  const crossings = solve.crossings.slice(0, 2).map((crossing) => crossing.value);
  const point = c.output.summary.p05 === c.output.summary.p95;
  // Nothing is needed that is not given already.
  if (point && crossings.some((value) => near(value, driver.value.median))) return undefined;
  const unit = withoutYear(driver.unit);
  const rate = noun !== null || !saysRate(name, unit, lang);
  const values = crossings.map((value) =>
    needed(value, point ? driver.value.median : null, { unit, rate, noun: noun !== null }, lang),
  );
  const words: NeedWords = {
    relation: entry.relation,
    end,
    noun,
    such: isHeld(c),
    input: name,
    value: say.or([...new Set(values)]),
    span: spanText(solve, unit, lang),
    partial: solve.span !== null && solve.span.share < 0.995,
  };
  return say.need(words);
}

/** The same, but for what sampling adds. */
function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-3 * Math.abs(b);
}

/** The result is the driver itself: to say what it would have to be would say the figure again. */
function isSame(c: Context, driver: InputState): boolean {
  const there = convert(driver.value.median, driver.unit, c.output.unit);
  return there !== null && driver.unit !== "1" && near(there, c.output.summary.median);
}

/** Two digits; beside a result without spread more, where two would print the value as what it is set to now. */
function needed(
  value: number,
  now: number | null,
  { unit, rate, noun }: { unit: string; rate: boolean; noun: boolean },
  lang: Lang,
): string {
  let digits = 2;
  while (now !== null && digits < 4 && rounded(value, digits) === rounded(now, digits)) ++digits;
  if (lang === "en")
    return isCountedUnit(unit) || (!rate && isCountedUnit(unit.split("/")[0] ?? ""))
      ? formatNumber(value, lang, { digits })
      : formatQuantity(value, unit, lang, { digits, rate });
  // A measure word that counts anything does not stand for its noun.
  const measure = unitLabel(unit, lang).text;
  return formatQuantity(value, unit, lang, { digits, rate, counter: !noun || !/[\u4e2a\u500b]/.test(measure) });
}

/** The name says already what the unit is a rate of: "price of one server", 「每台服务器价格」. */
function saysRate(name: string, unit: string, lang: Lang): boolean {
  const below = parseUnit(unit).filter((factor) => factor.exponent < 0);
  return (
    below.length > 0 &&
    below.every(({ atom, prefix }) => {
      if (!atom || prefix !== "") return false;
      if (!isChinese(lang)) return name.includes(atom.spoken[0].split(" ").pop() as string);
      const word = atom.zh[lang === "zh-Hant" ? 1 : 0];
      const noun = (word.split("|")[1] ?? word).trim();
      return name.includes(noun) || (noun === "\u5929" && name.includes("\u65e5"));
    })
  );
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
