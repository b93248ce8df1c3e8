/** The first-screen bar: the middle 90 % of the results with its middle half, the published figures, other authors'
 * figures, an axis with its unit. At most 110 px high at any width. */
import { unitLabel } from "../format/index";
import { fitScale, pointScale, type Scale } from "./scale";
import { esc, frame, n, tag } from "./svg";
import { ellipsis } from "./text";
import { fontStack, pageTheme, type Theme } from "./theme";
import { type BarData, type BarMark, barWords, isPoint, shown, sideOf } from "./bar_words";
import { labelled, roundAxis } from "./marks";

export interface BarOptions {
  /** Prefix of ids; unique on the page. */
  id: string;
  /** Width in px to lay out for; when fluid, the narrowest the chart is shown at. Default 288. */
  width?: number;
  /** Positions in percent: the same text works at any greater width. Default true. */
  fluid?: boolean;
  theme?: Theme;
  /** Font size of labels in px; the height follows. Default 12 (height at most 110). */
  size?: number;
}
/** Room for an arrow at either end; the round numbers beyond add to it. */
const kAir = 0.05;

/** The bar as one SVG text. */
export function bar(input: BarData, options: BarOptions): string {
  const { data, unit } = shown(input);
  const { lang } = data;
  const theme = options.theme ?? pageTheme;
  const fluid = options.fluid ?? true;
  const width = Math.max(120, options.width ?? 288);
  const size = options.size ?? 12;
  const em = size / 12;
  const point = isPoint(data);
  const values = [data.p05, data.p95, ...data.marks.map((mark) => mark.value)];
  const wish = data.scale ?? "auto";
  const around = point ? pointScale(values, wish) : fitScale(values, wish, kAir);
  const { scale, ticks } = roundAxis(around, { unit, lang, width, size });
  const x = placer(scale, width, fluid);

  const own = data.marks.filter((mark) => mark.role !== "rival");
  const rivals = data.marks.filter((mark) => mark.role === "rival");
  const ownLabels = labelled(own, data, unit, scale, width, size, 2);
  const rivalLabels = labelled(rivals, data, unit, scale, width, size, 1);
  const topRows = ownLabels.length === 0 ? 0 : Math.max(...ownLabels.map((label) => label.row)) + 1;

  const line = 14 * em;
  const top = topRows * line + (topRows > 0 ? 5 * em : 2 * em);
  const thick = 18 * em;
  const base = top + thick + 4 * em;
  const tickText = base + (rivals.length > 0 ? 9 : 6) * em + size * 0.85;
  const rivalText = tickText + (rivals.length > 0 ? line : 0);
  const unitText = rivalText + line * 0.95;
  const height = Math.ceil(unitText + 3 * em);
  const font = { "font-size": size, "font-family": fluid ? null : fontStack(lang) };
  const out: string[] = [];

  // Axis.
  out.push(tag("line", { x1: x.pos(0), x2: x.pos(1), y1: base, y2: base, stroke: theme.rule, "stroke-width": em }));
  for (const tick of ticks) {
    out.push(
      tag("line", {
        x1: x.of(tick.value),
        x2: x.of(tick.value),
        y1: base,
        y2: base + 4 * em,
        stroke: theme.muted,
        "stroke-width": em,
      }),
    );
    out.push(
      tag(
        "text",
        {
          x: x.of(tick.value),
          dx: tick.shift === 0 ? null : tick.shift,
          y: tickText,
          "text-anchor": "middle",
          fill: theme.muted,
          ...font,
        },
        esc(tick.text),
      ),
    );
  }
  const name = unitLabel(unit, lang).text;
  if (name !== "")
    out.push(
      tag(
        "text",
        { x: x.pos(1), y: unitText, "text-anchor": "end", fill: theme.muted, ...font },
        esc(ellipsis(name, size, width)),
      ),
    );

  // Range.
  if (point) {
    out.push(
      tag("line", {
        class: "chart-point",
        x1: x.of(data.median),
        x2: x.of(data.median),
        y1: top,
        y2: base,
        stroke: theme.hue,
        "stroke-width": 6 * em,
      }),
    );
  } else {
    out.push(
      x.rect(data.p05, data.p95, {
        class: "chart-range",
        y: top,
        height: thick,
        fill: theme.range,
        stroke: theme.hue,
        "stroke-width": em,
      }),
    );
    out.push(x.rect(data.p25, data.p75, { class: "chart-core", y: top, height: thick, fill: theme.core }));
    out.push(
      tag("line", {
        class: "chart-median",
        x1: x.of(data.median),
        x2: x.of(data.median),
        y1: top,
        y2: top + thick,
        stroke: theme.hue,
        "stroke-width": 2 * em,
      }),
    );
  }

  // Other authors' figures: a triangle below the axis line.
  for (const mark of rivals) {
    out.push(
      x.at(
        mark.value,
        tag("path", {
          class: "chart-rival",
          d: `M0 ${n(base)}l${n(4 * em)} ${n(7 * em)}h${n(-8 * em)}z`,
          fill: theme.paper,
          stroke: theme.ink,
          "stroke-width": em,
        }),
      ),
    );
  }
  rivalLabels.forEach((label) => {
    out.push(
      tag(
        "text",
        {
          x: x.of(label.mark.value),
          dx: label.shift,
          y: rivalText,
          "text-anchor": "middle",
          fill: theme.ink,
          ...font,
        },
        esc(label.text),
      ),
    );
  });

  // Published figures: a line through the bar, a leader to the label, an arrow for "more than".
  const texts: string[] = [];
  for (const label of ownLabels) {
    const { mark } = label;
    const foot = (topRows - label.row) * line - 2 * em;
    const solid = mark.role === "article";
    if (!point)
      out.push(
        tag("line", {
          class: "chart-halo",
          x1: x.of(mark.value),
          x2: x.of(mark.value),
          y1: top - 2 * em,
          y2: base,
          stroke: theme.paper,
          "stroke-width": 4 * em,
        }),
      );
    out.push(
      tag("line", {
        class: `chart-mark chart-${mark.role}`,
        x1: x.of(mark.value),
        x2: x.of(mark.value),
        y1: foot,
        y2: base,
        stroke: theme.ink,
        "stroke-width": (solid ? 2 : 1.5) * em,
        "stroke-dasharray": solid ? null : `${n(3 * em)} ${n(2 * em)}`,
      }),
    );
    const arrow = arrowPath(mark, em);
    if (arrow)
      out.push(
        x.at(
          mark.value,
          tag("path", {
            class: "chart-arrow",
            d: `M0 ${n(top + thick / 2)}${arrow}`,
            fill: "none",
            stroke: theme.ink,
            "stroke-width": 1.5 * em,
            "stroke-linejoin": "round",
          }),
        ),
      );
    texts.push(
      tag(
        "text",
        {
          x: x.of(mark.value),
          dx: label.shift,
          y: foot - 3 * em,
          "text-anchor": "middle",
          fill: theme.ink,
          "font-weight": solid ? 600 : null,
          stroke: theme.paper,
          "stroke-width": 3 * em,
          "paint-order": "stroke",
          ...font,
        },
        esc(label.text),
      ),
    );
  }
  out.push(...texts);

  return frame(
    {
      id: options.id,
      title: data.title,
      desc: barWords(input),
      width,
      height,
      fluid,
      className: "chart chart-bar",
      lang,
    },
    out.join(""),
  );
}

/** The arrow that a half-open figure carries: to where its values lie. */
function arrowPath(mark: BarMark, em: number): string | null {
  const side = sideOf(mark);
  if (side === 0) return null;
  const shaft = 14 * em * side;
  const head = 4 * em;
  return `h${n(shaft)}m${n(-head * side)} ${n(-head)}l${n(head * side)} ${n(head)}l${n(-head * side)} ${n(head)}`;
}

interface Placer {
  /** Position of a share of the width. */
  pos(share: number): string;
  of(value: number): string;
  rect(from: number, to: number, values: Record<string, string | number | null>): string;
  /** Moves markup drawn around x = 0 to a value. */
  at(value: number, markup: string): string;
}

function placer(scale: Scale, width: number, fluid: boolean): Placer {
  const pos = (share: number): string => (fluid ? `${n(share * 100)}%` : n(share * width));
  const of = (value: number): string => pos(scale.at(value));
  return {
    pos,
    of,
    rect: (from, to, values) => {
      const a = scale.at(from);
      return tag("rect", { x: pos(a), width: pos(scale.at(to) - a), ...values });
    },
    at: (value, markup) =>
      fluid
        ? tag("svg", { x: of(value), overflow: "visible" }, markup)
        : tag("g", { transform: `translate(${of(value)})` }, markup),
  };
}
