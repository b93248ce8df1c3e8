/** One input's track: the author's value, the sourced range, a tick for each reading, the reader's own value. Drawn
 * above or under a slider that runs from `low` to `high`. */
import { formatNumber, formatQuantity, formatRange, isChinese, type Lang, unitLabel } from "../format/index";
import { fill, messages } from "../messages/index";
import { makeScale } from "./scale";
import { esc, frame, n, safeId, tag } from "./svg";
import { pageTheme, type Theme } from "./theme";

export interface TrackData {
  lang: Lang;
  unit: string;
  /** Plain label of the input. */
  label: string;
  scale: "linear" | "log";
  /** Ends of the slider. */
  low: number;
  high: number;
  /** The value that is written beside the track: its ends are written in the same unit. */
  around: number;
  /** What the author said; `value` is not drawn where the author left it out or it is unknown. */
  author: { value: number; state: "stated" | "implied" | "omitted" | "unknown" } | null;
  /** 5–95 % of the scenario's value; null where it is one value or unknown. */
  sourced: { p05: number; p95: number; assumed: boolean } | null;
  /** Single values that sources give. */
  readings: readonly number[];
  /** The reader's value: one value, or an interval with its median. */
  yours: { value: number; p05: number; p95: number } | null;
}

export interface TrackOptions {
  id: string;
  width?: number;
  fluid?: boolean;
  theme?: Theme;
  /** Padding at both ends in px (a slider's half thumb), for pages that do not pad the element itself. Fixed size only. */
  inset?: number;
}

/** What the author said, in words. */
function authorWords(data: TrackData): string {
  const words = messages[data.lang];
  if (!data.author) return "\u2014";
  const { state, value } = data.author;
  if (state === "omitted" || state === "unknown") return words.state[state];
  return `${formatQuantity(value, data.unit, data.lang, { digits: 6 })}${isChinese(data.lang) ? `\uff08${words.state[state]}\uff09` : ` (${words.state[state]})`}`;
}

/** The track in words: its description. */
export function trackWords(data: TrackData): string {
  const { lang, unit } = data;
  const words = messages[lang];
  const sourced = data.sourced
    ? formatRange(data.sourced.p05, data.sourced.p95, unit, lang, { digits: 3 }) +
      (data.sourced.assumed
        ? `${isChinese(lang) ? "\uff08" : " ("}${words.input.assumed_short}${isChinese(lang) ? "\uff09" : ")"}`
        : "")
    : words.input.held;
  const yours = data.yours
    ? data.yours.p05 === data.yours.p95
      ? formatQuantity(data.yours.value, unit, lang, { digits: 6 })
      : formatRange(data.yours.p05, data.yours.p95, unit, lang, { digits: 3 })
    : "\u2014";
  return fill(words.input.track_desc, { label: data.label, author: authorWords(data), sourced, yours });
}

export function track(data: TrackData, options: TrackOptions): string {
  const theme = options.theme ?? pageTheme;
  const fluid = options.fluid ?? true;
  const width = options.width ?? 288;
  const inset = fluid ? 0 : (options.inset ?? 8);
  const height = 38; // of the marks 28, below them the ends
  const mid = 14;
  const scale = makeScale(data.scale, data.low, data.high);
  const clamp = (value: number): number => Math.min(1, Math.max(0, scale.at(value)));
  const pos = (share: number): string => (fluid ? `${n(share * 100)}%` : n(inset + share * (width - 2 * inset)));
  const length = (share: number): string => (fluid ? `${n(share * 100)}%` : n(share * (width - 2 * inset)));
  const at = (value: number, markup: string): string => {
    const x = pos(clamp(value));
    return fluid ? tag("svg", { x, overflow: "visible" }, markup) : tag("g", { transform: `translate(${x})` }, markup);
  };
  const id = safeId(options.id);
  const out: string[] = [];
  out.push(tag("line", { x1: pos(0), x2: pos(1), y1: mid, y2: mid, stroke: theme.rule, "stroke-width": 2 }));
  const { factor } = unitLabel(data.unit, data.lang, { around: data.around });
  for (const [share, end] of [data.low, data.high].entries()) {
    const look = { x: pos(share), y: mid + 20, "text-anchor": share === 0 ? "start" : "end", fill: theme.muted };
    const year = data.unit === "date";
    const text = year ? formatQuantity(end, "date", data.lang) : formatNumber(end * factor, data.lang, { digits: 3 });
    out.push(tag("text", { ...look, "font-size": 11, "aria-hidden": "true" }, esc(text)));
  }
  if (data.sourced) {
    const a = clamp(data.sourced.p05);
    const b = clamp(data.sourced.p95);
    if (data.sourced.assumed) {
      out.push(
        tag(
          "defs",
          {},
          tag(
            "pattern",
            {
              id: `${id}-h`,
              width: 6,
              height: 6,
              patternUnits: "userSpaceOnUse",
              patternTransform: "rotate(45)",
            },
            tag("rect", { width: 6, height: 6, fill: theme.paper }) +
              tag("line", { x1: 0, x2: 0, y1: 0, y2: 6, stroke: theme.muted, "stroke-width": 4 }),
          ),
        ),
      );
    }
    out.push(
      tag("rect", {
        class: data.sourced.assumed ? "track-assumed" : "track-sourced",
        x: pos(a),
        width: length(b - a),
        y: mid - 5,
        height: 10,
        rx: 2,
        fill: data.sourced.assumed ? `url(#${id}-h)` : theme.rule,
        stroke: theme.muted,
        "stroke-width": 1,
        "stroke-dasharray": data.sourced.assumed ? "3 2" : null,
      }),
    );
  }
  for (const reading of data.readings) {
    const past = beyond(reading, data, mid + 8, theme, 0);
    if (past !== "") {
      out.push(at(reading, past));
      continue;
    }
    const x = pos(clamp(reading));
    out.push(
      tag("line", {
        class: "track-reading",
        x1: x,
        x2: x,
        y1: mid + 5,
        y2: mid + 11,
        stroke: theme.ink,
        "stroke-width": 1.5,
      }),
    );
  }
  if (data.author && (data.author.state === "stated" || data.author.state === "implied")) {
    out.push(
      at(
        data.author.value,
        tag("path", {
          class: data.author.state === "implied" ? "track-implied" : "track-author",
          d: `M0 ${mid - 9}l9 9l-9 9l-9 -9z`,
          fill: theme.paper,
          stroke: theme.ink,
          "stroke-width": 1.5,
          "stroke-dasharray": data.author.state === "implied" ? "3 2" : null,
        }) + beyond(data.author.value, data, mid, theme),
      ),
    );
  }
  if (data.yours) {
    if (data.yours.p05 !== data.yours.p95) {
      out.push(
        tag("line", {
          class: "track-yours-span",
          x1: pos(clamp(data.yours.p05)),
          x2: pos(clamp(data.yours.p95)),
          y1: mid,
          y2: mid,
          stroke: theme.hue,
          "stroke-width": 4,
          "stroke-linecap": "round",
        }),
      );
    }
    out.push(
      at(
        data.yours.value,
        tag("circle", {
          class: "track-yours",
          cx: 0,
          cy: mid,
          r: 4.75,
          fill: theme.hue,
          stroke: theme.paper,
          "stroke-width": 1.5,
        }) + beyond(data.yours.value, data, mid, theme),
      ),
    );
  }
  return frame(
    {
      id: options.id,
      title: data.label,
      desc: trackWords(data),
      width,
      height,
      fluid,
      className: "chart chart-track",
      lang: data.lang,
    },
    out.join(""),
  );
}

/** A small arrow where a value lies beyond the slider's end. */
function beyond(value: number, data: TrackData, mid: number, theme: Theme, from = 9): string {
  if (value >= data.low && value <= data.high) return "";
  const side = value > data.high ? 1 : -1;
  return tag("path", {
    class: "track-beyond",
    d: `M${from * side} ${mid - 4}l${4 * side} 4l${-4 * side} 4`,
    fill: "none",
    stroke: theme.ink,
    "stroke-width": 1.5,
  });
}
