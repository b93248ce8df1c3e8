/** The page of a claim: the first screen in its order, then everything that stands below it. */
import type { ExplainAnswer, InputState } from "../engine/types";
import { messages } from "../messages";
import { historyWord } from "../messages/history";
import { likeWord } from "../messages/like";
import { pairWord } from "../messages/pair";
import { citedName } from "./cited";
import { bundlesOf, claimOf, inputDef, inputLabel, linkOf, modelOf, startOf, type View } from "./data";
import { challengeLink } from "./challenge";
import { evidenceLine } from "./evidence";
import * as history from "./history";
import { html, markup, type Markup, type Part } from "./html";
import { citeAll, citing, inputNotes } from "./input_notes";
import * as parts from "./parts";
import * as printed from "./printed";
import { originWord, trackChart } from "./figures";
import { likeKind } from "./like";
import { moves } from "./moves";
import { type CompareSet, rivalsSection } from "./compare";
import { bundleNeed, needChart, needLine } from "./needs";
import { ownLine, sumHeading } from "./own";
import { derivation } from "./sum";
import { keyOf, type SignId } from "./signs";
import { marked, type Terms } from "./terms";
import { linkKind } from "../sentences/words";
import { say, word } from "./words";
import { why } from "./why_words";

export interface ClaimLinks {
  terms: Terms; // words that are marked where the page explains itself
  card: string | null;
  single: string | null;
  model: string | null;
  policy: string | null;
  pair: string | null; // where any other claim is set beside this one
  challenge: string | null; // where objecting is explained
  contact: string; // the first place for objections, or ""
  rows: Record<string, string>; // article -> address of the row that states this number
}

/** What the build worked out beside the view: it follows from the published settings. */
export interface Worked {
  moves: ExplainAnswer;
  needs: ExplainAnswer | null; // null: no figure was published on the main output
}

function inputHead(label: string, term: Part, value: string): Markup {
  return html`<div class="input-head">
    <span class="input-label">${label}</span>${term ? html` <span class="input-term">${term}</span>` : ""} <span class="input-value">${value}</span>
  </div>`;
}

/** Of an input with one value: that its track has no range, and that the ticks are none. */
function heldLine(view: View, { range, scenario_value: value, id }: InputState): Markup {
  if (value.p05 !== value.p95) return html``;
  const { lang, data } = view;
  const ticks = (inputDef(data, id).readings ?? []).length > 0;
  return html`<p class="input-held quiet">${word(lang, range === "unknown" ? "held" : "held_point")}${ticks ? `${lang === "en" ? " " : ""}${word(lang, "held_ticks")}` : ""}</p>`;
}

/** An input as it stands without scripts; the element brings it to life. */
export function staticInput(
  view: View,
  input: InputState,
  compact: boolean,
  needs: ExplainAnswer | null,
  terms: Terms = [],
): Markup {
  const { lang, data } = view;
  const { term } = inputDef(data, input.id);
  return html`<div class="input">
    ${inputHead(
      inputLabel(data, input.id, lang),
      term && !compact ? marked(view, say(term, lang), terms) : null,
      parts.valueWords(input, input.value, lang),
    )}
    <div class="track">
      <div class="track-marks">
        ${markup(trackChart(view, input, `${compact ? "driver" : "input"}-${input.id}-track`))}
      </div>
      <div class="track-need" data-why="need" data-need="${input.id}">${needChart(view, input, needs)}</div>
    </div>
    ${compact ? "" : html`<div class="input-fields placeholder"></div>`}
    <p class="input-author quiet">${parts.authorLine(view, input, compact)}</p>
    ${heldLine(view, input)}${compact ? "" : html`<p class="input-need" data-why="need-words" data-need="${input.id}">${needLine(view, input, needs)}</p>`}
    ${
      compact
        ? ""
        : html`<details class="input-notes">
            <summary>${word(lang, "readings")}</summary>
            <div data-notes="${input.id}">${inputNotes(view, input)}</div>
          </details>`
    }
  </div>`;
}

/** An input of the embed, which is shown where scripts run: the element draws all but its name. */
function undrawnInput({ lang, data }: View, { id }: InputState): Markup {
  const { term } = inputDef(data, id);
  return html`<footing-input data-input="${id}"
    ><div class="input">
      ${inputHead(inputLabel(data, id, lang), term ? say(term, lang) : null, "")}
      <div class="track"><div class="track-marks"></div></div>
      <div class="input-fields placeholder"></div>
      <p class="input-author quiet"></p></div
  ></footing-input> `;
}

function driver(view: View, needs: ExplainAnswer | null): Markup {
  const id = claimOf(view.data).driver;
  const input = view.answer.inputs.find((candidate) => candidate.id === id);
  if (!input) return html``;
  return html`<footing-input data-input="${id}" compact>${staticInput(view, input, true, needs)}</footing-input>`;
}

/** Signs that a reader's settings may bring to the bar, and to a track. */
const kBarMay: readonly SignId[] = ["range", "core", "median", "point"];
const kTrackMay: readonly SignId[] = ["span", "sourced", "beyond"];
const kNeedMay: readonly SignId[] = ["need", "need_span", "need_jump", "need_beyond"];

/** The signs of the first screen: whose figures stand on the bar, and what is drawn on the track below it. */
function firstKey(view: View, drawing: Markup, needs: ExplainAnswer | null): Markup {
  const { lang, data } = view;
  const m = messages[lang];
  const claim = claimOf(data);
  const figure = (role: "article" | "original", name: string): Part => {
    const own = claim.published.filter((entry) => entry.role === role && entry.output === claim.outputs[0]);
    const named = (entries: typeof own): Part => {
      const ids = [...new Set(entries.map((entry) => entry.source))];
      if (view.root !== null) return citeAll(view, ids);
      const names = ids.map((id) => citedName(citing(view), id)); // a frame has no list to lead to
      return html`${names.map((one, i) => html`${i > 0 ? m.a11y.list : ""}${one}`)}`;
    };
    // What is not known to be the origin is not called so.
    const origins = [...new Set(own.map((entry) => originWord(view, entry)))];
    return html`${origins.map((origin, i) => {
      const entries = own.filter((entry) => originWord(view, entry) === origin);
      const doubt = entries.map((entry) => linkKind(claim, entry.source)).find((kind) => kind !== null);
      const note = origin && doubt ? html` (${word(lang, `link_${doubt}`)})` : "";
      return html`${i > 0 ? " · " : ""}${origin || name}${m.a11y.colon}${named(entries)}${note}`;
    })}`;
  };
  return keyOf(lang, drawing, {
    may: [...kBarMay, ...kTrackMay, ...(needs ? kNeedMay : [])],
    said: {
      article: figure("article", m.a11y.mark_article),
      original: figure("original", m.a11y.mark_original),
      ...(view.root === null ? {} : { rival: html`<a href="#rivals">${m.rival.title}</a>` }),
    },
    slider: true,
    inWords: view.root === null,
  });
}

/** Items 1 to 5 of the first screen. `data-show` names what an embedding page may leave out. */
function firstFive(view: View, level: "h1" | "h2"): Markup {
  const title =
    level === "h1" ? html`<h1>${printed.heading(view)}</h1>` : html`<h1 class="small">${printed.heading(view)}</h1>`;
  return html`<p class="kicker">${printed.kicker(view)}</p>
    ${title}
    <p class="lead" data-part="sentence" data-show="sentence">${parts.sentence(view)}</p>
    <figure class="bar" data-part="bar" data-show="bar">${parts.bar(view)}</figure>
    <p class="scope" data-part="scope">${parts.scope(view)}</p>
    <noscript><p class="notice">${messages[view.lang].first.no_script}</p></noscript>`;
}

/** What the author's own inputs give, where the sentence does not say it: behind the first screen's six items. */
function ownPart(view: View): Markup {
  const own = ownLine(view);
  return own === "" ? html`` : html`<p class="scope" data-part="own">${own}</p>`;
}

/** Shown where the page was opened from a disk (disk.ts). */
function fromDisk({ lang }: View, single: string | null): Markup {
  if (single === null) return html``;
  return html`<p class="notice" id="disk" hidden>
    ${word(lang, "from_disk")} <a href="${single}">${word(lang, "single_moves")}</a>
  </p>`;
}

/** Places that scripts fill: what stands beside the page's age, notices of the link, the reader's settings. */
const kStale = html`<div id="stale" hidden></div>`;
const kNotices = html`<div id="notices" role="status"></div>`;
const kMine = html`<div id="mine" hidden></div>`;

function section(id: string, title: string, body: Markup | null, open = true): Markup {
  if (body === null) return html``;
  return open
    ? html`<section id="${id}" aria-labelledby="${id}-title">
        <h2 id="${id}-title">${title}</h2>
        ${body}
      </section> `
    : html`<section id="${id}">
        <details>
          <summary><h2>${title}</h2></summary>
          ${body}
        </details>
      </section> `;
}

/** Where the page stands among its claim's revisions, and until when its sources were to be looked at again. */
function place({ data, edition }: View): Markup {
  return html` data-revision="${data.revision}" data-folder="${edition?.folder ?? `r${data.revision}`}" data-newest="${edition?.newest ?? 0}" data-review-by="${claimOf(data).review_by}"`;
}

export function claimBody(view: View, links: ClaimLinks, worked: Worked, set: CompareSet): Markup {
  const { lang, data, answer } = view;
  const m = messages[lang];
  const claim = claimOf(data);
  const bundles = bundlesOf(data).filter((bundle) => answer.bundles.some((state) => state.id === bundle.id));
  const sum = sumHeading(data, lang);
  const five = firstFive(view, "h1");
  const turns = driver(view, worked.needs);
  const inputs = html`${answer.inputs.map((input) => html`<footing-input data-input="${input.id}" id="input-${input.id}">${staticInput(view, input, false, worked.needs, links.terms)}</footing-input> `)}`;
  return html`<main id="main" class="claim" data-claim="${claim.id}"${place(view)} data-start="${startOf(answer)}"${links.contact ? html` data-contact="${links.contact}"` : ""}>
    ${history.strip(view)}${kStale}${kNotices}
    <div class="first">
      ${five} ${fromDisk(view, links.single)} ${turns} ${ownPart(view)}
      <nav class="actions" aria-label="${m.a11y.more}">
        <a href="#how">${m.derivation.title}</a><a href="#sources">${m.source.title}</a
        ><a href="#share">${m.share.picture}</a>
      </nav>
      ${firstKey(view, html`${five}${turns}`, worked.needs)}
    </div>
    <p class="visually-hidden" aria-live="polite" id="live"></p>
    <p class="standing quiet">${marked(view, m.first.standing, links.terms)}</p>
    ${section("newer", historyWord(lang, "both"), history.newer(view))}${section(
      "how",
      m.derivation.title,
      html`<p class="quiet">${word(lang, "live_sum")}</p>
        <div data-part="derivation">${derivation(view)}</div>
        <p class="stale notice">${why(lang, "moves_stale")}</p>
        <details class="author-sum" open>
          <summary><h3>${sum.title}${printed.sumDoubt(view)}</h3></summary>
          <p class="quiet">${sum.help}</p>
          ${printed.authorsSum(view)}
        </details>
        ${links.model ? html`<p class="quiet">${m.derivation.model}${m.a11y.colon}<a href="${links.model}">${say(modelOf(data, claim.model)?.title, lang)}</a></p>` : ""}`,
    )}${section(
      "findings",
      m.finding.title,
      printed.findings(view),
    )}${section("rivals", m.rival.title, rivalsSection({ ...set, root: view.root }))}${section(
      "moves",
      why(lang, "moves_title"),
      html`<p class="stale notice">${why(lang, "moves_stale")}</p>
        <div data-why="moves">${moves(view, worked.moves)}</div>`,
    )}${section(
      "inputs",
      m.first.settings,
      html`${evidenceLine(view, links.policy)}
        <p class="quiet script-only">${word(lang, "inputs_note")}</p>
        <div class="choices script-only">
          <footing-scenario></footing-scenario
          >${bundles.map((bundle) => html`<footing-bundle bundle="${bundle.id}"></footing-bundle>`)}
        </div>
        ${bundles.map((bundle) => html`<p class="input-need" data-why="need-bundle" data-need="${bundle.id}">${bundleNeed(view, bundle.id, worked.needs)}</p>`)}
        ${keyOf(lang, inputs, { may: [...kTrackMay, ...(worked.needs ? kNeedMay : [])], slider: true })}${inputs}`,
    )}${likeSection(view)}${section("scenarios", word(lang, "other_scenarios"), printed.otherScenarios(view))}${section(
      "detail",
      m.detail.title,
      html`<div class="densities" data-densities></div>
        <div class="sweeps script-only" data-why="sweep"></div>
        <div data-part="detail">${parts.detail(view)}</div>`,
      false,
    )}${section("sources", m.source.title, html`${printed.chain(view, links.rows)}${printed.sources(view)}`)}${section(
      "share",
      m.share.title,
      html`<footing-share>${staticShare(view, links)}</footing-share><footing-take></footing-take>`,
    )}
    <section id="revision" class="revision">
      ${printed.revision(view)}
      <p class="print-only">${messages[lang].site.name} · <span data-permalink>${lang}/${linkOf(view)}</span></p>
      <p>
        ${
          links.challenge ? challengeLink(lang, links.challenge, null) : ""
        }${links.policy ? html` <a href="${links.policy}">${m.site.policy}</a>` : ""}${links.pair ? html` <a href="${links.pair}">${pairWord(lang, "open")}</a>` : ""}
      </p>
    </section>
    ${kMine}
  </main> `;
}

/** Equivalents are off until a reader opens them. */
function likeSection({ lang, answer }: View): Markup {
  if (likeKind(answer.outputs[0]?.unit ?? "") === null) return html``;
  return html`<section id="like" class="script-only">
    <details data-like>
      <summary><h2>${likeWord(lang, "title")}</h2></summary>
      <div></div>
    </details>
  </section> `;
}

function staticShare(view: View, links: ClaimLinks): Markup {
  const m = messages[view.lang].share;
  return html`<ul class="share-static">
    ${links.card ? html`<li><a href="${links.card}">${m.picture}</a></li>` : ""}${
      links.single
        ? html`<li><a href="${links.single}" download="footing-${claimOf(view.data).id}.html">${word(view.lang, "single_file")}</a></li>`
        : ""
    }
  </ul>`;
}

/** The embed: items 1 to 5, the slider, the other inputs, and the way to the full page. */
export function embedBody(view: View, links: { page: string; policy: string; made: Markup }): Markup {
  const { lang, data, answer } = view;
  const claim = claimOf(data);
  const five = firstFive(view, "h2");
  const turns = driver(view, null);
  return html`<main id="main" class="claim embed" data-claim="${claim.id}"${place(view)}>
    ${history.strip(view)}${kStale}${kNotices} ${five}
    <div data-show="slider">${turns}</div>
    ${ownPart(view)}
    <details class="embed-more" data-show="bar">
      <summary>${word(lang, "signs")}</summary>
      ${firstKey(view, html`${five}${turns}`, null)}
    </details>
    <details class="embed-more script-only" id="inputs" data-show="inputs">
      <summary>${messages[lang].first.settings}</summary>
      ${answer.inputs.map((input) => undrawnInput(view, input))}
    </details>
    <p class="visually-hidden" aria-live="polite" id="live"></p>
    <p class="standing quiet">${messages[lang].first.standing}</p>
    <p class="embed-foot">
      <a href="${links.page}" target="_blank" rel="noopener" data-full>${word(lang, "open_full")}</a
      ><a href="${links.policy}" target="_blank" rel="noopener">${messages[lang].site.policy}</a
      ><span>${links.made}</span><span class="brand">${messages[lang].site.name}</span>
    </p>
    ${kMine}
  </main> `;
}
