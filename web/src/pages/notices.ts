/** One line for an error or notice of the core, in the reader's language. STUB until messages/errors is there. */
import type { FootingError, Lang } from "../engine/types";

export function errorLine(error: FootingError, _lang: Lang): string {
  return [error.message, error.hint].filter(Boolean).join(" ");
}
