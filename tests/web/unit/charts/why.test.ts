import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../../../web/src/charts/index";
import { ladder } from "../../../../web/src/charts/ladder";
import { needs } from "../../../../web/src/charts/needs";
import { ranking } from "../../../../web/src/charts/ranking";
import { sweep, type SweepData } from "../../../../web/src/charts/sweep";
import { waterfall } from "../../../../web/src/charts/waterfall";
import { kLangs } from "../support/answers";
import { all, parseXml, textBoxes, textOf } from "../support/svg";

const kHostile = `"><script>alert('1')</script>&\u0000\ud800`;
const desc = (svg: string): string => textOf(all(parseXml(svg), (e) => e.name === "desc")[0]!);

describe("the list of what moves a result", () => {
  const rows = [
    { label: "Load", share: 0.87, text: "87 %" },
    { label: "Building overhead", share: 0.13, text: "13 %" },
  ];
  test("is named, says its shares in words, and draws each as long as it is", () => {
    for (const lang of kLangs) {
      const svg = ranking({ lang, title: "What moves it", rows }, { id: "x" });
      const root = parseXml(svg);
      expect(root.attrs).toMatchObject({ role: "img", lang, "aria-labelledby": "x-t x-d" });
      for (const { label, text } of rows) expect(desc(svg)).toMatch(new RegExp(`${label}.\\s?${text}`));
      const bars = all(root, (e) => e.attrs["class"] === "ranking-bar");
      expect(bars.map((bar) => parseFloat(bar.attrs["width"] as string))).toEqual([87, 13]);
    }
  });
  test("puts nothing of a stranger's into markup", () => {
    const svg = ranking(
      { lang: "en", title: kHostile, rows: [{ label: kHostile, share: 1, text: kHostile }] },
      { id: "x" },
    );
    expect(all(parseXml(svg), (e) => e.name === "script")).toEqual([]);
  });
  test("keeps name and share apart, however long the name, and its bars inside", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ label: fc.string({ maxLength: 90 }), share: fc.double({ min: -0.01, max: 1.01, noNaN: true }) }),
          {
            maxLength: 12,
          },
        ),
        (some) => {
          const data = some.map(({ label, share }) => ({
            label: `a${label}`,
            share,
            text: `${Math.round(share * 100)} %`,
          }));
          const root = parseXml(ranking({ lang: "en", title: "t", rows: data }, { id: "x" }));
          const boxes = textBoxes(root, 288, textWidth);
          data.forEach((_, i) => {
            const [name, share] = boxes.filter((box) => box.y === i * 36 + 14);
            if (name && share) expect(name.right).toBeLessThan(share.left);
          });
          for (const bar of all(root, (e) => e.attrs["class"] === "ranking-bar")) {
            expect(parseFloat(bar.attrs["width"] as string)).toBeGreaterThanOrEqual(0);
            expect(parseFloat(bar.attrs["width"] as string)).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });
});

describe("what an input would have to be, on its track", () => {
  const data = {
    scale: "log" as const,
    low: 1,
    high: 100,
    values: [{ value: 10, jump: false }],
    span: { low: 5, high: 200 },
  };
  const marks = (svg: string, name: string) => all(parseXml(svg), (e) => e.attrs["class"] === name);
  test("stands where the slider would, with its span cut at the slider's ends", () => {
    const svg = needs(data);
    const holder = all(parseXml(svg), (e) => e.name === "svg" && e.attrs["x"] !== undefined);
    expect(holder.map((e) => e.attrs["x"])).toEqual(["50%"]);
    const [span] = marks(svg, "need-span");
    expect(parseFloat(span?.attrs["x1"] as string)).toBeCloseTo(34.95, 1);
    expect(span?.attrs["x2"]).toBe("100%");
  });
  test("tells a jump and what lies beyond the slider by shape, not by colour", () => {
    const values = [
      { value: 10, jump: true },
      { value: 1000, jump: false },
      { value: 0.1, jump: false },
    ];
    const svg = needs({ ...data, values });
    expect(marks(svg, "need-jump")).toHaveLength(1);
    const beyond = marks(svg, "need-beyond").map((e) => e.attrs["d"]);
    expect(new Set(beyond).size).toBe(2);
    expect(marks(svg, "need-value")).toEqual([]);
  });
});

/** Texts of a chart that touch, at its narrowest width. */
function touching(svg: string): string[] {
  const boxes = textBoxes(parseXml(svg), 288, textWidth);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => Math.abs(a.y - b.y) < 9 && a.left < b.right && b.left < a.right)
      .map((b) => `${a.text} | ${b.text}`),
  );
}

const kLabel = fc.string({ minLength: 1, maxLength: 80 }).map((text) => `a${text}`);

describe("estimates on one axis", () => {
  const rows = [
    { label: "One", value: 3, p05: 2, p95: 8, own: false },
    { label: "Two", value: 30, p05: 30, p95: 30, own: true },
  ];
  const at = (svg: string) => all(parseXml(svg), (e) => e.name === "svg" && e.attrs["x"] !== undefined);
  test("puts equal factors at equal distances, and says all in words", () => {
    const three = [...rows, { label: "Three", value: 300, p05: 300, p95: 300, own: false }];
    const svg = ladder({ lang: "en", title: "Emissions", unit: "tCO2e", rows: three }, { id: "x" });
    const [a, b, c] = at(svg).map((e) => parseFloat(e.attrs["x"] as string));
    expect((b ?? 0) - (a ?? 0)).toBeCloseTo((c ?? 0) - (b ?? 0), 1);
    expect(desc(svg)).toBe("One: 3 t CO₂e, 2–8 t CO₂e; Two: 30 t CO₂e; Three: 300 t CO₂e");
  });
  test("is even where a value is zero or below", () => {
    const svg = ladder(
      { lang: "en", title: "t", unit: "tCO2e", rows: [{ ...rows[0]!, value: -1, p05: -2 }, rows[1]!] },
      { id: "x" },
    );
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
  test("has no two texts that touch, whatever the names", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kLabel, fc.double({ min: 1e-3, max: 1e9, noNaN: true })), { minLength: 1, maxLength: 5 }),
        (some) => {
          const own = some.map(([label, value], i) => ({ label, value, p05: value / 2, p95: value * 2, own: i === 0 }));
          expect(touching(ladder({ lang: "en", title: "t", unit: "kWh", rows: own }, { id: "x" }))).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("from one estimate to another", () => {
  const step = (label: string, text: string, after: number) => ({ label, detail: "1 \u2192 2", text, after });
  const data = {
    lang: "en" as const,
    title: "A and B",
    unit: "tCO2e",
    scale: "log" as const,
    from: { label: "A", value: 10 },
    to: { label: "B", value: 50 },
    parts: [
      { label: "Machines", text: "×10", steps: [step("Chips", "×20", 200), step("Power", "×0.5", 100)] },
      { label: null, text: "", steps: [step("Grid", "×0.5", 50)] },
    ],
  };
  const bars = (svg: string) =>
    all(parseXml(svg), (e) => /^waterfall-(up|down)$/.test(e.attrs["class"] ?? "")).map((e) => {
      const x = parseFloat(e.attrs["x"] as string);
      return { name: e.attrs["class"], from: x, to: x + parseFloat(e.attrs["width"] as string) };
    });
  test("every bar begins where the last one ended, and the last ends at the other figure", () => {
    const svg = waterfall(data, { id: "x" });
    const [chips, power, grid] = bars(svg);
    expect([chips?.name, power?.name, grid?.name]).toEqual(["waterfall-up", "waterfall-down", "waterfall-down"]);
    expect(power?.to).toBeCloseTo(chips?.to ?? 0, 1);
    expect(grid?.to).toBeCloseTo(power?.from ?? 0, 1);
    const [start, end] = all(parseXml(svg), (e) => e.attrs["class"] === "waterfall-end");
    expect(parseFloat(start?.attrs["x1"] as string)).toBeCloseTo(chips?.from ?? 0, 1);
    expect(parseFloat(end?.attrs["x1"] as string)).toBeCloseTo(grid?.from ?? 0, 1);
    // halving is as long as halving
    expect((power?.to ?? 0) - (power?.from ?? 0)).toBeCloseTo((grid?.to ?? 0) - (grid?.from ?? 0), 1);
    expect(desc(svg)).toBe("A: 10 t CO₂e; Chips ×20; Power ×0.5; Grid ×0.5; B: 50 t CO₂e");
  });
  test("what raises and what lowers differ without colour", () => {
    const heads = all(parseXml(waterfall(data, { id: "x" })), (e) => e.name === "path").map((e) => e.attrs["d"]);
    expect(heads).toEqual(["M-5 -4l5 4l-5 4", "M5 -4l-5 4l5 4", "M5 -4l-5 4l5 4"]);
  });
  test("has no two texts that touch, and carries no markup of a stranger's", () => {
    fc.assert(
      fc.property(kLabel, kLabel, kLabel, (a, b, c) => {
        const parts = [{ label: c, text: "×0.614", steps: [step(a, "×24.7", 200), step(b, "×0.25", 50)] }];
        expect(touching(waterfall({ ...data, from: { label: a, value: 10 }, parts }, { id: "x" }))).toEqual([]);
      }),
      { numRuns: 50 },
    );
    const svg = waterfall({ ...data, title: kHostile, from: { label: kHostile, value: 10 } }, { id: "x" });
    expect(all(parseXml(svg), (e) => e.name === "script")).toEqual([]);
  });
});

describe("a result over a range of an input", () => {
  const values = [1, 10, 100, 1000, 10000];
  const data: SweepData = {
    lang: "en",
    title: "Electricity over servers",
    input: { label: "Servers", unit: "server", scale: "log", now: 100 },
    output: { label: "Electricity", unit: "kWh_facility/day" },
    points: values.map((value) => ({ value, central: 3 * value, low: 2 * value, high: 4 * value })),
    figure: { value: 3000, label: "Article: 3,000 kWh a day" },
    now: "Now: 100 servers.",
  };
  const pairs = (text: string | undefined): number[][] =>
    (text ?? "").split(" ").map((pair) => pair.split(",").map(Number));
  const one = (svg: string, name: string) => all(parseXml(svg), (e) => e.attrs["class"] === name);

  test("is a straight line where a product is drawn on two logarithmic axes, inside its band", () => {
    const svg = sweep(data, { id: "x" });
    const points = pairs(one(svg, "sweep-line")[0]?.attrs["points"]);
    expect(points.map(([x]) => x)).toEqual([0, 25, 50, 75, 100]);
    const steps = points.slice(1).map(([, y], i) => (y ?? 0) - (points[i]?.[1] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 1);
    const band = pairs(one(svg, "sweep-band")[0]?.attrs["points"]);
    points.forEach(([x, y], i) => {
      expect(band[i]?.[0]).toBe(x);
      expect(band[i]?.[1] ?? 0).toBeGreaterThan(y ?? 0); // downwards: the lower end lies below
      expect(band[band.length - 1 - i]?.[1] ?? 0).toBeLessThan(y ?? 0);
    });
  });

  test("marks the present value and the figure where the curve has them", () => {
    const svg = sweep(data, { id: "x" });
    expect(one(svg, "sweep-now")[0]?.attrs["x1"]).toBe("50%");
    // the figure is what 1,000 servers give
    const at = pairs(one(svg, "sweep-line")[0]?.attrs["points"])[3]?.[1] ?? 0;
    expect(Number(one(svg, "sweep-figure")[0]?.attrs["y1"])).toBeCloseTo(24 + (at / 100) * 180, 1);
    expect(desc(svg)).toContain("100 servers \u2192 300 kWh a day (200–400 kWh a day)");
  });

  test("breaks where there is no value, and leaves a figure far away to the words", () => {
    const holed = data.points.map((point, i) => (i === 2 ? { ...point, central: null, low: null, high: null } : point));
    const svg = sweep({ ...data, points: holed, figure: { value: 1e12, label: "far" } }, { id: "x" });
    expect(one(svg, "sweep-line")).toHaveLength(2);
    expect(one(svg, "sweep-figure")).toHaveLength(0);
    expect(desc(svg)).toContain("far");
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  test("writes years as years", () => {
    const years = [2012, 2014, 2016].map((value) => ({ value, central: value - 2000, low: null, high: null }));
    const input = { label: "Year", unit: "date", scale: "linear" as const, now: 2014 };
    const svg = sweep({ ...data, input, points: years, figure: null }, { id: "x" });
    expect(textBoxes(parseXml(svg), 288, textWidth).map(({ text }) => text)).toContain("2014");
  });
});
