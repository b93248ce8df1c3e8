/** A CSL-JSON record as one line of text with at most one link. */
import type { Lang, Source } from "../engine/types";
import { typeset } from "../format/typeset";
import { foreign, html, safeUrl, type Markup } from "./html";

type Name = NonNullable<Source["author"]>[number];

const beside = (name: string, original: string): string => (original === "" ? name : `${name} (${original})`);

function nameOf(name: Name): string {
  const han = /[\u3400-\u9fff]/.test(name.family ?? "");
  const own = name.literal ?? [name.family, name.given].filter(Boolean).join(han ? "" : ", ");
  return beside(own, name.original ?? "");
}

/** At most three names; the rest is "et al." in the language of the page. */
function authors(given: Name[], lang: Lang): string {
  const names = given.filter((name) => name.literal !== "et al.");
  const more = names.length > 3 || names.length < given.length;
  const shown = names.slice(0, names.length > 3 ? 1 : 3).map(nameOf);
  const rest = more ? (lang === "en" ? " et al." : " 等") : "";
  return shown.join(lang === "en" ? "; " : "、") + rest;
}

function date(source: Source): string {
  const parts = source.issued?.["date-parts"]?.[0] ?? [];
  return parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, "0"))).join("-");
}

const text = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

/** Where the record leads: its DOI before its page. */
export function sourceUrl(source: Source): string | null {
  if (source.DOI) return `https://doi.org/${encodeURI(source.DOI)}`;
  return safeUrl(source.URL);
}

/** Short form for beside a value: "de Vries 2023". */
export function shortCitation(source: Source): string {
  const first = source.author?.[0];
  const who = first?.literal ?? first?.family ?? text(source["container-title"]) ?? "";
  const year = source.issued?.["date-parts"]?.[0]?.[0];
  const name = who || source.title || source.id;
  return year === undefined || name.includes(String(year)) ? name : `${name} ${year}`;
}

/** With a full stop behind it, unless it ends with a mark: "Goldstein, T." has its own. */
const stopped = (words: string): string => (/[.?!\u3002\uff1f\uff01]$/.test(words) ? words : `${words}.`);

export function citation(source: Source, lang: Lang): Markup {
  const url = sourceUrl(source);
  const title = text(source.title) || source.id;
  const volume = [text(source.volume), source.issue ? `(${text(source.issue)})` : ""].join("");
  const journal = beside(text(source["container-title"]), text(source["container-title-original"]));
  const place = [journal, volume, text(source.page)].filter(Boolean).join(", ");
  const before = [authors(source.author ?? [], lang), date(source)].filter(Boolean).join(", ");
  const after = [place, text(source.publisher)].filter(Boolean).join(". ");
  const language = typeof source.language === "string" ? source.language : null;
  const linked = url ? html`<a href="${url}" rel="noreferrer">${title}</a>` : html`${title}`;
  return html`${before ? foreign(`${stopped(before)} `, lang) : ""}<cite${language ? html` lang="${language}"` : ""}>${linked}</cite>${stopped(title).slice(title.length)}${
    after ? foreign(` ${stopped(after)}`, lang) : ""
  }`;
}

/** In which form we saw it, where the record says. */
export function seenNote(source: Source, lang: Lang): Markup | null {
  const custom = source.custom as { seen_note?: Record<Lang, string> } | undefined;
  return custom?.seen_note ? foreign(typeset(custom.seen_note[lang], lang), lang) : null;
}
