/** The loader in C++ is the judge of a dataset's files; the JSON Schemas, which editors use, must agree with it. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { change, datasetMap, wholeMap, readJson, root, startEngine } from "./engine.mjs";
import { complaints, schemaOf } from "./schemas.mjs";

const call = await startEngine();

/** Codes of mistakes that a schema can see: keys, types, words and forms. Others need the rest of the dataset. */
const typed = new Set([
  "address-syntax",
  "date-syntax",
  "evidence-unknown",
  "id-syntax",
  "key-missing",
  "list-empty",
  "number-range",
  "reason-missing",
  "source-missing",
  "state-unknown",
  "text-missing",
  "tolerance-range",
  "unknown-key",
  "word-unknown",
  "wrong-type",
]);

const real = datasetMap();
/** The files that have a schema: a table has none. */
const filesOf = ({ files }) => Object.entries(files).filter(([path]) => schemaOf(path));

test("every file of the dataset is valid to both", () => {
  for (const [path, file] of filesOf(real)) assert.equal(complaints(schemaOf(path), file), "", path);
  assert.deepEqual(call("check", wholeMap()).answer.errors, []);
  for (const [path, file] of filesOf(readJson("tests/invalid/base.json")))
    assert.equal(complaints(schemaOf(path), file), "", path);
});

test("the file cases of tests/invalid that are mistakes of form are refused by the schemas too", () => {
  let seen = 0;
  for (const { name: code } of readdirSync(join(root, "tests/invalid"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    if (!typed.has(code)) continue;
    for (const one of [readJson(`tests/invalid/${code}/case.json`)].flat()) {
      if (one.call !== "check" || one.text || one.expect.path === "units.json") continue;
      if (one.expect.path.startsWith("tables/")) continue;
      const { files } = readJson("tests/invalid/base.json");
      for (const [place, value] of Object.entries(one.set ?? {}))
        change(files, place, (node, key) => (node[key] = value));
      for (const place of one.remove ?? [])
        change(files, place, (node, key) => (Array.isArray(node) ? node.splice(key, 1) : delete node[key]));
      const refused = filesOf({ files })
        .filter(([path, file]) => complaints(schemaOf(path), file) !== "")
        .map(([path]) => path);
      assert.deepEqual(refused, [one.expect.path.split("#")[0]], `${code}: ${one.about}`);
      ++seen;
    }
  }
  assert.ok(seen >= 25, `${seen} cases`);
});

/** Every place of a JSON value, as a list of keys. */
function* places(node, way = []) {
  yield way;
  if (node === null || typeof node !== "object") return;
  for (const key of Object.keys(node)) yield* places(node[key], [...way, key]);
}

const otherType = (value) => (typeof value === "string" ? 7 : typeof value === "object" ? "text" : "text");

/** Small mistakes of form at one place: the value of another type or empty, the key gone, a key too many. */
function* mistakes(file) {
  for (const way of places(file)) {
    if (way.length === 0 || way[0] === "comment") continue;
    const at = (copy) => way.slice(0, -1).reduce((node, key) => node[key], copy);
    const last = way[way.length - 1];
    const bend = (about, act) => {
      const copy = structuredClone(file);
      act(at(copy));
      return { about: `${about} ${way.join("/")}`, copy };
    };
    const value = at(file)[last];
    yield bend("another type at", (node) => (node[last] = otherType(value)));
    yield bend("null at", (node) => (node[last] = null));
    if (!Array.isArray(at(file))) yield bend("without", (node) => delete node[last]);
    if (typeof value === "string") yield bend("an empty text at", (node) => (node[last] = ""));
    if (Array.isArray(value)) yield bend("an empty list at", (node) => (node[last] = []));
    if (value !== null && typeof value === "object" && !Array.isArray(value))
      yield bend("a key too many in", (node) => (node[last].Extra = 1));
    if (!Array.isArray(at(file)) && /^[a-z]/.test(last)) {
      yield bend("a capital in the key", (node) => {
        node[last[0].toUpperCase() + last.slice(1)] = node[last];
        delete node[last];
      });
    }
  }
}

for (const path of [
  "units.json",
  "bundles/home.json",
  "quantities/pue.json",
  "models/fleet-energy.json",
  "sources/de-vries-2023.json",
  "claims/chatgpt-daily-500mwh.json",
  "articles/report.json",
]) {
  test(`${path}: what either refuses for its form, the other refuses`, () => {
    // An article is bent within the small dataset, whose claim it names.
    const small = path.startsWith("articles/");
    const claim = small ? "fleet-claim" : "chatgpt-daily-500mwh";
    const around = small ? readJson("tests/invalid/base.json") : real;
    call("load", around);
    // The least that loads: what the claim needs, so that the core checks thousands of bent files quickly.
    const { closure } = call("closure", { claim, words: true }).answer;
    const map = { footing: 1, files: closure.files };
    if (!(path in map.files)) map.files[path] = around.files[path];
    assert.deepEqual(call("check", map).answer.errors, [], path);
    const whole = map.files[path];
    const all = [...mistakes(whole)];
    // Every mistake where there are few; evenly thinned out where there are thousands.
    const stride = Math.max(1, Math.floor(all.length / 250));
    let refusals = 0;
    for (let i = 0; i < all.length; i += stride) {
      const { about, copy } = all[i];
      map.files[path] = copy;
      const schema = complaints(schemaOf(path), copy);
      const { errors } = call("check", map).answer;
      const form = errors.filter((error) => typed.has(error.code) && error.path.startsWith(path));
      if (schema !== "") assert.ok(errors.length > 0, `${about}: the schema alone refuses it: ${schema}`);
      if (form.length > 0)
        assert.notEqual(schema, "", `${about}: the core alone refuses it: ${JSON.stringify(form[0])}`);
      if (schema !== "") ++refusals;
    }
    assert.ok(refusals > all.length / stride / 3, `${refusals} of ${all.length / stride}`);
  });
}
