/** One line for an error or notice of the core, in the reader's language, with what was typed. */
import type { FootingError, Lang } from "../engine/types";
import { fill, messages } from "../messages";
import { notice } from "../messages/errors";

export function errorLine(error: FootingError, lang: Lang): string {
  const { text, offending, detail } = notice(error, lang);
  if (lang === "en" && text !== error.message) return `${text} ${detail}`;
  const written = offending[0];
  return written === undefined ? text : `${text} ${fill(messages[lang].notice.offending, { text: written })}`;
}
