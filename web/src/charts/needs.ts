/** What an input would have to be, on its own track: a small pointer from above at each value that gives the figure, under
 * a thin bracket from where to where it moves as the other inputs do. It lies over the track's own marks (track.ts) and
 * stays clear of them: the author's lozenge and the slider's thumb are larger, readings are under the line. */
import { makeScale } from "./scale";
import { frame, n, tag } from "./svg";
import { pageTheme } from "./theme";

export interface NeedsData {
  lang: string;
  title: string;
  /** What the marks say, in words. */
  words: string;
  scale: "linear" | "log";
  /** Ends of the slider. */
  low: number;
  high: number;
  values: readonly { value: number; jump: boolean }[];
  span: { low: number; high: number } | null;
}

const kHeight = 28; // as a track

export function needs(data: NeedsData, options: { id: string }): string {
  const { ink, paper } = pageTheme;
  const scale = makeScale(data.scale, data.low, data.high);
  const share = (value: number): number => Math.min(1, Math.max(0, scale.at(value)));
  const x = (value: number): string => `${n(share(value) * 100)}%`;
  const at = (value: number, path: Record<string, string | number>): string =>
    tag("svg", { x: x(value), overflow: "visible" }, tag("path", { stroke: ink, "stroke-width": 1.25, ...path }));
  const out: string[] = [];
  const { span } = data;
  if (span && share(span.high) > share(span.low)) {
    const line = { stroke: ink, "stroke-width": 1.25 };
    out.push(tag("line", { class: "need-span", x1: x(span.low), x2: x(span.high), y1: -2, y2: -2, ...line }));
    for (const end of [span.low, span.high])
      out.push(tag("line", { x1: x(end), x2: x(end), y1: -2, y2: 1.5, ...line }));
  }
  for (const { value, jump } of data.values) {
    const beyond = value > data.high ? 1 : value < data.low ? -1 : 0;
    // A jump has two sides: its pointer is cut in two. Beyond the slider's end the pointer lies on its side.
    const path =
      beyond !== 0
        ? { class: "need-beyond", d: `M${-beyond} -4l${6 * beyond} 4l${-6 * beyond} 4z`, fill: paper }
        : jump
          ? { class: "need-jump", d: "M-1.5 -4.5h-4l4 8zM1.5 -4.5h4l-4 8z", fill: paper }
          : { class: "need-value", d: "M-4.5 -4.5h9l-4.5 8z", fill: paper };
    out.push(at(value, path));
  }
  return frame(
    {
      id: options.id,
      title: data.title,
      desc: data.words,
      width: 288,
      height: kHeight,
      fluid: true,
      className: "chart chart-needs",
      lang: data.lang,
    },
    out.join(""),
  );
}
