/** Decimal numbers as people write them. A double is first taken as its shortest decimal (what the engine
 * and JavaScript print), and only then rounded, half away from zero: 1.005 to three digits is 1.01, 2.5 to
 * one digit is 3. Shifting by powers of ten is exact, so 0.07 MWh is 70 kWh and not 70.00000000000001. */

export interface Decimal {
  readonly negative: boolean;
  /** Significant digits, no leading and no trailing zeros; "0" for zero. */
  readonly digits: string;
  /** Power of ten of the first digit: 12.5 is digits "125", exponent 1. */
  readonly exponent: number;
}

/** The shortest decimal of a finite double. Throws RangeError on anything else: callers ask `Number.isFinite`. */
export function toDecimal(value: number): Decimal {
  if (!Number.isFinite(value)) throw new RangeError("not a finite number");
  const [mantissa, exponent] = Math.abs(value).toExponential().split("e") as [string, string];
  const digits = mantissa.replace(".", "").replace(/0+$/, "");
  return {
    negative: value < 0,
    digits: digits === "" ? "0" : digits,
    exponent: digits === "" ? 0 : Number(exponent),
  };
}

/** Rounds to `count` significant digits (at least 1), half away from zero. */
export function roundDigits(value: Decimal, count: number): Decimal {
  const keep = Math.max(1, Math.floor(count));
  if (value.digits.length <= keep) return value;
  const kept = value.digits.slice(0, keep);
  if ((value.digits[keep] ?? "0") < "5") return trimmed(value.negative, kept, value.exponent);
  const raised = (BigInt(kept) + 1n).toString();
  return trimmed(value.negative, raised, value.exponent + (raised.length > kept.length ? 1 : 0));
}

/** Multiplies by 10^power, exactly. */
export function shift(value: Decimal, power: number): Decimal {
  return value.digits === "0" ? value : { ...value, exponent: value.exponent + power };
}

/** Plain digits with a point, no grouping, no exponent: "0.0012", "564000". */
export function plain(value: Decimal): string {
  const { digits, exponent } = value;
  const sign = value.negative && digits !== "0" ? "\u2212" : "";
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return sign + digits + "0".repeat(exponent + 1 - digits.length);
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** Back to a double. */
export function toNumber(value: Decimal): number {
  return Number(`${value.negative ? "-" : ""}${value.digits}e${value.exponent - value.digits.length + 1}`);
}

/** A double rounded to `count` significant decimal digits. */
export function rounded(value: number, count: number): number {
  return toNumber(roundDigits(toDecimal(value), count));
}

function trimmed(negative: boolean, digits: string, exponent: number): Decimal {
  const short = digits.replace(/0+$/, "");
  return { negative, digits: short === "" ? "0" : short, exponent };
}
