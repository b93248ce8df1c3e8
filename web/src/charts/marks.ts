/** Labels of published figures and of axis ticks, laid out so that none touches another at any width. */
import { figureDigits, formatNumber, isChinese, type Lang, rounded, unitLabel } from "../format/index";
import { placeLabels } from "./labels";
import { makeScale, type Scale, ticks } from "./scale";
import { ellipsis, textWidth } from "./text";
import { type BarData, type BarMark, kSign, roleWord } from "./bar_words";

/** Bold type is wider. */
const kBold = 1.08;

export interface Labelled {
  mark: BarMark;
  text: string;
  row: number;
  /** From the mark to the label's centre, px: constant, so that labels that do not touch at the narrowest width never do. */
  shift: number;
}

/** Labels of marks, in rows that do not touch; the texts shorten where they must. For use by other charts on the same axis. */
export function labelled(
  marks: readonly BarMark[],
  data: Pick<BarData, "lang">,
  unit: string,
  scale: Scale,
  width: number,
  size: number,
  rows: number,
): Labelled[] {
  if (marks.length === 0) return [];
  const { lang } = data;
  const merged = mergeEqual(marks, lang);
  const full = merged.map(
    ({ mark, word }) => `${word} ${kSign[mark.relation ?? "about"]}${markNumber(mark, unit, lang)}`,
  );
  const short = merged.map(({ mark }) => `${kSign[mark.relation ?? "about"]}${markNumber(mark, unit, lang)}`);
  const room = merged.map(() => (width * rows) / merged.length - 8);
  for (const texts of [full, short, short.map((text, i) => ellipsis(text, size, room[i] as number))]) {
    const boxes = texts.map((text, i) => ({
      at: scale.at((merged[i] as { mark: BarMark }).mark.value) * width,
      width: textWidth(text, size) * ((merged[i] as { mark: BarMark }).mark.role === "article" ? kBold : 1),
    }));
    const placed = placeLabels(boxes, width, rows);
    if (placed) {
      return texts.map((text, i) => {
        const place = placed[i] as { row: number; centre: number };
        return {
          mark: (merged[i] as { mark: BarMark }).mark,
          text,
          row: place.row,
          shift: place.centre - (boxes[i] as { at: number }).at,
        };
      });
    }
  }
  return [];
}

/** Figures at one place are one mark with both words: the article's and the original's, or one figure printed in two units. */
function mergeEqual(marks: readonly BarMark[], lang: Lang): { mark: BarMark; word: string }[] {
  const out: { mark: BarMark; word: string }[] = [];
  for (const mark of marks) {
    const same = out.find(
      (other) =>
        Math.abs(other.mark.value - mark.value) <= 0.001 * Math.abs(mark.value) &&
        (other.mark.relation ?? "about") === (mark.relation ?? "about"),
    );
    const word = roleWord(mark, lang);
    if (!same) out.push({ mark, word });
    else if (!same.word.toLowerCase().includes(word.toLowerCase()))
      same.word += isChinese(lang) ? `\u3001${word}` : `, ${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  }
  return out;
}

/** Of other claims' figures no more digits than a glance takes in. */
function markNumber({ value, role }: BarMark, unit: string, lang: Lang): string {
  const { factor } = unitLabel(unit, lang);
  const number = formatNumber(rounded(value * factor, role === "rival" ? 4 : figureDigits(value * factor)), lang);
  return unit === "%" ? `${number}${isChinese(lang) ? "" : "\u2009"}%` : number;
}

/** Ticks whose numbers leave air between them, at the narrowest width; end labels are pushed inside. */
export function axisTicks(
  scale: Scale,
  unit: string,
  lang: Lang,
  width: number,
  size: number,
): { value: number; text: string; shift: number }[] {
  const { factor } = unitLabel(unit, lang);
  const scaled = makeScale(scale.kind, scale.low * factor, scale.high * factor);
  for (let count = 6; count >= 2; --count) {
    const all = ticks(scaled, count).map((value) => {
      const text = formatNumber(value, lang);
      const at = scaled.at(value) * width;
      const half = textWidth(text, size) / 2;
      const shift = at < half ? half - at : at > width - half ? width - half - at : 0;
      return { value: value / factor, text, shift, left: at + shift - half, right: at + shift + half };
    });
    if (all.every((tick, i) => i === 0 || tick.left - (all[i - 1] as { right: number }).right >= size * 0.7))
      return all;
  }
  const first = ticks(scaled, 2)[0];
  return first === undefined ? [] : [{ value: first / factor, text: formatNumber(first, lang), shift: 0 }];
}
