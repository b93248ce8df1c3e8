/** Why two estimates differ, in words: how many times one is the other, and what makes the factor. */
import type { Lang } from "../engine/types";
import { formatNumber, formatQuantity, han, isChinese, typeset } from "../format/index";
import { lowerFirst } from "./words";

/** "×24.7", "×0.614"; a factor near one with the digit that tells it from one. */
export function factorText(factor: number, lang: Lang): string {
  return `\u00d7${formatNumber(factor, lang, { digits: Math.abs(factor - 1) < 0.01 ? 4 : 3 })}`;
}

/** "+3 t", "−3 t". */
export function addedText(value: number, unit: string, lang: Lang): string {
  return `${value < 0 ? "\u2212" : "+"}${formatQuantity(Math.abs(value), unit, lang, { digits: 3 })}`;
}

export interface ComparedWords {
  lang: Lang;
  unit: string;
  /** The smaller first. */
  low: number;
  high: number;
  log: boolean;
  /** What differs, largest first, as it is written: "×24.7". */
  parts: readonly { label: string; text: string }[];
}

export function compareText({ lang, unit, low, high, log, parts }: ComparedWords): string {
  const chinese = isChinese(lang);
  const show = (value: number): string => formatQuantity(value, unit, lang, { digits: 3 });
  // Between Chinese characters and others stands a space, between Chinese characters none.
  const apart = (value: number): string => show(value).replace(/^(?=[^\u4e00-\u9fff])|(?<=[^\u4e00-\u9fff])$/g, " ");
  const times = formatNumber(high / low, lang, { digits: 2 });
  const lead = log
    ? chinese
      ? han(lang, `${apart(high)}约是${apart(low)}的 ${times} 倍`, `${apart(high)}約是${apart(low)}的 ${times} 倍`)
      : `${show(high)} is about ${times} times ${show(low)}`
    : chinese
      ? han(lang, `从${apart(low)}到${apart(high)}`, `從${apart(low)}到${apart(high)}`)
      : `From ${show(low)} to ${show(high)}`;
  const why = parts
    .map(({ label, text }) => (chinese ? `${label} ${text}` : `${text} by ${lowerFirst(label)}`))
    .join(chinese ? "、" : ", ");
  return typeset(`${lead}${why === "" ? "" : `${chinese ? "\uff1a" : ": "}${why}`}${chinese ? "\u3002" : "."}`, lang);
}
