import { upperFirst } from "./words";
import type { Phrases, RangeWords } from "./phrases";

function list(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

function named(items: readonly string[], more: number): string {
  return list(more > 0 ? [...items, `${more} more`] : items);
}

const kHeld = {
  measured: "measurement",
  estimate: "estimate",
  forecast: "forecast",
  figure: "figure",
} as const;
const kModality = {
  measured: "Measured",
  estimate: "Estimate",
  upper_bound: "Upper bound",
  forecast: "Forecast",
} as const;
const kEnd = { higher: "higher", same: "about the same", lower: "lower" } as const;
const kPart = { lower: "its lower part", middle: "its middle", upper: "its upper part" } as const;

const kScenario: Record<string, string> = {
  as_published: "author's inputs",
  sourced_then: "sourced range",
  sourced_now: "a different system, later",
};
const kRelation = {
  about: "",
  more_than: "more than ",
  less_than: "less than ",
  at_least: "at least ",
  at_most: "at most ",
} as const;

const kAim = {
  about: ["to give that figure it takes", "for that figure"],
  more_than: ["to exceed it takes", "to exceed it"],
  at_least: ["to reach it takes", "to reach it"],
  at_most: ["to stay within it takes", "to stay within it"],
  less_than: ["to stay below it takes", "to stay below it"],
} as const;

function subject(w: RangeWords): { text: string; plural: boolean } {
  if (w.changed) return { text: "these inputs", plural: true };
  if (w.scenario === "as_published") return { text: "the author's inputs", plural: true };
  const parts: string[] = [];
  let ranges = 0;
  const add = (kind: string, article: string, names: readonly string[], more: number): void => {
    if (names.length === 0) return;
    const one = names.length + more === 1;
    parts.push(`${one ? `${article} ${kind} range` : `${kind} ranges`} of ${named(names, more)}`);
    ranges += names.length + more;
  };
  add("sourced", "a", w.sourced, w.sourcedMore);
  add("assumed", "an", w.assumed, w.assumedMore);
  return parts.length === 0
    ? { text: "the sourced values", plural: true }
    : { text: parts.join(" and "), plural: ranges > 1 };
}

/** A label in the middle of a sentence; names keep their capital. */
function small(label: string): string {
  return /^(As|At|By|From|In|On|The|With|Without|Author's) /.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}

export const phrasesEn: Phrases = {
  list,
  clause: (parts) => parts.join("; "),
  flow: (range, position, need) => `${range}; ${position}.${need === undefined ? "" : ` ${upperFirst(need)}.`}`,
  end: ".",
  space: " ",
  prefix: (text) => `With your settings: ${text}`,
  gapUnknown: (input) => `no source gives a range for ${input}`,
  range: (w) => {
    const { text, plural } = subject(w);
    const verb = plural ? "give" : "gives";
    const year = w.held?.year;
    const noun = w.held ? kHeld[w.held.kind] : "";
    const article = /^[aeiou]/.test(noun) ? "an" : "a";
    const source = year
      ? `${String(year).startsWith("8") ? "an" : "a"} ${year} ${noun}`
      : `the author's ${noun || article}`;
    const held = w.held && !w.changed && w.scenario !== "as_published" ? `With ${source} (${w.held.value}), ` : "";
    const lead = w.scenario === "sourced_now" ? "For a different system, later, " : held;
    return `${lead}${text} ${verb} ${w.result}`;
  },
  noRangeYet: "no sourced range yet",
  point: (figure, position, nearEdge, times, single) => {
    const it = `the published ${figure}`;
    if (single)
      return position === "below"
        ? `${it} is below it${times ? `, which is about ${times} times as much` : ""}`
        : position === "above"
          ? `${it} is above it${times ? `, about ${times} times as much` : ""}`
          : `${it} is about the same`;
    if (position === "below")
      return nearEdge
        ? `${it} lies near the edge of the range, at its low end`
        : times
          ? `${it} lies below; the low end is about ${times} times that`
          : `${it} lies below`;
    if (position === "above")
      return nearEdge
        ? `${it} lies near the edge of the range, at its high end`
        : times
          ? `${it} lies above, at about ${times} times the high end`
          : `${it} lies above`;
    return `${it} lies in ${kPart[position]}${nearEdge ? ", near its edge" : ""}`;
  },
  threshold: (figure, position, single) =>
    single
      ? position === "inside"
        ? `the published ${figure} is about the same`
        : `that is ${position} ${figure}`
      : position === "inside"
        ? `${figure} lies inside the range`
        : `the whole range is ${position} ${figure}`,
  interval: (low, high, overlap, leftOut) => {
    const ends =
      low === high
        ? `both published ends are ${kEnd[low]}`
        : `the published low end is ${kEnd[low]}, the high end ${kEnd[high]}`;
    return (
      ends +
      (overlap ? "" : ", and the two ranges do not overlap") +
      (leftOut.length > 0 ? `; the published range leaves ${list(leftOut)} out` : "")
    );
  },
  need: (w) => {
    const span = w.span === null ? "" : ` (${w.span}${w.partial ? ", where there is one" : ""})`;
    const aim =
      w.end === null ? kAim[w.relation] : ([`to give the ${w.end} end it takes`, `for the ${w.end} end`] as const);
    if (w.noun !== null) {
      const [lead] = aim;
      return `${lead} about ${w.value} ${w.such ? "such " : ""}${w.noun}${span}`;
    }
    return `${aim[1]}, ${w.input} would be about ${w.value}${span}`;
  },
  needNone: (input, low, high) => `for ${input}, no value between ${low} and ${high} does it`,
  or: (items) => items.join(" or about "),
  equivalence: (what, result, label, each) => {
    const note = [label, each].filter((part) => part !== null).join(": ");
    return `${what} comes to about ${result}${note === "" ? "" : ` (${note})`}`;
  },
  equivalenceIn: (what, name, result) => `for ${what}, the ${name} is about ${result}`,
  comesOut: (yes, figure) => (yes ? "the conversion comes out" : `the published ${figure} differs`),
  population: (label, result) => `${label}: ${result ?? "no sourced figure yet"}`,
  separate: "whether the quantity itself holds is separate \u2192",
  orderingOf: (a, b, parts) => {
    const each = list(
      parts.map(
        (part) =>
          `about ${part.ratio === "1" ? "1.0" : part.ratio} times (${part.label}${part.value === null ? "" : `, ${part.value}`})`,
      ),
    );
    if (a === null || b === null) return `the ratio is ${each}`;
    return `${a} against ${b}: ${each}`;
  },
  ordering: (side) =>
    side === "differ"
      ? "which is higher depends on which is meant"
      : side === "same"
        ? "the two are about the same"
        : `the first is ${side} in each`,
  rivalsRatio: (times, recomputed) => {
    const ratio =
      times === null ? "the two figures are about the same" : `one figure is about ${times} times the other`;
    const sums = {
      both: "; each can be recomputed from its own inputs",
      one: "; one of them can be recomputed from its own inputs",
      none: "; neither comes out of its own inputs",
      unsaid: "",
    };
    return ratio + sums[recomputed];
  },
  scenarioName: (id) => kScenario[id] ?? id.replace(/_/g, " "),
  ratioOf: (sides, times) =>
    [
      ...sides.map(({ label, value }, i) => `${i > 0 ? small(label) : label}: ${value}`),
      times === null ? "the two are about the same" : `the first is about ${times} times the second`,
    ].join("; "),
  ratioPublished: (figure, relation, holds) =>
    `the published figure is ${kRelation[relation]}${figure}${holds ? ": it comes out of these inputs" : ""}`,
  ratioOrder: (more, holds) =>
    `the article has the first ${more ? "above" : "below"} the second${holds ? ", as these inputs do" : ""}`,
  rivalsFactor: (name, a, b) => `the main difference is ${name}: ${a} against ${b}`,
  bothLeaveOut: (names) => `both leave ${list(names)} out`,
  recordSaid: (who, year, statement) => `${who}${year === null ? "" : `, ${year}`}: ${statement}`,
  recordShows: (text) => `the record shows: ${text}`,
  scope: (modality, system, boundary) => `${kModality[modality]} for ${system}; ${boundary}`,
};
