import type { KindPhrases } from "./phrases";
import type { Origin } from "./origins";
import { list } from "./words";

const kEnd = { higher: "higher", same: "about the same", lower: "lower" } as const;
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

/** Whose inputs a side's figure can be recomputed from, and what it is that gives another figure. */
const kInputs = {
  own: ["its own inputs", "own inputs give"],
  inferred: ["its inferred origin", "inferred origin gives"],
  example: ["our example", "example of ours gives"],
  rebuilt: ["inputs partly worked back", "inputs, partly worked back, give"],
} as const;

/** A label in the middle of a sentence; names keep their capital. */
function small(label: string): string {
  return /^(As|At|By|From|In|On|The|With|Without|Author's) /.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}

export const kindsEn: KindPhrases = {
  clause: (parts) => parts.join("; "),
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
  equivalence: (what, result, label, each) => {
    const note = [label, each].filter((part) => part !== null).join(": ");
    return `${what} comes to about ${result}${note === "" ? "" : ` (${note})`}`;
  },
  equivalenceIn: (what, name, result) => `for ${what}, the ${name} is about ${result}`,
  comesOut: (yes, figure) => (yes ? "the conversion comes out" : `the published ${figure} differs`),
  population: (label, result) => `${label}: ${result ?? "no sourced figure yet"}`,
  conversionAlone: "what comes out is the conversion; it says nothing about the quantity",
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
  rivalsRatio: (times, sides) => {
    const ratio =
      times === null
        ? "the two figures are about the same"
        : sides === null
          ? `one figure is about ${times} times the other`
          : sides.more
            ? `this figure, ${sides.own.figure}, is about ${times} times the other, ${sides.other.figure}`
            : `the other figure, ${sides.other.figure}, is about ${times} times this one, ${sides.own.figure}`;
    const [own, other] = [sides?.own.given, sides?.other.given];
    if (own === undefined || other === undefined) return ratio;
    const [mine, theirs] = [sides?.own.origin, sides?.other.origin];
    if (own === null && other === null && !mine && !theirs)
      return `${ratio}; each can be recomputed from its own inputs`;
    const gives = (which: string, text: string | null, origin: Origin | undefined): string => {
      const [from, give] = origin ? kInputs[origin] : kInputs.own;
      return text === null ? `${which} can be recomputed from ${from}` : `${which}'s ${give} ${text}`;
    };
    return `${ratio}; ${gives("this one", own, mine)}, ${gives("the other", other, theirs)}`;
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
  bothLeaveOut: (names, counted) => `both sums leave ${list(names)} out${counted ? "; the range does not" : ""}`,
  recordSaid: (who, year, statement) => `${who}${year === null ? "" : `, ${year}`}: ${statement}`,
  recordShows: (text) => `the record shows: ${text}`,
};
