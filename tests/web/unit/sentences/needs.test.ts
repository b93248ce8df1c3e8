import { describe, expect, test } from "vitest";
import type { BreakEven, InputState } from "../../../../web/src/engine/types";
import { needText, optionsText } from "../../../../web/src/sentences/needs";
import { kLangs } from "../support/answers";
import { bannedIn } from "../support/lint";
import { numbersIn } from "../support/parse";

const kKwh = { en: "500,000 kWh a day", "zh-Hans": "每天 50 万度", "zh-Hant": "每天 50 萬度" };

function need(more: Partial<BreakEven> = {}): BreakEven {
  return {
    input: "servers",
    unit: "server",
    spread: true,
    range: { low: 2000, high: 3000 },
    crossings: [{ value: 3960, jump: false, inside: false, off: 960, times: 1.32 }],
    searched: { low: 1, high: 1000 },
    options: [],
    span: { p05: 3200, p95: 5000, share: 1 },
    ...more,
  };
}

const words = (lang: "en" | "zh-Hans" | "zh-Hant", own: Partial<BreakEven> = {}, input: Partial<InputState> = {}) =>
  needText({
    lang,
    need: need(own),
    input: { unit: "server", range: "sourced", changed: false, ...input },
    figure: kKwh[lang],
    relation: "more_than",
  });

const one = (value: number, more: Partial<BreakEven["crossings"][number]>) => ({
  crossings: [{ value, jump: false, inside: false, off: 1, times: 1, ...more }],
});

describe("what an input would have to be, in words", () => {
  test("says figure, value, span and how far beyond the range: the same numbers in every language", () => {
    for (const lang of kLangs) expect(numbersIn(words(lang)), words(lang)).toEqual([5e5, 3960, 3200, 5000, 32]);
    expect(words("en")).toBe(
      "To exceed 500,000 kWh a day: 3,960 servers (3,200–5,000 servers as the others move), 32 % above the sourced range.",
    );
    expect(words("zh-Hans")).toContain("比有出处的范围上端高 32 %");
    expect(words("zh-Hant")).toContain("比有出處的範圍上端高 32 %");
  });

  test("says multiples and parts from a factor of two on", () => {
    for (const lang of kLangs) {
      const above = words(lang, { ...one(9000, { off: 6000, times: 3 }), span: null });
      expect(numbersIn(above), above).toEqual([5e5, 9000, 3]);
      const below = words(lang, { ...one(500, { off: -1500, times: 0.25 }), span: null });
      expect(numbersIn(below), below).toEqual([5e5, 500, 1, 4]);
    }
  });

  test("names what it is set against: sourced, assumed, the reader's, one value", () => {
    const inside = { ...one(2500, { inside: true, off: 0 }), span: null };
    expect(words("en", inside)).toMatch(/, inside the sourced range\.$/);
    expect(words("en", inside, { range: "assumed" })).toMatch(/, inside the assumed range\.$/);
    expect(words("en", inside, { changed: true })).toMatch(/, inside your range\.$/);
    const point = { ...one(2500, { off: 500, times: 1.25 }), span: null, spread: false };
    expect(words("en", point)).toMatch(/, 25 % above the value used\.$/);
    expect(words("zh-Hans", point, { changed: true })).toMatch(/，比你设的值高 25 %。$/);
  });

  test("says when no value does, when several do, when one jumps past", () => {
    for (const lang of kLangs) {
      const none = words(lang, { crossings: [], span: null });
      expect(numbersIn(none), none).toEqual([5e5, 1, 1000]);
      const two = words(lang, {
        span: null,
        crossings: [...one(2200, { inside: true }).crossings, ...one(2800, { inside: true }).crossings],
      });
      expect(numbersIn(two), two).toEqual([5e5, 2200, 2800]);
      const jump = words(lang, { ...one(2500, { jump: true, inside: true }), span: null });
      expect(numbersIn(jump), jump).toEqual([5e5, 2500]);
      expect(jump).not.toBe(words(lang, { ...one(2500, { inside: true }), span: null }));
    }
  });

  test("goes through a choice option by option", () => {
    for (const lang of kLangs) {
      const text = optionsText(lang, kKwh[lang], [
        { name: "A", side: "below" },
        { name: "B", side: "above" },
        { name: "C", side: "above" },
        { name: "D", side: null },
      ]);
      expect(text).toMatch(/B.+C.+A/);
      expect(text).not.toContain("D");
      expect(bannedIn(text)).toEqual([]);
    }
  });

  test("uses none of the words that judge", () => {
    for (const lang of kLangs)
      for (const relation of ["about", "more_than", "less_than", "at_least", "at_most"] as const)
        for (const times of [0.2, 0.9, 1.1, 5, null]) {
          const off = times !== null && times < 1 ? -1 : 1;
          const text = needText({
            lang,
            need: need(one(7, { off, times })),
            input: { unit: "server", range: "assumed", changed: true },
            figure: kKwh[lang],
            relation,
          });
          expect(bannedIn(text), text).toEqual([]);
        }
  });
});
