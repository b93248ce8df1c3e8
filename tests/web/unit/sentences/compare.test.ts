import { describe, expect, test } from "vitest";
import { addedText, compareText, factorText } from "../../../../web/src/sentences/compare";
import { kLangs } from "../support/answers";
import { bannedIn } from "../support/lint";
import { numbersIn } from "../support/parse";

describe("why two differ, in words", () => {
  const parts = [
    { label: "Accelerators", value: 24.6857 },
    { label: "Power of one accelerator", value: 0.6143 },
    { label: "Grid", value: 0.745 },
  ];
  const say = (lang: (typeof kLangs)[number], log = true): string =>
    compareText({
      lang,
      unit: "tCO2e",
      low: 1395.9,
      high: 15768,
      log,
      parts: parts.map(({ label, value }) => ({ label, text: factorText(value, lang) })),
    });

  test("says both figures, how many times, and every factor: the same numbers in every language", () => {
    expect(say("en")).toBe(
      "15,800 t CO₂e is about 11 times 1,400 t CO₂e: ×24.7 by accelerators, ×0.614 by power of one accelerator, ×0.745 by grid.",
    );
    for (const lang of kLangs)
      expect(
        numbersIn(say(lang).replace(/×/g, " ")).sort((a, b) => a - b),
        say(lang),
      ).toEqual([0.614, 0.745, 11, 24.7, 1400, 15800]);
  });

  test("says no times where there is none", () => {
    for (const lang of kLangs) expect(say(lang, false)).not.toMatch(/11|倍|times/);
  });

  test("factors read back to what they are, one near 1 with the digit that tells it from 1", () => {
    for (const value of [24.6857, 0.6143, 0.745, 1.004, 0.9978, 8, 2.3333])
      for (const lang of kLangs)
        expect(Math.abs((numbersIn(factorText(value, lang).slice(1))[0] ?? 0) / value - 1)).toBeLessThan(5e-3);
    expect(factorText(1.004, "en")).toBe("×1.004");
    expect(addedText(-3, "tCO2e", "en")).toBe("−3 t CO₂e");
  });

  test("uses none of the words that judge", () => {
    for (const lang of kLangs) expect(bannedIn(say(lang))).toEqual([]);
  });
});
