/** A result over a range of one input: the curve with the others at their middle values, the band as they move together,
 * the published figure as a line across, the present value as a line down. Curve and band are drawn in a box of 100 by 100
 * that is stretched to the page's width; everything with letters is placed in percent beside it. */
import { convert, formatQuantity, formatRange, isChinese, type Lang, unitLabel } from "../format/index";
import { roundAxis } from "./marks";
import { fitScale, makeScale } from "./scale";
import { esc, frame, n, tag } from "./svg";
import { ellipsis, textWidth } from "./text";
import { pageTheme, type Theme } from "./theme";

export interface SweepData {
  lang: Lang;
  title: string;
  /** Along the bottom. */
  input: { label: string; unit: string; scale: "linear" | "log"; now: number };
  /** Upwards; `show` is the unit readers know it by. */
  output: { label: string; unit: string; show?: string };
  points: readonly { value: number; central: number | null; low: number | null; high: number | null }[];
  /** The published figure, and what it is called. */
  figure: { value: number; label: string } | null;
  /** "now: 3,617 servers". */
  now: string;
}

const kWidth = 288;
const kSize = 12;
const kTall = 180;
const kNumbers = 48; // what the numbers of the axis take at the left
const kBold = 1.08;

interface Shown {
  points: { x: number; y: number | null; low: number | null; high: number | null }[];
  figure: number | null;
  unit: string;
}

function shown({ points, figure, output }: SweepData): Shown {
  const unit = output.show !== undefined && convert(1, output.unit, output.show) !== null ? output.show : output.unit;
  const to = (value: number | null): number | null =>
    value === null || !Number.isFinite(value) ? null : convert(value, output.unit, unit);
  return {
    unit,
    figure: figure ? to(figure.value) : null,
    points: points.map(({ value, central, low, high }) => ({
      x: value,
      y: to(central),
      low: to(low),
      high: to(high),
    })),
  };
}

export function sweepWords(data: SweepData): string {
  const { lang, input } = data;
  const { points, unit } = shown(data);
  const chinese = isChinese(lang);
  const known = points.filter((point) => point.y !== null);
  const at = (point: (typeof known)[number] | undefined): string =>
    point
      ? `${formatQuantity(point.x, input.unit, lang, { digits: 3 })} \u2192 ${formatQuantity(point.y ?? 0, unit, lang, { digits: 3 })}` +
        (point.low !== null && point.high !== null && point.low < point.high
          ? ` (${formatRange(point.low, point.high, unit, lang, { digits: 2 })})`
          : "")
      : "\u2014";
  const parts = [at(known[0]), at(known[Math.floor(known.length / 2)]), at(known.at(-1)), data.now];
  if (data.figure) parts.push(data.figure.label);
  return parts.join(chinese ? "\uff1b" : "; ");
}

/** Runs of points that have a value: where one has none the curve is broken. */
function runs<T>(points: readonly T[], has: (point: T) => boolean): T[][] {
  const out: T[][] = [[]];
  for (const point of points)
    if (has(point)) out.at(-1)?.push(point);
    else out.push([]);
  return out.filter((run) => run.length > 0);
}

export function sweep(data: SweepData, options: { id: string; theme?: Theme }): string {
  const theme = options.theme ?? pageTheme;
  const { lang, input } = data;
  const { points, figure, unit } = shown(data);
  const along = makeScale(input.scale, points[0]?.x ?? 0, points.at(-1)?.x ?? 1);
  const bottom = roundAxis(along, { unit: input.unit, lang, width: kWidth, size: kSize });
  const across = bottom.scale;
  const all = points.flatMap(({ y, low, high }) => [y, low, high]).filter((value) => value !== null);
  // A figure far beyond what the curve reaches would flatten it: then it is said, not drawn.
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const near = figure !== null && figure > least / 20 && figure < most * 20 ? figure : null;
  const reach = fitScale([...all, ...(near === null ? [] : [near])], "auto", 0.03);
  const left = roundAxis(reach, { unit, lang, width: kTall, size: kSize });
  const up = left.scale;
  const top = 24;
  const base = top + kTall;
  const x = (value: number): number => Math.min(1, Math.max(0, across.at(value))) * 100;
  const y = (value: number): number => (1 - Math.min(1, Math.max(0, up.at(value)))) * 100;
  const px = (value: number): number => top + (y(value) / 100) * kTall;
  const curve: string[] = [];
  for (const run of runs(points, ({ low, high }) => low !== null && high !== null)) {
    const lower = run.map((point) => `${n(x(point.x))},${n(y(point.low as number))}`);
    const upper = run.map((point) => `${n(x(point.x))},${n(y(point.high as number))}`).reverse();
    curve.push(tag("polygon", { class: "sweep-band", points: [...lower, ...upper].join(" "), fill: theme.range }));
  }
  const line = { fill: "none", stroke: theme.hue, "stroke-width": 2, "vector-effect": "non-scaling-stroke" };
  for (const run of runs(points, (point) => point.y !== null))
    curve.push(
      tag("polyline", {
        class: "sweep-line",
        points: run.map((point) => `${n(x(point.x))},${n(y(point.y as number))}`).join(" "),
        ...line,
      }),
    );
  const now = `${n(x(input.now))}%`;
  const out: string[] = [
    tag(
      "svg",
      { x: 0, y: top, width: "100%", height: kTall, viewBox: "0 0 100 100", preserveAspectRatio: "none" },
      curve.join(""),
    ),
    tag("line", { class: "sweep-now", x1: now, x2: now, y1: top, y2: base, stroke: theme.ink, "stroke-width": 1 }),
  ];
  const text = (content: string, at: Record<string, string | number | null>): string =>
    tag(
      "text",
      {
        "font-size": kSize,
        fill: theme.muted,
        stroke: theme.paper,
        "stroke-width": 3,
        "paint-order": "stroke",
        ...at,
      },
      esc(content),
    );
  // The axis upwards: numbers on their lines, inside at the left.
  const { text: unitText } = unitLabel(unit, lang);
  out.push(text(ellipsis(unitText || data.output.label, kSize, kWidth), { x: 0, y: 12 }));
  for (const tick of left.ticks) {
    const at = px(tick.value);
    out.push(tag("line", { x1: 0, x2: "100%", y1: at, y2: at, stroke: theme.rule, "stroke-width": 1 }));
    out.push(text(tick.text, { x: 0, y: at - 3 }));
  }
  out.push(tag("line", { x1: 0, x2: "100%", y1: base, y2: base, stroke: theme.muted, "stroke-width": 1 }));
  for (const tick of bottom.ticks) {
    const at = `${n(x(tick.value))}%`;
    out.push(tag("line", { x1: at, x2: at, y1: base, y2: base + 4, stroke: theme.muted, "stroke-width": 1 }));
    out.push(
      text(tick.text, { x: at, dx: tick.shift === 0 ? null : tick.shift, y: base + 17, "text-anchor": "middle" }),
    );
  }
  const below = unitLabel(input.unit, lang).text;
  // A label that is the unit's own noun says it once: "Servers", not "Servers (servers)".
  const told = below === "" || input.unit === "date" || input.label.toLowerCase().includes(below.toLowerCase());
  const name = told ? input.label : `${input.label} (${below})`;
  out.push(text(ellipsis(name, kSize, kWidth), { x: "100%", y: base + 33, "text-anchor": "end" }));
  if (near !== null && data.figure) {
    const at = px(near);
    out.push(
      tag("line", {
        class: "sweep-figure",
        x1: 0,
        x2: "100%",
        y1: at,
        y2: at,
        stroke: theme.ink,
        "stroke-width": 1.5,
        "stroke-dasharray": "5 3",
      }),
    );
    const label = ellipsis(data.figure.label, kSize, kWidth - 60);
    // At the end that the line of the present value leaves free; numbers of the axis stand at the left.
    const free = (x(input.now) / 100) * kWidth < kWidth - textWidth(label, kSize) * kBold - 6;
    const place: Record<string, string | number> = free ? { x: "100%", "text-anchor": "end" } : { x: kNumbers };
    out.push(text(label, { ...place, y: at - 4, fill: theme.ink, "font-weight": 600 }));
  }
  out.push(tag("circle", { cx: now, cy: base, r: 5, fill: theme.hue, stroke: theme.paper, "stroke-width": 1.5 }));
  return frame(
    {
      id: options.id,
      title: data.title,
      desc: sweepWords(data),
      width: kWidth,
      height: base + 38,
      fluid: true,
      className: "chart chart-sweep",
      lang,
    },
    out.join(""),
  );
}
