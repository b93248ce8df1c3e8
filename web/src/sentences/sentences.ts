/** The main sentence of a claim: slots E gap, R range, P position, N need, S scope, in that order, generated from
 * numbers and the dataset's words. No percentage of results, no verdict; see the policy page. */
import type { Claim, Lang } from "../engine/types";
import { isChinese, LANGS, typeset } from "../format/index";
import { mainOutput } from "./figures";
import type { KindPhrases, Phrases } from "./phrases";
import { phrasesEn } from "./phrases_en";
import { phrasesZh } from "./phrases_zh";
import { headline, ratioFigure, upperFirst } from "./words";
import { trimEnd } from "./placed";
import type { Context, KindContext, Parts, Sentence, SentenceInput, Slots } from "./types";

const kPhrases: Record<Lang, Phrases> = {
  en: phrasesEn,
  "zh-Hans": phrasesZh("zh-Hans"),
  "zh-Hant": phrasesZh("zh-Hant"),
};

/** Generates the main sentence. Total: with whatever is missing it says less, never something else. */
export function mainSentence(input: SentenceInput): Sentence {
  const say = kPhrases[input.lang];
  const output = mainOutput(input.answer, input.claim.outputs[0] ?? "");
  const parts = output === null ? {} : clauses({ ...input, say, output });
  return finish(parts, input, say);
}

/** The sentence in all three languages. */
export function mainSentences(input: Omit<SentenceInput, "lang">): Record<Lang, Sentence> {
  return Object.fromEntries(LANGS.map((lang) => [lang, mainSentence({ ...input, lang })])) as Record<Lang, Sentence>;
}

/** Kinds that are not placed on a range: they come with the pages that are of one of them. */
export interface Kinds {
  phrases: Record<Lang, KindPhrases>;
  clauses(c: KindContext): Parts;
}
let placed: ((c: Context) => Parts) | null = null;
let others: Kinds | null = null;

/** Lets this module speak of figures on a range (placed.ts). */
export function withPlaced(clauses: (c: Context) => Parts): void {
  placed = clauses;
}

/** Lets this module speak of claims of the other kinds too (kinds.ts). */
export function withKinds(kinds: Kinds): void {
  others = kinds;
}

/** A claim whose sentence needs the other kinds. */
export function isOfOtherKind(claim: Claim): boolean {
  if (claim.kind !== "threshold" && claim.kind !== "point") return true;
  return headline(claim) === null && ratioFigure(claim) !== null;
}

/** Of them, a claim that is two answers side by side (kinds_beside.ts). */
export const isBeside = (claim: Claim): boolean =>
  isOfOtherKind(claim) && (claim.kind === "rivals" || claim.kind === "threshold" || claim.kind === "point");

function clauses(c: Context): Parts {
  const other = isOfOtherKind(c.claim);
  if (other && others) return others.clauses({ ...c, say: { ...c.say, ...others.phrases[c.lang] } });
  if (!other && placed) return placed(c);
  throw new Error(`no words for a claim of kind ${c.claim.kind}`);
}

/** Chinese: one space between Han and Latin, digits or a per cent sign, none between Han and Han. */
export function tidy(text: string, lang: Lang): string {
  if (!isChinese(lang)) return text;
  const set = typeset(text, lang);
  return set
    .replace(/([\u3400-\u9fff])(?=[A-Za-z0-9])/g, "$1 ")
    .replace(/([A-Za-z0-9%\u2080-\u2089])(?=[\u3400-\u9fff])/g, "$1 ");
}

/** An arrow leads somewhere; a text that has no links does without. */
export const withoutArrow = (text: string, lang: Lang): string =>
  text
    .replace(/\u53e6[\u89c1\u898b] *\u2192/, "\u4e0d\u5728\u5176\u4e2d\u2192")
    .replace(/ *\u2192/g, kPhrases[lang].end);

function finish(parts: Parts, input: SentenceInput, say: Phrases): Sentence {
  const { claim, lang } = input;
  const changed = input.answer.changed;
  const scope = claim.scope[lang].trim() || scopeLine(claim, lang);
  const notes = [scope, parts.s]
    .filter((text): text is string => text !== undefined && text !== "")
    .map((text) => upperFirst(trimEnd(text)));
  const close = (text: string): string => tidy(/[.\u3002\u2192]$/.test(text) ? text : text + say.end, lang);
  const own = (text: string | undefined): string =>
    text === undefined || text === "" ? "" : close(changed ? say.prefix(text) : upperFirst(text));
  const slots: Slots = {
    e: own(parts.e),
    r: own(parts.r),
    p: own(parts.p),
    n: own(parts.n),
    s: notes.map((text, i) => close(changed && i === 0 ? say.prefix(text) : text)).join(say.space),
  };
  // R and P read as one sentence, unless each carries the mark of changed settings.
  const together =
    !changed && !parts.apart && parts.r && parts.p
      ? [tidy(say.flow(upperFirst(parts.r), parts.p, parts.n), lang)]
      : [slots.r, slots.p, slots.n];
  const main = [slots.e, ...together].filter((text) => text !== "").join(say.space);
  const still = withoutArrow(slots.s, lang);
  if (claim.converts === undefined) slots.s = still;
  return { slots, main, text: [main, still].filter((text) => text !== "").join(say.space), changed };
}

/** The scope line where a claim has no sentence of its own: modality for system; boundary. */
export function scopeLine(claim: Claim, lang: Lang): string {
  const text = kPhrases[lang].scope(claim.modality, claim.system[lang], claim.boundary[lang]);
  return tidy(trimEnd(text) + kPhrases[lang].end, lang);
}
