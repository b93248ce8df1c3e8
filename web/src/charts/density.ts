/** The distribution for those who want it: a histogram of the results, and as many dots as one can count, each
 * standing for an equal share of them. */
import type { Density } from "../engine/types";
import { convert, formatNumber, isChinese, type Lang, unitLabel } from "../format/index";
import { fill, messages } from "../messages/index";
import type { BarMark } from "./bar_words";
import { labelled, roundAxis } from "./marks";
import { makeScale } from "./scale";
import { esc, frame, n, tag } from "./svg";
import { pageTheme, type Theme } from "./theme";

export interface DensityData {
  lang: Lang;
  unit: string;
  show?: string;
  density: Density;
  p05: number;
  median: number;
  p95: number;
  marks: readonly BarMark[];
  /** Combinations drawn. */
  samples: number;
  /** Number of dots; default 20. */
  dots?: number;
  title: string;
}

/** Quantiles of the histogram at (k + 1/2)/count: where the dots stand. Inside a bin the results are spread evenly. */
export function quantileDots(density: Density, count: number): number[] {
  const out: number[] = [];
  let before = 0;
  let bin = 0;
  const total = density.y.reduce((sum, y) => sum + y, 0);
  for (let k = 0; k < count; ++k) {
    const target = ((k + 0.5) / count) * total;
    while (bin < density.y.length - 1 && before + (density.y[bin] as number) < target)
      before += density.y[bin++] as number;
    const share = (density.y[bin] as number) > 0 ? (target - before) / (density.y[bin] as number) : 0.5;
    const a = density.x[bin] as number;
    const b = density.x[bin + 1] as number;
    out.push(density.scale === "log" && a > 0 ? a * (b / a) ** share : a + (b - a) * share);
  }
  return out;
}

export function density(
  input: DensityData,
  options: { id: string; width?: number; fluid?: boolean; theme?: Theme },
): string {
  const unit = input.show !== undefined && convert(1, input.unit, input.show) !== null ? input.show : input.unit;
  const to = (value: number): number => convert(value, input.unit, unit) ?? value;
  const { lang } = input;
  const theme = options.theme ?? pageTheme;
  const fluid = options.fluid ?? true;
  const width = options.width ?? 288;
  const size = 12;
  const x = input.density.x.map(to);
  const around = makeScale(input.density.scale, x[0] as number, x[x.length - 1] as number);
  const { scale, ticks } = roundAxis(around, { unit, lang, width, size });
  const pos = (share: number): string => (fluid ? `${n(share * 100)}%` : n(share * width));
  const inside = input.marks
    .map((mark) => ({ ...mark, value: to(mark.value) }))
    .filter((mark) => scale.at(mark.value) >= 0 && scale.at(mark.value) <= 1);
  const labels = labelled(inside, input, unit, scale, width, size, 2);
  const rows = labels.length === 0 ? 0 : Math.max(...labels.map((label) => label.row)) + 1;
  const top = 6 + rows * 15;
  const tall = 96;
  const base = top + tall;
  const out: string[] = [];
  const most = Math.max(...input.density.y, Number.MIN_VALUE);
  // Equal areas for equal shares: bins of an axis are equally wide in it, so height is share.
  input.density.y.forEach((y, i) => {
    if (y <= 0) return;
    const a = scale.at(x[i] as number);
    const b = scale.at(x[i + 1] as number);
    const h = (y / most) * tall;
    out.push(
      tag("rect", {
        class: "density-bin",
        x: pos(a),
        width: pos(b - a),
        y: base - h,
        height: h,
        fill: theme.range,
        "shape-rendering": "crispEdges",
      }),
    );
  });
  // Dots, stacked in columns one dot wide at the narrowest width.
  const count = input.dots ?? 20;
  const columns = Math.max(8, Math.floor(width / 15));
  const stacked = new Map<number, number>();
  const places = quantileDots(input.density, count).map((value) => {
    const column = Math.min(columns - 1, Math.max(0, Math.floor(scale.at(to(value)) * columns)));
    const level = stacked.get(column) ?? 0;
    stacked.set(column, level + 1);
    return { column, level };
  });
  const highest = Math.max(1, ...stacked.values());
  const step = Math.min(13, (tall - 4) / highest);
  for (const { column, level } of places) {
    out.push(
      tag("circle", {
        class: "density-dot",
        cx: pos((column + 0.5) / columns),
        cy: base - step * (level + 0.5),
        r: Math.min(5.5, step * 0.44),
        fill: theme.hue,
      }),
    );
  }
  out.push(tag("line", { x1: pos(0), x2: pos(1), y1: base, y2: base, stroke: theme.muted, "stroke-width": 1 }));
  for (const [value, dash] of [
    [input.p05, "2 3"],
    [input.median, null],
    [input.p95, "2 3"],
  ] as const) {
    const at = pos(scale.at(to(value)));
    out.push(
      tag("line", {
        class: "density-quantile",
        x1: at,
        x2: at,
        y1: base,
        y2: base + 6,
        stroke: theme.hue,
        "stroke-width": 2,
        "stroke-dasharray": dash,
      }),
    );
  }
  const texts: string[] = [];
  for (const { mark, text, row, shift } of labels) {
    const share = pos(scale.at(mark.value));
    const foot = (rows - row) * 15;
    const solid = mark.role === "article";
    out.push(
      tag("line", {
        class: `density-mark chart-${mark.role}`,
        x1: share,
        x2: share,
        y1: foot + 2,
        y2: base,
        stroke: theme.ink,
        "stroke-width": solid ? 2 : 1.5,
        "stroke-dasharray": solid ? null : "3 2",
      }),
    );
    texts.push(
      tag(
        "text",
        {
          x: share,
          dx: shift,
          y: foot - 2,
          "text-anchor": "middle",
          "font-size": size,
          "font-weight": solid ? 600 : null,
          fill: theme.ink,
          stroke: theme.paper,
          "stroke-width": 3,
          "paint-order": "stroke",
        },
        esc(text),
      ),
    );
  }
  out.push(...texts);
  const { text: unitText } = unitLabel(unit, lang);
  for (const tick of ticks) {
    out.push(
      tag(
        "text",
        {
          x: pos(scale.at(tick.value)),
          dx: tick.shift === 0 ? null : tick.shift,
          y: base + 20,
          "text-anchor": "middle",
          "font-size": size,
          fill: theme.muted,
        },
        esc(tick.text),
      ),
    );
  }
  if (unitText !== "")
    out.push(
      tag(
        "text",
        { x: pos(1), y: base + 34, "text-anchor": "end", "font-size": size, fill: theme.muted },
        esc(unitText),
      ),
    );
  const words = messages[lang];
  const desc = `${fill(words.detail.density, { count: formatNumber(input.samples, lang, { style: "plain" }) })}${isChinese(lang) ? "\u3002" : ". "}${fill(words.detail.dots, { count })}`;
  return frame(
    {
      id: options.id,
      title: input.title,
      desc,
      width,
      height: base + 38,
      fluid,
      className: "chart chart-density",
      lang,
    },
    out.join(""),
  );
}
