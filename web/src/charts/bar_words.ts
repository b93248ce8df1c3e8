/** What a bar shows, as data, in words and as a table. */
import { convert, formatQuantity, formatRange, isChinese, type Lang, spanDigits } from "../format/index";
import { fill, messages } from "../messages/index";
import { esc } from "./svg";

export interface BarMark {
  /** In the bar's unit. */
  value: number;
  role: "article" | "original" | "rival";
  relation?: "about" | "more_than" | "less_than" | "at_least" | "at_most";
  /** Replaces the word for the role ("Article"). */
  label?: string;
}

export interface BarData {
  lang: Lang;
  /** Unit of all numbers. */
  unit: string;
  /** Unit to show them in (the published figure's); default `unit`. */
  show?: string;
  p05: number;
  p25: number;
  median: number;
  p75: number;
  p95: number;
  /** Digits for the ends in words; default two, one where they differ ten-fold. */
  digits?: number;
  marks: readonly BarMark[];
  scale?: "linear" | "log" | "auto";
  /** Name of what is drawn; becomes the SVG's title. */
  title: string;
}
export interface Shown {
  data: BarData;
  unit: string;
}

/** Numbers in the unit to show. */
export function shown(data: BarData): Shown {
  const unit = data.show ?? data.unit;
  const ratio = convert(1, data.unit, unit);
  if (ratio === null || unit === data.unit) return { data, unit: data.unit };
  const to = (value: number): number => convert(value, data.unit, unit) as number;
  return {
    unit,
    data: {
      ...data,
      p05: to(data.p05),
      p25: to(data.p25),
      median: to(data.median),
      p75: to(data.p75),
      p95: to(data.p95),
      marks: data.marks.map((mark) => ({ ...mark, value: to(mark.value) })),
    },
  };
}

export const kSign = {
  about: "",
  more_than: ">\u2009",
  less_than: "<\u2009",
  at_least: "\u2265\u2009",
  at_most: "\u2264\u2009",
} as const;

export function roleWord(mark: BarMark, lang: Lang): string {
  const words = messages[lang].a11y;
  return (
    mark.label ?? { article: words.mark_article, original: words.mark_original, rival: words.mark_rival }[mark.role]
  );
}

export function isPoint(data: BarData): boolean {
  return data.p05 === data.p95;
}

/** What the bar shows, in words: for the description and the caption. */
export function barWords(input: BarData): string {
  const { data, unit } = shown(input);
  const { lang } = data;
  const words = messages[lang];
  const digits = data.digits ?? spanDigits(data.p05, data.p95);
  const range = isPoint(data)
    ? `${words.a11y.single}: ${formatQuantity(data.median, unit, lang, { digits: 4 })}`
    : `${words.a11y.range90}: ${formatRange(data.p05, data.p95, unit, lang, { digits })}`;
  const marks = data.marks.map((mark) => `${roleWord(mark, lang)}: ${relationText(mark, unit, lang)}`);
  const join = isChinese(lang) ? "\uff1b" : "; ";
  return [range, ...marks].join(join).replace(/: /g, isChinese(lang) ? "\uff1a" : ": ");
}

export function relationText(mark: BarMark, unit: string, lang: Lang): string {
  const value = formatQuantity(mark.value, unit, lang, { digits: 6 });
  const relation = mark.relation ?? "about";
  return relation === "about" ? value : fill(messages[lang].relation[relation], { value });
}
/** The same as a table, for screen readers and for whoever prefers one. HTML text. */
export function barTable(input: BarData, options: { id: string; className?: string }): string {
  const { data, unit } = shown(input);
  const { lang } = data;
  const words = messages[lang];
  const digits = data.digits ?? Math.max(2, spanDigits(data.p05, data.p95));
  const rows: [string, string][] = isPoint(data)
    ? [[words.a11y.single, formatQuantity(data.median, unit, lang, { digits: 4 })]]
    : [
        [words.a11y.range90, formatRange(data.p05, data.p95, unit, lang, { digits })],
        [words.a11y.middle_half, formatRange(data.p25, data.p75, unit, lang, { digits })],
        [words.a11y.median, formatQuantity(data.median, unit, lang, { digits })],
      ];
  for (const mark of data.marks) rows.push([roleWord(mark, lang), relationText(mark, unit, lang)]);
  const body = rows.map(([head, value]) => `<tr><th scope="row">${esc(head)}</th><td>${esc(value)}</td></tr>`).join("");
  const head = `<thead><tr><th scope="col">${esc(words.detail.quantity)}</th><th scope="col">${esc(words.detail.value)}</th></tr></thead>`;
  return `<table${options.className ? ` class="${esc(options.className)}"` : ""} id="${esc(options.id)}"><caption>${esc(data.title)}</caption>${head}<tbody>${body}</tbody></table>`;
}

/** Where the values of a half-open figure lie. */
export function sideOf({ relation = "about" }: BarMark): -1 | 0 | 1 {
  if (relation === "about") return 0;
  return relation === "more_than" || relation === "at_least" ? 1 : -1;
}
