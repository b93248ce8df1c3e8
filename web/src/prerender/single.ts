/** The single file: page, styles, core, data and scripts in one HTML document that asks for nothing. Its scripts are
 * classic ones, named by their hashes in its policy, so that it runs from a disk and in a sandboxed frame. */
import { createHash } from "node:crypto";
import type { View } from "../pages/data";
import { claimBody } from "../pages/claim";
import { html, jsonBlock, markup } from "../pages/html";
import { claimOf } from "../pages/data";
import { messages } from "../messages";
import { say } from "../pages/words";

export interface SingleParts {
  core: string; // classic script with the core's glue
  app: string; // classic script of the page
  style: string;
  wasm: Uint8Array;
  siteUrl: string | null;
}

/** Script text that cannot end its element early. */
const inline = (script: string): string => script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

const hash = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** An element around text that must stay as it is to the letter: the policy names scripts by their hashes. */
const block = (tag: string, text: string) => markup(`<${tag}>${text}</${tag.split(" ")[0]}>`);

export function singleFile(view: View, parts: SingleParts): string {
  const { lang, data } = view;
  const claim = claimOf(data);
  const core = inline(parts.core);
  const app = inline(parts.app);
  const policy =
    `default-src 'none'; script-src ${hash(core)} ${hash(app)} 'wasm-unsafe-eval' blob:; worker-src blob:; ` +
    "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
  const page = parts.siteUrl ? new URL(`${lang}/claims/${claim.id}/r${data.revision}/`, parts.siteUrl).href : null;
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say(claim.title, lang)} · Footing</title>
        <meta name="description" content="${say(claim.statement, lang)}" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        ${block("style", parts.style.replace(/<\//g, "<\\/"))}
      </head>
      <body class="single" data-site="${parts.siteUrl ?? ""}">
        <header class="site"><span class="brand">${messages[lang].site.name}</span></header>
        ${claimBody(view, { card: null, single: null, embed: null, page, policy: parts.siteUrl ? new URL(`${lang}/policy/`, parts.siteUrl).href : null, challenge: null })}
        ${block('script type="application/json" id="footing-data"', jsonBlock(data).text)}
        ${block('script type="text/plain" id="footing-wasm"', Buffer.from(parts.wasm).toString("base64"))}
        ${block('script id="footing-core"', core)} ${block("script", app)}
      </body>
    </html> `.text;
}
