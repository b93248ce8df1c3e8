import { list, upperFirst } from "./words";
import type { Phrases, RangeWords } from "./phrases";

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
const kPart = { lower: "its lower part", middle: "its middle", upper: "its upper part" } as const;

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
    const count = names.length + more;
    if (count === 0) return;
    const noun = count === 1 ? `${article} ${kind} range` : `${kind} ranges`;
    parts.push(names.length === 0 ? noun : `${noun} of ${named(names, more)}`);
    ranges += count;
  };
  add("sourced", "a", w.sourced, w.sourcedMore);
  add("assumed", "an", w.assumed, w.assumedMore);
  return parts.length === 0
    ? { text: "the sourced values", plural: true }
    : { text: parts.join(" and "), plural: ranges > 1 };
}

export const phrasesEn: Phrases = {
  times: (count) => `${count} times`,
  list,
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
    const source = year ? `${String(year).startsWith("8") ? "an" : "a"} ${year} ${noun}` : `${article} ${noun}`;
    const held = w.held && !w.changed && w.scenario !== "as_published" ? `With ${source} (${w.held.value}), ` : "";
    const lead = w.scenario === "sourced_now" ? "For a different system, later, " : held;
    return `${lead}${text} ${verb} ${w.result}${w.of === null ? "" : ` (${w.of})`}`;
  },
  noRangeYet: "no sourced range yet",
  point: (figure, position, nearEdge, times, single, example) => {
    const it = example ? `our example's ${figure}` : `the published ${figure}`;
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
          ? `${it} lies below the range, whose low end is about ${times} times that`
          : `${it} lies below the range`;
    if (position === "above")
      return nearEdge
        ? `${it} lies near the edge of the range, at its high end`
        : times
          ? `${it} lies above the range, at about ${times} times the high end`
          : `${it} lies above the range`;
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
  without: (figure, names) => `${figure} (${list(names)} left out)`,
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
  scope: (modality, system, boundary) => `${kModality[modality]} for ${system}; ${boundary}`,
};
