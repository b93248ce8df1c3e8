/** The address bar in, the address bar out. Only the core reads and writes links; this file finds the text and
 * puts the answer's link back. */
import type { Lang } from "../engine/types";

export interface Place {
  lang: Lang;
  claim: string;
  revision: number;
}

/** A hash carries settings when it has a key; `#sources` is a place in the page. */
const hasSettings = (part: string): boolean => part.includes("=");

/** The text for the core's `link` call: this page's path in canonical form with the query and hash that are there. */
export function linkText(place: Place, location: Location = window.location): string {
  const hash = hasSettings(location.hash) ? location.hash : "";
  // The page of a preview leads on to the newest revision; the core says so beside the settings.
  const preview = place.revision > 0 && new URLSearchParams(location.search).get("_from") === "r0";
  const revision = preview ? 0 : place.revision;
  return `/${place.lang}/claims/${place.claim}/r${revision}/${location.search}${hash}`;
}

/** The query of a canonical link ("?pue=1.2" or ""). */
export function queryOf(link: string): string {
  const at = link.indexOf("?");
  return at < 0 ? "" : link.slice(at);
}

/** The link, with this shown beside the figures, or (null) nothing: the core leaves `_view` to the page, which writes it
 * last. */
export function withView(link: string, view: string | null): string {
  const plain = link.replace(/[?&]_view=[^&]*$/, "");
  return view === null ? plain : `${plain}${plain.includes("?") ? "&" : "?"}_view=${view}`;
}

/** The query without what moves no digit. */
export const settingsIn = (link: string): string => queryOf(withView(link, null));

/** What a link may show: `like`, or `like.cn` with the country. */
export const isView = (view: string | null): boolean => /^like(\.[a-z]{2})?$/.test(view ?? "");
/** The country of what is shown; "" for none. */
export const countryOf = (view: string): string => view.split(".")[1] ?? "";

/** Shows the link of the state in the address bar. What came after `#` stays after `#`: it never reaches a server. */
export function showLink(link: string): void {
  const query = queryOf(link);
  const { hash, search, pathname } = window.location;
  const inHash = hasSettings(hash) && !hasSettings(search);
  const anchor = hasSettings(hash) ? "" : hash;
  const next = inHash ? `${pathname}${query ? `#${query.slice(1)}` : ""}` : `${pathname}${query}${anchor}`;
  if (next === `${pathname}${search}${hash}`) return;
  try {
    window.history.replaceState(window.history.state, "", next);
  } catch {
    // a frame without an address of its own: the link is still offered by "copy link"
  }
}
