/** The first page: the question, the articles, the claims by topic. All of it is text; a script only narrows the list. */
import type { ArticlesAnswer, Lang, Source } from "../engine/types";
import { fill, messages } from "../messages";
import { pairWord } from "../messages/pair";
import { siteWord } from "../messages/site";
import { metaLine } from "../sentences";
import { shortCitation } from "./citation";
import { claimOf, sourceOf, type View } from "./data";
import { foreign, html, type Markup } from "./html";
import { claimLink, glance, legend } from "./listed";
import { say } from "./words";

/** How many statements an article has, and how many of each state. */
export type StatementCounts = Omit<ArticlesAnswer["articles"][number], "id" | "title">;

export interface ListedArticle {
  id: string;
  title: ArticlesAnswer["articles"][number]["title"];
  counts: StatementCounts;
  source: Source;
}

export const kTopics = ["electricity", "carbon", "water", "computing", "money"];

export function topicName(topic: string, lang: Lang): string {
  if (topic === "money" || topic === "computing") return siteWord(lang, topic);
  return (messages[lang].topic as Record<string, string>)[topic] ?? topic;
}

export function homeBody(lang: Lang, views: View[], articles: ListedArticle[]): Markup {
  const m = messages[lang];
  const topics = [...new Set([...kTopics, ...views.map((view) => claimOf(view.data).topic)])].filter((topic) =>
    views.some((view) => claimOf(view.data).topic === topic),
  );
  const list = html`${topics.map(
    (topic) =>
      html`<section class="topic" aria-labelledby="topic-${topic}">
        <h3 id="topic-${topic}">${topicName(topic, lang)}</h3>
        <ul class="claims">
          ${views.filter((view) => claimOf(view.data).topic === topic).map((view) => listed(lang, view))}
        </ul>
      </section> `,
  )}`;
  return html`<main id="main" class="home">
    <h1>${m.site.tagline}</h1>
    <p class="lead">${m.home.lead}</p>
    <p class="quiet">${m.home.no_verdict}</p>
    ${
      articles.length === 0
        ? ""
        : html`<section id="articles" aria-labelledby="articles-title">
            <h2 id="articles-title">${siteWord(lang, "articles")}</h2>
            <p class="quiet">${siteWord(lang, "articles_help")}</p>
            <ul class="articles">
              ${articles.map(
                (article) =>
                  html`<li>
                    <a href="articles/${article.id}/">${say(article.title, lang)}</a>
                    <span class="kicker">${foreign(shortCitation(article.source), lang)} · ${countLine(article.counts, lang)}</span>
                  </li> `,
              )}
            </ul>
          </section>`
    }
    <section id="claims" aria-labelledby="claims-title">
      <h2 id="claims-title">${m.home.claims}</h2>
      ${filters(lang, views, articles, topics)}${legend(lang, list)}
      <p><a href="../${lang}/compare/">${pairWord(lang, "title")}</a></p>
      ${list}
      <p id="nothing" hidden>${m.home.nothing}</p>
    </section>
    <p class="quiet">${fill(m.home.count, { count: views.length })} · ${m.home.why_text}</p>
  </main> `;
}

export function countLine(counts: StatementCounts, lang: Lang): string {
  const parts = [siteWord(lang, "counted", { count: counts.statements })];
  for (const state of ["computed", "record", "open"] as const)
    if (counts[state] > 0) parts.push(siteWord(lang, `${state}_count`, { count: counts[state] }));
  return parts.join(lang === "en" ? ", " : "，");
}

function listed(lang: Lang, view: View): Markup {
  const { data } = view;
  const claim = claimOf(data);
  const quotes = claim.appears_in.map((entry) => entry.quote).join(" ");
  return html`<li
    data-topic="${claim.topic}"
    data-articles="${[...new Set(claim.appears_in.map((entry) => entry.source))].join(" ")}"
    data-years="${yearsOf(view).join(" ")}"
    data-words="${quotes}"
  >
    <h4>${claimLink(view, "../")}</h4>
    <p class="kicker">${foreign(metaLine(claim, data.files, lang), lang)}</p>
    ${glance(view)}
  </li> `;
}

/** The years a claim speaks of; where it names none, the year its figure was published. */
export function yearsOf({ data }: Pick<View, "data">): number[] {
  const claim = claimOf(data);
  const named = [...claim.period.en.matchAll(/\b(?:19|20)\d\d\b/g)].map((match) => Number(match[0]));
  if (named.length === 2 && /\d\s*(?:–|-|to)\s*\d/.test(claim.period.en)) {
    const [from = 0, to = 0] = named;
    return Array.from({ length: Math.max(1, to - from + 1) }, (_, i) => from + i);
  }
  if (named.length > 0) return [...new Set(named)];
  const sources = [...claim.published.map((entry) => entry.source), ...claim.appears_in.map((entry) => entry.source)];
  const year = sources
    .map((id) => sourceOf(data, id)?.issued?.["date-parts"]?.[0]?.[0])
    .find((found) => found !== undefined);
  return year === undefined ? [] : [year];
}

/** Narrowing the list: for scripts alone, and in the page from the start so that nothing moves. */
function filters(lang: Lang, views: View[], articles: ListedArticle[], topics: string[]): Markup {
  const m = messages[lang].home;
  const years = [...new Set(views.flatMap(yearsOf))].sort((a, b) => b - a);
  const choice = (name: string, label: string, options: [string, string][]) =>
    html`<label class="choice"
      ><span>${label}</span>
      <select name="${name}">
        <option value="">${m.all}</option>
        ${options.map(([value, text]) => html`<option value="${value}">${text}</option> `)}
      </select></label
    > `;
  return html`<form class="filters script-only" role="search" data-filters data-of="${siteWord(lang, "shown")}">
    <label class="choice wide"
      ><span>${siteWord(lang, "search")}</span> <input type="search" name="q" autocomplete="off" enterkeyhint="search"
    /></label>
    ${choice(
      "topic",
      siteWord(lang, "topic"),
      topics.map((topic) => [topic, topicName(topic, lang)]),
    )}${choice(
      "article",
      siteWord(lang, "article"),
      articles.map((article) => [article.id, `${say(article.title, lang).slice(0, 40)}`]),
    )}${choice(
      "year",
      siteWord(lang, "year"),
      years.map((year) => [String(year), String(year)]),
    )}
    <p class="filtered">
      <output>${siteWord(lang, "shown", { shown: views.length, count: views.length })}</output>
      <button type="reset" disabled>${siteWord(lang, "clear")}</button>
    </p>
  </form>`;
}
