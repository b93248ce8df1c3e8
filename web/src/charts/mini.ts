/** A range and the published figures in one line, for lists: no axis, no labels, no name of its own. What it shows is said
 * in the words beside it, so it is nothing to those who do not see it. */
import { type BarData, isPoint, shown, sideOf } from "./bar_words";
import { fitScale, pointScale } from "./scale";
import { n, tag } from "./svg";
import { pageTheme } from "./theme";

const kHeight = 20;

export function mini(input: BarData): string {
  const { data } = shown(input);
  const point = isPoint(data);
  const marks = data.marks.filter((mark) => mark.role !== "rival");
  const values = [data.p05, data.p95, ...marks.map((mark) => mark.value)];
  const wish = data.scale ?? "auto";
  const scale = point ? pointScale(values, wish) : fitScale(values, wish);
  const x = (value: number): string => `${n(scale.at(value) * 100)}%`;
  const box = (name: string, from: number, to: number, fill: string, stroke: string | null) =>
    tag("rect", {
      class: name,
      x: x(from),
      width: `${n((scale.at(to) - scale.at(from)) * 100)}%`,
      y: 4,
      height: 12,
      fill,
      stroke,
    });
  const line = (value: number, width: number, stroke: string, more: Record<string, string | number> = {}) =>
    tag("line", { x1: x(value), x2: x(value), y1: 0, y2: kHeight, stroke, "stroke-width": width, ...more });
  const { hue, core, range, rule, ink, paper } = pageTheme;
  const parts = [tag("line", { x1: 0, x2: "100%", y1: 10, y2: 10, stroke: rule })];
  if (point) parts.push(line(data.median, 5, hue, { class: "chart-point", y1: 4, y2: 16 }));
  else
    parts.push(box("chart-range", data.p05, data.p95, range, hue), box("chart-core", data.p25, data.p75, core, null));
  for (const mark of marks) {
    if (!point) parts.push(line(mark.value, 4, paper));
    const dash: Record<string, string> = mark.role === "article" ? {} : { "stroke-dasharray": "3 2" };
    parts.push(line(mark.value, 2, ink, { class: `chart-${mark.role}`, ...dash }));
    const side = sideOf(mark);
    if (side !== 0)
      parts.push(
        tag(
          "svg",
          { x: x(mark.value), overflow: "visible" },
          tag("path", {
            class: "chart-arrow",
            d: `M0 2h${9 * side}m${-3 * side} -2l${3 * side} 2l${-3 * side} 2`,
            fill: "none",
            stroke: ink,
          }),
        ),
      );
  }
  return tag("svg", { class: "chart mini", "aria-hidden": "true", width: "100%", height: kHeight }, parts.join(""));
}
