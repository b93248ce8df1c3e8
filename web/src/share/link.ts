/** The link that is handed on: copied, embedded, printed into files and pictures. */
import type { Place } from "../state/location";

/** The full link to hand on, below the root of the site; without a site (a copy on a disk) the path alone. */
export function absoluteLink(link: string, { lang }: Pick<Place, "lang">, siteRoot: string | null): string {
  const path = `${lang}/${link}`;
  return siteRoot ? new URL(path, siteRoot).href : path;
}
