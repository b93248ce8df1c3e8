/** The page of an article: every number in it, in order, with what stands behind it. */
import type { ArticleAnswer, Lang, ListedFigure, ListedStatement, Source, Text } from "../engine/types";
import type { BarMark } from "../charts";
import { formatNumber, formatQuantity } from "../format";
import { fill, messages } from "../messages";
import { siteWord } from "../messages/site";
import { citeEach } from "./cited";
import { citation, seenNote, shortCitation, sourceUrl } from "./citation";
import { barData } from "./figures";
import type { View } from "./data";
import { wordwise } from "./wordwise";
import { countLine, type StatementCounts } from "./home";
import { foreign, html, type Markup } from "./html";
import { claimLink, drawn, legend } from "./listed";
import { say } from "./words";

/** An article with its statements, and how many of them there are of each state. */
export type ArticleFile = ArticleAnswer["article"] & { counts: StatementCounts };

export interface ArticleView {
  lang: Lang;
  root: string;
  article: ArticleFile;
  sources: Record<string, Source>;
  claims: Record<string, View>; // of the claims it names, by id
}

/** Where a claim's number stands in its article: the row that quotes what the claim quotes, else the first of the claim. */
export function rowOf(article: ArticleFile, claim: string, quote: string): string | null {
  const own = article.statements.filter((one) => one.state === "computed" && one.claim === claim);
  return (own.find((one) => one.quote === quote) ?? own[0])?.id ?? null;
}

export function articleBody(view: ArticleView): Markup {
  const { lang, article, sources } = view;
  const source = sources[article.id];
  const url = source ? sourceUrl(source) : null;
  const printed = source?.title ?? "";
  const cited = [...new Set(article.statements.flatMap((one) => (one.state === "computed" ? [] : one.sources)))];
  const statements = html`${article.statements.map((statement, i) => row(view, statement, i))}`;
  return html`<main id="main" class="article">
    <p class="kicker">${source ? foreign(shortCitation(source), lang) : siteWord(lang, "article")}</p>
    <h1>${wordwise(say(article.title, lang), lang)}</h1>
    ${
      printed !== "" && printed.normalize("NFKC") !== say(article.title, lang).normalize("NFKC")
        ? html`<p class="quiet">
            ${siteWord(lang, "original_title")}${messages[lang].a11y.colon}<cite lang="${languageOf(source)}"
              >${printed}</cite
            >
          </p>`
        : ""
    }
    <p class="lead">${foreign(say(article.about, lang), lang)}</p>
    <p class="quiet">
      ${url ? html`<a href="${url}" rel="noreferrer">${siteWord(lang, "read_it")}</a>` : siteWord(lang, "no_address")} ·
      ${countLine(article.counts, lang)}
    </p>
    <dl class="states">
      ${(["computed", "record", "open"] as const)
        .filter((state) => article.counts[state] > 0)
        .map(
          (state) =>
            html`<div>
              <dt>${badge(state, lang)}</dt>
              <dd>${siteWord(lang, `${state}_help`)}</dd>
            </div> `,
        )}
    </dl>
    ${legend(lang, statements)}
    <section aria-labelledby="statements-title">
      <h2 id="statements-title">${siteWord(lang, "statements")}</h2>
      <ol class="statements">
        ${statements}
      </ol>
    </section>
    ${
      cited.length === 0
        ? ""
        : html`<section id="sources" aria-labelledby="sources-title">
            <h2 id="sources-title">${messages[lang].source.title}</h2>
            <ul class="sources">
              ${cited.map((id) => {
                const record = sources[id];
                const note = record ? seenNote(record, lang) : null;
                return html`<li id="source-${id}">
                  ${record ? citation(record, lang) : id}${note ? html` <span class="quiet">${note}</span>` : ""}
                </li> `;
              })}
            </ul>
          </section>`
    }
  </main> `;
}

const languageOf = (source: Source | undefined): string =>
  typeof source?.language === "string" ? source.language : "zh";

/** A place named by the article's own heading. */
const isChineseText = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

const badge = (state: ListedStatement["state"], lang: Lang): Markup =>
  html`<span class="state ${state}">${siteWord(lang, state)}</span>`;

function row(view: ArticleView, statement: ListedStatement, i: number): Markup {
  const { lang, article, sources } = view;
  return html`<li id="${statement.id}">
    <p class="row-head">
      <a class="number" href="#${statement.id}">${i + 1}</a> ${badge(statement.state, lang)}${
        statement.locator
          ? html` <span class="quiet"${isChineseText(statement.locator) ? html` lang="${languageOf(sources[article.id])}"` : ""}>${statement.locator}</span>`
          : ""
      }
    </p>
    <blockquote lang="${languageOf(sources[article.id])}"><p>${statement.quote}</p></blockquote>
    ${statement.state === "computed" ? computed(view, statement, i) : told(view, statement)}
  </li> `;
}

type Computed = Extract<ListedStatement, { state: "computed" }>;
type Told = Exclude<ListedStatement, { state: "computed" }>;

function computed(view: ArticleView, statement: Computed, i: number): Markup {
  const { lang, article, root } = view;
  const claim = view.claims[statement.claim];
  if (!claim) return html`<p>${statement.claim}</p>`;
  const { figure } = statement;
  const before = article.statements.findIndex(
    (other) => other.state === "computed" && other.claim === statement.claim && other.figure?.id === figure?.id,
  );
  return html`<p class="row-claim">${claimLink(claim, root)}</p>
    ${before < i ? html`<p class="quiet">${siteWord(lang, "same_again", { number: before + 1 })}</p>` : figureOf(claim, figure, root)}`;
}

/** The statement's own figure on the claim's range; where it is of another quantity, what the author's inputs give. */
function figureOf(view: View, figure: ListedFigure | null, root: string): Markup {
  const { lang, data, answer } = view;
  const bar = barData(view);
  if (!figure) return bar ? drawn({ ...bar, marks: [] }) : html``;
  const page = `${root}${lang}/claims/${data.claim}/r${data.revision}/`;
  const finding = figure.finding
    ? html`<a href="${page}#finding-${figure.finding}">${siteWord(lang, "see_finding")}</a>`
    : null;
  if (bar && figure.over === null && figure.output === answer.outputs[0]?.id && figure.unit === bar.unit) {
    const mark: BarMark = { value: figure.value, role: "article", relation: figure.relation };
    return html`${drawn({ ...bar, marks: [mark] })}${finding ? html`<p class="quiet">${finding}</p>` : ""}`;
  }
  const value = (number: number): string =>
    figure.over === null
      ? formatQuantity(number, figure.unit, lang, { digits: 4 })
      : formatNumber(number, lang, { digits: 3 });
  const { relation, a11y } = messages[lang];
  const published = value(figure.value);
  const said = figure.relation === "about" ? published : fill(relation[figure.relation], { value: published });
  return html`<p class="figure-line">
    <strong>${a11y.mark_article} ${said}</strong>${
      figure.comes_to === null ? "" : html` · ${siteWord(lang, "comes_to")} ${value(figure.comes_to)}`
    }${finding ? html` · ${finding}` : ""}
  </p>`;
}

function told(view: ArticleView, statement: Told): Markup {
  const { lang, sources } = view;
  const part = (label: string, text: Text): Markup =>
    html`<div>
      <dt>${label}</dt>
      <dd>${say(text, lang)}</dd>
    </div>`;
  return html`<dl class="told">
      ${part(siteWord(lang, "said"), statement.says)}
      ${part(siteWord(lang, statement.state === "open" ? "looked_for" : "shows"), statement.record)}
    </dl>
    ${
      statement.sources.length === 0
        ? ""
        : html`<p class="quiet">
            ${citeEach({ lang, sourceOf: (id) => sources[id], addressOf: (id) => `#source-${id}` }, statement.sources)}
          </p>`
    }`;
}
