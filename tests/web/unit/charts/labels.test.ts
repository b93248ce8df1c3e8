import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LabelBox, placeLabels, type PlacedLabel } from "../../../../web/src/charts/labels";

/** How many leaders run through a label that is nearer to the chart. */
function crossings(boxes: readonly LabelBox[], placed: readonly PlacedLabel[]): number {
  return boxes
    .flatMap(({ at }, i) =>
      boxes.map(({ width }, k) => {
        const [here, there] = [placed[i], placed[k]];
        return here && there && there.row < here.row && Math.abs(there.centre - at) < width / 2 + 1.9;
      }),
    )
    .filter(Boolean).length;
}

describe("placeLabels", () => {
  test("a label steps aside from the leader of one above it, and stays by its own mark", () => {
    // An article's figure close to the right of its origin's, on a phone.
    const boxes = [
      { at: 144, width: 116 },
      { at: 198, width: 100 },
    ];
    const placed = placeLabels(boxes, 310, 2) ?? [];
    expect(crossings(boxes, placed)).toBe(0);
    boxes.forEach(({ at, width }, i) => {
      expect(Math.abs((placed[i]?.centre ?? 1e9) - at)).toBeLessThanOrEqual(width / 2);
    });
  });

  test("no label covers another or leaves the chart", () => {
    const box = fc.record({ at: fc.integer({ min: 0, max: 310 }), width: fc.integer({ min: 20, max: 120 }) });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 3 }), (boxes, rows) => {
        const placed = placeLabels(boxes, 310, rows);
        placed?.forEach((here, i) => {
          const half = (boxes[i]?.width ?? 0) / 2;
          expect(here.centre - half).toBeGreaterThanOrEqual(-1e-9);
          expect(here.centre + half).toBeLessThanOrEqual(310 + 1e-9);
          placed.slice(i + 1).forEach((there, k) => {
            const other = (boxes[i + 1 + k]?.width ?? 0) / 2;
            if (here.row === there.row)
              expect(Math.abs(here.centre - there.centre)).toBeGreaterThanOrEqual(half + other + 6 - 1e-9);
          });
        });
      }),
    );
  });

  test("says that labels do not fit where they do not", () => {
    const wide = [
      { at: 50, width: 200 },
      { at: 60, width: 200 },
    ];
    expect(placeLabels(wide, 310, 1)).toBeNull();
    expect(
      placeLabels(wide, 310, 2)
        ?.map(({ row }) => row)
        .sort(),
    ).toEqual([0, 1]);
  });
});
