/** The embed, which is the single file too: styles, core, data and scripts in one HTML document that needs nothing else. Its
 * scripts are classic ones, named by their hashes in its policy, so that it runs in a sandboxed frame and from a disk. */
import { createHash } from "node:crypto";
import type { View } from "../pages/data";
import { embedBody } from "../pages/claim";
import { documentOf, head } from "../pages/head";
import { html, jsonBlock, markup } from "../pages/html";
import { claimOf } from "../pages/data";
import { fill, messages } from "../messages";
import { say } from "../pages/words";
import { leanData } from "./lean";

export interface SingleParts {
  core: string; // classic script: what starts the module
  app: string; // classic script of the frame
  style: string;
  module: string; // footing_file.wasm, packed, as base64
  siteUrl: string | null;
}

/** Script text that cannot end its element early. */
const inline = (script: string): string => script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

const hash = (script: string): string => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

/** An element around text that must stay as it is to the letter: the policy names scripts by their hashes. */
const block = (tag: string, text: string) => markup(`<${tag}>${text}</${tag.split(" ")[0]}>`);

/** Dark follows the reader's system, or what the embedding page asks for (`_theme`). */
export function themed(style: string): string {
  return style
    .replace(
      /@media\s*\(prefers-color-scheme:\s*dark\)\s*\{\s*:root\s*\{([^}]*)\}\s*\}/g,
      "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){$1}}:root[data-theme=dark]{$1}",
    )
    .concat(":root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}");
}

export function singleFile(view: View, parts: SingleParts): string {
  const { lang, data, answer } = view;
  const claim = claimOf(data);
  const core = inline(parts.core);
  const app = inline(parts.app);
  // Its own status.json is all it asks for, and only where it lies in a site.
  const policy =
    `default-src 'none'; script-src ${hash(core)} ${hash(app)} 'wasm-unsafe-eval' blob:; worker-src blob:; ` +
    "style-src 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'";
  const address = (path: string, here: string): string => (parts.siteUrl ? new URL(path, parts.siteUrl).href : here);
  const own = `${lang}/claims/${claim.id}/${view.edition?.folder ?? `r${data.revision}`}/`;
  const made = html`r${data.revision} · ${fill(messages[lang].share.as_of, { date: data.built })}`;
  const top = head(
    { title: `${say(claim.title, lang)} · Footing`, description: say(claim.statement, lang), policy },
    html`<meta name="responsive-embedded-sizing" /> <meta name="robots" content="noindex" />
      <link rel="canonical" href="${address(own, "../index.html")}" />
      ${block("style", parts.style.replace(/<\//g, "<\\/"))}`,
  );
  const body = html`<body class="embedded" data-engine="${answer.versions.engine}">
    ${embedBody(view, {
      page: address(own, "../index.html"),
      policy: address(`${lang}/policy/`, "../../../../policy/index.html"),
      made,
    })}
    ${block('script type="application/json" id="footing-data"', jsonBlock(leanData(data, answer, lang)).text)}
    ${block('script type="text/plain" id="footing-wasm"', parts.module)}${block('script id="footing-core"', core)}${block("script", app)}
  </body>`;
  return documentOf(lang, top, body);
}
