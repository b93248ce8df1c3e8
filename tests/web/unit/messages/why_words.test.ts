import { expect, test } from "vitest";
import { signs } from "../../../../web/src/pages/signs";
import { compareWords } from "../../../../web/src/pages/compare_words";
import { whyWords } from "../../../../web/src/pages/why_words";
import { kLangs } from "../support/answers";
import { bannedIn } from "../support/lint";

test("words that say why have the same places in every language, and none that judge", () => {
  const places = (text: string): string[] => (text.match(/\{[a-z_]+\}/g) ?? []).sort();
  const named = Object.entries(signs).flatMap(([id, { name, means }]) => [
    [`name of ${id}`, name] as const,
    [id, means] as const,
  ]);
  for (const [key, text] of [...Object.entries({ ...whyWords, ...compareWords }), ...named])
    for (const lang of kLangs) {
      expect(text[lang].trim(), key).not.toBe("");
      expect(places(text[lang]), `${lang} ${key}`).toEqual(places(text.en));
      expect(bannedIn(text[lang]), `${lang} ${key}`).toEqual([]);
    }
});
