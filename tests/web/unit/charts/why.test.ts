import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWidth } from "../../../../web/src/charts/index";
import { needs } from "../../../../web/src/charts/needs";
import { ranking } from "../../../../web/src/charts/ranking";
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
    lang: "en",
    title: "PUE",
    words: "To give 5: 1.5",
    scale: "log" as const,
    low: 1,
    high: 100,
    values: [{ value: 10, jump: false }],
    span: { low: 5, high: 200 },
  };
  const marks = (svg: string, name: string) => all(parseXml(svg), (e) => e.attrs["class"] === name);
  test("stands where the slider would, with its span cut at the slider's ends", () => {
    const svg = needs(data, { id: "x" });
    const holder = all(parseXml(svg), (e) => e.name === "svg" && e.attrs["x"] !== undefined);
    expect(holder.map((e) => e.attrs["x"])).toEqual(["50%"]);
    const [span] = marks(svg, "need-span");
    expect(parseFloat(span?.attrs["x1"] as string)).toBeCloseTo(34.95, 1);
    expect(span?.attrs["x2"]).toBe("100%");
    expect(desc(svg)).toBe("To give 5: 1.5");
  });
  test("tells a jump and what lies beyond the slider by shape, not by colour", () => {
    const values = [
      { value: 10, jump: true },
      { value: 1000, jump: false },
      { value: 0.1, jump: false },
    ];
    const svg = needs({ ...data, values }, { id: "x" });
    expect(marks(svg, "need-jump")).toHaveLength(1);
    const beyond = marks(svg, "need-beyond").map((e) => e.attrs["d"]);
    expect(new Set(beyond).size).toBe(2);
    expect(marks(svg, "need-value")).toEqual([]);
  });
});
