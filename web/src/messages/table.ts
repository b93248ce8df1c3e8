/** Tables of words that stand beside the parts that say them, in three languages at a time. */
import type { Lang, Text } from "../engine/types";
import { typeset } from "../format/typeset";

/** A text in three languages. The script of one language leaves the other two empty: tools/one_language.mjs knows the
 * call by this name. */
export const t = (en: string, hans: string, hant: string): Text => ({ en, "zh-Hans": hans, "zh-Hant": hant });

/** Gives a word of the table in a language, punctuated for it; `{name}` is replaced by the value given. */
export function speaker<Key extends string>(
  words: Readonly<Record<Key, Text>>,
): (lang: Lang, key: Key, values?: Readonly<Record<string, string | number>>) => string {
  return (lang, key, values = {}) =>
    typeset(
      words[key][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
      lang,
    );
}

/** Every word of a language, for tests. */
export function spoken<Key extends string>(words: Readonly<Record<Key, Text>>, lang: Lang): [Key, string][] {
  const say = speaker(words);
  return (Object.keys(words) as Key[]).map((key) => [key, say(lang, key)]);
}
