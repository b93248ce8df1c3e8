// Writes the seeds of the fuzz targets: seeds.mjs FOLDER makes FOLDER/<target>/<n>. They are taken from what the repository
// says anyway (datasets, tests/links, tests/invalid), so they never grow stale; the inputs that once broke something lie
// in regressions/.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const folder = (path) => readdirSync(join(root, path)).sort();

const longest = 20_000;
const seeds = { formula: [], json: [], link: [], prepared: [""], request: [], value: [] };

// Links that tests replay, and those that must give a notice.
for (const one of json("tests/links/links.json")) seeds.link.push(one.link);

const small = json("tests/invalid/base.json");
// A table is its text.
const file = (path, content) =>
  seeds.json.push(`${path}\n${typeof content === "string" ? content : JSON.stringify(content)}`);
for (const [path, content] of Object.entries(small.files)) file(path, content);

// Each case of tests/invalid bends a file, or asks for something that is refused.
const place = (map, where, value) => {
  const [path, pointer] = where.split("#");
  if (pointer === undefined) return void (map[path] = value);
  const keys = pointer.split("/").slice(1);
  let node = (map[path] ??= {});
  for (const key of keys.slice(0, -1)) node = node?.[key];
  if (typeof node === "object" && node !== null) node[keys.at(-1)] = value;
};
for (const code of folder("tests/invalid")) {
  if (code.includes(".")) continue;
  for (const one of [json(`tests/invalid/${code}/case.json`)].flat()) {
    if (one.request) seeds.request.push(`${one.call}\n${JSON.stringify(one.request)}`);
    if (typeof one.raw === "string") seeds.request.push(`${one.call}\n${one.raw}`);
    if (typeof one.request?.text === "string") seeds.link.push(one.request.text);
    for (const [path, text] of Object.entries(one.text ?? {})) {
      if (typeof text === "string") seeds.json.push(`${path}\n${text}`);
    }
    const map = structuredClone(small.files);
    for (const [where, value] of Object.entries(one.set ?? {})) {
      place(map, where, value);
      file(where.split("#")[0], map[where.split("#")[0]]);
      if (where.endsWith("/formula") && typeof value === "string") seeds.formula.push(`\n${value}`);
    }
  }
}

// Formulas with the unit they must have, and value texts, of the real dataset.
for (const name of folder("datasets/models")) {
  for (const step of json(`datasets/models/${name}`).steps ?? []) {
    const routes = step.formula === undefined ? Object.values(step.routes ?? {}) : [step];
    for (const { formula } of routes) if (formula) seeds.formula.push(`${step.unit}\n${formula}`);
  }
}
const values = new Set();
const collect = (node) => {
  if (typeof node !== "object" || node === null) return;
  if (typeof node.value === "string") values.add(node.value);
  Object.values(node).forEach(collect);
};
for (const kind of ["claims", "quantities", "bundles"]) {
  for (const name of folder(`datasets/${kind}`)) collect(json(`datasets/${kind}/${name}`));
}
const shapes = ["uniform(0.7,0.9)", "log_uniform(1,100)", "triangular(1,2,3)", "pert(1,2,9)", "normal(-1,1)"];
shapes.push("lognormal(1,10)", "beta(2,3)", "beta(2,3,1,4)", "choice(1:0.5,2:0.5)", "empirical(1,2,5)");
for (const text of [...values, ...shapes]) {
  for (const bounds of text.includes("(") ? [0, 1, 7] : [0, 1]) seeds.value.push(String.fromCharCode(bounds) + text);
}

const calls = ["about", "list", "describe", "evaluate", "solve", "closure", "prepare", "explain"];
for (const call of calls) seeds.request.push(`${call}\n{"claim":"fleet-claim"}`);
seeds.request.push(
  'solve\n{"claim":"fleet-claim","input":"servers","output":"energy_per_day","target":"20 MWh_facility/day"}',
);
seeds.request.push('compare\n{"a":{"claim":"fleet-claim"},"b":{"claim":"fleet-claim","set":{"servers":"20..60"}}}');
seeds.request.push('sweep\n{"claim":"fleet-claim","input":"servers","samples":64,"points":5}');
seeds.request.push('evaluate\n{"claim":"fleet-claim","set":{"servers":"20..60","site":"cn"},"samples":64,"seed":"7"}');
seeds.request.push(
  'load\n{"footing":1,"files":{}}',
  'load\n[1,-2.5e3,"\\u00e9\\ud83d\\ude00",true,false,null,{"a":[]}]',
);

const out = process.argv[2];
if (!out) throw new Error("usage: seeds.mjs FOLDER");
for (const [target, texts] of Object.entries(seeds)) {
  const into = join(out, target);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  for (const text of new Set(texts)) {
    const bytes = Buffer.from(text, "utf8");
    if (bytes.length > longest) continue;
    // A name by content: the order of the seeds is the order of their names.
    writeFileSync(join(into, createHash("sha256").update(bytes).digest("hex").slice(0, 16)), bytes);
  }
}
