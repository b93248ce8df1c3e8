/** Chinese on a page in English that nothing marks as such: a voice would spell it out, a browser draw it in any font. */

const kHan = /[\u3400-\u9fff]/;
const kVoid = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const kPiece = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;

/** What of the body is spoken in the page's English though it is Chinese: texts, and names that elements are given. */
export function unmarked(html: string): string[] {
  const body = html.slice(html.indexOf("<body")).replace(/<(script|style)[\s>][\s\S]*?<\/\1>/g, "");
  const open: { name: string; chinese: boolean }[] = [];
  const found: string[] = [];
  for (const [, close, name = "", attributes = "", empty, text] of body.matchAll(kPiece)) {
    const around = open.at(-1)?.chinese ?? false;
    if (text !== undefined) {
      if (kHan.test(text) && !around) found.push(text.trim());
      continue;
    }
    if (close) {
      const at = open.map((one) => one.name).lastIndexOf(name);
      if (at >= 0) open.length = at;
      continue;
    }
    const lang = /\slang="([^"]*)"/.exec(attributes)?.[1];
    const chinese = lang === undefined ? around : lang.startsWith("zh");
    for (const [, said = ""] of attributes.matchAll(/\s(?:aria-label|title|alt)="([^"]*)"/g))
      if (kHan.test(said) && !chinese) found.push(said);
    if (!empty && !kVoid.test(name)) open.push({ name, chinese });
  }
  return found;
}
