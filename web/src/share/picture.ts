/** The shared picture: claim, sentence, bar and scope, with date, link and QR code inside it, so that it stays
 * traceable where links are cut off. One SVG text; the build turns it into a card, the browser into a PNG. */
import type { Lang } from "../engine/types";
import { qrPath } from "./qr";
import { wrap } from "./wrap";

export interface Picture {
  lang: Lang;
  kicker: string;
  title: string;
  sentence: string;
  scope: string;
  bar: string; // an SVG element drawn for `kBarWidth` x `kBarHeight`
  mark: string; // "Changed from the published settings", or ""
  date: string;
  link: string; // full address, or "" where none is known
}

export const kWidth = 1200;
export const kHeight = 630;
export const kBarWidth = 1080;
export const kBarHeight = 150;

const kFonts: Record<Lang, string> = {
  en: "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Helvetica Neue', Arial, sans-serif",
  "zh-Hans": "'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', sans-serif",
  "zh-Hant": "'PingFang TC', 'Noto Sans CJK TC', 'Noto Sans TC', 'Microsoft JhengHei', sans-serif",
};

const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c);

interface Style {
  size: number;
  leading: number;
  weight?: number;
  fill: string;
  italic?: boolean;
}

function lines(all: string[], x: number, y: number, style: Style): string {
  const extra = `${style.weight ? ` font-weight="${style.weight}"` : ""}${style.italic ? ' font-style="italic"' : ""}`;
  return all
    .map(
      (line, i) =>
        `<text x="${x}" y="${y + i * style.leading}" font-size="${style.size}" fill="${style.fill}"${extra}>${escapeXml(line)}</text>`,
    )
    .join("");
}

const kInk = "#1d2529";
const kQuiet = "#56626a";
const kAccent = "#1f5f8b";

export function pictureSvg(picture: Picture): string {
  const left = 60;
  const inner = kWidth - 2 * left;
  const chinese = picture.lang !== "en";
  const title = wrap(picture.title, inner / 44, 2);
  const titleTop = 118;
  const sentenceTop = titleTop + title.length * 54 + 6;
  const sentence = wrap(picture.sentence, inner / 25, title.length > 1 ? 4 : 5);
  const barTop = 400 - (chinese ? 8 : 0);
  const qr = picture.link ? qrPath(picture.link) : null;
  const qrSide = 104;
  const footWidth = (inner - (qr ? qrSide + 24 : 0)) / 20;
  const scope = wrap(picture.scope, footWidth, 2);
  const foot = [picture.date, picture.link.replace(/^https?:\/\//, "")].filter(Boolean).join(" \u00b7 ");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${kWidth}" height="${kHeight}" viewBox="0 0 ${kWidth} ${kHeight}" font-family="${kFonts[picture.lang]}">
<rect width="${kWidth}" height="${kHeight}" fill="#ffffff"/><rect width="${kWidth}" height="8" fill="${kAccent}"/>
${lines([picture.kicker], left, 60, { size: 22, leading: 28, fill: kQuiet })}
<text x="${kWidth - left}" y="60" font-size="22" font-weight="700" fill="${kAccent}" text-anchor="end">Footing</text>
${lines(title, left, titleTop, { size: 44, leading: 54, weight: 700, fill: kInk })}
${lines(sentence, left, sentenceTop, { size: 25, leading: 37, fill: kInk })}
${placed(picture.bar, left, barTop)}
${lines(scope, left, 562 - (scope.length - 1) * 26, { size: 19, leading: 26, fill: kQuiet, italic: !chinese })}
${lines([foot], left, 600, { size: 17, leading: 22, fill: kQuiet })}
${picture.mark ? `<text x="${kWidth - left - 150}" y="60" font-size="20" font-weight="700" fill="#8a4b00" text-anchor="end">${escapeXml(picture.mark)}</text>` : ""}
${qr ? `<g transform="translate(${kWidth - left - qrSide} ${kHeight - qrSide - 16}) scale(${qrSide / qr.size})"><rect width="${qr.size}" height="${qr.size}" fill="#fff"/><path d="${qr.path}" fill="#000"/></g>` : ""}
</svg>`;
}

/** Sets a chart into the picture at a place. */
function placed(svg: string, x: number, y: number): string {
  return svg.replace(/^<svg\b/, `<svg x="${x}" y="${y}"`);
}
