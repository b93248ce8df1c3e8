/** A page is in one language, and its script carries the words of that one. What differs by language is written with few
 * forms (below); in the script of one language each is replaced by what it gives there, and the bundler then drops what
 * nobody can reach. Nothing else changes: a test compares what the browser prints with what the build printed. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Modules that hold the words of one language: path below src/ -> its language, the name it exports, and what stands
 * in for it elsewhere (null: the words of the language that is there). */
const kWords = {
  "messages/en.ts": { lang: "en", name: "en", instead: null },
  "messages/zh-hans.ts": { lang: "zh-Hans", name: "zhHans", instead: null },
  "messages/zh-hant.ts": { lang: "zh-Hant", name: "zhHant", instead: null },
  "sentences/phrases_en.ts": { lang: /^en$/, name: "phrasesEn", instead: "null" },
  "sentences/phrases_zh.ts": { lang: /^zh/, name: "phrasesZh", instead: "() => null" },
  "sentences/kinds_en.ts": { lang: /^en$/, name: "kindsEn", instead: "null" },
  "sentences/kinds_zh.ts": { lang: /^zh/, name: "kindsZh", instead: "() => null" },
};

const matches = (own, lang) => (own instanceof RegExp ? own.test(lang) : own === lang);
const kLangs = ["en", "zh-Hans", "zh-Hant"];

/** Tables of words of which a module that comes later has a copy of its own, with the words that such modules name. */
const kTables = ["messages/index.ts", "pages/words.ts"];
const kCopy = "?later";

/** @param lang language of the script  @param src folder of the sources
 * @param entry file of the script: words that it and what it imports do not name are left out
 * @param later modules that are no part of the first script: neither are the words that they alone name */
export function oneLanguage(lang, src, entry, later = null) {
  const at = kLangs.indexOf(lang);
  if (at < 0) throw new Error(`no words for ${lang}`);
  const [ownFile] = Object.entries(kWords).find(([, words]) => words.instead === null && words.lang === lang);
  const own = kWords[ownFile];
  const all = reached(entry);
  const comesLater = (id) => later !== null && later.test(id.replace(/\?.*$/, ""));
  const used = usedWords(all.filter((file) => !comesLater(file)));
  const usedLater = usedWords(all.filter(comesLater));
  const below = (id) => path.relative(src, id.replace(/\?.*$/, "")).split(path.sep).join("/");
  return {
    name: "one-language",
    enforce: "pre",
    resolveId(source, importer) {
      if (!importer || !source.startsWith(".")) return null;
      const named = path.resolve(path.dirname(importer), source);
      const file = [`${named}.ts`, path.join(named, "index.ts")].find((candidate) => existsSync(candidate));
      const within = file !== undefined && (below(file) in kWords || kTables.includes(below(file)));
      const copied = importer.endsWith(kCopy) || (comesLater(importer) && kTables.includes(below(file ?? "")));
      return within && copied ? file + kCopy : null;
    },
    load(id) {
      const words = kWords[below(id)];
      if (!words || matches(words.lang, lang))
        return id.endsWith(kCopy) ? { code: readFileSync(id.slice(0, -kCopy.length), "utf8"), moduleType: "ts" } : null;
      if (words.instead !== null) return `export const ${words.name} = ${words.instead};`;
      return `export { ${own.name} as ${words.name} } from "./${path.basename(ownFile, ".ts")}";`;
    },
    transform: {
      order: "post",
      handler(code, id) {
        const file = below(id);
        if (file.startsWith("..")) return null;
        const edits = [];
        walk(this.parse(code), (node) => edits.push(...rewrite(node, file, at, code)));
        const named = id.endsWith(kCopy) ? usedLater : used;
        if (file === ownFile) walk(this.parse(code), (node) => edits.push(...prune(node, own.name, named)));
        if (file === "pages/words.ts") walk(this.parse(code), (node) => edits.push(...pruneIds(node, "words", named)));
        return edits.length === 0 ? null : { code: apply(code, edits), map: null };
      },
    },
  };
}

/* ---- The forms ---- */

const isName = (node, name) => node?.type === "Identifier" && node.name === name;
const isText = (node) =>
  (node?.type === "Literal" && typeof node.value === "string") || node?.type === "TemplateLiteral";
/** `lang`, `view.lang`, `c.lang`: always the page's. */
const isLang = (node) => isName(node, "lang") || (node?.type === "MemberExpression" && isName(node.property, "lang"));

function rewrite(node, file, at, code) {
  const put = (text, where = node) => [{ start: where.start, end: where.end, text }];
  const source = (part) => code.slice(part.start, part.end);
  if (node.type === "CallExpression" && node.callee.type === "Identifier" && file !== "format/lang.ts") {
    const { name } = node.callee;
    const args = node.arguments;
    if (name === "isChinese") return put(String(at > 0));
    // one of two Chinese writings
    if (name === "han" && args.length === 3 && args.slice(1).every(isText))
      return put(`(${source(args[at === 2 ? 2 : 1])})`);
    if (name === "t" && args.length === 2 && args.every(isText)) return put(`(${source(args[at === 2 ? 1 : 0])})`);
    // a text in three languages: the other two are left empty
    if ((name === "t" || name === "row") && args.length === 3 && args.every(isText))
      return args.filter((_, i) => i !== at).flatMap((other) => put('""', other));
  }
  if (node.type === "BinaryExpression" && /^[!=]==$/.test(node.operator) && isLang(node.left)) {
    const other = kLangs.indexOf(node.right.value);
    if (other >= 0 && file !== "format/lang.ts") return put(String((other === at) === (node.operator === "===")));
  }
  // Templates are indented for those who read them here.
  if (node.type === "TaggedTemplateExpression" && isName(node.tag, "html"))
    return node.quasi.quasis.flatMap((part) => indents(part, source(part)));
  // Words of units: id, dimension, factor, prefixes, English, English spoken, Chinese.
  if (file === "format/unit_atoms.ts" && node.type === "ArrayExpression" && node.elements.length === 7) {
    const [, , , , , spoken, zh] = node.elements;
    if (!isText(spoken) || !isText(zh)) return [];
    const [hans, hant] = zh.value.split("/");
    // What is counted with a noun of its own is so in any language.
    if (at === 0) return put(JSON.stringify(hans.replace(/^[^|]+|(?<=\|.).*/g, "")), zh);
    return [...put('""', spoken), ...put(JSON.stringify(at === 1 || hant === undefined ? hans : hant), zh)];
  }
  return [];
}

function indents(part, text) {
  return [...text.matchAll(/\s*\n\s*/g)].map(({ index, 0: gap }) => ({
    start: part.start + index,
    end: part.start + index + gap.length,
    text: " ",
  }));
}

/* ---- Words that a script names ---- */

/** A file and all that it imports by a relative path. */
function reached(entry, found = new Set()) {
  if (found.has(entry)) return [];
  found.add(entry);
  for (const [, name] of readFileSync(entry, "utf8").matchAll(/(?:from|import)\s*\(?"(\.[^"]+)"/g)) {
    const file = path.resolve(path.dirname(entry), name);
    const known = [`${file}.ts`, path.join(file, "index.ts")].find((candidate) => existsSync(candidate));
    if (known) reached(known, found);
  }
  return [...found];
}

function usedWords(files) {
  const text = files
    .filter((file) => !/\/(messages\/|pages\/words\.ts$)/.test(file.split(path.sep).join("/")))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const all = [...text.matchAll(/(\w+) = messages\[[^\]]+\];/g)].map(([, name]) => name);
  const parts = [...text.matchAll(/(\w+) = messages\[[^\]]+\](?:\.\w+)+;/g)].map(([, name]) => name);
  const taken = new Set([...text.matchAll(/\{([^}]*)\} = messages\[/g)].flatMap(([, names]) => names.split(/[\s,:]+/)));
  return {
    /** A word is named by the last part of its path. */
    word: (name) => new RegExp(`\\.${name}\\b`).test(text),
    /** A word of the page's own table is named by its id. */
    id: (name) => text.includes(`"${name}"`),
    /** A group whose words are chosen by an id of the data is kept whole. */
    whole: (name) => {
      const words = `(?:messages\\[[^\\]]+\\]|\\b(?:${[...all, ...parts, ...taken].join("|")}))(?:\\.\\w+)*`;
      const own = taken.has(name) ? `|\\b${name}` : "";
      return new RegExp(`(?:${words}\\.${name}${own})\\b\\s*(?:\\[|,|\\)| as )`).test(text);
    },
    /** A group at the top is named where all words are: `messages[lang].first`, or by a name for all words. */
    group: (name) =>
      new RegExp(`(messages\\[[^\\]]+\\]|\\b(${all.join("|")}))\\s*\\.${name}\\b`).test(text) || taken.has(name),
  };
}

function prune(node, name, used) {
  if (node.type !== "VariableDeclarator" || !isName(node.id, name)) return [];
  const edits = [];
  const visit = (group, whole, top = false) => {
    group.properties.forEach((property, i) => {
      const key = property.key.name ?? property.key.value;
      const unnamed = top && !used.group(key);
      if (property.value.type === "ObjectExpression" && !unnamed) visit(property.value, whole || used.whole(key));
      else if (unnamed || (!whole && !used.word(key)))
        edits.push({ start: property.start, end: group.properties[i + 1]?.start ?? property.end, text: "" });
    });
  };
  visit(node.init, false, true);
  return edits;
}

/** A table whose words are asked for by their ids. */
function pruneIds(node, name, used) {
  if (node.type !== "VariableDeclarator" || !isName(node.id, name)) return [];
  return node.init.properties.flatMap((property, i, all) =>
    used.id(property.key.name ?? property.key.value)
      ? []
      : [{ start: property.start, end: all[i + 1]?.start ?? property.end, text: "" }],
  );
}

/* ---- Small tools ---- */

function walk(node, visit) {
  visit(node);
  for (const value of Object.values(node))
    if (Array.isArray(value)) value.forEach((child) => child && typeof child.type === "string" && walk(child, visit));
    else if (value && typeof value.type === "string") walk(value, visit);
}

/** Edits inside another edit are dropped with it. */
function apply(code, edits) {
  let out = "";
  let from = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < from) continue;
    out += code.slice(from, start) + text;
    from = end;
  }
  return out + code.slice(from);
}
