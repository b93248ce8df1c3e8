/** Values with where they were seen: short citations that lead to a list of sources, and the readings of an input. */
import type { Lang, Reading, Source } from "../engine/types";
import { formatQuantity, isRatio, parseValueText } from "../format";
import { messages } from "../messages";
import { shortCitation } from "./citation";
import { foreign, html, type Markup, type Part } from "./html";
import { named, say } from "./words";
import { sourceIds } from "../sentences/words";

/** Where a page has its sources. */
export interface Citing {
  lang: Lang;
  sourceOf(id: string): Source | undefined;
  addressOf(id: string): string;
}

/** A source's short citation; its id where there is no record of it. */
export const citedName = ({ lang, sourceOf }: Pick<Citing, "lang" | "sourceOf">, id: string): Part => {
  const source = sourceOf(id);
  return source ? foreign(shortCitation(source), lang) : id;
};

export function citeEach(citing: Citing, ids: readonly string[]): Markup {
  const { lang, addressOf } = citing;
  return html`${ids.map(
    (id, i) =>
      html`${i > 0 ? messages[lang].a11y.list : ""}<a class="cite" href="${addressOf(id)}"
        >${citedName(citing, id)}</a
      >`,
  )}`;
}

/** A reading as it would be said: "188 W per accelerator", 「每张加速卡 188 瓦」; plain numbers keep the digits read. */
function readingWords(text: string, lang: Lang): string {
  const value = parseValueText(text);
  if (!value || isRatio(value.unit) || value.unit === "1" || value.unit === "") return text.replace(/\s.*$/, "");
  return formatQuantity(value.value, value.unit, lang);
}

export function readingList(citing: Citing, readings: readonly Reading[]): Markup {
  const { lang } = citing;
  return html`<ul class="readings">
    ${readings.map((reading) => {
      return html`<li>
        <span class="number">${readingWords(reading.value, lang)}</span> ·
        ${citeEach(citing, sourceIds(reading))}${reading.locator ? foreign(`, ${reading.locator}`, lang) : ""}
        <span class="evidence">${named(messages[lang].evidence, reading.evidence)}</span
        >${reading.note ? html` · ${foreign(say(reading.note, lang), lang)}` : ""}
      </li>`;
    })}
  </ul>`;
}
