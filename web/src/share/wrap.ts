/** Breaks text into lines by estimated widths: a picture has no layout engine, and must look alike everywhere. */

const kWide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]/;
const kNoStart = /^[\uff0c\u3002\uff1b\uff1a\uff1f\uff01\uff09\u300d\u300f\u300b\u3001\u201d,.;:?!)%\u2013-]/;

/** Width of a text in ems, a little on the wide side. */
export function emWidth(text: string): number {
  let width = 0;
  for (const c of text) {
    if (kWide.test(c)) width += 1;
    else if (/[ .,;:'!|il()[\]]/.test(c)) width += 0.32;
    else if (/[A-ZmwMW@%\u2013\u2014\u00d7=]/.test(c)) width += 0.74;
    else width += 0.58;
  }
  return width;
}

/** Lines of at most `width` ems, at most `most` of them; what is cut ends in an ellipsis. */
export function wrap(text: string, width: number, most: number): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\u201c]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\u201c]+\s*|\s+/g) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && emWidth((line + piece).trimEnd()) > width && !kNoStart.test(piece)) {
      lines.push(line.trim());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trim() !== "") lines.push(line.trim());
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? "";
  return [...lines.slice(0, most - 1), `${last.slice(0, -1)}\u2026`];
}
