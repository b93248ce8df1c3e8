import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bar,
  type BarData,
  type BarMark,
  barTable,
  darkTheme,
  lightTheme,
  textWidth,
} from "../../../../web/src/charts/index";
import { kLangs } from "../support/answers";
import { all, parseXml, textBoxes, textOf } from "../support/svg";

function data(more: Partial<BarData> = {}): BarData {
  return {
    lang: "en",
    unit: "kWh_facility/day",
    p05: 400_123,
    p25: 450_000,
    median: 500_500,
    p75: 560_000,
    p95: 619_500,
    title: "Electricity a day",
    marks: [
      { value: 500_000, role: "article", relation: "more_than" },
      { value: 564_000, role: "original" },
    ],
    ...more,
  };
}

const kMark: fc.Arbitrary<BarMark> = fc.record({
  value: fc.double({ min: 1, max: 5000, noNaN: true }),
  role: fc.constantFrom("article", "original", "rival"),
  relation: fc.constantFrom("about", "more_than", "at_most"),
});

describe("the bar", () => {
  test("is well-formed, named and described", () => {
    for (const lang of kLangs) {
      const root = parseXml(bar(data({ lang }), { id: "x" }));
      expect(root.attrs).toMatchObject({
        role: "img",
        lang,
        "aria-labelledby": "x-t x-d",
      });
      expect(textOf(all(root, (e) => e.name === "title")[0]!)).toBe("Electricity a day");
      expect(textOf(all(root, (e) => e.attrs["id"] === "x-d")[0]!)).toMatch(/\d/);
    }
  });

  test("puts nothing of a stranger's into markup", () => {
    const hostile = `"><script>alert('1')</script>&\u0000\ud800`;
    const svg = bar(
      data({
        title: hostile,
        marks: [{ value: 5e5, role: "rival", label: hostile }],
      }),
      { id: hostile },
    );
    expect(svg).not.toContain("<script");
    const root = parseXml(svg);
    expect(all(root, (e) => e.name === "script")).toEqual([]);
    expect(root.attrs["aria-labelledby"]).toMatch(/^[A-Za-z0-9_-]+-t [A-Za-z0-9_-]+-d$/);
    expect(() => parseXml(barTable(data({ title: hostile }), { id: "t" }))).not.toThrow();
  });

  test("has ids of its own", () => {
    const ids = (prefix: string): string[] =>
      all(parseXml(bar(data(), { id: prefix })), (e) => e.attrs["id"] !== undefined).map(
        (e) => e.attrs["id"] as string,
      );
    expect(ids("a").filter((id) => ids("b").includes(id))).toEqual([]);
    expect(new Set(ids("a")).size).toBe(ids("a").length);
  });

  test("is at most 110 px high and its labels never touch, however many figures and however wide", () => {
    fc.assert(
      fc.property(
        fc.array(kMark, { maxLength: 6 }),
        fc.constantFrom(...kLangs),
        fc.constantFrom("kWh_facility/day", "tCO2e", "household", "TWh/year", "%"),
        fc.constantFrom("auto", "log", "linear"),
        (marks, lang, unit, scale) => {
          const root = parseXml(
            bar(
              data({
                lang,
                unit,
                scale,
                marks,
                p05: 100,
                p25: 150,
                median: 200,
                p75: 300,
                p95: 400,
              }),
              { id: "x", width: 288 },
            ),
          );
          expect(Number(root.attrs["height"])).toBeLessThanOrEqual(110);
          for (const width of [288, 360, 700]) {
            const boxes = textBoxes(root, width, textWidth);
            for (const [i, a] of boxes.entries()) {
              expect(a.left, a.text).toBeGreaterThanOrEqual(-1);
              expect(a.right, a.text).toBeLessThanOrEqual(width + 1);
              for (const b of boxes.slice(i + 1))
                if (Math.abs(a.y - b.y) < 10)
                  expect(a.right <= b.left || b.right <= a.left, `${a.text} | ${b.text} at ${width}`).toBe(true);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("draws the quantiles where the axis says", () => {
    const root = parseXml(
      bar(
        data({
          marks: [],
          scale: "linear",
          p05: 0,
          p25: 25,
          median: 50,
          p75: 75,
          p95: 100,
        }),
        { id: "x", fluid: false, width: 1160 },
      ),
    );
    const range = all(root, (e) => e.attrs["class"] === "chart-range")[0]!;
    const core = all(root, (e) => e.attrs["class"] === "chart-core")[0]!;
    const median = all(root, (e) => e.attrs["class"] === "chart-median")[0]!;
    expect(Number(core.attrs["width"]) / Number(range.attrs["width"])).toBeCloseTo(0.5, 3);
    expect(Number(median.attrs["x1"])).toBeCloseTo(Number(range.attrs["x"]) + Number(range.attrs["width"]) / 2, 1);
  });

  test("one value is a line, without a box", () => {
    const root = parseXml(
      bar(
        data({
          p05: 5,
          p25: 5,
          median: 5,
          p75: 5,
          p95: 5,
          marks: [{ value: 6, role: "article" }],
        }),
        { id: "x" },
      ),
    );
    expect(all(root, (e) => e.name === "rect")).toEqual([]);
    expect(all(root, (e) => e.name === "line" && e.attrs["stroke-width"] === "6")).toHaveLength(1);
  });

  test("a half-open figure points to where its values lie; a plain one does not", () => {
    const arrows = (relation: NonNullable<BarMark["relation"]>): string[] =>
      all(
        parseXml(
          bar(data({ marks: [{ value: 5e5, role: "article", relation }] }), {
            id: "x",
          }),
        ),
        (e) => e.attrs["class"] === "chart-arrow",
      ).map((e) => e.attrs["d"] as string);
    expect(arrows("about")).toEqual([]);
    expect(arrows("more_than")[0]).toMatch(/h14/);
    expect(arrows("at_most")[0]).toMatch(/h-14/);
  });

  test("tells figures apart without colour: weight, dashes, shape", () => {
    const root = parseXml(
      bar(
        data({
          marks: [
            { value: 45e4, role: "article" },
            { value: 5e5, role: "original" },
            { value: 55e4, role: "rival" },
          ],
        }),
        { id: "x" },
      ),
    );
    const lines = all(root, (e) => e.name === "line" && (e.attrs["class"] ?? "").includes("chart-mark"));
    expect(lines.map((e) => e.attrs["stroke-dasharray"] !== undefined)).toEqual([false, true]);
    expect(all(root, (e) => e.attrs["class"] === "chart-rival")).toHaveLength(1);
  });

  test("shows the figure's own unit, and Chinese its own", () => {
    const texts = (lang: "en" | "zh-Hans"): string[] =>
      all(
        parseXml(
          bar(
            data({
              lang,
              unit: "MWh_facility/day",
              show: "kWh_facility/day",
              p05: 400,
              p25: 450,
              median: 500,
              p75: 560,
              p95: 620,
              marks: [{ value: 500, role: "article", relation: "more_than" }],
            }),
            { id: "x" },
          ),
        ),
        (e) => e.name === "text",
      ).map(textOf);
    expect(texts("en")).toEqual(expect.arrayContaining(["kWh a day", "Article >\u2009500,000", "350,000"]));
    expect(texts("zh-Hans")).toEqual(expect.arrayContaining(["度（每天）", "文中 >\u200950 万", "35 万"]));
  });

  test("a fixed theme carries plain values, the page's carries names with fallbacks", () => {
    expect(bar(data(), { id: "x", theme: lightTheme, fluid: false })).not.toContain("var(");
    expect(bar(data(), { id: "x", theme: darkTheme, fluid: false })).toContain(darkTheme.hue);
    expect(bar(data(), { id: "x" })).toMatch(/var\(--chart-[a-z]+, #[0-9a-f]{6}\)/);
  });

  test("no red and no green, and text that can be read on its paper", () => {
    const channels = (hex: string): number[] => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
    const light = (hex: string): number =>
      channels(hex)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0);
    const contrast = (a: string, b: string): number =>
      (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    for (const theme of [lightTheme, darkTheme]) {
      for (const hex of Object.values(theme)) {
        const [r, g, b] = channels(hex) as [number, number, number];
        expect(b + 0.001, hex).toBeGreaterThanOrEqual(Math.max(r, g)); // greys and blues
      }
      expect(contrast(theme.ink, theme.paper)).toBeGreaterThan(7);
      expect(contrast(theme.muted, theme.paper)).toBeGreaterThan(4.5);
      expect(contrast(theme.hue, theme.paper)).toBeGreaterThan(3);
      expect(contrast(theme.ink, theme.core)).toBeGreaterThan(4.5);
    }
  });

  test("one figure printed in two units is one mark", () => {
    const marks: BarMark[] = [
      { value: 500_000, role: "article" },
      { value: 500_150, role: "article" },
      { value: 500_000, role: "original" },
    ];
    const texts = all(parseXml(bar(data({ marks }), { id: "x" })), (e) => e.name === "text").map(textOf);
    expect(texts.filter((t) => t.includes("rticle"))).toEqual(["Article, original 500,000"]);
  });

  test("the table says the same", () => {
    const html = barTable(data(), { id: "t", className: "bar-table" });
    expect(html).toContain("<caption>Electricity a day</caption>");
    expect(html).toContain("400,000–620,000 kWh a day");
    expect(html).toContain("more than 500,000 kWh a day");
    expect(parseXml(html).children.length).toBe(3);
  });
});
