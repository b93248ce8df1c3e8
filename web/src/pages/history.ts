/** What became of a claim: its revisions, what changed in them, its corrections; and the page that is left of one that was
 * withdrawn. All of it is printed by the build. */
import type { Claim, Lang } from "../engine/types";
import { fill, messages } from "../messages";
import { historyWord } from "../messages/history";
import { comparison } from "./comparison";
import { claimOf, type Edition, type Revision, type View } from "./data";
import { html, type Markup } from "./html";
import { say } from "./words";

/** The strip at the top of a page that is not the newest revision; a page of the newest has an empty one. */
export function strip(view: View): Markup {
  const { lang, data, edition } = view;
  const m = messages[lang].revision;
  let text = "";
  if (edition?.folder === "preview") text = historyWord(lang, "draft", { newest: edition.newest });
  else if (edition && data.revision < edition.newest) text = fill(m.strip.newer, { revision: data.revision });
  return text === ""
    ? html`<div id="status-strip" hidden></div>`
    : html`<div id="status-strip"><p class="notice">${text}${newestLink(view)}</p></div>`;
}

function newestLink({ lang, root, edition, data }: View): Markup {
  if (!edition || root === null || edition.newest === 0) return html``;
  return html` <a href="${root}${lang}/claims/${data.claim}/r${edition.newest}/" data-newest
    >${messages[lang].revision.see_newest}</a
  >`;
}

/** On the page of an older revision: both answers, and every place that changed in between. */
export function newer(view: View): Markup | null {
  const { lang, data, answer, edition } = view;
  if (!edition?.newer) return null;
  const later = edition.revisions.filter(({ revision }) => revision > data.revision);
  return html`<p>${messages[lang].revision.digits_kept}</p>
    <div data-both>${comparison(view, answer, edition.newer)}</div>
    <h3>${historyWord(lang, "changed_since")}</h3>
    ${later.map((one) => changes(one, lang))}`;
}

function changes({ revision, changed }: Revision, lang: Lang): Markup {
  const m = messages[lang].revision;
  const value = (part: unknown): Markup =>
    part === null
      ? html`${historyWord(lang, "nothing")}`
      : html`<code>${typeof part === "string" ? part : JSON.stringify(part)}</code>`;
  return html`<details class="changes">
    <summary>${historyWord(lang, "changed_in", { count: changed.length, revision })}</summary>
    <dl>
      ${changed.map(
        ({ place, before, after }) =>
          html`<div>
            <dt><code>${place}</code></dt>
            <dd>${m.before}: ${value(before)}</dd>
            <dd>${m.after}: ${value(after)}</dd>
          </div>`,
      )}
    </dl>
  </details>`;
}

/** Every revision, the newest first, with its file and that file's hash; then the corrections. */
export function history(view: View): Markup {
  const { lang, data, edition, root } = view;
  const claim = claimOf(data);
  if (!edition || edition.newest === 0) return corrections(claim, lang);
  const m = messages[lang].revision;
  const newestFirst = [...edition.revisions].reverse();
  return html`<h3>${m.title}</h3>
    <ol class="revisions" reversed>
      ${newestFirst.map((one) => {
        const marks = [
          one.date,
          one.revision === edition.newest ? m.newest : "",
          one.revision === data.revision ? historyWord(lang, "shown") : "",
          one.revision === 1 ? historyWord(lang, "first") : "",
        ];
        const name = `r${one.revision}`;
        return html`<li>
          ${
            root === null || one.revision === data.revision
              ? html`<strong>${name}</strong>`
              : html`<a href="${root}${lang}/claims/${claim.id}/${name}/">${name}</a>`
          }
          · ${marks.filter(Boolean).join(" · ")} ${fileOf(claim.id, one, root, lang)}
          ${one.changed.length > 0 ? changes(one, lang) : ""}
        </li>`;
      })}
    </ol>
    ${corrections(claim, lang)}`;
}

function fileOf(claim: string, { revision, sha256 }: Revision, root: string | null, lang: Lang): Markup {
  const label = historyWord(lang, "file");
  const file = root === null ? html`${label}` : html`<a href="${root}claims/${claim}/r${revision}.json">${label}</a>`;
  return html`<span class="hash">${file} · ${messages[lang].revision.hash} <code>${sha256}</code></span>`;
}

function corrections(claim: Claim, lang: Lang): Markup {
  const all = claim.corrections ?? [];
  if (all.length === 0) return html``;
  const m = messages[lang].revision;
  return html`<h3>${historyWord(lang, "corrections")}</h3>
    <ul class="corrections">
      ${all.map(
        ({ date, kind, text, revision }) =>
          html`<li>${date} · ${m.correction[kind]}${revision === undefined ? "" : ` · r${revision}`} · ${say(text, lang)}</li>`,
      )}
    </ul>`;
}

/** What is left of a withdrawn claim, at every address that it had. */
export function tombstoneBody(claim: Claim, edition: Edition, lang: Lang, root: string): Markup {
  const m = messages[lang].revision;
  const { date = "", reason } = claim.withdrawn ?? {};
  return html`<main id="main" class="claim tombstone" data-claim="${claim.id}">
    <h1>${say(claim.title, lang)}</h1>
    <p class="notice"><strong>${m.tombstone}</strong> ${date}</p>
    <p>${historyWord(lang, "reason")}${messages[lang].a11y.colon}${say(reason, lang)}</p>
    ${
      edition.revisions.length === 0
        ? ""
        : html`<h2>${m.title}</h2>
            <p>${historyWord(lang, "kept")}</p>
            <ul class="revisions">
              ${edition.revisions.map(
                (one) => html`<li>r${one.revision} · ${one.date} ${fileOf(claim.id, one, root, lang)}</li>`,
              )}
            </ul>`
    }
    ${corrections(claim, lang)}
  </main> `;
}
