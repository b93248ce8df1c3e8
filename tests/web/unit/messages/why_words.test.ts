import { expect, test } from "vitest";
import { compareWords } from "../../../../web/src/pages/compare_words";
import { whyWords } from "../../../../web/src/pages/why_words";
import { kLangs } from "../support/answers";
import { bannedIn } from "../support/lint";

test("words that say why have the same places in every language, and none that judge", () => {
  const places = (text: string): string[] => (text.match(/\{[a-z_]+\}/g) ?? []).sort();
  for (const [key, text] of Object.entries({ ...whyWords, ...compareWords }))
    for (const lang of kLangs) {
      expect(text[lang].trim(), key).not.toBe("");
      expect(places(text[lang]), `${lang} ${key}`).toEqual(places(text.en));
      expect(bannedIn(text[lang]), `${lang} ${key}`).toEqual([]);
    }
});
