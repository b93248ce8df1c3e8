/** A list of shares, the largest first: a name over each bar, its share at the end of the line. The bar of all lies behind
 * it as an outline, so that its length is read against the whole. */
import { isChinese, type Lang } from "../format/index";
import { esc, frame, tag } from "./svg";
import { ellipsis, textWidth } from "./text";
import { pageTheme, type Theme } from "./theme";

export interface RankingData {
  lang: Lang;
  /** Name of what is drawn; becomes the SVG's title. */
  title: string;
  /** `share` of the whole, 0 to 1; `text` is how it is written. */
  rows: readonly { label: string; share: number; text: string }[];
}

const kWidth = 288; // the narrowest it is shown at
const kRow = 36;
const kSize = 13;

export function rankingWords({ lang, rows }: RankingData): string {
  const chinese = isChinese(lang);
  return rows.map(({ label, text }) => `${label}${chinese ? "\uff1a" : ": "}${text}`).join(chinese ? "\uff1b" : "; ");
}

export function ranking(data: RankingData, options: { id: string; theme?: Theme }): string {
  const theme = options.theme ?? pageTheme;
  const out: string[] = [];
  data.rows.forEach(({ label, share, text }, i) => {
    const top = i * kRow;
    const font = { y: top + 14, "font-size": kSize, fill: theme.ink };
    const room = kWidth - textWidth(text, kSize) * 1.1 - 12;
    out.push(tag("text", { x: 0, ...font }, `${esc(ellipsis(label, kSize, room))}<title>${esc(label)}</title>`));
    out.push(tag("text", { x: "100%", "text-anchor": "end", "font-weight": 600, ...font }, esc(text)));
    const bar = { x: 0, y: top + 20, height: 9 };
    const width = `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;
    out.push(tag("rect", { ...bar, width: "100%", fill: "none", stroke: theme.rule, "stroke-width": 1 }));
    out.push(tag("rect", { class: "ranking-bar", ...bar, width, fill: theme.core, stroke: theme.hue }));
  });
  return frame(
    {
      id: options.id,
      title: data.title,
      desc: rankingWords(data),
      width: kWidth,
      height: data.rows.length * kRow,
      fluid: true,
      className: "chart chart-ranking",
      lang: data.lang,
    },
    out.join(""),
  );
}
