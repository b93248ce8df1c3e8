/** A built page, piece by piece, with the elements around each: enough of HTML for pages that the build wrote and
 * html-validate has passed. What scripts, styles and comments hold is none of it. */

const kVoid = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const kPiece = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;

export interface Visit<T> {
  /** An element begins; what is given back stands for it while it is open. */
  element(name: string, attributes: string, around: readonly T[]): T;
  text?(text: string, around: readonly T[]): void;
}

export function walk<T>(html: string, visit: Visit<T>): void {
  const page = html.replace(/<(script|style)[\s>][\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  const names: string[] = [];
  const around: T[] = [];
  for (const [, close, name = "", attributes = "", empty, text] of page.matchAll(kPiece)) {
    if (text !== undefined) {
      visit.text?.(text, around);
    } else if (close) {
      const at = names.lastIndexOf(name);
      if (at >= 0) names.length = around.length = at;
    } else {
      const element = visit.element(name, attributes, around);
      if (empty || kVoid.test(name)) continue;
      names.push(name);
      around.push(element);
    }
  }
}
