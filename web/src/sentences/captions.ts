/** Words that go with a shared picture, and the one line above a claim. */
import type { Claim, Lang } from "../engine/types";
import { isChinese, typeset } from "../format/index";
import { fill, messages } from "../messages/index";
import type { Sentence } from "./types";
import { type Files, whereIs } from "./words";

export interface CaptionInput {
  claim: Claim;
  sentence: Sentence;
  lang: Lang;
  /** Absolute address that the picture leads to. */
  url: string;
  /** YYYY-MM-DD. */
  date: string;
  /** 0 is the preview. */
  revision: number;
  /** What somebody changed, in one line; "" or missing where the settings are the site's. */
  changes?: string;
}

export interface Captions {
  /** Text to post with the picture: claim, sentence, scope, where it comes from. */
  caption: string;
  /** What the picture shows, for those who do not see it. */
  alt: string;
}

export function captions(input: CaptionInput): Captions {
  const { claim, sentence, lang, url, date, revision } = input;
  const words = messages[lang];
  const space = isChinese(lang) ? "" : " ";
  const said = [words.share.changed_note, input.changes ?? ""].filter((part) => part !== "");
  const stamp = sentence.changed ? `(${said.join(isChinese(lang) ? "\uff1a" : ": ")})` : "";
  const title = claim.title[lang];
  const mark = fill(words.revision.this, { revision });
  const quoted =
    lang === "en" ? `\u201c${title}\u201d` : lang === "zh-Hans" ? `\u201c${title}\u201d` : `\u300c${title}\u300d`;
  const caption = [
    `${quoted}${stamp === "" ? "" : ` ${stamp}`}`,
    sentence.text,
    `Footing \u00b7 ${mark} \u00b7 ${fill(words.share.as_of, { date })}`,
  ]
    .map((line) => typeset(line, lang))
    .join("\n");
  const alt = typeset(
    `${quoted}${stamp === "" ? "" : ` ${stamp}`}${lang === "en" ? ". " : "。"}${sentence.text}${space}${words.first.standing}`,
    lang,
  );
  return { caption: `${caption}\n${url}`, alt };
}

/** One line: kind and modality, period, where it appeared. */
export function metaLine(claim: Claim, files: Files, lang: Lang): string {
  const words = messages[lang];
  const place = claim.appears_in[0] ? whereIs(files, claim.appears_in[0].source, words.source.undated) : "";
  const kind = words.kind[claim.kind];
  // "Two estimates" has said it.
  const said = claim.kind === "rivals" && claim.modality === "estimate";
  const first = said ? kind : `${kind} \u00b7 ${words.modality[claim.modality]}`;
  return typeset(
    [first, claim.period[lang], place].filter((text) => text !== "").join(isChinese(lang) ? "," : ", "),
    lang,
  );
}
