/** The modules under Node (the full engine, and the one that pages carry), and what their tests share. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const generated = process.env.FOOTING_GENERATED ?? join(root, "web/generated");

/** A new engine: (call, request) => { answer, samples, text }. A request that is text is sent as it is. */
export const startEngine = () => start("footing_full");
/** The same for the module of the page, which loads prepared claims. */
export const startPage = () => start("footing");

/** And for the module of details. */
export const startDetail = () => start("footing_detail");

async function start(name) {
  const { default: create } = await import(pathToFileURL(join(generated, `${name}.mjs`)).href);
  const module = await create({ wasm: new WebAssembly.Module(readFileSync(join(generated, `${name}.wasm`))) });
  return (call, request) => {
    const asked = typeof request === "string" ? request : JSON.stringify(request);
    const text = new TextDecoder().decode(module.call(call, new TextEncoder().encode(asked)));
    const samples = module.samples();
    return { answer: JSON.parse(text), samples: samples.length > 0 ? samples.slice() : null, text };
  };
}

/** The module of single files, which has no glue: (call, request) => answer. */
export async function startFile() {
  const bytesAt = (at, size) => new Uint8Array(core.memory.buffer, at, size);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(generated, "footing_file.wasm")), {
    footing: {
      read: (at, size) => Number(new TextDecoder().decode(bytesAt(at, size))),
      write: (value, to) => new TextEncoder().encodeInto(String(value), bytesAt(to, 32)).written,
    },
    env: { emscripten_notify_memory_growth: () => undefined },
    wasi_snapshot_preview1: { proc_exit: (code) => assert.fail(`the core stopped (${code})`) },
  });
  const core = instance.exports;
  core._initialize();
  return (call, request) => {
    const bytes = new TextEncoder().encode(call + JSON.stringify(request));
    const room = core.footing_room(bytes.length);
    bytesAt(room, bytes.length).set(bytes);
    const answer = core.footing_call(room, call.length, bytes.length);
    return JSON.parse(new TextDecoder().decode(bytesAt(answer, core.footing_size())));
  };
}

export const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/** The whole dataset as the file map that `load` and `check` take. */
export function datasetMap() {
  const files = { "units.json": readJson("datasets/units.json") };
  for (const folder of ["articles", "bundles", "claims", "models", "quantities", "sources", "tables"]) {
    if (!existsSync(join(root, "datasets", folder))) continue;
    for (const name of readdirSync(join(root, "datasets", folder)).sort()) {
      const path = `${folder}/${name}`;
      if (name.endsWith(".json")) files[path] = readJson(`datasets/${path}`);
      if (name.endsWith(".csv")) files[path] = readFileSync(join(root, "datasets", path), "utf8");
    }
  }
  // Dimensions go on from what was released.
  const index = "releases/index.json";
  if (existsSync(join(root, "datasets", index))) files[index] = readJson(`datasets/${index}`);
  return { footing: 1, files };
}

/** The same with every released file, which `check` compares with the index. */
export function wholeMap() {
  const map = datasetMap();
  for (const { claim, revision } of map.files["releases/index.json"]?.releases.flatMap((one) => one.revisions) ?? []) {
    const path = `releases/${claim}/r${revision}.json`;
    map.files[path] = readFileSync(join(root, "datasets", path), "utf8");
  }
  return map;
}

/** FNV-1a over the bytes of numbers, least significant first: the name of exact bits that the command line prints. */
export function hashOf(samples) {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  // Two halves of 32 bits: the prime is 2^40 + 0x1b3.
  let low = 0x84222325;
  let high = 0xcbf29ce4;
  for (let i = 0; i < bytes.length; ++i) {
    low = (low ^ bytes[i]) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}

/** RFC 6901. */
const steps = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Acts on the node and key that a place of a file map names ("models/m.json#/steps/0/id"). */
export function change(files, place, act) {
  const [path, pointer] = place.split("#");
  if (!pointer) return act(files, path);
  const way = steps(pointer);
  const last = way.pop();
  act(
    way.reduce((node, key) => node[key], files[path]),
    last,
  );
}
