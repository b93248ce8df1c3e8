/** The language of the page that a script runs in. */
import type { Lang } from "../engine/types";
import { LANGS } from "../format/lang";

export function pageLang(): Lang {
  const { lang } = document.documentElement;
  return LANGS.find((one) => one === lang) ?? "en";
}
