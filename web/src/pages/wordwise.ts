/** Headings in Chinese that break between words, not inside them. For the build: browsers do not know the words. */
import type { Lang } from "../engine/types";
import { isChinese } from "../format";
import { html, type Markup } from "./html";

const kHan = /[\u3400-\u9fff]/;

/** The text with a place to break between two Chinese words; the style keeps words whole (`word-break: keep-all`). */
export function wordwise(text: string, lang: Lang): Markup {
  if (!isChinese(lang)) return html`${text}`;
  const words = [...new Intl.Segmenter(lang, { granularity: "word" }).segment(text)].map(({ segment }) => segment);
  const breaks = (word: string, i: number): boolean => kHan.test(word) && kHan.test(words[i - 1] ?? "");
  return html`${words.map((word, i) => (breaks(word, i) ? html`<wbr />${word}` : word))}`;
}
