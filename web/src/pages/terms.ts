/** Words of the field in a text as links to their explanations; a script opens these in place. */
import type { View } from "./data";
import { escapeText, html, markup, type Markup } from "./html";

/** How texts write a word, and its entry in the glossary. */
export type Terms = readonly (readonly [form: string, id: string])[];

/** The text with the first of each word marked; as it is where there is no glossary to lead to. */
export function marked({ root, lang }: Pick<View, "root" | "lang">, text: string, terms: Terms = []): Markup {
  if (root === null || terms.length === 0) return html`${text}`;
  const seen = new Set<string>();
  const forms = new RegExp(`(?<![A-Za-z])(?:${terms.map(([form]) => form).join("|")})(?![a-z])`, "g");
  return markup(
    escapeText(text).replace(forms, (form) => {
      const id = terms.find((term) => term[0] === form)?.[1] ?? "";
      if (seen.has(id)) return form;
      seen.add(id);
      return html`<a class="term" href="${root}${lang}/method/#term-${id}">${form}</a>`.text;
    }),
  );
}
