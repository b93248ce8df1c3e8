/** The page of a model: its formulas in words and as written, its inputs with their readings, and who uses it. */
import type { InputDef, Lang, Model } from "../engine/types";
import { typeset, unitLabel } from "../format";
import { fill, messages } from "../messages";
import { methodText } from "../messages/method";
import { readingList } from "./cited";
import { readFormula } from "./formula";
import { html, type Markup } from "./html";
import type { Library } from "./library";
import { say } from "./words";

export interface ModelView {
  lang: Lang;
  root: string;
  library: Library;
  model: Model;
  claimAddress: (id: string) => string; // relative to the site's root
}

export function modelBody(view: ModelView): Markup {
  const { lang, library, model, root } = view;
  const w = methodText[lang].words;
  const claims = library.claimsOn(model.id);
  const within = library.builtFrom(model.id);
  return html`<main id="main" class="article model">
    <p class="kicker"><a href="../../method/#models">${w.models}</a></p>
    <h1>${say(model.title, lang)}</h1>
    <p class="lead">${say(model.summary, lang)}</p>
    <section aria-labelledby="steps-title">
      <h2 id="steps-title">${w.steps}</h2>
      <ol class="formulas">
        ${model.steps.map((step) => stepRow(view, step))}
      </ol>
    </section>
    ${
      model.use && model.use.length > 0
        ? html`<section aria-labelledby="uses-title">
            <h2 id="uses-title">${w.uses}</h2>
            <ul class="formulas">
              ${model.use.map((used) => usedRow(view, used))}
            </ul>
          </section>`
        : ""
    }
    <section aria-labelledby="inputs-title">
      <h2 id="inputs-title">${w.inputs}</h2>
      <ul class="formulas">
        ${Object.keys(model.inputs).map((id) => inputRow(view, id))}
      </ul>
    </section>
    <section aria-labelledby="claims-title">
      <h2 id="claims-title">${w.claims}</h2>
      ${
        claims.length === 0
          ? html`<p class="quiet">${w.no_claims}</p>`
          : html`<ul class="plain">
              ${claims.map(
                (claim) =>
                  html`<li><a href="${root}${view.claimAddress(claim.id)}">${say(claim.title, lang)}</a></li> `,
              )}
            </ul>`
      }${
        within.length > 0
          ? html`<p class="quiet">
              ${w.part_of}${messages[lang].a11y.colon}${within.map(
                (one, i) =>
                  html`${i > 0 ? messages[lang].a11y.list : ""}<a href="../${one.id}/">${say(one.title, lang)}</a>`,
              )}
            </p>`
          : ""
      }
    </section>
    <p class="quiet">${w.data} <code>datasets/models/${model.id}.json</code></p>
  </main> `;
}

function formulaLines({ lang, library, model }: ModelView, formula: string): Markup {
  const words = readFormula(
    formula,
    (id) => library.nameOf(model, id, lang),
    (unit, one) => unitLabel(unit, lang, { one }).text,
  );
  return html`<p class="in-words">= ${typeset(words, lang)}</p>
    <p class="as-written"><code>${formula}</code></p>`;
}

function stepRow(view: ModelView, step: Model["steps"][number]): Markup {
  const { lang, model } = view;
  const w = methodText[lang].words;
  const routes = Object.entries(step.routes ?? {});
  return html`<li id="${step.id}">
    <p class="formula-head">
      <strong>${say(step.label, lang)}</strong> <code>${step.id}</code> ${unitTag(step.unit, lang)}${
        model.outputs.includes(step.id) ? html` <span class="state">${w.output}</span>` : ""
      }
    </p>
    ${step.formula === undefined ? "" : formulaLines(view, step.formula)}${
      routes.length === 0
        ? ""
        : html`<ul class="routes" aria-label="${w.routes}">
            ${routes.map(
              ([id, route]) =>
                html`<li>
                  <p>${say(route.label, lang)} <code>${id}</code></p>
                  ${formulaLines(view, route.formula)}
                </li> `,
            )}
          </ul>`
    }
  </li> `;
}

function usedRow(view: ModelView, used: NonNullable<Model["use"]>[number]): Markup {
  const { lang, library } = view;
  const other = library.model(used.model);
  return html`<li>
    <p class="formula-head">
      <strong><a href="../${used.model}/">${other ? say(other.title, lang) : used.model}</a></strong>
    </p>
    ${Object.entries(used.with).map(
      ([id, formula]) =>
        html`<p>${other ? library.nameOf(other, id, lang) : id} <code>${id}</code></p>
          ${formulaLines(view, formula)}`,
    )}
  </li> `;
}

const unitTag = (unit: string, lang: Lang): Markup => {
  const text = unitLabel(unit, lang, { kinds: true }).text;
  return text ? html`<span class="quiet">${text}</span>` : html``;
};

function inputRow(view: ModelView, id: string): Markup {
  const { lang, library, model } = view;
  const def = library.input(model, id) ?? {};
  const bounds = [
    def.min === undefined ? "" : `≥ ${number(def.min)}`,
    def.max === undefined ? "" : `≤ ${number(def.max)}`,
  ];
  return html`<li id="${id}">
    <p class="formula-head">
      <strong>${say(def.label, lang) || id}</strong>${def.term ? html` <span class="quiet">${say(def.term, lang)}</span>` : ""}
      <code>${id}</code> ${unitTag(def.unit ?? "1", lang)}
    </p>
    ${def.help ? html`<p>${say(def.help, lang)}</p>` : ""}
    <p class="quiet">
      ${[bounds.filter(Boolean).join(messages[lang].a11y.list), def.scale ? messages[lang].input[def.scale] : ""]
        .filter(Boolean)
        .join(" · ")}
    </p>
    ${readings(view, def)}
  </li> `;
}

function readings({ lang, library, root }: ModelView, def: InputDef): Markup {
  const all = def.readings ?? [];
  if (all.length === 0) return html``;
  const w = methodText[lang].words;
  return html`<details>
    <summary>${fill(w.readings, { count: all.length })}</summary>
    ${readingList({ lang, sourceOf: (id) => library.source(id), addressOf: (id) => `${root}${lang}/sources/#${id}` }, all)}
  </details>`;
}

/** The number of a value text, without its unit. */
const number = (value: string): string => value.replace(/\s.*$/, "");
