/** Templates to text. Everything put into `html` is escaped unless it is markup already. */

export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[];

const kEscapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeText = (text: string): string => text.replace(/[&<>"']/g, (c) => kEscapes[c] ?? c);

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return (part as readonly Part[]).map(write).join("");
  return escapeText(String(part)).replace(/(\d) %/g, "$1\u00a0%"); // a number keeps its sign on its line
}

export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((out, text, i) => out + write(parts[i - 1]) + text));
}

/** Chinese on a page in English, marked as such: it is spoken and drawn by rules of its own. */
export function foreign(text: string, lang: string): Markup {
  const parts = lang === "en" ? text.split(/([\u3400-\u9fff]+)/) : [text];
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<span lang="zh">${part}</span>` : part))}`;
}

/** Text that is markup already: charts, data blocks. */
export const markup = (text: string): Markup => new Markup(text);

/** JSON for a data block in a page: no text in it can end the block. */
export const jsonBlock = (value: unknown): Markup => new Markup(JSON.stringify(value).replace(/</g, "\\u003c"));

/** An address a reader may follow, or null: sources are data, and data may say anything. */
export function safeUrl(url: string | undefined): string | null {
  return url !== undefined && /^(https?:|mailto:)/i.test(url) ? url : null;
}
