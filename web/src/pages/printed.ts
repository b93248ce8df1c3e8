/** The parts of a claim's page that follow from the claim alone, whatever is set: printed once, at build time. */
import type { EvaluateAnswer, Lang, Published } from "../engine/types";
import { formatQuantity, formatRange } from "../format";
import { fill, messages } from "../messages";
import { siteWord } from "../messages/site";
import { metaLine } from "../sentences";
import { sourceOfLink } from "../sentences/words";
import { citation, seenNote } from "./citation";
import { authorScenarios, claimOf, isAuthors, scenarioOf, shownSources, stepLabel, type View } from "./data";
import { usesLine, usesOf } from "./evidence";
import { barChart, barData, marksOf } from "./figures";
import { history } from "./history";
import { foreign, html, markup, type Markup } from "./html";
import { citeAll } from "./input_notes";
import { scenarioName } from "./parts";
import { keyOf } from "./signs";
import { sumOf } from "./sum";
import { named, say, word } from "./words";
import { wordwise } from "./wordwise";

export function kicker({ lang, data }: View): Markup {
  return foreign(metaLine(claimOf(data), data.files, lang), lang);
}

export function heading({ lang, data }: View): Markup {
  return wordwise(say(claimOf(data).title, lang), lang);
}

/** Beside the heading of the author's sum: that its inputs come from where we infer the number does. */
export function sumDoubt({ lang, data }: View): Markup | null {
  const kind = Object.values(data.origins).find((origin) => origin !== "rebuilt");
  return kind
    ? html` <span class="evidence">${word(lang, "origin_of", { what: word(lang, `link_${kind}`) })}</span>`
    : null;
}

export function authorsSum(view: View): Markup {
  const { lang, data } = view;
  const claim = claimOf(data);
  const { note } = scenarioOf(data, data.published.scenario);
  const main = (one: EvaluateAnswer): number | undefined => one.outputs[0]?.summary.median;
  // The ends of a published range that come of inputs of their own have a sum of their own.
  const ends = authorScenarios(claim).flatMap((id) => data.others[id] ?? []);
  const further = ends.filter((one) => main(one) !== main(data.published));
  const line = ({ printed, value, source, locator }: Published): string =>
    [printed ?? value, source, locator].join("\n");
  const printed = (one: EvaluateAnswer): Markup => {
    const same = [one, ...ends.filter((end) => main(end) === main(one))].map(({ scenario }) => scenario);
    return html`<ul class="printed">
      ${claim.published
        .filter((entry) => same.includes(entry.scenario))
        // Two ends read from one phrase were printed once.
        .filter((entry, i, all) => i === all.findIndex((other) => line(other) === line(entry)))
        .map((entry) => {
          return html`<li>
            ${foreign(fill(messages[lang].derivation.as_printed, { printed: entry.printed ?? entry.value }), lang)} ·
            ${citeAll(view, [entry.source])}${entry.locator ? foreign(`, ${entry.locator}`, lang) : ""}
          </li>`;
        })}
    </ul>`;
  };
  const filled = data.published.inputs.some((input) => !isAuthors(input));
  const help = [note ? say(note, lang) : "", filled ? word(lang, "put_in_help") : ""].filter((text) => text !== "");
  return html`${help.map((text) => html`<p class="quiet">${text}</p>`)}
    ${[data.published, ...further].map(
      (one) =>
        html`${further.length > 0 ? html`<h4>${scenarioName(view, one.scenario)}</h4>` : ""}${sumOf(view, one, 6)}
          ${printed(one)}`,
    )}`;
}

export function findings(view: View): Markup | null {
  const { lang, data } = view;
  const all = claimOf(data).findings;
  if (all.length === 0) return null;
  return html`${all.map(
    (finding) =>
      html`<div class="finding" id="finding-${finding.id}">
        <h3>${named(messages[lang].finding.about, finding.about)}</h3>
        <dl>
          <div>
            <dt>${messages[lang].a11y.mark_article}</dt>
            <dd>${foreign(say(finding.article, lang), lang)}</dd>
          </div>
          <div>
            <dt>${messages[lang].source.title}</dt>
            <dd>${foreign(say(finding.source_says, lang), lang)} ${citeAll(view, finding.sources)}</dd>
          </div>
        </dl>
        <p class="finding-changes">${fill(messages[lang].finding.changes, { text: say(finding.changes, lang) })}</p>
      </div>`,
  )}`;
}

function rivalRange(rival: { p05: number; p95: number; median: number; unit: string }, lang: Lang): string {
  if (rival.p05 === rival.p95) return formatQuantity(rival.median, rival.unit, lang, { digits: 3 });
  return formatRange(rival.p05, rival.p95, rival.unit, lang, { digits: 2 });
}

/** Room inside a card on the narrowest screen, px: the page's 288 less the card's padding and border (page.css). */
const kCard = 252;

function ownBar(view: View, id: string): Markup {
  const drawing = markup(barChart(view, `bar-${id}`, kCard));
  const origin = barData(view)?.marks.find(({ role, label }) => role === "original" && label)?.label;
  return html`<div>
    <figure class="bar">${drawing}</figure>
    ${keyOf(view.lang, drawing, origin ? { said: { original: origin } } : {})}
  </div>`;
}

/** A figure that belongs to this scenario alone has its bar here. */
function elsewhere(view: View, answer: EvaluateAnswer): boolean {
  const marks = (one: EvaluateAnswer): number[] =>
    one.outputs.slice(0, 1).flatMap((output) => marksOf({ ...view, answer: one }, output).map(({ value }) => value));
  const here = marks(view.answer);
  return marks(answer).some((value) => !here.includes(value));
}

/** Scenarios beside the two of the bar: a later system, or the ends of a published range. */
export function otherScenarios(view: View): Markup | null {
  const { lang, data } = view;
  const ids = Object.keys(data.others);
  if (ids.length === 0) return null;
  const main = claimOf(data).outputs[0] ?? "";
  return html`${ids.map((id) => {
    const answer = data.others[id];
    const output = answer?.outputs.find((candidate) => candidate.id === main);
    if (!answer || !output) return "";
    const note = scenarioOf(data, id).note;
    return html`<div class="card">
      <h3>${scenarioName(view, id)}</h3>
      <p>
        ${stepLabel(data, main, lang)}${messages[lang].a11y.colon}<strong
          >${rivalRange({ ...output.summary, unit: output.unit }, lang)}</strong
        >
      </p>
      ${elsewhere(view, answer) ? ownBar({ ...view, answer }, id) : ""}${note ? html`<p>${say(note, lang)}</p>` : ""}
      <p><a href="?_scenario=${id}" data-scenario="${id}">${word(lang, "open_settings")}</a></p>
    </div>`;
  })}`;
}

export function chain(view: View, rows: Record<string, string>): Markup {
  const { lang, data } = view;
  const claim = claimOf(data);
  const quotes = claim.appears_in.map((entry) => {
    return html`<blockquote>
      <p lang="zh">${entry.quote}</p>
      <footer>
        ${citeAll(view, [entry.source])}${entry.locator ? foreign(`, ${entry.locator}`, lang) : ""}${
          rows[entry.source] ? html` · <a href="${rows[entry.source] ?? ""}">${siteWord(lang, "in_article")}</a>` : ""
        }
      </footer>
    </blockquote>`;
  });
  const links = claim.chain.map((link) => {
    const mark =
      typeof link === "string" ? "" : html` <span class="evidence">${word(lang, `link_${link.link}`)}</span>`;
    return html`<li>${citeAll(view, [sourceOfLink(link)])}${mark}</li>`;
  });
  return html`${quotes}
    <p class="chain-title">${messages[lang].source.chain}</p>
    <ol class="chain">
      ${links}
    </ol>`;
}

export function sources(view: View): Markup {
  const { lang } = view;
  const uses = usesOf(view);
  return html`<ul class="sources">
    ${shownSources(view).map((source) => {
      const note = seenNote(source, lang);
      return html`<li id="source-${source.id}">
        ${citation(source, lang)}${note ? html` <span class="quiet">${note}</span>` : ""}${usesLine(view, uses.get(source.id))}
      </li>`;
    })}
  </ul>`;
}

export function revision(view: View): Markup {
  const { lang, data } = view;
  const claim = claimOf(data);
  const m = messages[lang];
  const line = data.revision === 0 ? m.first.preview : "";
  const checked = fill(m.source.checked, { date: claim.checked });
  const review = fill(m.source.review_by, { date: claim.review_by });
  return html`${line && data.folder === undefined ? html`<p>${line}</p>` : ""}
    <p>${checked} · ${review}</p>
    ${history(view)}`;
}
