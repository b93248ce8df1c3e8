/** The single file: page, styles, core, data and scripts in one HTML document that asks for nothing. Its scripts are
 * classic ones, named by their hashes in its policy, so that it runs from a disk and in a sandboxed frame. */
import { createHash } from "node:crypto";
import type { View } from "../pages/data";
import { claimBody, type Worked } from "../pages/claim";
import type { CompareSet } from "../pages/compare";
import { documentOf, head } from "../pages/head";
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

export function singleFile(view: View, worked: Worked, set: CompareSet, parts: SingleParts): string {
  const { lang, data } = view;
  const claim = claimOf(data);
  const core = inline(parts.core);
  const app = inline(parts.app);
  const policy =
    `default-src 'none'; script-src ${hash(core)} ${hash(app)} 'wasm-unsafe-eval' blob:; worker-src blob:; ` +
    "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";
  const page = parts.siteUrl ? new URL(`${lang}/claims/${claim.id}/r${data.revision}/`, parts.siteUrl).href : null;
  const top = head(
    { title: `${say(claim.title, lang)} · Footing`, description: say(claim.statement, lang), policy },
    block("style", parts.style.replace(/<\//g, "<\\/")),
  );
  const links = {
    card: null,
    single: null,
    embed: null,
    page,
    model: parts.siteUrl ? new URL(`${lang}/models/${claim.model}/`, parts.siteUrl).href : null,
    policy: parts.siteUrl ? new URL(`${lang}/policy/`, parts.siteUrl).href : null,
    challenge: null,
    contact: "",
    rows: {},
  };
  const body = html`<body class="single" data-site="${parts.siteUrl ?? ""}">
    <header class="site"><span class="brand">${messages[lang].site.name}</span></header>
    ${claimBody(view, links, worked, set)} ${block('script type="application/json" id="footing-data"', jsonBlock(data).text)}
    ${block('script type="text/plain" id="footing-wasm"', Buffer.from(parts.wasm).toString("base64"))}
    ${block('script id="footing-core"', core)} ${block("script", app)}
  </body>`;
  return documentOf(lang, top, body);
}
