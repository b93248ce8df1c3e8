/** What a language must be able to say for the main sentence. Every part arrives as finished text; a phrase puts parts in order.
 * Phrases carry no punctuation at their end; sentences.ts adds it. */
import type { Claim, EndPosition, PointPosition, ThresholdPosition } from "../engine/types";
import type { Origin } from "./origins";

export interface RangeWords {
  /** The driver's held value, with its year and the noun of its kind; null when nothing is held. */
  held: { value: string; year: number | null; kind: "measured" | "estimate" | "forecast" | "figure" } | null;
  /** Names of inputs with ranges from sources, and how many more there are. */
  sourced: readonly string[];
  sourcedMore: number;
  assumed: readonly string[];
  assumedMore: number;
  scenario: "as_published" | "sourced_then" | "sourced_now" | "other";
  changed: boolean;
  /** "400,000–620,000 kWh a day", with the word for "about" where the language wants one. */
  result: string;
  /** What the result is, where its unit does not say it: a share. */
  of: string | null;
}

export interface NeedWords {
  relation: "about" | "more_than" | "less_than" | "at_least" | "at_most";
  /** Which end of a published range is meant. */
  end: "low" | "high" | null;
  /** Plural noun of a counted unit ("servers"), else null and the input is named. */
  noun: string | null;
  /** Say "such": the value held was named before. */
  such: boolean;
  input: string;
  value: string;
  span: string | null;
  /** The span exists for part of the combinations. */
  partial: boolean;
}

export interface RivalWords {
  figure: string;
  /** What its own inputs give, where that is not the figure; null where it is. Missing where nothing was recomputed. */
  given?: string | null;
  /** Whose its inputs are, where not all are the author's own. */
  origin?: Origin | undefined;
}

export interface Phrases {
  /** How many times one thing is another. */
  times(count: string): string;
  list(items: readonly string[]): string;
  /** R, P and N as sentences with their end marks; P hangs on R. */
  flow(range: string, position: string, need: string | undefined): string;
  end: string;
  space: string;
  prefix(text: string): string;
  gapUnknown(input: string): string;
  range(words: RangeWords): string;
  noRangeYet: string;
  /** `example`: the figure is that of our example, where the text gives none. */
  point(
    figure: string,
    position: PointPosition,
    nearEdge: boolean,
    times: string | null,
    single: boolean,
    example: boolean,
  ): string;
  threshold(figure: string, position: ThresholdPosition, single: boolean): string;
  /** A published figure with what it does not count, and the range beside it does. */
  without(figure: string, names: readonly string[]): string;
  need(words: NeedWords): string;
  needNone(input: string, low: string, high: string): string;
  or(items: readonly string[]): string;
  scope(modality: Claim["modality"], system: string, boundary: string): string;
}

/** What kinds say that are not placed on a range, beside the phrases of all. */
export interface KindPhrases {
  /** Joins clauses of one rank: countries of a conversion. */
  clause(parts: readonly string[]): string;
  interval(low: EndPosition, high: EndPosition, overlap: boolean, leftOut: readonly string[]): string;
  /** `result` comes without a word for "about". */
  equivalence(what: string, result: string, label: string | null, each: string | null): string;
  /** A conversion into something that is measured, not counted. */
  equivalenceIn(what: string, name: string, result: string): string;
  comesOut(yes: boolean, figure: string): string;
  population(label: string, result: string | null): string;
  separate: string;
  /** What "the conversion comes out" is about. */
  conversionAlone: string;
  orderingOf(
    subject: string | null,
    object: string | null,
    parts: readonly { label: string; ratio: string; value: string | null }[],
  ): string;
  ordering(side: "differ" | "higher" | "lower" | "same"): string;
  /** `sides`: the page's own figure and its rival's; null where they are two of one claim. */
  rivalsRatio(times: string | null, sides: { own: RivalWords; other: RivalWords; more: boolean } | null): string;
  /** A scenario of the claim that has no label of its own. */
  scenarioName(id: string): string;
  /** Two scenarios' values; `times` is null where they are about the same. */
  ratioOf(sides: readonly { label: string; value: string }[], times: string | null): string;
  ratioPublished(figure: string, relation: NeedWords["relation"], holds: boolean): string;
  /** What was published is which of the two is more. */
  ratioOrder(more: boolean, holds: boolean): string;
  /** `larger`: the first value is the larger figure's; else the first scenario's. */
  rivalsFactor(name: string, a: string, b: string, larger: boolean): string;
  /** Of two sums; `counted`: the range shown beside them counts it. */
  bothLeaveOut(names: readonly string[], counted: boolean): string;
  recordSaid(who: string, year: number | null, statement: string): string;
  recordShows(text: string): string;
}
