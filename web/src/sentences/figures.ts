/** Numbers of the main sentence: which unit they are shown in, and how many digits they carry. */
import type { EvaluateAnswer, InputState, Lang, OutputState, Placement, Published } from "../engine/types";
import {
  convert,
  figureDigits,
  formatNumber,
  formatQuantity,
  formatRange,
  formatSpan,
  han,
  isChinese,
  isCounted,
  parseValueText,
  rounded,
  spanDigits,
} from "../format/index";

/** The unit readers meet: the one the figure was published in, as the claim writes it. */
export function shownUnit(entry: Published | null, output: OutputState): string {
  const written = entry ? parseValueText(entry.value) : null;
  return written && convert(1, output.unit, written.unit) !== null ? written.unit : output.unit;
}

export function inUnit(value: number, from: string, to: string): number {
  return convert(value, from, to) ?? value;
}

/** A sum of money without the year of its prices, where the year has been said. */
export function withoutYear(unit: string): string {
  return unit.replace(/(?<=[A-Z])_\d{4}\b/g, "");
}

/** The published figure itself: "500,000", 「50 万度」. A rate has been said by the range before it. */
export function figureText(entry: Published, lang: Lang): string {
  const written = parseValueText(entry.value);
  if (!written) return entry.value;
  const digits = figureDigits(written.value);
  const number = formatNumber(written.value, lang, { digits });
  if (!isChinese(lang)) return number + (written.unit === "%" ? " %" : "");
  if (isTimes(written.unit)) return `${number} \u500d`;
  return formatQuantity(written.value, withoutYear(written.unit), lang, { digits, rate: false, counter: true });
}

/** A plain number says how many times one thing is another. */
function isTimes(unit: string): boolean {
  return unit === "" || unit === "1";
}

/** Digits for an interval beside figures that are placed on it: two (one where the ends differ ten-fold), and
 * one or two more where rounding would print a figure on the other side of an end, or both ends alike. Never more
 * than the spread and the sampling error support, but always enough for the rule. */
export function rangeDigits(low: number, high: number, figures: readonly number[], supported: number): number {
  const base = spanDigits(low, high);
  const faithful = (digits: number): boolean => {
    const a = rounded(low, digits);
    const b = rounded(high, digits);
    return (
      (low === high || a !== b) &&
      figures.every((f) => Math.sign(f - low) === Math.sign(f - a) && Math.sign(f - high) === Math.sign(f - b))
    );
  };
  for (let digits = base; digits <= Math.min(base + 2, Math.max(base, supported)); ++digits)
    if (faithful(digits)) return digits;
  return base;
}

/** "400,000–620,000 kWh a day", 「每天约 40 万–62 万度」; one value where nothing is spread. */
export function resultText(
  low: number,
  high: number,
  point: boolean,
  digits: number,
  unit: string,
  lang: Lang,
): string {
  const about = isChinese(lang);
  if (isTimes(unit)) {
    const number = point ? formatNumber(low, lang, { digits }) : formatSpan(low, high, lang, { digits });
    if (about) return `${han(lang, "\u7ea6", "\u7d04")} ${number} \u500d`;
    return `${point || rounded(low, digits) === rounded(high, digits) ? "about " : ""}${number} times`;
  }
  if (point) return formatQuantity(low, unit, lang, { digits, about: true });
  return formatRange(low, high, unit, lang, {
    digits,
    about: about || rounded(low, digits) === rounded(high, digits),
  });
}

/** Two digits, as every "about" in the sentence has. */
export function twoDigits(value: number, lang: Lang): string {
  return formatNumber(value, lang, { digits: 2 });
}

export function mainOutput(answer: EvaluateAnswer, id: string): OutputState | null {
  return answer.outputs.find((output) => output.id === id) ?? answer.outputs[0] ?? null;
}

export function placementOf(output: OutputState, entry: Published | null): Placement | null {
  return entry === null ? null : (output.placements.find((placement) => placement.published === entry.id) ?? null);
}

/** Inputs that spread the main output, the one that moves it most first. */
export function spreading(answer: EvaluateAnswer, output: string): InputState[] {
  return answer.inputs
    .filter((input) => input.value.p05 !== input.value.p95 && input.moves.includes(output))
    .sort((a, b) => (b.swing ?? 0) - (a.swing ?? 0));
}

/** Inputs the author's sum has no place for, and that move the main output. With `shown`, those that leave the author's sum
 * as it is (1 in a product, 0 in a sum) and that the answer shown counts: what both leave out does not set them apart. */
export function leftOut(answer: EvaluateAnswer, output: string, shown: EvaluateAnswer | null = null): InputState[] {
  return answer.inputs.filter((input) => {
    if (input.state !== "omitted" || !input.moves.includes(output)) return false;
    const there = shown?.inputs.find(({ id }) => id === input.id)?.value;
    const here = (input.published_value ?? input.value).median;
    return shown === null || ((here === 1 || here === 0) && (there?.p05 !== here || there.p95 !== here));
  });
}

export function countedOnly(unit: string): boolean {
  return isCounted(unit);
}
