/** The pages around the claims: the policy, the choice of language, the ways onward. */
import type { Lang } from "../engine/types";
import { LANGS } from "../format";
import { messages } from "../messages";
import { historyWord } from "../messages/history";
import { policy } from "../messages/policy";
import type { Contact } from "./challenge";
import { html, type Markup } from "./html";

export function policyBody(lang: Lang, contacts: readonly Contact[]): Markup {
  const text = policy[lang];
  return html`<main id="main" class="policy">
    <h1>${text.title}</h1>
    <p class="lead">${text.intro}</p>
    <nav class="contents" aria-label="${text.title}">
      <ul>
        ${text.sections.map((part) => html`<li><a href="#${part.id}">${part.title}</a></li>`)}
      </ul>
    </nav>
    ${text.sections.map(
      (part) =>
        html`<section id="${part.id}" aria-labelledby="${part.id}-title">
          <h2 id="${part.id}-title">${part.title}</h2>
          ${part.paragraphs.map((paragraph) => html`<p>${paragraph}</p> `)}${part.id === "challenge" ? addresses(lang, contacts) : ""}
        </section> `,
    )}
  </main> `;
}

function addresses(lang: Lang, contacts: readonly Contact[]): Markup {
  if (contacts.length === 0) return html`<p>${policy[lang].no_contact}</p>`;
  return html`<ul class="plain">
    ${contacts.map((contact) => html`<li><a href="${contact}">${contact.replace(/^mailto:/, "")}</a></li> `)}
  </ul>`;
}

/** Which language: links for everybody, and a script that follows the browser's. */
export function languageBody(choices: { lang: Lang; href: string; text: string }[]): Markup {
  return html`<main id="main" class="choice-page">
    <h1 class="brand">Footing</h1>
    <ul>
      ${choices.map(
        ({ lang, href, text }) =>
          html`<li lang="${lang}">
            <a href="${href}" hreflang="${lang}" data-onward
              ><strong>${messages[lang].site.languages[lang]}</strong> ${text}</a
            >
          </li>`,
      )}
    </ul>
  </main> `;
}

/** To the newest revision of a claim. `from`: the preview that a link was of. */
export function onwardBody(lang: Lang, href: string, title: string, from: string | null = null): Markup {
  return html`<main id="main" class="choice-page">
    <h1>${title}</h1>
    ${from === null ? "" : html`<p>${historyWord(lang, "preview_was")}</p>`}
    <p><a href="${href}" hreflang="${lang}" data-onward${from === null ? "" : html` data-from="${from}"`}>${messages[lang].revision.see_newest}</a></p>
  </main> `;
}

/** The page for addresses that are none, at whatever depth: it can name no place from where it stands, so `root` is where the
 * site begins on its host. */
export function notFoundBody(root: string): Markup {
  return html`<main id="main" class="choice-page">
    <h1 class="brand">Footing</h1>
    ${LANGS.map((lang) => {
      const m = messages[lang].not_found;
      return html`<section lang="${lang}">
        <h2>${m.title}</h2>
        <p>${m.text} <a href="${root}${lang}/">${m.home}</a></p>
      </section>`;
    })}
  </main> `;
}
