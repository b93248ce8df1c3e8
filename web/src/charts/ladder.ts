/** Estimates of one quantity under each other on one axis: a line each with its name, the figure its author's inputs give
 * (a lozenge) and the range there is evidence for. The axis is logarithmic where every value is positive. */
import { formatQuantity, formatRange, isChinese, type Lang, unitLabel } from "../format/index";
import { named } from "./lines";
import { roundAxis } from "./marks";
import { fitScale } from "./scale";
import { esc, frame, n, tag } from "./svg";
import { pageTheme, type Theme } from "./theme";

export interface LadderRow {
  label: string;
  /** What the author's own inputs give; null where it is not known. */
  value: number | null;
  p05: number;
  p95: number;
  /** The one whose page this is. */
  own: boolean;
}

export interface LadderData {
  lang: Lang;
  title: string;
  unit: string;
  rows: readonly LadderRow[];
}

const kWidth = 288;
const kBar = 28; // for the bar under a name
const kSize = 13;

const rowText = ({ value, p05, p95 }: LadderRow, unit: string, lang: Lang): string =>
  value === null ? formatRange(p05, p95, unit, lang, { digits: 2 }) : formatQuantity(value, unit, lang, { digits: 3 });

export function ladderWords({ lang, unit, rows }: LadderData): string {
  const chinese = isChinese(lang);
  return rows
    .map((row) => {
      const range = row.p05 < row.p95 ? formatRange(row.p05, row.p95, unit, lang, { digits: 2 }) : null;
      const value = row.value === null ? null : formatQuantity(row.value, unit, lang, { digits: 3 });
      const said = [value, range].filter((part) => part !== null).join(chinese ? "\uff0c" : ", ");
      return `${row.label}${chinese ? "\uff1a" : ": "}${said}`;
    })
    .join(chinese ? "\uff1b" : "; ");
}

export function ladder(data: LadderData, options: { id: string; theme?: Theme }): string {
  const theme = options.theme ?? pageTheme;
  const { lang, unit, rows } = data;
  const around = fitScale(
    rows.flatMap(({ value, p05, p95 }) => [p05, p95, ...(value === null ? [] : [value])]),
    "log",
    0.04,
  );
  const { scale, ticks } = roundAxis(around, { unit, lang, width: kWidth, size: 12 });
  const x = (value: number): string => `${n(scale.at(value) * 100)}%`;
  const out: string[] = [];
  let base = 2;
  const placed = rows.map((row) => {
    const top = base;
    const right = rowText(row, unit, lang);
    const head = named(
      { left: row.label, right, size: kSize, bold: row.own, fill: theme.ink, halo: theme.paper },
      top,
      kWidth,
    );
    base += head.height + kBar;
    return { top, head };
  });
  for (const { value } of ticks)
    out.push(tag("line", { x1: x(value), x2: x(value), y1: 0, y2: base + 4, stroke: theme.rule, "stroke-width": 1 }));
  rows.forEach((row, i) => {
    const { top, head } = placed[i] as (typeof placed)[number];
    out.push(head.markup);
    const mid = top + head.height + 9;
    out.push(tag("line", { x1: 0, x2: "100%", y1: mid, y2: mid, stroke: theme.rule, "stroke-width": 1 }));
    if (row.p05 < row.p95)
      out.push(
        tag("rect", {
          class: "ladder-range",
          x: x(row.p05),
          width: `${n((scale.at(row.p95) - scale.at(row.p05)) * 100)}%`,
          y: mid - 5,
          height: 10,
          fill: theme.range,
          stroke: theme.hue,
          "stroke-width": row.own ? 2 : 1,
        }),
      );
    if (row.value !== null)
      out.push(
        tag(
          "svg",
          { x: x(row.value), overflow: "visible" },
          tag("path", {
            class: row.own ? "ladder-own" : "ladder-value",
            d: `M0 ${mid - 7}l7 7l-7 7l-7 -7z`,
            fill: row.own ? theme.ink : theme.paper,
            stroke: theme.ink,
            "stroke-width": 1.5,
          }),
        ),
      );
  });
  out.push(tag("line", { x1: 0, x2: "100%", y1: base, y2: base, stroke: theme.muted, "stroke-width": 1 }));
  for (const tick of ticks)
    out.push(
      tag(
        "text",
        {
          x: x(tick.value),
          dx: tick.shift === 0 ? null : tick.shift,
          y: base + 17,
          "text-anchor": "middle",
          "font-size": 12,
          fill: theme.muted,
        },
        esc(tick.text),
      ),
    );
  const name = unitLabel(unit, lang).text;
  if (name !== "")
    out.push(
      tag("text", { x: "100%", y: base + 32, "text-anchor": "end", "font-size": 12, fill: theme.muted }, esc(name)),
    );
  return frame(
    {
      id: options.id,
      title: data.title,
      desc: ladderWords(data),
      width: kWidth,
      height: base + 36,
      fluid: true,
      className: "chart chart-ladder",
      lang,
    },
    out.join(""),
  );
}
