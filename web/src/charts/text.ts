/** Widths and line breaks of text without a browser: estimates that err on the wide side. */

/** Advance of one character in em. Full-width ones take one em; Latin ones follow a wide sans serif. */
function advance(c: string): number {
  const code = c.codePointAt(0) as number;
  if (
    code >= 0x1100 &&
    (code <= 0x115f ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      code >= 0x20000)
  )
    return 1;
  if (/[\u2018\u2019\u201c\u201d\u2026\u2014]/.test(c)) return c === "\u2026" || c === "\u2014" ? 1 : 0.5;
  if (/[iljtfI.,:;'|!\u00b7]/.test(c)) return 0.34;
  if (/[mwMW%@]/.test(c)) return 0.93;
  if (/[\u00d7\u2192\u2212\u2248\u00b1+=<>~]/.test(c)) return 0.84;
  if (/[A-Z\u25c7\u25cf]/.test(c)) return 0.72;
  if (c === " ") return 0.3;
  if (/[()[\]\-/]/.test(c)) return 0.42;
  if (/[\u2070-\u209f\u00b2\u00b3\u00b9]/.test(c)) return 0.42;
  return /\d/.test(c) ? 0.64 : 0.6;
}

/** How much wider letters are in bold, at most; full-width characters are not. */
const kBold = 1.13;

/** Estimated width in px at `size` px. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const c of text) sum += bold && advance(c) < 1 ? advance(c) * kBold : advance(c);
  return sum * size;
}

/** Shortens with an ellipsis until it fits. */
export function ellipsis(text: string, size: number, width: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const chars = [...text];
  while (chars.length > 1 && textWidth(`${chars.join("").trimEnd()}\u2026`, size, bold) > width) chars.pop();
  return `${chars.join("").trimEnd()}\u2026`;
}

const kNoStart =
  /^[\u3001\u3002\uff0c\uff1b\uff1a\uff1f\uff01\uff09\u300d\u300f\u300b\u3011\u201d\u2019\u2026)\],.;:!?%]/;
const kNoEnd = /[\uff08\u300c\u300e\u300a\u3010\u201c\u2018([]$/;
const kWide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/;

/** Pieces between which a line may break: Latin words with their space, single Chinese characters; a closing mark
 * clings to what is before it, an opening one to what follows, a number to its unit of ten thousands. */
export function pieces(text: string): string[] {
  const raw =
    text.match(/[^\S\n]+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+/g) ??
    [];
  const out: string[] = [];
  for (const piece of raw) {
    const last = out[out.length - 1];
    if (last === undefined) out.push(piece);
    else if (/^\s+$/.test(piece)) out[out.length - 1] = last + piece;
    else if (kNoStart.test(piece) || kNoEnd.test(last.trimEnd()) || bindsToNumber(last, piece))
      out[out.length - 1] = last + piece;
    else out.push(piece);
  }
  return out;
}

/** "40 万", "50 度", "CO₂e": a number keeps the character that says what it counts. */
function bindsToNumber(before: string, piece: string): boolean {
  if (/[\u4e07\u842c\u4ebf\u5104]$/.test(before) && /^[\u2013\u5ea6]/.test(piece)) return true;
  return /[0-9]\s?$/.test(before) && /^[\u4e07\u842c\u4ebf\u5104\u5ea6\u500d\u53f0\u6236\u6237\u5e74]/.test(piece);
}

/** Breaks text into lines no wider than `width` px; a piece that is wider by itself is cut. */
export function wrap(text: string, size: number, width: number, bold = false): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const piece of pieces(paragraph)) {
      if (textWidth((line + piece).trimEnd(), size, bold) <= width) {
        line += piece;
        continue;
      }
      if (line.trim() !== "") lines.push(line.trim());
      line = "";
      for (const c of piece) {
        if (textWidth((line + c).trimEnd(), size, bold) > width && line !== "") {
          lines.push(line.trim());
          line = "";
        }
        line += c;
      }
    }
    lines.push(line.trim());
  }
  return lines.filter((line, i) => line !== "" || i === 0);
}

export function hasWide(text: string): boolean {
  return kWide.test(text);
}
