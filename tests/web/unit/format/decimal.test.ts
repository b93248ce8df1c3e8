import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain, roundDigits, rounded, shift, toDecimal, toNumber } from "../../../../web/src/format/index";

/** Rounds the printed decimal of a number with integers alone: independent of the code under test. */
function oracle(value: number, digits: number): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new Error(String(value));
  const [, sign, whole, fraction = "", power = "0"] = match;
  const all = BigInt((whole as string) + fraction);
  const exponent = Number(power) - fraction.length;
  const length = all.toString().length;
  if (all === 0n || length <= digits) return value;
  const unit = 10n ** BigInt(length - digits);
  return Number(`${sign}${(2n * all + unit) / (2n * unit)}e${exponent + length - digits}`);
}

describe("decimal rounding", () => {
  test("goes by the decimal people see, half away from zero", () => {
    expect(rounded(1.005, 3)).toBe(1.01); // in binary 1.005 lies below the tie
    expect(rounded(2.5, 1)).toBe(3);
    expect(rounded(3.5, 1)).toBe(4);
    expect(rounded(-2.5, 1)).toBe(-3);
    expect(rounded(0.285, 2)).toBe(0.29);
    expect(rounded(99.96, 3)).toBe(100);
    expect(rounded(999999, 2)).toBe(1_000_000);
  });

  test("agrees with integer arithmetic on the printed decimal", () => {
    fc.assert(
      fc.property(
        fc.double({
          noNaN: true,
          noDefaultInfinity: true,
          min: -1e20,
          max: 1e20,
        }),
        fc.integer({ min: 1, max: 15 }),
        (value, digits) => {
          expect(rounded(value, digits) + 0).toBe(oracle(value, digits) + 0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("keeps a number that has few digits, and prints it plainly", () => {
    for (const [value, text] of [
      [564000, "564000"],
      [0.00012, "0.00012"],
      [12.5, "12.5"],
      [0, "0"],
      [1e-7, "0.0000001"],
    ] as const)
      expect(plain(toDecimal(value))).toBe(text);
  });

  test("shifts powers of ten without dust", () => {
    expect(1.005 * 1000).not.toBe(1005); // what a product gives
    expect(toNumber(shift(toDecimal(1.005), 3))).toBe(1005);
  });

  test("is the identity back and forth", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) =>
        Object.is(toNumber(toDecimal(value)) + 0, value + 0),
      ),
    );
  });

  test("refuses what is no number", () => {
    expect(() => toDecimal(Number.NaN)).toThrow(RangeError);
    expect(roundDigits(toDecimal(5), 0)).toEqual(toDecimal(5));
  });
});
