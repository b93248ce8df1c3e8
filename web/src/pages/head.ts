/** The head of every document: what it is called, what it may load, how it is shared. */
import type { Lang } from "../engine/types";
import { html, type Markup } from "./html";

export interface Head {
  title: string;
  description: string;
  policy: string; // Content-Security-Policy
}

/** `more` follows what all pages say: styles, scripts, links to other forms of the page. */
export function head({ title, description, policy }: Head, more: Markup): Markup {
  return html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <meta name="description" content="${description}" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <meta name="format-detection" content="telephone=no" />
    <link rel="icon" href="data:," />
    ${more}
  </head>`;
}

/** A whole document. */
export function documentOf(lang: Lang, top: Markup, body: Markup): string {
  return html`<!doctype html>
    <html lang="${lang}">
      ${top} ${body}
    </html> `.text;
}
