/** The methodology page: its text once, everything that can be listed from the data or asked of the engine not at all. */
import type { AboutAnswer, Lang } from "../engine/types";
import { formatNumber, unitLabel } from "../format";
import { fill, messages } from "../messages";
import { glossaryGroups } from "../messages/glossary";
import { methodSections, methodText, references, shapes, type MethodSectionId, type ShapeId } from "../messages/method";
import { foreign, html, type Markup } from "./html";
import type { Library } from "./library";
import { say } from "./words";

/** A unit with a kind, by how the field writes it; `base` is what it is a kind of. */
export interface Kind {
  base: string;
  units: string[];
}

export interface MethodView {
  lang: Lang;
  library: Library;
  about: AboutAnswer;
  kinds: Kind[];
}

export function methodBody(view: MethodView): Markup {
  const { lang, about } = view;
  const text = methodText[lang];
  const places = {
    samples: formatNumber(about.default_samples, lang, { style: "plain", digits: 6 }),
    dimensions: about.limits.dimensions,
    method: about.versions.method,
  };
  const titles: [string, string][] = [
    ...methodSections.map((id): [string, string] => [id, text.sections[id].title]),
    ["models", text.words.models],
    ["glossary", text.words.glossary],
    ["references", text.words.references],
  ];
  return html`<main id="main" class="policy method">
    <h1>${text.title}</h1>
    <p class="lead">${text.lead}</p>
    <nav class="contents" aria-label="${text.title}">
      <ul>
        ${titles.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>
    ${methodSections.map((id) =>
      section(
        id,
        text.sections[id].title,
        html`${text.sections[id].paragraphs.map((paragraph) => html`<p>${fill(paragraph, places)}</p> `)}${listed(id, view)}`,
      ),
    )}${section("models", text.words.models, models(view))}${section("glossary", text.words.glossary, words(view))}${section(
      "references",
      text.words.references,
      html`<ul class="sources">
        ${references.map(({ text: line, doi }) => html`<li lang="en">${line}${doi ? html` <a href="https://doi.org/${doi}" rel="noreferrer">doi:${doi}</a>` : ""}</li> `)}
      </ul>`,
    )}
  </main> `;
}

function section(id: string, title: string, body: Markup): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section> `;
}

/** What a section lists from elsewhere. */
function listed(id: MethodSectionId, { lang, kinds }: MethodView): Markup {
  const m = messages[lang];
  const w = methodText[lang].words;
  if (id === "units")
    return html`<dl class="terms">
      ${kinds.map(
        ({ base, units }) =>
          html`<div>
            <dt>${unitLabel(base, lang).text}</dt>
            <dd>${units.map((unit, i) => html`${i > 0 ? m.a11y.list : ""}${unitLabel(unit, lang, { kinds: true }).text} <code>${unit}</code>`)}</dd>
          </div> `,
      )}
    </dl>`;
  if (id === "values")
    return html`<dl class="terms">
        ${(["read", "quoted", "derived", "unverified", "assumed"] as const).map(
          (grade) =>
            html`<div>
              <dt>${m.evidence[grade]}</dt>
              <dd>${m.evidence[`${grade}_help`]}</dd>
            </div> `,
        )}
      </dl>
      <dl class="terms">
        ${(["stated", "implied", "omitted", "unknown"] as const).map(
          (state) =>
            html`<div>
              <dt>${m.state[state]}</dt>
              <dd>${m.state[`${state}_help`]}</dd>
            </div> `,
        )}
      </dl>`;
  if (id === "shapes")
    return html`<table class="shapes">
      <thead>
        <tr>
          <th scope="col">${w.written}</th>
          <th scope="col">${w.meaning}</th>
        </tr>
      </thead>
      <tbody>
        ${(Object.keys(shapes) as ShapeId[]).map(
          (shape) =>
            html`<tr>
              <th scope="row"><code>${shapes[shape]}</code></th>
              <td>${methodText[lang].shapes[shape]}</td>
            </tr> `,
        )}
      </tbody>
    </table>`;
  return html``;
}

function models({ lang, library }: MethodView): Markup {
  return html`<p>${methodText[lang].words.models_lead}</p>
    <ul class="plain">
      ${library.models(lang).map((model) => html`<li><a href="../models/${model.id}/">${say(model.title, lang)}</a></li> `)}
    </ul>`;
}

function words({ lang, library }: MethodView): Markup {
  const entries = library.glossary();
  return html`${glossaryGroups.map(
    ({ id: group, title }) =>
      html`<h3>${say(title, lang)}</h3>
        <dl class="terms">
          ${entries
            .filter((entry) => entry.group === group)
            .map(
              ({ id, word, plain, text }) =>
                html`<div id="term-${id}">
                  <dt>
                    ${say(word, lang)}${
                      plain[lang] && plain[lang] !== word[lang]
                        ? html` <span class="quiet">${say(plain, lang)}</span>`
                        : ""
                    }
                  </dt>
                  <dd>${foreign(say(text, lang), lang)}</dd>
                </div> `,
            )}
        </dl> `,
  )}`;
}
