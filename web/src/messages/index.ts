/** Words of the page in three languages. One shape for all: a missing or a surplus key does not compile. */
import type { Lang } from "../engine/types";
import { en } from "./en";
import { set } from "./set";
import { zhHans } from "./zh-hans";
import { zhHant } from "./zh-hant";

type Shape<T> = T extends string ? string : { readonly [K in keyof T]: Shape<T[K]> };

/** What a language must provide. */
export type Messages = Shape<typeof en>;

/** All words of one language, with the punctuation of that language. */
export const messages: Readonly<Record<Lang, Messages>> = {
  en,
  "zh-Hans": set(zhHans satisfies Messages, "zh-Hans"),
  "zh-Hant": set(zhHant satisfies Messages, "zh-Hant"),
};

/** Puts values into the `{name}` places of a message; a name without a value stays as it is. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([a-z_]+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
