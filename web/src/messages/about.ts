/** The text of the page about Footing. Versions and licences are filled in by the build. */
import type { Lang } from "../engine/types";
import { aboutEn } from "./about_text/en";
import { aboutZhHans } from "./about_text/zh-hans";
import { aboutZhHant } from "./about_text/zh-hant";
import { set } from "./set";

export const aboutSections = ["what", "use", "publish", "contribute", "licence", "privacy"] as const;
export type AboutSectionId = (typeof aboutSections)[number];

/** Places: {engine}, {method}. */
export interface AboutText {
  title: string;
  lead: string;
  sections: Record<AboutSectionId, { title: string; paragraphs: readonly string[] }>;
  packages: string;
  sources: string;
  sources_lead: string;
}

export const aboutText: Readonly<Record<Lang, AboutText>> = {
  en: aboutEn,
  "zh-Hans": set(aboutZhHans, "zh-Hans"),
  "zh-Hant": set(aboutZhHant, "zh-Hant"),
};
