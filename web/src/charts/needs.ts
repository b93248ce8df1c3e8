/** What an input would have to be, on its own track: a small pointer from above at each value that gives the figure, under
 * a thin bracket from where to where it moves as the other inputs do. It lies over the track's own marks (track.ts) and
 * stays clear of them: the author's lozenge and the slider's thumb are larger, readings are under the line. The line under
 * the input says the same in words, so the marks are nothing to those who do not see them; their strokes are the page's
 * (styles/inputs.css), because a page has many of them. */
import { makeScale } from "./scale";
import { n, tag } from "./svg";

export interface NeedsData {
  scale: "linear" | "log";
  /** Ends of the slider. */
  low: number;
  high: number;
  values: readonly { value: number; jump: boolean }[];
  span: { low: number; high: number } | null;
}

export function needs(data: NeedsData): string {
  const scale = makeScale(data.scale, data.low, data.high);
  const share = (value: number): number => Math.min(1, Math.max(0, scale.at(value)));
  const x = (value: number): string => `${n(share(value) * 100)}%`;
  const out: string[] = [];
  const { span } = data;
  if (span && share(span.high) > share(span.low)) {
    out.push(tag("line", { class: "need-span", x1: x(span.low), x2: x(span.high), y1: -2, y2: -2 }));
    for (const end of [span.low, span.high]) out.push(tag("line", { x1: x(end), x2: x(end), y1: -2, y2: 1.5 }));
  }
  for (const { value, jump } of data.values) {
    const beyond = value > data.high ? 1 : value < data.low ? -1 : 0;
    // A jump has two sides: its pointer is cut in two. Beyond the slider's end the pointer lies on its side.
    const path =
      beyond !== 0
        ? { class: "need-beyond", d: `M${-beyond} -4l${6 * beyond} 4l${-6 * beyond} 4z` }
        : jump
          ? { class: "need-jump", d: "M-1.5 -4.5h-4l4 8zM1.5 -4.5h4l-4 8z" }
          : { class: "need-value", d: "M-4.5 -4.5h9l-4.5 8z" };
    out.push(tag("svg", { x: x(value), overflow: "visible" }, tag("path", path)));
  }
  return tag("svg", { class: "chart", "aria-hidden": "true", width: "100%", height: 28 }, out.join(""));
}
