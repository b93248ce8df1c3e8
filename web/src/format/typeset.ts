/** Punctuation of Chinese text. Data and code may be typed with ASCII marks; readers of Chinese get
 * full-width ones wherever a mark stands in Chinese text, and a thin convention of one space between
 * Chinese characters and Latin letters or digits is kept as written. */
import { isChinese, type Lang } from "./lang";

const kWide: Record<string, string> = {
  ",": "\uff0c",
  ";": "\uff1b",
  ":": "\uff1a",
  "?": "\uff1f",
  "!": "\uff01",
  "(": "\uff08",
  ")": "\uff09",
};

const kHan = "\\u3400-\\u9fff\\uf900-\\ufaff";
const kMark = "\\u3001\\u3002\\u300a-\\u3011\\u201c\\u201d\\uff01\\uff08\\uff09\\uff0c\\uff1a\\uff1b\\uff1f";
const kIsHan = new RegExp(`[${kHan}${kMark}]`);

/** Text as it should be printed in this language. Idempotent; English is returned as it is. Marks inside
 * addresses, numbers ("3,617") and Latin passages stay ASCII. */
export function typeset(text: string, lang: Lang): string {
  if (!isChinese(lang)) return text;
  // A mark made wide can make its neighbour wide; marks are finite, so this ends.
  let before = text;
  for (;;) {
    const after = pass(before);
    if (after === before) return after;
    before = after;
  }
}

function pass(text: string): string {
  const chars = [...text];
  const out = [...chars];
  const open: { at: number; wide: boolean }[] = [];
  for (let i = 0; i < chars.length; ++i) {
    const c = chars[i] as string;
    if (c === "(" || c === "\uff08") {
      open.push({ at: i, wide: c === "\uff08" || bracketIsWide(chars, i) });
    } else if (c === ")" || c === "\uff09") {
      const start = open.pop();
      if (!start) continue;
      if (start.wide || c === "\uff09") {
        out[start.at] = "\uff08";
        out[i] = "\uff09";
      }
    } else if (c in kWide && markIsWide(chars, out, i)) {
      out[i] = kWide[c] as string;
    }
  }
  // A full-width mark carries its own space, and between Chinese characters stands none.
  return out
    .join("")
    .replace(/ *([\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff01\u3002\u3001]) */g, "$1")
    .replace(/(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])/g, "");
}

function isHan(c: string | undefined): boolean {
  return c !== undefined && kIsHan.test(c);
}

/** The nearest character that is not a space. */
function neighbour(chars: readonly string[], from: number, step: -1 | 1): string | undefined {
  let i = from + step;
  while (chars[i] === " ") i += step;
  return chars[i];
}

function markIsWide(chars: readonly string[], done: readonly string[], i: number): boolean {
  const before = neighbour(chars, i, -1);
  const after = neighbour(chars, i, 1);
  if (/\d/.test(before ?? "") && /\d/.test(chars[i + 1] ?? "")) return false;
  if (chars[i] === ":" && chars[i + 1] === "/") return false;
  return isHan(before) || isHan(after) || done[i - 1] === "\uff09";
}

function bracketIsWide(chars: readonly string[], i: number): boolean {
  if (isHan(neighbour(chars, i, -1))) return true;
  let depth = 0;
  for (let j = i; j < chars.length; ++j) {
    if (chars[j] === "(") ++depth;
    if (chars[j] === ")" && --depth === 0) return isHan(neighbour(chars, j, 1));
    if (j > i && isHan(chars[j])) return true;
  }
  return false;
}
