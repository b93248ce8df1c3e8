/** Labels of published figures and of axis ticks, laid out so that none touches another at any width. */
import { figureDigits, formatNumber, isChinese, type Lang, rounded, unitLabel } from "../format/index";
import { placeLabels } from "./labels";
import { makeScale, type Scale, ticks } from "./scale";
import { ellipsis, textWidth } from "./text";
import { type BarData, type BarMark, kSign, roleWord } from "./bar_words";

/** Bold type is wider. */
const kBold = 1.08;
/** Numbers on a log axis. */
const kMost = 6;

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

export interface Tick {
  value: number;
  text: string;
  /** From the tick to its number's centre, px: numbers at the ends are pushed inside. */
  shift: number;
}

export interface Axis {
  scale: Scale;
  ticks: Tick[];
}

export interface AxisOptions {
  unit: string;
  lang: Lang;
  /** The narrowest it is shown at, px. */
  width: number;
  size: number;
}

/** An axis that begins and ends at a round number with that number under it, and has as many between as leave air. */
export function roundAxis(around: Scale, { unit, lang, width, size }: AxisOptions): Axis {
  const { factor } = unitLabel(unit, lang);
  const { kind } = around;
  const shown = makeScale(kind, around.low * factor, around.high * factor);
  const write = (value: number): string => (unit === "date" ? String(value) : formatNumber(value, lang));
  const axisOf = (all: readonly number[], values: readonly number[]): Axis | null => {
    const [low = 0, high = 1] = [all[0], all.at(-1)];
    const scale = makeScale(kind, low, high);
    const placed = values.map((value) => {
      const text = write(value);
      const at = scale.at(value) * width;
      const half = textWidth(text, size) / 2;
      const shift = Math.max(0, half - at) - Math.max(0, at + half - width);
      return { value: value / factor, text, shift, left: at + shift - half, right: at + shift + half };
    });
    const clear = placed.every((tick, i) => i === 0 || tick.left - (placed[i - 1]?.right ?? 0) >= size * 0.7);
    return clear ? { scale: makeScale(kind, low / factor, high / factor), ticks: placed } : null;
  };
  const found = kind === "log" ? onLog(ticks(shown, 0), axisOf) : evenly(shown, axisOf);
  return found ?? { scale: around, ticks: [] };
}

type AxisOf = (all: readonly number[], values: readonly number[]) => Axis | null;

/** The shortest axis with three numbers or more: every one of its steps, or every second, third … */
function evenly(shown: Scale, axisOf: AxisOf): Axis | null {
  for (const least of [3, 2])
    for (let count = 6; count >= 1; --count) {
      const all = ticks(shown, count);
      for (let by = 1; (all.length - 1) / by + 1 >= least; ++by) {
        const axis =
          (all.length - 1) % by === 0
            ? axisOf(
                all,
                all.filter((_, i) => i % by === 0),
              )
            : null;
        if (axis) return axis;
      }
    }
  return null;
}

/** Both ends, then powers of ten, then what else finds room. */
function onLog(all: readonly number[], axisOf: AxisOf): Axis | null {
  const isPower = (value: number): boolean => Math.abs(Math.log10(value) % 1) < 1e-9;
  const rest = all.slice(1, -1).sort((a, b) => Number(isPower(b)) - Number(isPower(a)) || a - b);
  let best: Axis | null = null;
  let values = [all[0] ?? 1, all.at(-1) ?? 1];
  for (const one of [null, ...rest]) {
    const more = one === null ? values : [...values, one].sort((a, b) => a - b);
    const axis = more.length <= kMost ? axisOf(all, more) : null;
    if (!axis) continue;
    best = axis;
    values = more;
  }
  return best;
}
