import { scaleLinear, scaleLog } from "d3-scale";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  card,
  type CardData,
  cardSizes,
  density,
  fitScale,
  makeScale,
  quantileDots,
  textWidth,
  ticks,
  track,
  type TrackData,
  wrap,
} from "../../../../web/src/charts/index";
import { spreadRow } from "../../../../web/src/charts/labels";
import { mainSentence } from "../../../../web/src/sentences/index";
import { kLangs, thresholdCase } from "../support/answers";
import { all, parseXml, textBoxes, textOf } from "../support/svg";

describe("axes", () => {
  test("hold every value", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.constantFrom("auto", "log", "linear"),
        (values, wish) => {
          const scale = fitScale(values, wish);
          for (const value of values) {
            expect(scale.at(value)).toBeGreaterThanOrEqual(0);
            expect(scale.at(value)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  const kLow = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
  const near = (value: number, all: readonly number[]): number =>
    Math.min(...all.map((one) => Math.abs(one / value - 1)));

  test("of an even axis have round numbers evenly apart, from its low end or below to its high end or above", () => {
    fc.assert(
      fc.property(
        kLow,
        fc.double({ min: 1.05, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 7 }),
        (low, factor, count) => {
          const high = low * factor;
          const found = ticks(makeScale("linear", low, high), count);
          const step = (found[1] as number) - (found[0] as number);
          expect(found.length).toBeGreaterThan(1);
          expect(found.length).toBeLessThanOrEqual(count + 3);
          found
            .slice(1)
            .forEach((tick, i) => expect(tick - (found[i] as number)).toBeCloseTo(step, 9 - Math.log10(step)));
          expect(near(step / 10 ** Math.floor(Math.log10(step * 1.0001)), [1, 2, 2.5, 5])).toBeLessThan(1e-6);
          expect((low - (found[0] as number)) / step).toBeGreaterThan(-1e-6);
          expect((low - (found[0] as number)) / step).toBeLessThan(1);
          expect(((found.at(-1) as number) - high) / step).toBeGreaterThan(-1e-6);
          expect(((found.at(-1) as number) - high) / step).toBeLessThan(1);
        },
      ),
    );
  });

  test("put every value where d3's scales put it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.double({ min: 1.05, max: 1e6, noNaN: true }),
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        (low, factor, share) => {
          const high = low * factor;
          const value = low * factor ** share;
          const even = scaleLinear([low, high], [0, 1]);
          const log = scaleLog([low, high], [0, 1]);
          expect(makeScale("linear", low, high).at(value)).toBeCloseTo(even(value), 9);
          expect(makeScale("log", low, high).at(value)).toBeCloseTo(log(value), 9);
        },
      ),
    );
  });

  test("of a log axis are among those that d3 draws, and as near its ends as those are", () => {
    fc.assert(
      fc.property(kLow, fc.double({ min: 1.05, max: 1e6, noNaN: true }), (low, factor) => {
        const high = low * factor;
        const found = ticks(makeScale("log", low, high), 6);
        const [first = 0, last = 0] = [found[0], found.at(-1)];
        const all = scaleLog([first * 0.999, last * 1.001], [0, 1]).ticks(9 * Math.log10(last / first));
        for (const tick of found) expect(near(tick, all)).toBeLessThan(1e-9);
        expect(first / low).toBeLessThan(1 + 1e-8);
        expect(last / high).toBeGreaterThan(1 - 1e-8);
        expect((found[1] as number) / low).toBeGreaterThan(1);
        expect((found.at(-2) as number) / high).toBeLessThan(1);
      }),
    );
  });

  test("has room on both sides of values that are all but one", () => {
    for (const wish of ["auto", "log", "linear"] as const) {
      const scale = fitScale([999999999.9999979, 999999999.999998], wish);
      expect(scale.at(999999999.999998), wish).toBeCloseTo(0.5, 6);
    }
  });

  test("a log axis that meets zero becomes an even one", () => {
    expect(fitScale([0, 10], "log").kind).toBe("linear");
    expect(fitScale([1, 100], "auto").kind).toBe("log");
    expect(fitScale([1, 10], "auto").kind).toBe("linear");
  });
});

describe("labels", () => {
  test("of one row never overlap and stay inside", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.double({ min: -20, max: 320, noNaN: true }),
            width: fc.double({ min: 5, max: 90, noNaN: true }),
          }),
          { maxLength: 6 },
        ),
        (boxes) => {
          const centres = spreadRow(boxes, 300);
          const total = boxes.reduce((sum, box) => sum + box.width + 6, -6);
          if (total > 300.001) expect(centres).toBeNull();
          if (total > 299.999) return;
          const edges = (centres as number[])
            .map((c, i) => [c - boxes[i]!.width / 2, c + boxes[i]!.width / 2] as const)
            .sort((a, b) => a[0] - b[0]);
          edges.forEach(([left, right], i) => {
            expect(left).toBeGreaterThanOrEqual(-1e-6);
            expect(right).toBeLessThanOrEqual(300 + 1e-6);
            if (i > 0) expect(left).toBeGreaterThanOrEqual(edges[i - 1]![1] + 6 - 1e-6);
          });
        },
      ),
    );
  });

  test("a label that is free stays where its mark is", () => {
    expect(
      spreadRow(
        [
          { at: 100, width: 20 },
          { at: 200, width: 20 },
        ],
        300,
      ),
    ).toEqual([100, 200]);
  });
});

describe("line breaks", () => {
  const words = fc
    .array(
      fc.constantFrom(
        "每天",
        "约",
        " 40 万",
        "–62 万度",
        "，",
        "。",
        "（",
        "2900–4600 台",
        "）",
        "、",
        "PUE",
        " the range ",
        "「",
        "」",
        "estimate, ",
      ),
      { minLength: 1, maxLength: 40 },
    )
    .map((parts) => parts.join(""));

  test("keep every character, fit the width, and start no line with a closing mark", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 160, max: 900 }), (text, width) => {
        const lines = wrap(text, 20, width);
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        for (const line of lines) expect(textWidth(line, 20)).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
    expect(wrap("一二三四五，六", 10, 50)).toEqual(["一二三四", "五，六"]);
    expect(wrap("一二三四（五）", 10, 50)).toEqual(["一二三四", "（五）"]);
    expect(wrap("约需 3600 台", 10, 45)).toEqual(["约需", "3600 台"]);
  });
});

describe("the track", () => {
  const base: TrackData = {
    lang: "en",
    unit: "kWh_facility/kWh_it",
    label: "Building overhead",
    scale: "linear",
    low: 1,
    high: 2,
    around: 1.2,
    author: { value: 1, state: "omitted" },
    sourced: { p05: 1.1, p95: 1.3, assumed: false },
    readings: [1.09, 1.58],
    yours: { value: 1.2, p05: 1.2, p95: 1.2 },
  };
  const count = (data: TrackData, name: string): number =>
    all(parseXml(track(data, { id: "t" })), (e) => e.attrs["class"] === name).length;

  test("draws no author's value where the author left it out, and says so", () => {
    expect(count(base, "track-author")).toBe(0);
    const root = parseXml(track(base, { id: "t" }));
    expect(textOf(all(root, (e) => e.attrs["id"] === "t-d")[0]!)).toContain("In the author's sum: left out");
    expect(textOf(root)).not.toContain("sum: 1");
    expect(count({ ...base, author: { value: 1.5, state: "stated" } }, "track-author")).toBe(1);
    expect(count({ ...base, author: null }, "track-author")).toBe(0);
    const implied: TrackData = { ...base, author: { value: 1.5, state: "implied" } };
    expect([count(implied, "track-implied"), count(implied, "track-author")]).toEqual([1, 0]);
  });

  test("hatches an assumed range and only that", () => {
    expect(count({ ...base, sourced: { p05: 1.1, p95: 1.3, assumed: true } }, "track-assumed")).toBe(1);
    expect(count(base, "track-sourced")).toBe(1);
    expect(track(base, { id: "t" })).not.toContain("<pattern");
  });

  test("has a number at each end, in the unit of the value beside it", () => {
    const ends = (data: TrackData): string[] =>
      all(parseXml(track(data, { id: "t" })), (e) => e.name === "text").map((e) => textOf(e));
    expect(ends(base)).toEqual(["1", "2"]);
    const energy: TrackData = { ...base, unit: "kWh", low: 500, high: 20_000_000, around: 1_287_000 };
    expect(ends(energy)).toEqual(["500", "20 million"]);
    expect(ends({ ...base, unit: "date", low: 1990, high: 2040, around: 2008 })).toEqual(["1990", "2040"]);
    expect(ends({ ...energy, lang: "zh-Hans" })).toEqual(["500", "2000 万"]);
  });

  test("has a tick for each reading", () => {
    expect(count(base, "track-reading")).toBe(2);
    expect(count({ ...base, readings: [] }, "track-reading")).toBe(0);
    const past: TrackData = { ...base, readings: [0.9, 1.5, 3] }; // the slider's ends are no readings
    expect([count(past, "track-reading"), count(past, "track-beyond")]).toEqual([1, 2]);
  });

  test("a value beyond the slider stays at its end with an arrow", () => {
    expect(count({ ...base, yours: { value: 5, p05: 5, p95: 5 } }, "track-beyond")).toBe(1);
    expect(count(base, "track-beyond")).toBe(0);
  });

  test("is well-formed in every language, with values out of range", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kLangs),
        fc.double({ min: -5, max: 50, noNaN: true }),
        fc.constantFrom("linear", "log"),
        (lang, value, scale) => {
          const svg = track(
            {
              ...base,
              lang,
              scale,
              author: { value, state: "implied" },
              yours: { value, p05: value, p95: value + 1 },
            },
            { id: "t" },
          );
          expect(svg).not.toMatch(/NaN|Infinity|undefined/);
          parseXml(svg);
        },
      ),
    );
  });
});

describe("the density", () => {
  const edges = Array.from({ length: 41 }, (_, i) => i);
  const flat = {
    scale: "linear" as const,
    x: edges,
    y: edges.slice(1).map(() => 1 / 40),
  };

  test("dots stand at the quantiles: of an even distribution, evenly", () => {
    quantileDots(flat, 4).forEach((dot, i) => expect(dot).toBeCloseTo(5 + 10 * i, 9));
    const dots = quantileDots(
      {
        ...flat,
        y: [...Array.from({ length: 20 }, () => 0), ...Array.from({ length: 20 }, () => 1 / 20)],
      },
      10,
    );
    expect(Math.min(...dots)).toBeGreaterThanOrEqual(20);
  });

  test("on a log axis they stand at the logarithm's quantiles inside a bin", () => {
    const [dot] = quantileDots({ scale: "log", x: [1, 100], y: [1] }, 1);
    expect(dot).toBeCloseTo(10, 12);
  });

  test("draws as many dots as it says", () => {
    for (const lang of kLangs) {
      const root = parseXml(
        density(
          {
            lang,
            unit: "tCO2e",
            density: flat,
            p05: 2,
            median: 20,
            p95: 38,
            marks: [{ value: 25, role: "article" }],
            samples: 16384,
            title: "t",
          },
          { id: "d" },
        ),
      );
      expect(all(root, (e) => e.attrs["class"] === "density-dot")).toHaveLength(20);
      expect(textOf(root)).toContain("20");
    }
  });
});

describe("the card", () => {
  const qr = Array.from({ length: 29 }, (_, r) => Array.from({ length: 29 }, (_, c) => (r * c) % 3 === 0));
  const data = (lang: (typeof kLangs)[number], more: Partial<CardData> = {}): CardData => {
    const input = thresholdCase();
    const sentence = mainSentence({ ...input, lang });
    return {
      lang,
      title: input.claim.title[lang],
      meta: "meta",
      main: sentence.main,
      scope: sentence.slots.s,
      date: "2026-11-21",
      revision: 1,
      link: "footing.example/claims/x/r1/",
      qr,
      changed: false,
      alt: sentence.text,
      bar: {
        lang,
        unit: "kWh_facility/day",
        p05: 4e5,
        p25: 45e4,
        median: 5e5,
        p75: 56e4,
        p95: 62e4,
        marks: [{ value: 5e5, role: "article", relation: "more_than" }],
        title: "t",
      },
      ...more,
    };
  };
  const squeeze = (text: string): string => text.replace(/\s/g, "");

  test("holds all of the sentence and the scope, date, revision and link, inside its edges and clear of each other", () => {
    for (const lang of kLangs)
      for (const format of ["wide", "tall"] as const)
        for (const factor of [1, 2, 3]) {
          const d = data(lang);
          const long = {
            ...d,
            main: Array.from({ length: factor }, () => d.main).join(" "),
            scope: Array.from({ length: factor }, () => d.scope).join(" "),
          };
          const root = parseXml(card(long, { id: "c", format }));
          const { width, height } = cardSizes[format];
          const shown = squeeze(
            all(root, (e) => e.name === "text")
              .map(textOf)
              .join(""),
          );
          for (const part of [long.title, long.main, long.scope, "2026-11-21", "r1", long.link])
            expect(shown).toContain(squeeze(part));
          // The bar has its own coordinates and its own tests; its place is the group that holds it.
          const own = {
            ...root,
            children: root.children.filter((child) => typeof child !== "string" && child.name === "text"),
          };
          const boxes = textBoxes(own, width, textWidth);
          const held = all(root, (e) => e.name === "g" && e.attrs["class"] === undefined)[0]!;
          const barTop = Number(/translate\([\d.]+ ([\d.]+)\)/.exec(held.attrs["transform"] as string)![1]);
          const barFoot = barTop + Number(all(held, (e) => e.name === "svg")[0]!.attrs["height"]);
          for (const [i, box] of boxes.entries()) {
            expect(box.right, box.text).toBeLessThanOrEqual(width - 20);
            expect(box.y, box.text).toBeLessThanOrEqual(height - 20);
            expect(box.y <= barTop || box.y >= barFoot + 6, `${box.text} over the bar`).toBe(true);
            for (const other of boxes.slice(i + 1))
              if (Math.abs(box.y - other.y) < 12)
                expect(box.right <= other.left || other.right <= box.left, `${box.text} | ${other.text}`).toBe(true);
          }
        }
  });

  test("stamps changed settings, and not others", () => {
    for (const lang of kLangs) {
      expect(card(data(lang, { changed: true }), { id: "c", format: "wide" })).toContain("card-stamp");
      expect(card(data(lang), { id: "c", format: "wide" })).not.toContain("card-stamp");
    }
  });

  test("the QR code keeps its modules, dark on white", () => {
    const root = parseXml(card(data("en"), { id: "c", format: "wide" }));
    const code = all(root, (e) => e.attrs["class"] === "card-qr")[0]!;
    const path = all(code, (e) => e.name === "path")[0]!.attrs["d"] as string;
    const grid = qr.map((row) => row.map(() => false));
    for (const [, x, y, w] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
      for (let i = 0; i < Number(w); ++i) grid[Number(y) - 4]![Number(x) - 4 + i] = true;
    expect(grid).toEqual(qr);
    expect(all(code, (e) => e.name === "rect")[0]!.attrs["fill"]).toBe("#ffffff");
  });

  test("a card without bar or code still stands", () => {
    for (const lang of kLangs)
      parseXml(
        card(data(lang, { bar: null, qr: null, revision: 0 }), {
          id: "c",
          format: "tall",
        }),
      );
  });

  test("escapes what it is given", () => {
    const svg = card(data("en", { title: `<a href="x">&`, link: "x?a=1&b=2", changed: true }), {
      id: "c",
      format: "wide",
    });
    expect(all(parseXml(svg), (e) => e.name === "a")).toEqual([]);
    expect(svg).toContain("x?a=1&amp;b=2");
  });

  test("names no colour of the page, so that it can leave it", () => {
    expect(card(data("en"), { id: "c", format: "tall" })).not.toContain("var(");
  });
});
