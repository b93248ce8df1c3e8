import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim, Lang, Summary } from "../../../../web/src/engine/types";
import { rounded } from "../../../../web/src/format/index";
import {
  captions,
  comesOut,
  endPosition,
  mainSentence,
  mainSentences,
  metaLine,
  pointPosition,
  scopeLine,
  thresholdPosition,
  timesBeyond,
} from "../../../../web/src/sentences/index";
import { ownFigure } from "../../../../web/src/sentences/words";
import { kLangs, pointCase, solved, summary, text, thresholdCase, value } from "../support/answers";
import { bannedIn, chineseLength, englishWords } from "../support/lint";
import { numbersIn } from "../support/parse";
import { kCases } from "./cases";

const kRoot = join(dirname(fileURLToPath(import.meta.url)), "../../../..");
const kAll = Object.entries(kCases).flatMap(([kind, cases]) =>
  Object.entries(cases).map(([name, input]) => ({ kind, name, input })),
);

/** Quantiles in order, positive. */
const kRange = fc
  .tuple(
    fc.double({ min: 0.5, max: 1e7, noNaN: true }),
    fc.array(fc.double({ min: 0.01, max: 2, noNaN: true }), {
      minLength: 4,
      maxLength: 4,
    }),
  )
  .map(([low, steps]): Summary => {
    const at = steps.reduce((out, s) => [...out, (out[out.length - 1] as number) * (1 + s)], [low]);
    const [p05, p25, median, p75, p95] = at as [number, number, number, number, number];
    return summary(p05, p95, { p25, median, p75 });
  });

describe("positions", () => {
  test("raising a figure visits each position once, in order", () => {
    fc.assert(
      fc.property(kRange, (range) => {
        const seen: string[] = [];
        for (let i = 0; i <= 400; ++i) {
          const position = pointPosition(range.p05 * 0.5 + ((range.p95 * 1.5 - range.p05 * 0.5) * i) / 400, range);
          if (seen[seen.length - 1] !== position) seen.push(position);
        }
        const order = ["below", "lower", "middle", "upper", "above"];
        expect(seen).toEqual(order.filter((position) => seen.includes(position)));
        expect(seen[0]).toBe("below");
        expect(seen[seen.length - 1]).toBe("above");
      }),
    );
  });

  test("and so do the words, in every language", () => {
    for (const lang of kLangs) {
      const words: string[] = [];
      for (let figure = 380; figure <= 620; figure += 10) {
        const { p } = mainSentence({ ...pointCase(figure), lang }).slots;
        const word = p.replace(/[\d,.]+/g, "#");
        if (words[words.length - 1] !== word) words.push(word);
      }
      expect(words).toHaveLength(5);
      expect(new Set(words).size).toBe(5);
    }
  });

  test("raising a threshold takes the range from above it to below it, by way of inside", () => {
    fc.assert(
      fc.property(kRange, (range) => {
        const at = (x: number): string => thresholdPosition(x, range);
        expect([at(range.p05 * 0.99), at(range.p05), at(range.median), at(range.p95), at(range.p95 * 1.01)]).toEqual([
          "above",
          "inside",
          "inside",
          "inside",
          "below",
        ]);
      }),
    );
  });

  test("at most mirrors more than", () => {
    const mirror = {
      above: "below",
      below: "above",
      inside: "inside",
    } as const;
    fc.assert(
      fc.property(kRange, fc.double({ min: 0.1, max: 1e9, noNaN: true }), (range, x) => {
        expect(thresholdPosition(-x, { p05: -range.p95, p95: -range.p05 })).toBe(mirror[thresholdPosition(x, range)]);
      }),
    );
    // One range, one threshold: both relations describe the range alike and differ in what is needed.
    for (const figure of [300_000, 500_000, 900_000])
      for (const lang of kLangs) {
        const more = mainSentence({
          ...thresholdCase("more_than", figure),
          lang,
        }).slots;
        const most = mainSentence({
          ...thresholdCase("at_most", figure),
          lang,
        }).slots;
        expect({ ...most, n: "" }).toEqual({ ...more, n: "" });
        expect(most.n).not.toBe(more.n);
      }
  });

  test("an end within ten percent of ours is the same", () => {
    expect([endPosition(110, 100), endPosition(111, 100), endPosition(90, 100), endPosition(89, 100)]).toEqual([
      "same",
      "higher",
      "same",
      "lower",
    ]);
  });

  test("a conversion comes out within ten percent, and a bound where the engine finds it met", () => {
    const about = (value: number, recomputed: number): boolean =>
      comesOut({ value, relation: "about", holds: false }, recomputed);
    expect([about(110, 100), about(111, 100), about(100, 120)]).toEqual([true, false, false]);
    for (const relation of ["more_than", "at_least", "less_than", "at_most"] as const)
      for (const holds of [true, false]) expect(comesOut({ value: 100, relation, holds }, 120)).toBe(holds);
  });

  test("what the author's inputs give is a figure of those inputs, not of another scenario", () => {
    const entry = {
      id: "article",
      role: "article" as const,
      output: "carbon",
      scenario: "as_published",
      relation: "about" as const,
      value: "15000 tCO2e",
      source: "a",
      finding: "inferred",
    };
    const part = {
      ...entry,
      id: "part",
      role: "original" as const,
      scenario: "days_157",
      value: "6782.4 tCO2e",
    };
    const given = {
      ...entry,
      id: "given",
      role: "original" as const,
      finding: undefined,
    };
    const claim = (published: unknown[]): Claim => ({ outputs: ["carbon"], published }) as unknown as Claim;
    expect(ownFigure(claim([entry, part]))?.id).toBe("article");
    expect(ownFigure(claim([entry, part, given]))?.id).toBe("given");
  });

  test("a factor is said from three on, and on either side", () => {
    const range = { p05: 30, p95: 100 };
    expect([
      timesBeyond(299, range),
      timesBeyond(300, range),
      timesBeyond(10, range),
      timesBeyond(10.1, range),
      timesBeyond(50, range),
    ]).toEqual([null, 3, 3, null, null]);
    expect(timesBeyond(5, { p05: -10, p95: -1 })).toBeNull();
  });

  test("agree with the engine's answer where the engine gives one", () => {
    // A placement that says otherwise than the quantiles wins: it knows the figure's rounding and the samples.
    const base = pointCase(500);
    const outputs = base.answer.outputs.map((out) => ({
      ...out,
      placements: out.placements.map((entry) => ({
        ...entry,
        position: "upper" as const,
      })),
    }));
    expect(mainSentence({ ...base, lang: "en", answer: { ...base.answer, outputs } }).slots.p).toContain("upper part");
  });

  test("a threshold near the edge of the range counts as inside", () => {
    expect(
      mainSentence({
        ...(kCases["threshold"]?.["near_edge"] as ReturnType<typeof thresholdCase>),
        lang: "en",
      }).slots.p,
    ).toBe("399,000 (PUE left out) lies inside the range.");
  });
});

describe("numbers", () => {
  test("are the engine's, rounded to two digits, or one where the ends differ ten-fold", () => {
    fc.assert(
      fc.property(kRange, (range) => {
        // A figure far outside does not ask for more digits.
        const input = thresholdCase("more_than", 1e12, { ...range, digits: 2 });
        const { r } = mainSentence({ ...input, lang: "en" }).slots;
        const digits = range.p95 / range.p05 >= 10 ? 1 : 2;
        const wanted = [rounded(range.p05, digits), rounded(range.p95, digits)].map((x) => Number(x.toPrecision(12)));
        const printed = numbersIn(r).slice(2); // after the year and the number of servers
        expect(printed).toEqual(wanted[0] === wanted[1] ? [wanted[0]] : wanted);
      }),
    );
  });

  test("a printed range never puts the figure on another side than the words do, where digits allow", () => {
    fc.assert(
      fc.property(kRange, fc.double({ min: 0.5, max: 1.5, noNaN: true }), (range, share) => {
        const figure = rounded(range.p05 * share, 3);
        const input = thresholdCase("more_than", figure, {
          ...range,
          digits: 4,
        });
        const { r } = mainSentence({ ...input, lang: "en" }).slots;
        const [low, high] = numbersIn(r).slice(2) as [number, number | undefined];
        if (high === undefined || Math.abs(figure / range.p05 - 1) < 0.002 || Math.abs(figure / range.p95 - 1) < 0.002)
          return;
        expect(thresholdPosition(figure, { p05: low, p95: high })).toBe(thresholdPosition(figure, range));
      }),
    );
  });

  test("the three languages parse back to the same numbers", () => {
    for (const { kind, name, input } of kAll) {
      const all = mainSentences(input);
      const sorted = (lang: Lang): number[] => numbersIn(all[lang].main).sort((a, b) => a - b);
      expect(sorted("zh-Hans"), `${kind} ${name}`).toEqual(sorted("en"));
      expect(sorted("zh-Hant"), `${kind} ${name}`).toEqual(sorted("en"));
    }
  });

  test("and do so for any range, figure and need", () => {
    const positive = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(kRange, positive, positive, (range, figure, servers) => {
        const input = {
          ...thresholdCase("more_than", rounded(figure, 3), range),
          solve: solved("servers", "energy_per_day", [servers], {
            p05: servers * 0.8,
            p95: servers * 1.3,
            share: 1,
          }),
        };
        const all = mainSentences(input);
        const sorted = (lang: Lang): number[] => numbersIn(all[lang].main).sort((a, b) => a - b);
        expect(sorted("zh-Hans")).toEqual(sorted("en"));
        expect(sorted("zh-Hant")).toEqual(sorted("en"));
      }),
    );
  });

  test("the need carries the crossing and its span, at two digits", () => {
    const { n } = mainSentence({ ...thresholdCase(), lang: "en" }).slots;
    expect(numbersIn(n)).toEqual([3600, 2900, 4600]);
  });

  test("what the author left out is never printed as a value of theirs", () => {
    for (const lang of kLangs) {
      const { main } = mainSentence({
        ...(kCases["interval"]?.["higher_same"] as ReturnType<typeof thresholdCase>),
        lang,
      });
      expect(main).toMatch(/leaves PUE out|未计 PUE|未計 PUE/);
      expect(numbersIn(main)).not.toContain(1);
    }
  });

  test("what the author left out is named beside the figure, unless the range leaves it out too", () => {
    const base = thresholdCase();
    const with1 = (held: boolean): typeof base => ({
      ...base,
      answer: {
        ...base.answer,
        inputs: base.answer.inputs.map((input) =>
          input.id === "pue"
            ? { ...input, published_value: value(1), value: held ? value(1) : value(1.1, 1.3) }
            : input,
        ),
      },
    });
    for (const lang of kLangs) {
      expect(mainSentence({ ...with1(false), lang }).slots.p).toMatch(/PUE left out|未计 PUE|未計 PUE/);
      expect(mainSentence({ ...with1(true), lang }).slots.p).not.toContain("PUE");
    }
  });

  test("a share is said to be a share of something", () => {
    const base = pointCase(500);
    const shares = {
      ...base,
      claim: { ...base.claim, published: base.claim.published.map((entry) => ({ ...entry, value: "50 %" })) },
      answer: { ...base.answer, outputs: base.answer.outputs.map((output) => ({ ...output, unit: "%" })) },
    };
    const named = { en: "% (carbon)", "zh-Hans": "%（carbon）", "zh-Hant": "%（carbon）" };
    for (const lang of kLangs) {
      expect(mainSentence({ ...base, lang }).slots.r).not.toContain(named[lang].slice(1));
      const { slots, text: all } = mainSentence({ ...shares, lang });
      expect(slots.r).toContain(named[lang]);
      expect(all).toMatch(lang === "en" ? /50 % lies/ : /50% [\u4e00-\u9fff]/);
    }
  });
});

describe("the sentence", () => {
  test("begins with the gap where the driver is held, and then says what it needs", () => {
    const s = mainSentence({ ...thresholdCase(), lang: "en" });
    expect(s.slots.e).toBe("The number of servers was never published.");
    expect(s.text.startsWith(s.slots.e)).toBe(true);
    expect(s.slots.n).not.toBe("");
    expect(mainSentence({ ...pointCase(500), lang: "en" }).slots.e).toBe("");
  });

  test("has a scope whatever the data lack", () => {
    const base = thresholdCase();
    const bare: Claim = { ...base.claim, scope: text("", "", "") };
    for (const { input } of [
      ...kAll,
      { input: { ...base, claim: bare } },
      { input: { ...base, answer: { ...base.answer, outputs: [] } } },
    ]) {
      for (const lang of kLangs) expect(mainSentence({ ...input, lang }).slots.s).not.toBe("");
    }
    expect(scopeLine(base.claim, "en")).toBe("Estimate for ChatGPT (GPT-3.5 on A100); server energy, use only.");
  });

  test("says in every slot that settings were changed", () => {
    const prefix: Record<Lang, string> = {
      en: "With your settings",
      "zh-Hans": "按你的设定",
      "zh-Hant": "依你的設定",
    };
    for (const { input } of kAll)
      for (const lang of kLangs) {
        const s = mainSentence({
          ...input,
          lang,
          answer: { ...input.answer, changed: true },
        });
        for (const slot of Object.values(s.slots)) if (slot !== "") expect(slot.startsWith(prefix[lang])).toBe(true);
        const plain = mainSentence({
          ...input,
          lang,
          answer: { ...input.answer, changed: false },
        });
        expect(plain.text).not.toContain(prefix[lang]);
      }
  });

  test("holds no percentage and none of the words that judge", () => {
    for (const { kind, name, input } of kAll)
      for (const lang of kLangs) {
        const { main, slots } = mainSentence({ ...input, lang });
        expect(main, `${kind} ${name}`).not.toMatch(/%/);
        // Data texts are linted where they live; here it is the generated part that counts.
        expect(bannedIn(main), `${kind} ${name}: ${main}`).toEqual([]);
        expect(`${main}${slots.s}`).not.toMatch(/undefined|NaN|null|\{|\}/);
        expect(main).not.toMatch(/相差|高估|增加了/);
      }
  });

  test("keeps within 75 English words and 130 Chinese characters, scope aside", () => {
    for (const { kind, name, input } of kAll)
      for (const changed of [false, true]) {
        const all = mainSentences({
          ...input,
          answer: { ...input.answer, changed },
        });
        expect(englishWords(all.en.main), `${kind} ${name}`).toBeLessThanOrEqual(75);
        expect(chineseLength(all["zh-Hans"].main), `${kind} ${name}`).toBeLessThanOrEqual(130);
        expect(chineseLength(all["zh-Hant"].main), `${kind} ${name}`).toBeLessThanOrEqual(130);
      }
  });

  test("a country without a figure says so", () => {
    expect(
      mainSentence({
        ...(kCases["equivalence"]?.["comes_out"] as ReturnType<typeof thresholdCase>),
        lang: "en",
      }).slots.n,
    ).toContain("Iceland: no sourced figure yet");
  });

  test("belittling and alarming figures get the same words, mirrored", () => {
    const low = mainSentence({ ...pointCase(100), lang: "en" }).slots.p;
    const high = mainSentence({ ...pointCase(2400), lang: "en" }).slots.p;
    expect(low).toBe("The published 100 lies below the range, whose low end is about 4 times that.");
    expect(high).toBe("The published 2,400 lies above the range, at about 4 times the high end.");
  });
});

describe("captions", () => {
  test("carry claim, sentence, scope, date, revision and link", () => {
    for (const lang of kLangs) {
      const base = thresholdCase();
      const sentence = mainSentence({ ...base, lang });
      const { caption, alt } = captions({
        claim: base.claim,
        sentence,
        lang,
        url: "https://footing.example/en/claims/x/r1/",
        date: "2026-11-21",
        revision: 1,
      });
      for (const part of [
        base.claim.title[lang],
        sentence.main,
        "2026-11-21",
        "r1",
        "https://footing.example/en/claims/x/r1/",
      ])
        expect(caption).toContain(part);
      expect(alt).toContain(sentence.main);
    }
  });

  test("say that a stranger's settings are a stranger's", () => {
    const base = thresholdCase();
    const sentence = mainSentence({
      ...base,
      lang: "en",
      answer: { ...base.answer, changed: true },
    });
    const { caption, alt } = captions({
      claim: base.claim,
      sentence,
      lang: "en",
      url: "u",
      date: "d",
      revision: 1,
    });
    expect(caption).toContain("changed by the person who shared this");
    expect(alt).toContain("changed by the person who shared this");
  });

  test("the first line names kind, modality, period and place", () => {
    const base = thresholdCase();
    expect(metaLine(base.claim, base.files, "en")).toBe("Threshold · estimate, early 2023, 中关村 2024");
    expect(metaLine(base.claim, base.files, "zh-Hans")).toBe("门槛值 · 估算，2023 年初，中关村 2024");
    const two = { ...base.claim, kind: "rivals" as const };
    expect(metaLine(two, base.files, "en")).toBe("Two estimates, early 2023, 中关村 2024");
    expect(metaLine({ ...two, modality: "forecast" }, base.files, "zh-Hant")).toMatch(/^兩種估算 · 預測，/);
    const { issued, ...undated } = base.files["sources/article.json"] as { issued: object };
    expect(issued).toBeDefined();
    const files = { ...base.files, "sources/article.json": undated };
    expect(metaLine(base.claim, files, "en")).toBe("Threshold · estimate, early 2023, 中关村 (undated)");
    expect(metaLine(base.claim, files, "zh-Hant")).toBe("門檻值 · 估算，2023 年初，中关村（未註明日期）");
  });
});

describe("texts of the claims", () => {
  test("hold none of the words that judge, and a scope in every language", () => {
    const folder = join(kRoot, "datasets/claims");
    if (!existsSync(folder)) return;
    const found: string[] = [];
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
      const claim = JSON.parse(readFileSync(join(folder, name), "utf8")) as Claim;
      for (const key of ["title", "statement", "scope", "gap", "system", "period", "boundary"] as const) {
        for (const lang of kLangs) {
          const words = bannedIn(claim[key]?.[lang] ?? "");
          // A title repeats what somebody published; their words stay theirs.
          const own = key === "title" || key === "statement" ? words.filter((word) => word === "兆") : words;
          if (own.length > 0) found.push(`${name} ${key} ${lang}: ${own.join(" ")}`);
          if (key === "scope" && !claim.scope[lang]) found.push(`${name}: no scope in ${lang}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  test("say of whom it is that PUE is left out, where the range beside them counts it", () => {
    const folder = join(kRoot, "datasets/claims");
    const found: string[] = [];
    let concerned = 0;
    for (const name of readdirSync(folder)) {
      const { scope, scenarios } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Claim;
      const [author, range] = [scenarios.as_published?.inputs?.pue, scenarios.sourced_then?.inputs?.pue];
      if (author?.state !== "omitted" || !range || range.value === author.value) continue;
      for (const lang of kLangs) {
        if (!scope[lang].includes("PUE")) continue;
        ++concerned;
        if (!/author|original|原作者|原估算/.test(scope[lang])) found.push(`${name} ${lang}: ${scope[lang]}`);
      }
    }
    expect(found).toEqual([]);
    expect(concerned).toBeGreaterThan(0);
  });
});
