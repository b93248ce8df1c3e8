/** What stands behind an input. The build prints it; the browser again only where other settings are started from. */
import type { InputState, ScenarioInput } from "../engine/types";
import { challengeLink } from "./challenge";
import { citeEach, readingList, type Citing } from "./cited";
import { entryOf, inputDef, sourceOf, type View } from "./data";
import { fill, messages } from "../messages";
import { foreign, html, type Markup } from "./html";
import { authorLabel, authorWords, unitWords, valueWords } from "./parts";
import { named, say, word } from "./words";
import { sourceIds } from "../sentences/words";

/** A page with its sources in a list of its own. */
export const citing = ({ data, lang }: View): Citing => ({
  lang,
  sourceOf: (id) => sourceOf(data, id),
  addressOf: (id) => `#source-${id}`,
});

/** Short citations that lead to the list of sources below. */
export const citeAll = (view: View, ids: readonly string[]): Markup => citeEach(citing(view), ids);

function cite(view: View, entry: ScenarioInput | undefined): Markup {
  return html`${citeAll(view, sourceIds(entry))}${entry?.locator ? foreign(`, ${entry.locator}`, view.lang) : ""}${entry ? html` <span class="evidence">${named(messages[view.lang].evidence, entry.evidence)}</span>` : ""}`;
}

/** What stands behind an input: the author's value, the range and how it was made, and every reading. */
export function inputNotes(view: View, input: InputState): Markup {
  const { lang, data } = view;
  const def = inputDef(data, input.id);
  const published = entryOf(data, "as_published", input.id);
  const option = view.answer.bundles.find((bundle) => bundle.id === input.bundle)?.option;
  const entry = entryOf(data, view.answer.scenario, input.id, option);
  const m = messages[lang];
  const assumed = input.range === "assumed" || entry?.evidence === "assumed";
  const because = entry?.reason ? say(entry.reason, lang) : "";
  const rangeName = assumed ? m.input.assumed_short : input.range === "unknown" ? m.input.held : m.input.sourced;
  const reason = assumed && because ? fill(m.input.assumed, { reason: because }) : because;
  const readings = def.readings ?? [];
  return html`<dl class="notes">
    ${def.help ? html`<div class="help"><dd>${say(def.help, lang)}</dd></div>` : ""}
    ${
      published && !input.bundle
        ? html`<div>
            <dt>${authorLabel(view, input)}</dt>
            <dd>
              ${authorWords(input, lang)}${input.state === "omitted" ? "" : html` · ${cite(view, published)}`}${
                published.formula ? html`<br />${say(published.formula, lang)}` : ""
              }${published.reason ? html`<br />${say(published.reason, lang)}` : ""}${
                published.taken_as
                  ? html`<br />${word(lang, "taken_as", { unit: unitWords(published.taken_as, lang) })}${
                      published.why ? html`. ${fill(m.input.taken_as, { why: say(published.why, lang) })}` : ""
                    }`
                  : ""
              }
            </dd>
          </div>`
        : ""
    }
    ${
      entry && (input.bundle || view.answer.scenario !== "as_published")
        ? html`<div>
            <dt>${rangeName}</dt>
            <dd>
              ${valueWords(input, input.scenario_value, lang)}${
                sourceIds(entry).length > 0 ? html` · ${cite(view, entry)}` : ""
              }${reason ? html`<br />${reason}` : ""}
            </dd>
          </div>`
        : ""
    }
    ${
      readings.length > 0
        ? html`<div>
            <dt>${messages[lang].input.readings}</dt>
            <dd>
              ${readingList(citing(view), readings)}
            </dd>
          </div>`
        : ""
    }${
      view.root === null
        ? ""
        : html`<div><dd>${challengeLink(lang, `${view.root}${lang}/policy/#challenge`, input.id)}</dd></div>`
    }
  </dl>`;
}
