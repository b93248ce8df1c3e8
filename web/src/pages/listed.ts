/** A claim as lists show it: a small picture of its range with the published figure, and the same in words. */
import { mini, relationText, shown, type BarData, type BarMark } from "../charts";
import { formatQuantity, formatRange, spanDigits } from "../format";
import { messages } from "../messages";
import { siteWord } from "../messages/site";
import { claimOf, type View } from "./data";
import { barData } from "./figures";
import type { Lang } from "../engine/types";
import { html, markup, type Markup } from "./html";
import { keyOf } from "./signs";
import { say } from "./words";

/** Picture and words; `marks` names the figures to show (default: the article's, else the original's). */
export function glance(view: View, marks?: readonly BarMark[]): Markup {
  const data = barData(view);
  if (!data) return html``;
  return drawn({ ...data, marks: marks ?? leading(data.marks) });
}

/** The figures an article printed; where it printed none on this output, those of its origin. */
function leading(marks: readonly BarMark[]): BarMark[] {
  const own = marks.filter((mark) => mark.role === "article");
  return own.length > 0 ? own : marks.filter((mark) => mark.role === "original");
}

export function drawn(data: BarData): Markup {
  const { lang } = data;
  const { data: there, unit } = shown(data);
  const m = messages[lang].a11y;
  const point = there.p05 === there.p95;
  const digits = spanDigits(there.p05, there.p95);
  const range = point
    ? formatQuantity(there.median, unit, lang, { digits: 3 })
    : formatRange(there.p05, there.p95, unit, lang, { digits });
  // A plain number of a claim says how many times one thing is another.
  const times = (text: string): string =>
    unit !== "1" && unit !== "" ? text : lang === "en" ? `${text} times` : `${text} \u500d`;
  const said = new Map<string, string[]>();
  for (const mark of there.marks) {
    const word = mark.role === "article" ? m.mark_article : m.mark_original;
    said.set(word, [...new Set([...(said.get(word) ?? []), times(relationText(mark, unit, lang))])]);
  }
  return html`<div class="glance">
    ${markup(mini(data))}
    <p>
      <span class="range-words">${siteWord(lang, point ? "result" : "range")} ${times(range)}</span>
      ${[...said].map(
        ([word, values]) => html`<span class="figure-words"><strong>${word} ${values.join(m.list)}</strong></span> `,
      )}
    </p>
  </div>`;
}

/** The way to a claim's page from a list. */
export function claimLink(view: View, root: string): Markup {
  const { lang, data } = view;
  const claim = claimOf(data);
  return html`<a href="${root}${lang}/claims/${claim.id}/r${data.revision}/">${say(claim.title, lang)}</a>`;
}

/** What the signs in a list's small pictures mean. */
export function legend(lang: Lang, list: Markup): Markup {
  return keyOf(lang, list, { said: { range: siteWord(lang, "legend_range") } });
}
