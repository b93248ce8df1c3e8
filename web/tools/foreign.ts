/** Chinese on a page in English that nothing marks as such: a voice would spell it out, a browser draw it in any font. */
import { walk } from "./html_walk";

const kHan = /[\u3400-\u9fff]/;

/** What of the body is spoken in the page's English though it is Chinese: texts, and names that elements are given. */
export function unmarked(html: string): string[] {
  const found: string[] = [];
  walk<boolean>(html.slice(html.indexOf("<body")), {
    element(_name, attributes, around) {
      const lang = /\slang="([^"]*)"/.exec(attributes)?.[1];
      const chinese = lang?.startsWith("zh") ?? around.at(-1) ?? false;
      for (const [, said = ""] of attributes.matchAll(/\s(?:aria-label|title|alt)="([^"]*)"/g))
        if (kHan.test(said) && !chinese) found.push(said);
      return chinese;
    },
    text(text, around) {
      if (kHan.test(text) && !around.at(-1)) found.push(text.trim());
    },
  });
  return found;
}
