/** The bar of every claim in every language at the narrowest page: both ends of its axis have their number, and no text
 * touches another. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { bar, textWidth } from "../../../../web/src/charts/index";
import { barData } from "../../../../web/src/pages/figures";
import { kLangs } from "../support/answers";
import { Built } from "../support/built";
import { all, parseXml, textBoxes } from "../support/svg";

const kRoot = join(dirname(fileURLToPath(import.meta.url)), "../../../..");
const kClaims = readdirSync(join(kRoot, "datasets/claims")).map((name) => name.replace(/\.json$/, ""));
const kNarrow = 288; // a page of 320 px without its margins

let built: Built;
beforeAll(async () => {
  built = await Built.start();
});

test("both ends of every axis have a number, and labels never touch", async () => {
  expect(kClaims.length).toBeGreaterThan(60);
  for (const claim of kClaims)
    for (const lang of kLangs) {
      const data = barData(await built.view(claim, lang));
      if (!data) continue;
      const root = parseXml(bar(data, { id: "x", width: kNarrow }));
      const muted = all(
        root,
        (e) => e.name === "text" && /muted/.test(e.attrs["fill"] ?? "") && e.attrs["text-anchor"] === "middle",
      );
      const at = muted.map((e) => parseFloat(e.attrs["x"] as string));
      expect(Math.min(...at), `${claim} ${lang}`).toBe(0);
      expect(Math.max(...at), `${claim} ${lang}`).toBe(100);
      expect(Number(root.attrs["height"])).toBeLessThanOrEqual(110);
      for (const width of [kNarrow, 328, 700]) {
        const boxes = textBoxes(root, width, textWidth);
        for (const [i, a] of boxes.entries()) {
          expect(a.left, `${claim} ${lang} ${a.text}`).toBeGreaterThanOrEqual(-1);
          expect(a.right, `${claim} ${lang} ${a.text}`).toBeLessThanOrEqual(width + 1);
          for (const b of boxes.slice(i + 1))
            if (Math.abs(a.y - b.y) < 10)
              expect(
                a.right <= b.left || b.right <= a.left,
                `${claim} ${lang}: ${a.text} | ${b.text} at ${width}`,
              ).toBe(true);
        }
      }
    }
});
