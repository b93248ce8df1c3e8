/** What the author's inputs give, and how that stands to what was published. Printed by the build. */
import type { EvaluateAnswer, Lang, Published } from "../engine/types";
import { figureDigits, formatQuantity, rounded } from "../format";
import { messages } from "../messages";
import { ownWord } from "../messages/own";
import { figureText, inUnit, mainOutput, placementOf, shownUnit } from "../sentences/figures";
import { tidy } from "../sentences/sentences";
import type { Origin } from "../sentences/origins";
import { headline } from "../sentences/words";
import { claimOf, isAuthors, type ClaimData, type View } from "./data";

/** "" where the sentence has said it: of rivals, of a ratio of two scenarios, where the bar shows those inputs, and of a
 * conversion, which is shown with the very inputs of the article. */
export function ownLine(view: View): string {
  const { lang, data } = view;
  const claim = claimOf(data);
  const ends = [headline(claim, "low"), headline(claim, "high")].filter((entry) => entry?.end !== undefined);
  const entries = (ends.length > 0 ? ends : [headline(claim)]).filter((entry) => entry !== null);
  const answers: Record<string, EvaluateAnswer> = { ...data.others, [data.published.scenario]: data.published };
  const output = claim.outputs[0] ?? "";
  const sums = entries.flatMap((entry) => {
    const answer = entry.output === output ? answers[entry.scenario] : undefined;
    const state = answer && mainOutput(answer, output);
    if (!state) return [];
    const placement = placementOf(state, entry);
    const off = Math.abs(state.summary.median / (placement?.value ?? Number.NaN) - 1);
    return [{ entry, state, holds: placement?.holds ?? false, alike: off <= kAlike }];
  });
  if (sums.length === 0 || claim.kind === "rivals" || claim.kind === "record" || view.populations.length > 0) return "";
  if (view.answer.scenario === "as_published") return "";
  const text = ({ entry, state, holds }: (typeof sums)[number]): string => {
    const unit = shownUnit(entry, state);
    const value = inUnit(state.summary.median, state.unit, unit);
    const plain = unit === "" || unit === "1";
    const number = formatQuantity(value, plain ? "1" : unit, lang, { digits: digitsOf(value, entry, holds) });
    const amount = plain ? ownWord(lang, "times", { value: number }) : number;
    return entry.relation === "about" && !holds
      ? ownWord(lang, "not", { value: amount, figure: figureText(entry, lang) })
      : amount;
  };
  const exact = sums.every(({ entry, holds, alike }) => holds && alike && entry.relation === "about");
  const what = exact
    ? ownWord(lang, sums.length > 1 ? "figures" : "figure")
    : [...new Set(sums.map(text))].join(messages[lang].a11y.list);
  return tidy(ownWord(lang, whoseSum(data), { what }), lang);
}

/** So near it is the published figure to a reader, too; a figure printed to one digit may be further away. */
const kAlike = 0.05;

/** Whose inputs the sum of `as_published` is made of: the author's own; of one text that is our inference or our example;
 * or the author's with others put in. */
export function whoseSum(data: ClaimData): "own" | "inferred" | "example" | "filled" {
  const output = claimOf(data).outputs[0] ?? "";
  const inputs = data.published.inputs.filter((input) => input.moves.includes(output));
  const origins = new Set(inputs.filter(({ state }) => state !== "omitted").map(({ id }) => data.origins[id]));
  const [only] = origins;
  if (origins.size === 1 && (only === "inferred" || only === "example")) return only;
  return inputs.every((input) => isAuthors(input) && !outside(data.origins[input.id])) ? "own" : "filled";
}

/** Not of the text that the claim was read in, nor of one that it names. */
const outside = (origin: Origin | undefined): boolean => origin === "inferred" || origin === "example";

/** The heading of that sum, and the line below it. */
export function sumHeading(data: ClaimData, lang: Lang): { title: string; help: string } {
  if (Object.values(data.origins).some(outside))
    return { title: ownWord(lang, "redo_other"), help: ownWord(lang, "redo_other_help") };
  const given = data.published.inputs.some(({ state }) => state === "stated" || state === "implied");
  if (!given) return { title: ownWord(lang, "redo_ours"), help: ownWord(lang, "redo_other_help") };
  return { title: ownWord(lang, "redo"), help: ownWord(lang, "redo_help") };
}

/** The figure's own digits, and as many more as tell the two apart. */
function digitsOf(value: number, entry: Published, holds: boolean): number {
  let digits = Math.min(6, figureDigits(value));
  const printed = Number.parseFloat(entry.value);
  while (!holds && digits < 7 && rounded(value, digits) === rounded(printed, digits)) ++digits;
  return digits;
}
