/** The pages around the claims: the list, the policy, the choice of language, the ways onward. */
import type { Lang } from "../engine/types";
import { LANGS } from "../format";
import { fill, messages } from "../messages";
import { policy } from "../messages/policy";
import { metaLine } from "../sentences";
import { claimOf, type View } from "./data";
import { barChart } from "./figures";
import { html, markup, type Markup } from "./html";
import { say } from "./words";

export function homeBody(lang: Lang, views: View[]): Markup {
  const m = messages[lang];
  const topics = [...new Set(views.map((view) => claimOf(view.data).topic))];
  return html`<main id="main" class="home">
    <h1>${m.site.tagline}</h1>
    <p class="lead">${m.home.lead}</p>
    <p class="quiet">${m.home.no_verdict}</p>
    ${topics.map(
      (topic) =>
        html`<section aria-labelledby="topic-${topic}">
          <h2 id="topic-${topic}">${(m.topic as Record<string, string>)[topic] ?? topic}</h2>
          <ul class="claims">
            ${views.filter((view) => claimOf(view.data).topic === topic).map((view) => listed(lang, view))}
          </ul>
        </section>`,
    )}
    <p class="quiet">${fill(m.home.count, { count: views.length })} · ${m.home.why_text}</p>
  </main> `;
}

function listed(lang: Lang, view: View): Markup {
  const { data } = view;
  const claim = claimOf(data);
  return html`<li>
    <h3><a href="claims/${claim.id}/r${data.revision}/">${say(claim.title, lang)}</a></h3>
    <p class="kicker">${metaLine(claim, data.files, lang)}</p>
    <figure class="bar small">${markup(barChart(view, `bar-${claim.id}`))}</figure>
  </li>`;
}

export function policyBody(lang: Lang): Markup {
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
          ${part.paragraphs.map((paragraph) => html`<p>${paragraph}</p> `)}
        </section> `,
    )}
  </main> `;
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

/** To the newest revision of a claim. */
export function onwardBody(lang: Lang, href: string, title: string): Markup {
  return html`<main id="main" class="choice-page">
    <h1>${title}</h1>
    <p><a href="${href}" hreflang="${lang}" data-onward>${messages[lang].revision.see_newest}</a></p>
  </main> `;
}

export function notFoundBody(): Markup {
  return html`<main id="main" class="choice-page">
    <h1 class="brand">Footing</h1>
    ${LANGS.map((lang) => {
      const m = messages[lang].not_found;
      return html`<section lang="${lang}">
        <h2>${m.title}</h2>
        <p>${m.text}</p>
      </section>`;
    })}
  </main> `;
}
