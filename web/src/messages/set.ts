/** Texts of a language with the punctuation of that language, however deep they lie. */
import type { Lang } from "../engine/types";
import { typeset } from "../format/typeset";

export function set<T>(node: T, lang: Lang): T {
  if (typeof node === "string") return typeset(node, lang) as T;
  if (Array.isArray(node)) return node.map((child: unknown) => set(child, lang)) as T;
  return Object.fromEntries(Object.entries(node as object).map(([key, value]) => [key, set(value, lang)])) as T;
}
