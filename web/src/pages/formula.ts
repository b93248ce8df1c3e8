/** A formula for readers: its names replaced by words, or by values with their units, and typographic signs. */

export type Token =
  { kind: "name"; text: string } | { kind: "unit"; text: string } | { kind: "number" | "sign" | "word"; text: string };

const kPattern =
  /\s*(?:([A-Za-z_][A-Za-z0-9_]*)|(\d+(?:\.\d+)?(?:e[-+]?\d+)?)|\[([^\]]*)\]|(<=|>=|==|!=|&&|\|\||[-+*/^(),<>?:]))/gy;
const kSigns: Record<string, string> = {
  "*": "\u00d7",
  "/": "\u00f7",
  "-": "\u2212",
  "<=": "\u2264",
  ">=": "\u2265",
};

/** Splits a formula. Names followed by a bracket are functions, kept as words, except `widen`, which only drops a
 * kind: it and its second argument are left out. */
export function tokens(formula: string): Token[] {
  const found: Token[] = [];
  kPattern.lastIndex = 0;
  for (let match = kPattern.exec(formula); match; match = kPattern.exec(formula)) {
    const [, name, number, unit, sign] = match;
    if (name !== undefined) {
      const call = /^\s*\(/.test(formula.slice(kPattern.lastIndex));
      found.push({ kind: call || name === "if" ? "word" : "name", text: name });
    } else if (number !== undefined) found.push({ kind: "number", text: number });
    else if (unit !== undefined) found.push({ kind: "unit", text: unit });
    else if (sign !== undefined) found.push({ kind: "sign", text: sign });
  }
  return withoutWiden(found);
}

function withoutWiden(all: Token[]): Token[] {
  const at = all.findIndex((token) => token.kind === "word" && token.text === "widen");
  if (at < 0) return all;
  let depth = 0;
  let comma = -1;
  let end = at + 1;
  for (; end < all.length; ++end) {
    const text = all[end]?.text;
    if (text === "(") ++depth;
    if (text === "," && depth === 1) comma = end;
    if (text === ")" && --depth === 0) break;
  }
  const inner = all.slice(at + 2, comma < 0 ? end : comma);
  const simple = inner.length === 1;
  const kept: Token[] = simple ? inner : [{ kind: "sign", text: "(" }, ...inner, { kind: "sign", text: ")" }];
  return withoutWiden([...all.slice(0, at), ...kept, ...all.slice(end + 1)]);
}

/** The units whose kinds a formula drops: `widen(x, kWh)` gives "kWh". */
export function widened(formula: string): string[] {
  return [...formula.matchAll(/\bwiden\s*\([^()]*(?:\([^()]*\)[^()]*)*,\s*\[?([A-Za-z0-9_%]+)\]?\s*\)/g)].map(
    (match) => match[1] ?? "",
  );
}

/** The name a formula consists of, where it is nothing but a name. */
export function soleName(formula: string): string | null {
  const all = tokens(formula);
  return all.length === 1 && all[0]?.kind === "name" ? all[0].text : null;
}

/** One line of text; `name` gives what stands for a name, `unit` how a unit literal reads, behind a single one or several. */
export function readFormula(
  formula: string,
  name: (id: string) => string,
  unit: (text: string, one: boolean) => string,
): string {
  const all = tokens(formula);
  let out = "";
  for (const [i, token] of all.entries()) {
    if (token.kind === "name") out += name(token.text);
    else if (token.kind === "unit")
      out += token.text === "1" ? "" : `\u00a0${unit(token.text, all[i - 1]?.text === "1")}`;
    else if (token.kind === "sign") {
      const sign = kSigns[token.text] ?? token.text;
      if (sign === "(") out += sign;
      else if (sign === ")") out += sign;
      else if (sign === ",") out += ", ";
      else if (sign === "^") out += sign;
      else out += ` ${sign} `;
    } else out += token.text;
  }
  return out.replace(/ {2,}/g, " ").trim();
}
