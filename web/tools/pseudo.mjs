/** The pseudo-language of tests: English whose texts are two fifths longer and carry accents, so that what has no room for
 * another language shows, and what no translator could reach stands out. FOOTING_PSEUDO asks for it (never in a release). */
import path from "node:path";

const kLonger = { a: "áä", e: "éë", i: "íï", o: "óö", u: "úü", y: "ýÿ", A: "Áä", E: "Éë", I: "Íï", O: "Óö", U: "Úü" };

/** Places (`{name}`), markup and entities stay as they are. */
export function pseudo(text) {
  return text
    .split(/(\{\w+\}|<[^>]*>|&#?\w+;)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[aeiouyAEIOU]/g, (vowel) => kLonger[vowel])))
    .join("");
}

/** Every text of a record that is written in three languages, in pseudo-English. */
export function pseudoData(node) {
  if (Array.isArray(node)) return node.map(pseudoData);
  if (node === null || typeof node !== "object") return node;
  const entries = Object.entries(node);
  const isText = typeof node.en === "string" && "zh-Hans" in node;
  return Object.fromEntries(
    entries.map(([key, value]) => [key, isText && key === "en" ? pseudo(value) : pseudoData(value)]),
  );
}

const kWords = /^(messages\/(en|\w+_text\/en)|sentences\/\w+_en)\.ts$/;

/** @param src folder of the sources */
export function pseudoLanguage(src) {
  return {
    name: "pseudo-language",
    transform: {
      order: "post",
      handler(code, id) {
        const file = path.relative(src, id.replace(/\?.*$/, "")).split(path.sep).join("/");
        if (file.startsWith("..")) return null;
        const edits = [];
        walk(this.parse(code), null, (node, parent, key) => {
          if (!isWords(node) || (!kWords.test(file) && !isFirstOfThree(node, parent, key))) return;
          if (parent?.type === "BinaryExpression" || parent?.type?.endsWith("Declaration") || key === "key") return;
          if (parent?.type === "MemberExpression") return;
          edits.push(node);
        });
        if (edits.length === 0) return null;
        let out = "";
        let from = 0;
        for (const node of edits.sort((a, b) => a.start - b.start)) {
          const raw = code.slice(node.start, node.end);
          out +=
            code.slice(from, node.start) +
            raw.replace(/\\.|[^\\]+/gs, (part) => (part[0] === "\\" ? part : pseudo(part)));
          from = node.end;
        }
        return { code: out + code.slice(from), map: null };
      },
    },
  };
}

const isWords = (node) =>
  node.type === "TemplateElement" || (node.type === "Literal" && typeof node.value === "string" && !isPattern(node));
const isPattern = (node) => /^[a-z_]+$/.test(node.value) && node.value.length <= 2;
/** `t("English", "…", "…")`, and the same by the name of `row`. */
const isFirstOfThree = (node, parent, key) =>
  parent?.type === "CallExpression" &&
  key === "arguments" &&
  /^(t|row)$/.test(parent.callee.name ?? "") &&
  parent.arguments.length === 3 &&
  parent.arguments[0] === node;

function walk(node, parent, visit, key = "") {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node))
    if (Array.isArray(value))
      value.forEach((child) => child && typeof child.type === "string" && walk(child, node, visit, name));
    else if (value && typeof value.type === "string") walk(value, node, visit, name);
}
