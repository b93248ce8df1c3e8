/** The three languages of the page, and small facts about them. */
import type { Lang, Text } from "../engine/types";

export type { Lang, Text };

export const LANGS: readonly Lang[] = ["en", "zh-Hans", "zh-Hant"];

export function isChinese(lang: Lang): boolean {
  return lang !== "en";
}

/** One of two Chinese writings, by language. */
export function han(lang: Lang, hans: string, hant: string): string {
  return lang === "zh-Hant" ? hant : hans;
}
