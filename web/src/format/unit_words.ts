/** A unit as each language writes it around a number. */
import { type NumberOptions, superscript } from "./number";
import { han, isChinese, type Lang } from "./lang";
import { clean, isRatio, parseUnit, sizeOf, type UnitFactor } from "./unit_parse";
import { kKinds, kPrefixes } from "./unit_atoms";

export interface QuantityOptions extends NumberOptions {
  /** `keep` (default) shows the unit as given, `auto` picks the metric prefix that reads best. */
  prefix?: "keep" | "auto" | undefined;
  /** Name the kinds: "564 MWh a day (whole facility)". Default false. */
  kinds?: boolean | undefined;
  /** Chinese: the measure word alone ("3617 台"), where the noun has been said. Default false. */
  counter?: boolean | undefined;
  /** Say that the number is about so: "about 17,000 homes", 「每天约 50 万度」. Default false. */
  about?: boolean | undefined;
  /** Leave out what the number is a rate of ("a day"), where it has been said. Default true: keep it. */
  rate?: boolean | undefined;
}
/** How a unit is written around a number in one language: before + number + after; the number is multiplied
 * by `factor` first. */
export interface Shape {
  factor: number;
  before: string;
  one: string;
  many: string;
}
/** How to write numbers of about this `size` in this unit. */
export function shapeFor(unit: string, lang: Lang, size: number, options: QuantityOptions, spoken: boolean): Shape {
  if (unit === "date" || unit === "1" || isRatio(unit)) return { factor: 1, before: "", one: "", many: "" };
  const above = parseUnit(unit).filter((f) => f.exponent > 0);
  const below = options.rate === false ? [] : parseUnit(unit).filter((f) => f.exponent < 0);
  const lead = above[0];
  let factor = 1;
  let shown = above;
  if (lead) {
    const best = prefixFor(lead, lang, Math.abs(size), options.prefix ?? "keep");
    factor = clean(sizeOf(lead) / sizeOf(best));
    shown = [best, ...above.slice(1)];
  }
  const shape = isChinese(lang) ? chinese(shown, below, lang, options) : english(shown, below, spoken);
  const note = options.kinds ? kindNote([...above, ...below], lang) : "";
  return { factor, before: shape.before, one: shape.one + note, many: shape.many + note };
}

/** The same atom with the prefix to show. Chinese has no safe word for mega: energy goes to 度, power and mass
 * to the unit below, and the words for 10^4 and 10^8 do the rest. */
function prefixFor(factor: UnitFactor, lang: Lang, size: number, mode: "keep" | "auto"): UnitFactor {
  const prefixed = (id: string, prefix: string): UnitFactor => {
    const atom = parseUnit(id)[0]?.atom ?? factor.atom;
    return { ...factor, id, atom, prefix };
  };
  const dimension = factor.atom?.dimension ?? "";
  const metric =
    factor.id === "Wh" || factor.id === "W" || dimension === "mass" || (dimension === "volume" && factor.id !== "m3");
  if (!metric || factor.id === "lb" || factor.id === "gal" || factor.id === "gallon" || factor.exponent !== 1)
    return factor;
  const base = size * sizeOf(factor);
  if (isChinese(lang)) {
    if (factor.id === "Wh" && (factor.prefix === "M" || factor.prefix === "G")) return prefixed("Wh", "k");
    if (factor.id === "W" && factor.prefix === "M" && lang === "zh-Hans") return prefixed("W", "k");
    if (factor.id === "W" && factor.prefix === "G" && lang === "zh-Hans") return prefixed("W", "k");
    if (
      dimension === "mass" &&
      (factor.prefix === "M" || factor.prefix === "G" || (factor.id === "t" && factor.prefix === "k"))
    )
      return prefixed("t", "");
    if (dimension === "volume" && /^[kMG]$/.test(factor.prefix)) return prefixed(factor.id, "");
    if (mode === "keep" || readable(size)) return factor;
    if (factor.id === "Wh")
      return base < 360_000 && factor.prefix !== "k"
        ? prefixed("Wh", "")
        : factor.prefix === "T"
          ? factor
          : prefixed("Wh", "k");
    if (factor.id === "W")
      return prefixed("W", base < 1000 ? "" : lang === "zh-Hans" || base < 1e6 ? "k" : base < 1e9 ? "M" : "G");
  } else if (mode === "keep" || readable(size)) {
    return factor;
  }
  if (dimension === "mass") {
    if (base < 1) return prefixed("g", base < 1e-3 ? "m" : "");
    return base < 1000 ? prefixed("g", "k") : prefixed("t", "");
  }
  if (dimension === "volume") return prefixed("L", base < 1 ? "m" : "");
  const steps = ["m", "", "k", "M", "G", "T"];
  const unprefixed = base / sizeOf({ ...factor, prefix: "" });
  const step = unprefixed === 0 ? 1 : Math.floor(Math.log10(unprefixed) / 3 + 1e-9) + 1;
  return prefixed(factor.id, steps[Math.min(Math.max(step, 0), steps.length - 1)] as string);
}

/** Sizes that need no other prefix. */
function readable(size: number): boolean {
  return size === 0 || (size >= 0.1 && size < 100_000);
}

/* ---- English ---- */

function english(
  above: readonly UnitFactor[],
  below: readonly UnitFactor[],
  spoken: boolean,
): { before: string; one: string; many: string } {
  const top = (plural: boolean): string =>
    above
      .map((f, i) => englishName(f, plural && i === above.length - 1, spoken, above.length > 1))
      .join(spoken ? " " : above.length > 1 && above.some((f) => f.atom?.zh[0].includes("|")) ? "-" : "\u00b7");
  const things = below.filter((f) => f.atom?.dimension !== "time" || f.prefix !== "");
  const times = below.filter((f) => !things.includes(f));
  const tail = [
    ...things.map((f) => ` per ${englishName({ ...f, exponent: -f.exponent }, false, spoken)}`),
    ...times.map((f) => ` ${article(f)}${f.exponent === -1 ? "" : power(-f.exponent)}`),
  ].join("");
  if (above.length === 0) {
    // "per day": a bare rate.
    return { before: "", one: tail.trim(), many: tail.trim() };
  }
  return { before: "", one: top(false) + tail, many: top(true) + tail };
}

function article(factor: UnitFactor): string {
  const word = factor.atom?.spoken[0] ?? factor.id;
  return `${word === "hour" ? "an" : "a"} ${word}`;
}

function englishName(factor: UnitFactor, plural: boolean, spoken: boolean, product = false): string {
  const { atom } = factor;
  const index = plural ? 1 : 0;
  let name: string;
  if (!atom) name = factor.id.replace(/_/g, " ");
  else if (spoken || (product && atom.dimension === "time")) {
    name = (kPrefixes.get(factor.prefix)?.spoken ?? "") + atom.spoken[index];
  } else if (factor.prefix !== "" && atom.zh[0].includes("|") && factor.id !== "FLOP" && factor.id !== "flop") {
    name = `${kCountPrefix[factor.prefix] ?? factor.prefix} ${atom.en[1]}`;
  } else name = (factor.prefix === "u" ? "\u00b5" : factor.prefix) + atom.en[index];
  if (factor.substance !== "") name += spoken ? kSpokenSubstance[factor.substance] : ` ${kSubstance[factor.substance]}`;
  if (/^\d{4}$/.test(factor.kind)) name += ` (${factor.kind} prices)`;
  return factor.exponent === 1 ? name : name + power(factor.exponent);
}

const kCountPrefix: Record<string, string> = { k: "thousand", M: "million", G: "billion", T: "trillion" };
const kSubstance: Record<string, string> = { CO2e: "CO\u2082e", CO2: "CO\u2082" };
const kSpokenSubstance: Record<string, string> = {
  CO2e: " of carbon dioxide equivalent",
  CO2: " of carbon dioxide",
};

function power(exponent: number): string {
  return Number.isInteger(exponent) ? superscript(exponent) : `^${exponent}`;
}

/* ---- Chinese ---- */

function chinese(
  above: readonly UnitFactor[],
  below: readonly UnitFactor[],
  lang: Lang,
  options: QuantityOptions,
): { before: string; one: string; many: string } {
  // Times first, as Chinese says it: every day, every household.
  const ordered = [...below].sort((a, b) => rank(a) - rank(b));
  const before = ordered
    .map((f) => perName({ ...f, exponent: -f.exponent }, lang))
    .join("")
    .replace(/(?<=[A-Za-z])\u6bcf/g, " \u6bcf");
  const after = above.map((f) => chineseName(f, lang, options.counter ?? false)).join("\u00b7");
  return { before, one: after, many: after };
}

function rank(factor: UnitFactor): number {
  return factor.atom?.dimension === "time" && factor.prefix === "" ? 1 : 0;
}

function perName(factor: UnitFactor, lang: Lang): string {
  const word = chineseName(factor, lang, factor.id === "household" || factor.id === "home");
  const bare = factor.id === "month" ? han(lang, "\u4e2a\u6708", "\u500b\u6708") : word;
  return `\u6bcf${/^[A-Za-z]/.test(bare) ? " " : ""}${bare}`;
}

function chineseName(factor: UnitFactor, lang: Lang, counter: boolean): string {
  const { atom, prefix } = factor;
  const at = lang === "zh-Hant" ? 1 : 0;
  let name: string;
  if (!atom) name = factor.id.replace(/_/g, " ");
  else {
    const [measure, noun] = atom.zh[at].split("|") as [string, string | undefined];
    const symbol = prefix + atom.en[0];
    if (factor.id === "Wh" && prefix === "k") name = "\u5ea6";
    else if (factor.id === "Wh" && prefix === "T") name = han(lang, "\u592a\u74e6\u65f6", "TWh");
    else if (noun === undefined && prefix === "") name = measure;
    else if (noun !== undefined && prefix === "") name = counter ? measure : measure + noun;
    else
      name =
        kChinesePrefixed[`${prefix}${factor.id}`]?.[at] ??
        (noun === undefined ? symbol : `${kChineseCount[prefix]?.[at] ?? prefix}${measure}${noun}`);
  }
  if (factor.substance !== "") name += ` ${kSubstance[factor.substance]}`;
  if (/^\d{4}$/.test(factor.kind))
    name += han(lang, `\uff08${factor.kind} \u5e74\u4ef7\u683c\uff09`, `\uff08${factor.kind} \u5e74\u50f9\u683c\uff09`);
  return factor.exponent === 1 ? name : name + power(factor.exponent);
}

const kChinesePrefixed: Record<string, readonly [string, string]> = {
  kW: ["\u5343\u74e6", "kW"],
  kg: ["\u5343\u514b", "\u516c\u65a4"],
  mg: ["\u6beb\u514b", "\u6beb\u514b"],
  kt: ["\u5343\u5428", "\u5343\u516c\u5678"],
  mL: ["\u6beb\u5347", "\u6beb\u5347"],
  km: ["\u516c\u91cc", "\u516c\u91cc"],
  ms: ["\u6beb\u79d2", "\u6beb\u79d2"],
  kJ: ["\u5343\u7126", "\u5343\u7126\u8033"],
};

const kChineseCount: Record<string, readonly [string, string]> = {
  k: ["\u5343", "\u5343"],
  M: ["\u767e\u4e07", "\u767e\u842c"],
  G: ["\u5341\u4ebf", "\u5341\u5104"],
};

function kindNote(factors: readonly UnitFactor[], lang: Lang): string {
  const words = factors.flatMap((f) => {
    const kind = kKinds.get(f.kind);
    return kind ? [kind[lang === "en" ? 0 : lang === "zh-Hans" ? 1 : 2] as string] : [];
  });
  const unique = [...new Set(words)];
  if (unique.length === 0) return "";
  return isChinese(lang) ? `\uff08${unique.join("\u3001")}\uff09` : ` (${unique.join(", ")})`;
}
