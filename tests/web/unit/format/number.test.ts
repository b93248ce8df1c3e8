import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  figureDigits,
  formatNumber,
  formatSpan,
  rounded,
  spanDigits,
  speakSpan,
} from "../../../../web/src/format/index";
import { kLangs } from "../support/answers";
import { numbersIn } from "../support/parse";

describe("numbers for people", () => {
  test.each([
    [3617, "3,617", "3617", "3,617"],
    [500_000, "500,000", "50 万", "50 萬"],
    [28_936, "28,936", "28936", "28,936"],
    [1_500_000, "1.5 million", "150 万", "150 萬"],
    [10_000_000, "10 million", "1000 万", "1,000 萬"],
    [2.5e9, "2.5 billion", "25 亿", "25 億"],
    [1.35e12, "1.35 trillion", "1.35 万亿", "1.35 萬億"],
    [9999, "9,999", "9999", "9,999"],
    [0.26, "0.26", "0.26", "0.26"],
    [0, "0", "0", "0"],
    [-12.5, "−12.5", "−12.5", "−12.5"],
    [3.14e23, "3.14 × 10²³", "3.14 × 10²³", "3.14 × 10²³"],
    [0.00001, "1 × 10⁻⁵", "1 × 10⁻⁵", "1 × 10⁻⁵"],
  ])("%d", (value, en, hans, hant) => {
    expect(kLangs.map((lang) => formatNumber(value, lang))).toEqual([en, hans, hant]);
  });

  test("plain style writes all digits", () => {
    expect(formatNumber(5_000_000, "en", { style: "plain" })).toBe("5,000,000");
    expect(formatNumber(5_000_000, "zh-Hans", { style: "plain" })).toBe("5000000");
  });

  test("what is not finite is a dash", () => {
    expect(formatNumber(Number.NaN, "en")).toBe("—");
    expect(formatSpan(1, Number.POSITIVE_INFINITY, "en")).toBe("—");
  });

  test.each([
    [400_000, 620_000, "400,000–620,000", "40 万–62 万", "40 萬–62 萬"],
    [71, 130, "71–130", "71–130", "71–130"],
    [1.2e6, 3.4e6, "1.2–3.4 million", "120 万–340 万", "120 萬–340 萬"],
    [71e9, 130e9, "71–130 billion", "710 亿–1300 亿", "710 億–1,300 億"],
    [8000, 12_000, "8,000–12,000", "8000–12000", "8,000–12,000"], // not 8000–1.2 of ten thousands
    [6000, 2_000_000, "6,000–2,000,000", "6000至200 万", "6,000至200 萬"],
    [900_000, 1_200_000, "900,000–1,200,000", "90 万–120 万", "90 萬–120 萬"],
    [0, 50_000, "0–50,000", "0–5 万", "0–5 萬"],
    [5, 5, "5", "5", "5"],
  ])("the span %d to %d", (low, high, en, hans, hant) => {
    expect(kLangs.map((lang) => formatSpan(low, high, lang))).toEqual([en, hans, hant]);
  });

  test("a span read aloud has words, not dashes", () => {
    expect(speakSpan(400_000, 620_000, "en")).toBe("400,000 to 620,000");
    expect(speakSpan(400_000, 620_000, "zh-Hans")).toBe("40 万到62 万");
  });

  test("a published figure keeps what stands before its point, and four digits", () => {
    const shown = (value: number): string => formatNumber(value, "en", { digits: figureDigits(value) });
    expect([84.7385, 0.358128, 27_653, 27_653.4, 552.1, 1.4364].map(shown)).toEqual([
      ...["84.74", "0.3581", "27,653", "27,653", "552.1", "1.436"],
    ]);
  });

  test("two digits, one where the ends differ ten-fold", () => {
    expect(spanDigits(1, 9.99)).toBe(2);
    expect(spanDigits(1, 10)).toBe(1);
    expect(spanDigits(-1, 1)).toBe(1);
  });

  test("every language prints the same number, rounded as asked", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 9e13, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (value, digits) => {
          for (const lang of kLangs)
            expect(numbersIn(formatNumber(value, lang, { digits }))).toEqual([
              Number(rounded(value, digits).toPrecision(12)),
            ]);
        },
      ),
    );
  });

  test("spans parse back in every language", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e11, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (low, factor) => {
          const ends = [rounded(low, 2), rounded(low * factor, 2)].map((x) => Number(x.toPrecision(12)));
          const wanted = ends[0] === ends[1] ? [ends[0]] : ends;
          for (const lang of kLangs)
            expect(numbersIn(formatSpan(low, low * factor, lang, { digits: 2 }))).toEqual(wanted);
        },
      ),
    );
  });

  test("the ambiguous word for a million or 10^12 never occurs", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1e25, noNaN: true }), (value) =>
        kLangs.every((lang) => !formatNumber(value, lang).includes("兆")),
      ),
    );
  });
});
