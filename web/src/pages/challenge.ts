/** Objecting to a number: a report that begins with the address of what is shown and the input meant. Where it goes is
 * set when the site is built (`FOOTING_CONTACT`: a mail address, an address for issues, or both); nothing is sent from here. */
import type { Lang } from "../engine/types";
import { html, type Markup } from "./html";
import { word } from "./words";

/** "mailto:someone@example.org" or "https://example.org/project/issues/new". */
export type Contact = string;

/** The contacts of a build, as `FOOTING_CONTACT` names them: separated by white space. Others are refused. */
export function contactsOf(setting: string | undefined): Contact[] {
  const given = (setting ?? "").split(/\s+/).filter(Boolean);
  const bad = given.find((one) => !/^mailto:[^\s?@]+@[^\s?]+$|^https:\/\/[^\s?#]+$/.test(one));
  if (bad)
    throw new Error(`FOOTING_CONTACT: "${bad}" is neither mailto:name@host nor an https address without a query`);
  return given;
}

/** @param about claim, revision and input, as ids; @param shown address of the page with the settings shown */
export function reportAddress(contact: Contact, about: string, shown: string, lang: Lang): string {
  const title = `Footing: ${about}`;
  const body = `${shown}\n\n${word(lang, "report_asks")}\n`;
  const [head, text] = contact.startsWith("mailto:") ? ["subject", "body"] : ["title", "body"];
  return `${contact}?${head}=${encodeURIComponent(title)}&${text}=${encodeURIComponent(body)}`;
}

/** A link that becomes a report when it is followed; without scripts it leads to how to object. */
export function challengeLink(lang: Lang, policy: string, input: string | null): Markup {
  return html`<a href="${policy}" data-challenge="${input ?? ""}">${word(lang, input === null ? "challenge" : "challenge_this")}</a>`;
}
