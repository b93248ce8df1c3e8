/** What scripts/release writes and scripts/check_history reads: the form of frozen revisions, of their index and of golden
 * links. The loader (core/src/exchange/releases.cpp) is the judge of the first two. */
import { createHash } from "node:crypto";

/** @param {string} text */
export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** The chain of a release's entry: a hash of what it lists and of the chain before it. */
export function releaseChain({ release, date, method, revisions }, before) {
  const lines = revisions.map(({ claim, revision, sha256: hash }) => `${claim} r${revision} ${hash}\n`);
  return sha256(`${before}\n${release} ${date} ${method}\n${lines.join("")}`);
}

/** JSON with every member of the members named on a line of its own: such a file can be read, and compared by lines. */
function lined(value, opened) {
  const members = Object.entries(value).map(([key, member]) => {
    const text =
      opened.includes(key) && Object.keys(member).length > 0
        ? Array.isArray(member)
          ? `[\n${member.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n ]`
          : `{\n${Object.entries(member)
              .map(([name, one]) => `  ${JSON.stringify(name)}: ${JSON.stringify(one)}`)
              .join(",\n")}\n }`
        : JSON.stringify(member);
    return ` ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${members.join(",\n")}\n}\n`;
}

/** The text of releases/<claim>/r<n>.json. */
export const frozenText = (frozen) => lined(frozen, ["changed", "labels", "files"]);

/** The text of releases/index.json. */
export function indexText({ footing, claims, releases }) {
  const sorted = Object.fromEntries(Object.entries(claims).sort(([a], [b]) => (a < b ? -1 : 1)));
  const entries = releases.map(({ revisions, ...rest }) => {
    const list = revisions.map((one) => `    ${JSON.stringify(one)}`).join(",\n");
    return `  ${JSON.stringify(rest).slice(0, -1)}, "revisions": [\n${list}\n  ]}`;
  });
  const head = lined({ footing, claims: sorted }, ["claims"]).replace(/\n\}\n$/, "");
  return `${head},\n "releases": ${entries.length === 0 ? "[]" : `[\n${entries.join(",\n")}\n ]`}\n}\n`;
}

const kLanguages = ["en", "zh-Hans", "zh-Hant"];
const isObject = (node) => node !== null && typeof node === "object";
const isText = (node) => isObject(node) && kLanguages.every((lang) => typeof node[lang] === "string");
const hasIds = (list) => list.length > 0 && list.every((one) => isObject(one) && typeof one.id === "string");

/** Ids of the inputs and steps that a claim's outputs depend on, by whatever route. A word that only looks like one may
 * be among them, none is missing. */
export function neededIds(files, outputs) {
  const formulas = new Map();
  const add = (id, text) => formulas.set(id, [...(formulas.get(id) ?? []), text]);
  for (const [path, model] of Object.entries(files)) {
    if (!path.startsWith("models/")) continue;
    for (const { id, formula, routes } of model.steps)
      for (const text of [formula, ...Object.values(routes ?? {}).map((route) => route.formula)]) add(id, text ?? "");
    for (const used of model.use ?? [])
      for (const [id, text] of Object.entries(used.with ?? {})) add(id, text);
  }
  const needed = new Set(outputs);
  for (const id of needed)
    for (const text of formulas.get(id) ?? []) for (const word of text.match(/[a-z_][a-z0-9_]*/g) ?? []) needed.add(word);
  return needed;
}

/** The names that a closure's page needs: { path: labelsOf(file) }, without inputs and steps that nothing shown needs. */
export function closureLabels(closureFiles, claim, readFile) {
  const needed = neededIds(closureFiles, closureFiles[`claims/${claim}.json`].outputs);
  return Object.fromEntries(
    Object.keys(closureFiles).flatMap((path) => {
      const [folder, name] = path.replace(/\.json$/, "").split("/");
      if (name === undefined || (folder === "quantities" && !needed.has(name))) return [];
      const labels = labelsOf(readFile(path));
      if (labels?.inputs)
        labels.inputs = Object.fromEntries(Object.entries(labels.inputs).filter(([id]) => needed.has(id)));
      if (folder === "models" && labels?.steps) labels.steps = labels.steps.filter(({ id }) => needed.has(id));
      return labels === undefined ? [] : [[path, labels]];
    }),
  );
}

/** The names of things below a file, in its own form: what to call an input when today's files do not know it any more. */
export function labelsOf(node) {
  if (Array.isArray(node)) {
    const kept = hasIds(node) ? node.flatMap((one) => withId(one)) : [];
    return kept.length > 0 ? kept : undefined;
  }
  if (!isObject(node)) return undefined;
  const kept = Object.entries(node).flatMap(([key, value]) => {
    if (isText(value)) return key === "label" || key === "term" ? [[key, value]] : [];
    const below = labelsOf(value);
    return below === undefined ? [] : [[key, below]];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function withId(one) {
  const below = labelsOf(one);
  return below === undefined ? [] : [{ id: one.id, ...below }];
}

/** Places where two closures differ, with what stood there and what stands there now. An element of a list that has an
 * id is named by it. */
export function changedPlaces(before, after) {
  const found = [];
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  for (const path of paths) compare(before[path], after[path], `${path}#`, found);
  return found.filter(({ place }) => !/^claims\/[^#]*#\/revision$/.test(place));
}

function compare(a, b, place, found) {
  if (JSON.stringify(a) === JSON.stringify(b)) return;
  const step = (key) => `${place}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  if (Array.isArray(a) && Array.isArray(b) && hasIds(a) && hasIds(b)) {
    const at = (list, id) => list.find((one) => one.id === id);
    for (const id of new Set([...a, ...b].map((one) => one.id))) compare(at(a, id), at(b, id), step(id), found);
  } else if (isObject(a) && isObject(b) && !Array.isArray(a) && !Array.isArray(b)) {
    for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])].sort())
      compare(a[key], b[key], step(key), found);
  } else {
    found.push({ place, before: a ?? null, after: b ?? null });
  }
}

/** Golden links: a line each, every line carrying the hash of itself and of all before it. */
export function readGolden(text) {
  const [head, ...lines] = text.split("\n").filter((line) => line !== "");
  return { head: JSON.parse(head), lines };
}

/** A line's chain. What is hashed is its text up to its own chain. */
export const goldenChain = (line, before) => sha256(`${before}\n${line.slice(0, line.lastIndexOf(',"chain":'))}`);

export const chainOf = (line) => JSON.parse(line).chain;

/** The file of golden links that says these results; `replaces` names heads of files that were never published. */
export function goldenText(results, replaces = []) {
  let chain = "";
  const lines = results.map(({ chain: _, ...result }) => {
    const open = `${JSON.stringify(result).slice(0, -1)},"chain":""}`;
    chain = goldenChain(open, chain);
    return open.replace(/"chain":""\}$/, `"chain":"${chain}"}`);
  });
  const head = { footing: 1, links: lines.length, head: chain, ...(replaces.length > 0 ? { replaces } : {}) };
  return [JSON.stringify(head), ...lines, ""].join("\n");
}

/** What is wrong with a file of golden links, by itself; "" if nothing. */
export function goldenFault(text) {
  const { head, lines } = readGolden(text);
  let chain = "";
  for (const [i, line] of lines.entries()) {
    chain = goldenChain(line, chain);
    if (chainOf(line) !== chain) return `line ${i + 2} is not what was written: ${line.slice(0, 80)}`;
  }
  if (head.links !== lines.length) return `${head.links} links were written, and there are ${lines.length}`;
  return head.head === chain ? "" : "the first line does not name the last one";
}
