/** The page about Footing, and the list of every source. */
import type { AboutAnswer, Lang } from "../engine/types";
import { fill, messages } from "../messages";
import { aboutSections, aboutText } from "../messages/about";
import { citation, seenNote } from "./citation";
import { html, type Markup } from "./html";
import type { Library } from "./library";

/** A package whose code the pages contain, from its own description. */
export interface Package {
  name: string;
  version: string;
  licence: string;
}

export interface AboutView {
  lang: Lang;
  about: AboutAnswer;
  packages: Package[];
}

export function aboutBody({ lang, about, packages }: AboutView): Markup {
  const text = aboutText[lang];
  const places = { engine: about.versions.engine, method: about.versions.method };
  const more = {
    licence: html`<p>${text.packages}</p>
      <ul class="plain">
        ${packages.map((one) => html`<li lang="en">${one.name} ${one.version}, ${one.licence}</li> `)}
      </ul>`,
    privacy: html`<blockquote class="paste"><p>${messages[lang].privacy.text}</p></blockquote>`,
  };
  return html`<main id="main" class="policy">
    <h1>${text.title}</h1>
    <p class="lead">${text.lead}</p>
    ${aboutSections.map(
      (id) =>
        html`<section id="${id}" aria-labelledby="${id}-title">
          <h2 id="${id}-title">${text.sections[id].title}</h2>
          ${text.sections[id].paragraphs.map((paragraph) => html`<p>${withCode(fill(paragraph, places))}</p> `)}${
            id === "licence" || id === "privacy" ? more[id] : ""
          }
        </section> `,
    )}
  </main> `;
}

/** `text` between backticks is something to type. */
function withCode(text: string): Markup {
  return html`${text.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

export function sourcesBody(lang: Lang, library: Library): Markup {
  const text = aboutText[lang];
  return html`<main id="main" class="article">
    <h1>${text.sources}</h1>
    <p class="lead">${text.sources_lead}</p>
    <ul class="sources">
      ${library.sources().map((source) => {
        const note = seenNote(source, lang);
        return html`<li id="${source.id}">
          ${citation(source, lang)}${note ? html` <span class="quiet">${note}</span>` : ""}
        </li> `;
      })}
    </ul>
  </main> `;
}
