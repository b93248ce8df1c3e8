/** A formula with its numbers as a line that a pocket calculator follows: where units are changed or a time base is,
 * the factor stands in the line ("19.04 MW × 24 h × 1,000 = 457,000 kWh a day"). */
import { formatNumber, formatQuantity, type Lang, parseUnit, unitLabel } from "../format";
import { sizeOf } from "../format/unit_parse";
import { speaker, t } from "../messages/table";
import { tokens, type Token } from "./formula";

/** A number as it is printed, and how much of the plain base units one of what is printed is. */
export interface Amount {
  text: string;
  scale: number;
}

/** @param size what the numeral that is printed stands for, in `unit` */
export function amountOf(value: number, unit: string, lang: Lang, text: string): Amount {
  if (unit === "%") return { text, scale: 1 }; // read with its sign
  return { text, scale: scaleOf(unit) / unitLabel(unit, lang, { around: value }).factor };
}

/** One of a unit in plain base units: J, s, kg, L, bits; a date counts years. */
function scaleOf(unit: string): number {
  if (unit === "date") return scaleOf("year");
  return parseUnit(unit).reduce((size, factor) => {
    const bits = factor.atom?.dimension === "byte" ? 8 : 1;
    return size * (bits * sizeOf(factor)) ** factor.exponent;
  }, 1);
}

interface Part extends Amount {
  /** Has a sum at its top: a factor behind it would multiply its last term alone. */
  sum: boolean;
}

/** The line's left side; `result` is what is printed on its right. */
export function sumLine(formula: string, amount: (id: string) => Amount, result: Amount, lang: Lang): string {
  const reader = new LineReader(tokens(formula), amount, lang);
  const { text, scale, sum } = reader.sum();
  const factor = factorText(scale / result.scale, lang);
  return factor !== "" && sum ? `(${text})${factor}` : text + factor;
}

class LineReader {
  private at = 0;

  constructor(
    private readonly all: readonly Token[],
    private readonly amount: (id: string) => Amount,
    private readonly lang: Lang,
  ) {}

  private is(...texts: string[]): boolean {
    const token = this.all[this.at];
    return token?.kind === "sign" && texts.includes(token.text);
  }

  private take(): Token | undefined {
    return this.all[this.at++];
  }

  /** Terms are added as printed: those of another scale than most are brought to it. */
  sum(): Part {
    const terms: { sign: string; part: Part }[] = [{ sign: "", part: this.product() }];
    while (this.is("+", "-")) {
      const sign = this.take()?.text === "-" ? " \u2212 " : " + ";
      terms.push({ sign, part: this.product() });
    }
    if (terms.length === 1) return (terms[0] as { part: Part }).part;
    const count = (scale: number): number => terms.filter(({ part }) => isOne(part.scale / scale)).length;
    const scales = terms.map(({ part }) => part.scale);
    const most = scales.reduce((best, scale) => (count(scale) >= count(best) ? scale : best));
    const text = terms.map(({ sign, part }) => sign + part.text + factorText(part.scale / most, this.lang)).join("");
    return { text, scale: most, sum: true };
  }

  private product(): Part {
    let { text, scale, sum } = this.power();
    while (this.is("*", "/")) {
      const by = this.take()?.text === "/";
      const next = this.power();
      text += `${by ? " \u00f7 " : " \u00d7 "}${next.text}`;
      scale *= by ? 1 / next.scale : next.scale;
      sum = false;
    }
    return { text, scale, sum };
  }

  private power(): Part {
    const base = this.atom();
    if (!this.is("^")) return base;
    this.take();
    const exponent = this.atom();
    // What is not a plain number is no exponent: its factor stands inside its brackets.
    const text = `${this.plain(base)}^${this.plain(exponent)}`;
    return { text, scale: 1, sum: false };
  }

  /** A part whose number is dimensionless, with the factor that makes it so. */
  private plain({ text, scale }: Amount): string {
    const factor = factorText(scale, this.lang);
    if (factor === "") return text;
    return text.endsWith(")") ? `${text.slice(0, -1)}${factor})` : `(${text}${factor})`;
  }

  private atom(): Part {
    const token = this.take();
    if (!token) return { text: "", scale: 1, sum: false };
    if (token.kind === "name") return { ...this.amount(token.text), sum: false };
    if (token.kind === "number") return { ...this.literal(token.text), sum: false };
    if (token.kind === "word") return this.call(token.text);
    if (token.text === "-") {
      const part = this.power();
      return { ...part, text: `\u2212${part.text}` };
    }
    const { text, scale } = this.sum();
    this.take(); // the bracket that closes
    return { text: `(${text})`, scale, sum: false };
  }

  private literal(number: string): Amount {
    const next = this.all[this.at];
    if (next?.kind !== "unit") return { text: number, scale: 1 };
    this.take();
    const value = Number(number);
    return amountOf(value, next.text, this.lang, formatQuantity(value, next.text, this.lang, { style: "plain" }));
  }

  private call(name: string): Part {
    this.take(); // the bracket that opens
    const given = [this.sum()];
    while (this.is(",")) {
      this.take();
      given.push(this.sum());
    }
    this.take();
    const [first = { text: "", scale: 1 }, ...more] = given;
    if (more.length === 0)
      return { text: `${name}(${first.text}${factorText(first.scale, this.lang)})`, scale: 1, sum: false };
    const rest = more.map(({ text, scale }) => text + factorText(scale / first.scale, this.lang));
    return { text: `${name}(${[first.text, ...rest].join(", ")})`, scale: first.scale, sum: false };
  }
}

const isOne = (factor: number): boolean => Math.abs(factor - 1) < 1e-9;

const counted = speaker({
  hours: t("{number} h", "{number} 小时", "{number} 小時"),
  days: t("{number} days", "{number} 天", "{number} 天"),
  seconds: t("{number} s", "{number} 秒", "{number} 秒"),
});

/** Factors that time and units bring, with what they count where a reader knows it. */
const kKnown: readonly (readonly [number, Parameters<typeof counted>[1] | null])[] = [
  [1, null],
  [24, "hours"],
  [365, "days"],
  [8760, "hours"],
  [60, null],
  [3600, null],
  [86400, "seconds"],
  [31536000, "seconds"],
  [1440, null],
  [8, null],
];

/** " × 24 h × 1,000"; "" where nothing is changed. */
function factorText(factor: number, lang: Lang): string {
  if (isOne(factor) || !Number.isFinite(factor) || factor <= 0) return "";
  for (const [size, counts] of kKnown)
    for (const up of [true, false]) {
      const power = Math.round(Math.log10(up ? factor / size : factor * size));
      const left = 10 ** power * (up ? size : 1 / size);
      if (!isOne(factor / left)) continue;
      // 3.6 is known better than 3,600 over 1,000.
      if (size === 3600 && Math.abs(power) === 3 && up === power < 0) return step(up, "3.6");
      const number = formatNumber(size, lang, { style: "plain" });
      const known = size === 1 ? "" : step(up, counts ? counted(lang, counts, { number }) : number);
      return known + (power === 0 ? "" : step(power > 0, ten(Math.abs(power), lang)));
    }
  // A unit of another house: pounds, gallons.
  const power = 3 * Math.round(Math.log10(factor) / 3);
  const rest = formatNumber(factor / 10 ** power, lang, { digits: 7, style: "plain" });
  return step(true, rest) + (power === 0 ? "" : step(power > 0, ten(Math.abs(power), lang)));
}

const step = (up: boolean, text: string): string => `${up ? " \u00d7 " : " \u00f7 "}${text}`;

/** 1,000 and 1,000,000 in digits, more in words. */
const ten = (power: number, lang: Lang): string =>
  formatNumber(10 ** power, lang, { style: power > 6 ? "prose" : "plain" });
