/** What a page carries for its script is less than what it was printed from, and says and draws the same. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { barData, mainSentence } from "../../../../web/src/pages/figures";
import { authorLine } from "../../../../web/src/pages/parts";
import { leanData } from "../../../../web/src/prerender/lean";
import { kLangs } from "../support/answers";
import { Built } from "../support/built";
import "../../../../web/src/sentences/index";

const kClaims = readdirSync(join(dirname(fileURLToPath(import.meta.url)), "../../../../datasets/claims")).map((name) =>
  name.replace(".json", ""),
);

let built: Built;
beforeAll(async () => {
  built = await Built.start();
});

test.each(kClaims)("%s: the script's sentence, bar and values are the printed ones", async (id) => {
  for (const lang of kLangs) {
    const view = await built.view(id, lang);
    const lean = { ...view, data: leanData(view.data, view.answer, lang) };
    expect(JSON.stringify(lean.data).length).toBeLessThan(JSON.stringify(view.data).length);
    expect(mainSentence(lean)).toEqual(mainSentence(view));
    expect(barData(lean)).toEqual(barData(view));
    for (const input of view.answer.inputs)
      expect(authorLine(lean, input, true).text).toBe(authorLine(view, input, true).text);
  }
});
