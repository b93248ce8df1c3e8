/** A name at the left and its figure at the right: on one line where they fit at the narrowest width, else the name on
 * two lines with the figure at the end of the second, or under it. */
import { esc, tag } from "./svg";
import { ellipsis, textWidth, wrap } from "./text";

const kLines = 2;

export interface Named {
  left: string;
  right: string;
  size: number;
  bold?: boolean;
  fill: string;
  /** Drawn behind the letters, where lines cross them. */
  halo?: string;
}

/** @param top upper edge, px  @param width the narrowest width, px */
export function named(named: Named, top: number, width: number): { markup: string; height: number } {
  const { left, right, size, fill, halo } = named;
  const all = wrap(left, size, width, named.bold);
  const lines = all.slice(0, kLines);
  if (all.length > kLines) lines[kLines - 1] = ellipsis(all.slice(kLines - 1).join(" "), size, width, named.bold);
  const used = textWidth(lines.at(-1) ?? "", size, named.bold);
  if (right !== "" && used + textWidth(right, size, true) + 10 > width) lines.push("");
  const step = size + 4;
  const font = {
    "font-size": size,
    fill,
    ...(halo === undefined ? {} : { stroke: halo, "stroke-width": 4, "paint-order": "stroke" }),
  };
  const y = (i: number): number => top + i * step + size;
  const texts = lines.flatMap((line, i) =>
    line === "" ? [] : [tag("text", { x: 0, y: y(i), "font-weight": named.bold ? 600 : null, ...font }, esc(line))],
  );
  if (right !== "")
    texts.push(
      tag("text", { x: "100%", y: y(lines.length - 1), "text-anchor": "end", "font-weight": 600, ...font }, esc(right)),
    );
  return { markup: texts.join(""), height: lines.length * step };
}
