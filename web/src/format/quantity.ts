/** Numbers with units, for the eye and for the ear. */
import { formatNumber, formatSpan, type NumberOptions, speakSpan } from "./number";
import { plain, roundDigits, toDecimal } from "./decimal";
import { han, isChinese, type Lang } from "./lang";
import { clean, convert, parseUnit } from "./unit_parse";
import { type QuantityOptions, type Shape, shapeFor } from "./unit_words";

export type { QuantityOptions };

/** "500,000 kWh a day", 「每天 50 万度」. */
export function formatQuantity(value: number, unit: string, lang: Lang, options: QuantityOptions = {}): string {
  if (unit === "date") return yearText(value, lang, options);
  const shape = shapeFor(unit, lang, value, options, false);
  const shown = clean(value * shape.factor);
  return around(shape, formatNumber(shown, lang, options), isOne(shown, options), lang, options);
}

/** "400,000–620,000 kWh a day", 「每天 40 万–62 万度」. */
export function formatRange(
  low: number,
  high: number,
  unit: string,
  lang: Lang,
  options: QuantityOptions = {},
): string {
  if (unit === "date") return years(low, high, lang, options, "\u2013");
  const shape = shapeFor(unit, lang, largest(low, high), options, false);
  return around(
    shape,
    formatSpan(clean(low * shape.factor), clean(high * shape.factor), lang, options),
    false,
    lang,
    options,
  );
}

/** For aria-valuetext: no abbreviations, no dashes. */
export function speakQuantity(value: number, unit: string, lang: Lang, options: QuantityOptions = {}): string {
  if (unit === "date") return yearText(value, lang, options);
  const shape = shapeFor(unit, lang, value, options, true);
  const shown = clean(value * shape.factor);
  return around(shape, formatNumber(shown, lang, options), isOne(shown, options), lang, options);
}

/** An interval, read aloud: "400,000 to 620,000 kilowatt-hours a day". */
export function speakRange(low: number, high: number, unit: string, lang: Lang, options: QuantityOptions = {}): string {
  if (unit === "date") return years(low, high, lang, options, isChinese(lang) ? "\u5230" : " to ");
  const shape = shapeFor(unit, lang, largest(low, high), options, true);
  return around(
    shape,
    speakSpan(clean(low * shape.factor), clean(high * shape.factor), lang, options),
    false,
    lang,
    options,
  );
}

/** The unit alone, as an axis is labelled: "kWh a day", 「度(每天)」; "" for plain numbers and ratios; with `one` as it
 * follows a single one: "year". `factor` is what numbers in `unit` are multiplied with to be shown under this label. */
export function unitLabel(
  unit: string,
  lang: Lang,
  options: QuantityOptions & { around?: number; one?: boolean } = {},
): { text: string; factor: number } {
  const shape = shapeFor(unit, lang, options.around ?? 1, options, false);
  const name = (options.one ? shape.one : shape.many).trim();
  if (!isChinese(lang)) return { text: name, factor: shape.factor };
  // A measure word does not stand alone before its noun: 「服务器(台)」.
  const lead = parseUnit(unit).find((f) => f.exponent > 0);
  const [measure, noun] = (lead?.prefix === "" ? (lead.atom?.zh[lang === "zh-Hant" ? 1 : 0] ?? "") : "").split("|");
  const notes = noun ? [measure as string] : [];
  if (shape.before !== "") notes.push(shape.before);
  const main = noun && name.startsWith(`${measure}${noun}`) ? name.slice((measure as string).length).trim() : name;
  if (main === "") return { text: shape.before, factor: shape.factor };
  return {
    text: notes.length === 0 ? main : `${main}\uff08${notes.join("\uff0c")}\uff09`,
    factor: shape.factor,
  };
}

/** A calendar year takes no separators and no words for large numbers; its fraction says how far into it. */
function yearText(value: number, lang: Lang, options: QuantityOptions): string {
  const year = Number.isFinite(value)
    ? plain(roundDigits(toDecimal(value), Math.max(4, options.digits ?? 6)))
    : "\u2014";
  return options.about ? `${isChinese(lang) ? han(lang, "\u7ea6 ", "\u7d04 ") : "about "}${year}` : year;
}

/** Two dates; with as much of the year as tells them apart. */
function years(low: number, high: number, lang: Lang, options: QuantityOptions, dash: string): string {
  let digits = Math.max(4, options.digits ?? 6);
  while (digits < 7 && yearText(low, lang, { digits }) === yearText(high, lang, { digits })) ++digits;
  return (
    yearText(low, lang, { ...options, digits }) + dash + yearText(high, lang, { ...options, digits, about: false })
  );
}

/** True when every part of a unit has words in this table. */
export function isKnownUnit(unit: string): boolean {
  return parseUnit(unit).every((factor) => factor.atom !== null);
}

/** True for a unit that is one counted thing ("server"): a sentence can name it as a noun. */
export function isCounted(unit: string): boolean {
  const factors = parseUnit(unit);
  const only = factors[0];
  return (
    factors.length === 1 &&
    only !== undefined &&
    only.exponent === 1 &&
    only.prefix === "" &&
    only.atom !== null &&
    /\|/.test(only.atom.zh[0])
  );
}

function largest(low: number, high: number): number {
  return Math.max(Math.abs(low), Math.abs(high));
}

function isOne(value: number, options: NumberOptions): boolean {
  return formatNumber(value, "en", options) === "1";
}

function around(shape: Shape, digits: string, one: boolean, lang: Lang, options: QuantityOptions): string {
  const number = !options.about
    ? digits
    : isChinese(lang)
      ? `${han(lang, "\u7ea6", "\u7d04")} ${digits}`
      : `about ${digits}`;
  const after = one ? shape.one : shape.many;
  if (!isChinese(lang)) {
    if (after === "%") return `${number} %`;
    return after === "" ? number : `${number} ${after}`;
  }
  // A Latin or numeric tail keeps its space; a word for ten thousand takes none after it.
  const glue =
    after === "" ||
    after === "%" ||
    after.startsWith(" ") ||
    (/[\u4e07\u842c\u4ebf\u5104]$/.test(number) && /^[\u3400-\u9fff]/.test(after))
      ? ""
      : " ";
  const gap = shape.before === "" || options.about ? "" : " ";
  return shape.before + gap + number + glue + after;
}
/** A figure of one unit shown in another; the figure itself where they do not convert. */
export function shownIn(value: number, from: string, to: string): { value: number; unit: string } {
  const there = convert(value, from, to);
  return there === null ? { value, unit: from } : { value: there, unit: to };
}
