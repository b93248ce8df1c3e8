/** The policy page: sections with an id that is the same in every language, so that `#ranges` is one place. */
import type { Lang } from "../engine/types";
import { messages } from "./index";
import { policyEn } from "./policy_text/en";
import { policyZhHans } from "./policy_text/zh-hans";
import { policyZhHant } from "./policy_text/zh-hant";
import { set } from "./set";

export type PolicySectionId =
  | "publisher"
  | "money"
  | "unchecked"
  | "entry"
  | "ranges"
  | "evidence"
  | "sentences"
  | "challenge"
  | "corrections"
  | "limits"
  | "cite"
  | "privacy";

export interface PolicySection {
  id: PolicySectionId;
  title: string;
  paragraphs: readonly string[];
}

export interface PolicyPage {
  no_contact: string;
  title: string;
  intro: string;
  sections: readonly PolicySection[];
}

/** What a language file holds: one entry a section; a missing one does not compile. Privacy is in the messages: the page
 * about the site tells the same. */
export interface PolicyText {
  no_contact: string; // where the build names no address for objections
  title: string;
  intro: string;
  sections: Record<Exclude<PolicySectionId, "privacy">, { title: string; paragraphs: readonly string[] }>;
}

export const policySections: readonly PolicySectionId[] = [
  "publisher",
  "money",
  "unchecked",
  "entry",
  "ranges",
  "evidence",
  "sentences",
  "challenge",
  "corrections",
  "limits",
  "cite",
  "privacy",
];

function page(text: PolicyText, lang: Lang): PolicyPage {
  const { sections: own, ...rest } = set(text, lang);
  const { title, text: paragraph } = messages[lang].privacy;
  const sections = { ...own, privacy: { title, paragraphs: [paragraph] } };
  return { ...rest, sections: policySections.map((id) => ({ id, ...sections[id] })) };
}

/** The whole policy page of each language. */
export const policy: Readonly<Record<Lang, PolicyPage>> = {
  en: page(policyEn, "en"),
  "zh-Hans": page(policyZhHans, "zh-Hans"),
  "zh-Hant": page(policyZhHant, "zh-Hant"),
};
