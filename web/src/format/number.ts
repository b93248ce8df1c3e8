/** Numbers for people, in three languages. English and zh-Hant group thousands ("3,617"), zh-Hans does not;
 * large numbers in prose become "1.5 million" or 150 with the Chinese words for 10^4, 10^8 and both together, never the
 * single one for 10^12, which means a million to one half of the readers. */
import { type Decimal, plain, roundDigits, shift, toDecimal } from "./decimal";
import { han, isChinese, type Lang } from "./lang";

export interface NumberOptions {
  /** Significant digits, 1..15; without it as many as the number has, at most 12. */
  digits?: number | undefined;
  /** `prose` (default) uses words for large numbers where the digits are few; `plain` writes all digits. */
  style?: "prose" | "plain" | undefined;
}

interface Scale {
  power: number;
  word: string;
}

/** Words for powers of ten, largest first. */
function scales(lang: Lang): readonly Scale[] {
  if (isChinese(lang)) {
    return [
      { power: 12, word: han(lang, "\u4e07\u4ebf", "\u842c\u5104") },
      { power: 8, word: han(lang, "\u4ebf", "\u5104") },
      { power: 4, word: han(lang, "\u4e07", "\u842c") },
    ];
  }
  return [
    { power: 12, word: "trillion" },
    { power: 9, word: "billion" },
    { power: 6, word: "million" },
  ];
}

const kUnscaled: Scale = { power: 0, word: "" };

/** Formats one number. A non-finite number prints as an em dash. */
export function formatNumber(value: number, lang: Lang, options: NumberOptions = {}): string {
  if (!Number.isFinite(value)) return "\u2014";
  const decimal = roundDigits(toDecimal(value), options.digits ?? 12);
  return write(decimal, scaleFor(decimal, lang, options.style ?? "prose"), lang);
}

/** Formats an interval: "400,000\u2013620,000", "1.2\u20133.4 million". Both ends share one scale, or none where
 * sharing would mislead ("8000\u20131.2" of ten thousands). Ends that print alike become one number. */
export function formatSpan(low: number, high: number, lang: Lang, options: NumberOptions = {}): string {
  return spanParts(low, high, lang, options, "\u2013");
}

/** As formatSpan, with a word between the ends, for reading aloud. */
export function speakSpan(low: number, high: number, lang: Lang, options: NumberOptions = {}): string {
  return spanParts(low, high, lang, options, isChinese(lang) ? han(lang, "\u5230", "\u5230") : " to ");
}

function spanParts(low: number, high: number, lang: Lang, options: NumberOptions, dash: string): string {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return "\u2014";
  const style = options.style ?? "prose";
  const a = roundDigits(toDecimal(low), options.digits ?? 12);
  const b = roundDigits(toDecimal(high), options.digits ?? 12);
  if (plain(a) === plain(b)) return write(a, scaleFor(a, lang, style), lang);
  if (scientific(a, lang) || scientific(b, lang)) return write(a, kUnscaled, lang) + dash + write(b, kUnscaled, lang);
  const first = a.digits === "0" ? scaleFor(b, lang, style) : scaleFor(a, lang, style);
  const second = scaleFor(b, lang, style);
  if (first.power === second.power) {
    // Chinese repeats the word at both ends, English says it once.
    if (isChinese(lang) || first.power === 0)
      return write(a, a.digits === "0" ? kUnscaled : first, lang) + dash + write(b, second, lang);
    return write(a, { ...first, word: "" }, lang) + dash + write(b, second, lang);
  }
  if (first.power !== 0 && second.power !== 0) return write(a, first, lang) + dash + write(b, second, lang);
  if (b.exponent < (isChinese(lang) ? 5 : 9)) return write(a, kUnscaled, lang) + dash + write(b, kUnscaled, lang);
  return write(a, first, lang) + (isChinese(lang) ? "\u81f3" : " to ") + write(b, second, lang);
}

/** The word for this size, if the digits are few enough to read well with it. */
function scaleFor(decimal: Decimal, lang: Lang, style: "prose" | "plain"): Scale {
  if (style === "plain" || decimal.digits === "0") return kUnscaled;
  const found = scales(lang).find((scale) => decimal.exponent >= scale.power);
  if (!found) return kUnscaled;
  // Below 100,000 a row of five digits is as short: one number is not written in two ways for its last digits.
  const few = decimal.digits.length <= (decimal.exponent === 4 ? 2 : 4) || decimal.exponent >= 11;
  return few ? found : kUnscaled;
}

/** Beyond these sizes words and zeros stop helping. */
function scientific(decimal: Decimal, lang: Lang): boolean {
  if (decimal.digits === "0") return false;
  return decimal.exponent < -4 || decimal.exponent >= (isChinese(lang) ? 14 : 15);
}

function write(decimal: Decimal, scale: Scale, lang: Lang): string {
  if (scientific(decimal, lang)) {
    const mantissa = plain(shift(decimal, -decimal.exponent));
    return `${mantissa} \u00d7 10${superscript(decimal.exponent)}`;
  }
  const text = grouped(plain(shift(decimal, -scale.power)), lang);
  return scale.word === "" ? text : `${text} ${scale.word}`;
}

function grouped(text: string, lang: Lang): string {
  if (lang === "zh-Hans") return text;
  const [whole, fraction] = text.split(".") as [string, string | undefined];
  const withCommas = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

const kSuperscripts = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

/** An integer in raised digits: 23 is "\u00b2\u00b3". */
export function superscript(power: number): string {
  return String(power).replace(/./g, (c) => (c === "-" ? "\u207b" : (kSuperscripts[Number(c)] ?? c)));
}

/** Digits of a published figure for reading: all before the point, and four at the least where it has as many. */
export function figureDigits(value: number): number {
  return Math.min(15, Math.max(4, toDecimal(value).exponent + 1));
}

/** How many digits the two ends of an interval deserve: two, or one where they differ ten-fold or more. */
export function spanDigits(low: number, high: number): number {
  const small = Math.min(Math.abs(low), Math.abs(high));
  const large = Math.max(Math.abs(low), Math.abs(high));
  return low * high <= 0 || large >= 10 * small ? 1 : 2;
}
