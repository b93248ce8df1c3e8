/** Of two estimates it is said that their sums leave something out, and whether the range drawn beside them does. */
import { beforeAll, expect, test } from "vitest";
import { mainSentence } from "../../../../web/src/pages/figures";
import { kLangs } from "../support/answers";
import { Built } from "../support/built";
import "../../../../web/src/sentences/index";

let built: Built;
beforeAll(async () => {
  built = await Built.start();
});

const kSums = { en: "Both sums leave PUE out", "zh-Hans": "两者的算式都未计 PUE", "zh-Hant": "兩者的算式都未計 PUE" };
const kRange = { en: "; the range does not.", "zh-Hans": "；范围已计入。", "zh-Hant": "；範圍已計入。" };

test.each(["chatgpt-year-15000t", "chatgpt-year-1400t"])("%s", async (claim) => {
  for (const lang of kLangs) {
    expect(mainSentence(await built.view(claim, lang)).main).toContain(kSums[lang] + kRange[lang]);
    const authors = mainSentence(await built.view(claim, lang, { scenario: "as_published" })).main;
    expect(authors).toContain(kSums[lang]);
    expect(authors).not.toContain(kRange[lang]);
  }
});
