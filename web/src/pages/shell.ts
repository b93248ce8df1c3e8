/** The document around every page: metadata, policy, styles, header and footer. All addresses are relative. */
import type { Lang } from "../engine/types";
import { LANGS } from "../format";
import { messages } from "../messages";
import { siteWord } from "../messages/site";
import { documentOf, head } from "./head";
import { html, jsonBlock, markup, type Markup } from "./html";

/** No inline script, no request to anywhere else. 'unsafe-inline' styles: positions on tracks and in charts. */
export const kPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; " +
  "base-uri 'none'; form-action 'none'";

/** Files of the build a page refers to, relative to the site's root. */
export interface Assets {
  styles: string[];
  scripts: string[]; // module scripts
  preload: string[]; // modules the scripts import
  fetch: string[]; // files the scripts fetch
}

export interface Shell {
  lang: Lang;
  title: string;
  description: string;
  root: string; // "", "../", "../../" …
  assets: Assets;
  body: Markup;
  bodyClass?: string;
  languages?: Record<Lang, string>; // the same page in each language, relative to the root
  canonical?: string | null; // relative to the root
  address?: string; // its own, relative to the root
  feed?: string; // relative to the root
  image?: string | null; // relative to the root
  siteUrl?: string | null;
  indexed?: boolean;
  inlineStyle?: string; // for a page that may be shown at any depth: the one for what is not there
  oembed?: string; // relative to the root
  jsonLd?: object;
  bare?: boolean; // embed: no header, no footer
}

export function page(shell: Shell): string {
  const { lang, root, assets, siteUrl } = shell;
  const absolute = (path: string): string => (siteUrl ? new URL(path, siteUrl).href : `${root}${path}`);
  // Search engines and sharing services take absolute addresses alone; a page they are to leave out still says which one
  // stands for it.
  const named = siteUrl != null || shell.indexed === false;
  const more = html`${shell.bare ? html`<meta name="responsive-embedded-sizing" /> ` : ""}${
    shell.indexed === false ? html`<meta name="robots" content="noindex" /> ` : ""
  }
    ${shell.feed ? html`<link rel="alternate" type="application/atom+xml" href="${root}${shell.feed}" /> ` : ""}${
      siteUrl && !shell.inlineStyle ? shared(shell, absolute) : ""
    }${
      shell.oembed
        ? html`<link rel="alternate" type="application/json+oembed" href="${absolute(shell.oembed)}" title="${shell.title}" /> `
        : ""
    }${
      shell.jsonLd ? html`<script type="application/ld+json">${jsonBlock(shell.jsonLd)}</script> ` : ""
    }${named && shell.canonical != null ? html`<link rel="canonical" href="${absolute(shell.canonical)}" /> ` : ""}${
      named && shell.languages
        ? LANGS.map(
            (other) =>
              html`<link rel="alternate" hreflang="${other}" href="${absolute(shell.languages?.[other] ?? "")}" /> `,
          )
        : ""
    }${
      shell.inlineStyle
        ? html`<style>
            ${markup(shell.inlineStyle)}
          </style>`
        : assets.styles.map((file) => html`<link rel="stylesheet" href="${root}${file}" /> `)
    }${assets.preload.map((file) => html`<link rel="modulepreload" href="${root}${file}" /> `)}${assets.fetch.map(
      (file) => html`<link rel="preload" as="fetch" crossorigin="anonymous" href="${root}${file}" /> `,
    )}${assets.scripts.map((file) => html`<script type="module" src="${root}${file}"></script> `)}${
      shell.inlineStyle ? "" : html`<script src="${root}disk.js" defer></script> `
    }`;
  const body = html`<body data-root="${root}" ${shell.bodyClass ? html` class="${shell.bodyClass}"` : ""}>
    ${shell.bare ? shell.body : html`${header(shell)}${shell.body}${footer(shell)}`}
  </body>`;
  const { title, description } = shell;
  return documentOf(lang, head({ title, description, policy: kPolicy }, more), body).replace(/\s*\n\s*/g, "\n");
}

const kLocales: Record<Lang, string> = { en: "en_US", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW" };

/** What sharing services show of a page (https://ogp.me): its own address, not the newest revision's. */
function shared({ lang, title, description, image, address }: Shell, absolute: (path: string) => string): Markup {
  return html`<meta property="og:type" content="website" />
    <meta property="og:site_name" content="Footing" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:locale" content="${kLocales[lang]}" /> ${
      address != null ? html`<meta property="og:url" content="${absolute(address)}" /> ` : ""
    }${
      image
        ? html`<meta property="og:image" content="${absolute(image)}" />
            <meta property="og:image:width" content="1200" />
            <meta property="og:image:height" content="630" />
            <meta property="og:image:alt" content="${title.replace(/ · Footing$/, "")}" />
            <meta name="twitter:card" content="summary_large_image" /> `
        : ""
    }`;
}

function header({ lang, root, languages }: Shell): Markup {
  const m = messages[lang].site;
  return html`<a class="skip" href="#main">${m.skip}</a>
    <header class="site">
      <a class="brand" href="${root}${lang}/">${m.name}</a>
      <nav aria-label="${m.language}">
        <ul>
          ${LANGS.map((other) =>
            other === lang
              ? html`<li><span lang="${other}" aria-current="true">${m.languages[other]}</span></li>`
              : html`<li>
                  <a
                    lang="${other}"
                    hreflang="${other}"
                    href="${root}${languages?.[other] ?? `${other}/`}"
                    data-language
                    >${m.languages[other]}</a
                  >
                </li>`,
          )}
        </ul>
      </nav>
    </header> `;
}

function footer({ lang, root }: Shell): Markup {
  const m = messages[lang].site;
  return html`<footer class="site">
    <p>${m.tagline}</p>
    <ul>
      <li><a href="${root}${lang}/">${m.home}</a></li>
      <li><a href="${root}${lang}/method/">${siteWord(lang, "method")}</a></li>
      <li><a href="${root}${lang}/sources/">${messages[lang].source.title}</a></li>
      <li><a href="${root}${lang}/policy/">${m.policy}</a></li>
      <li><a href="${root}${lang}/about/">${siteWord(lang, "about")}</a></li>
    </ul>
  </footer> `;
}
