/** How to cite a claim's page in one state: as text, as BibTeX and as CSL-JSON. */
import { fill, messages } from "../messages";
import { claimOf, type View } from "../pages/data";
import { say } from "../pages/words";

export interface Cited {
  title: string;
  key: string;
  revision: string;
  /** Of the figures: the day the revision, or a preview, was made. YYYY-MM-DD. */
  issued: string;
  accessed: string;
  url: string;
  language: string;
  changed: string; // "" where the settings are the site's
}

/** @param link full address of what is shown  @param date today, YYYY-MM-DD */
export function cited(view: View, link: string, date: string): Cited {
  const { lang, data, answer } = view;
  return {
    title: say(claimOf(data).title, lang),
    key: `footing-${data.claim}-r${data.revision}`,
    revision: `r${data.revision}`,
    issued: data.built,
    accessed: date,
    url: link,
    language: lang,
    changed: answer.changed ? messages[lang].share.changed_stamp : "",
  };
}

export function citeText(view: View, link: string, date: string): string {
  const one = cited(view, link, date);
  const text = fill(messages[view.lang].share.cite_text, {
    title: one.title,
    revision: view.data.revision,
    date,
    url: link,
  });
  return one.changed === "" ? text : `${text}${view.lang === "en" ? ` (${one.changed})` : `（${one.changed}）`}`;
}

/** Marks that mean something to TeX; accents and Chinese are left to the reader of UTF-8 that BibTeX's followers are. */
function tex(text: string): string {
  const escapes: Record<string, string> = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  return text.replace(/[\\~^&%$#_{}]/g, (mark) => escapes[mark] ?? `\\${mark}`).replace(/\s+/g, " ");
}

/** Braces would end the field; everything else in an address is verbatim. */
const address = (url: string): string => url.replace(/[{}\\]/g, (mark) => encodeURIComponent(mark));

export function bibtex(view: View, link: string, date: string): string {
  const one = cited(view, link, date);
  const note = [`Revision ${one.revision}`, ...(one.changed === "" ? [] : ["changed settings"])].join(", ");
  const fields: [string, string][] = [
    ["title", `{${tex(one.title)}}`],
    ["author", "{Footing}"],
    ["year", one.issued.slice(0, 4)],
    ["date", one.issued],
    ["version", one.revision],
    ["note", note],
    ["url", address(one.url)],
    ["urldate", one.accessed],
    ["langid", one.language === "en" ? "english" : "chinese"],
  ];
  return `@misc{${one.key},\n${fields.map(([name, text]) => `  ${name} = {${text}},`).join("\n")}\n}\n`;
}

const parts = (date: string): { "date-parts": number[][] } => ({ "date-parts": [date.split("-").map(Number)] });

/** A list with one item, as tools for references import it. */
export function cslJson(view: View, link: string, date: string): string {
  const one = cited(view, link, date);
  const item = {
    id: one.key,
    type: "webpage",
    title: one.title,
    author: [{ literal: "Footing" }],
    "container-title": "Footing",
    version: one.revision,
    issued: parts(one.issued),
    accessed: parts(one.accessed),
    URL: one.url,
    language: one.language,
    ...(one.changed === "" ? {} : { note: one.changed }),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
