// Times the engine as WebAssembly under Node: what one claim, a slider move and the whole dataset take.
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { kRounds, row } from "./measure.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A function that starts a module of web/generated/ anew. */
async function starter(name) {
  const { default: create } = await import(path.join(root, `web/generated/${name}.mjs`));
  const binary = readFileSync(path.join(root, `web/generated/${name}.wasm`));
  return async () => create({ wasm: await WebAssembly.compile(binary) });
}
const startPage = await starter("footing");
const startDetail = await starter("footing_detail");
const startFull = await starter("footing_full");

function call(engine, name, request) {
  const answer = JSON.parse(decoder.decode(engine.call(name, encoder.encode(JSON.stringify(request)))));
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.errors.slice(0, 3))}`);
  return answer;
}

function datasetFiles(folder, prefix = "") {
  const files = {};
  for (const name of readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) {
      if (!["schema", "releases"].includes(name)) Object.assign(files, datasetFiles(file, `${prefix}${name}/`));
    } else if (name.endsWith(".json")) {
      files[prefix + name] = JSON.parse(readFileSync(file, "utf8"));
    }
  }
  return files;
}

async function time(name, prepare, work) {
  const times = [];
  for (let round = 0; round <= kRounds; ++round) {
    const state = await prepare(round);
    const start = performance.now();
    await work(state, round);
    if (round > 0) times.push(performance.now() - start); // round 0 warms up
  }
  row(name, times);
}

const dataset = { footing: 1, files: datasetFiles(path.join(root, "datasets")) };
const full = await startFull();
const { claims } = call(full, "load", dataset);
const each = claims.map((claim) => call(full, "prepare", { claim }).prepared);
const prepared = { footing: 1, prepared: { ...each[0], claims: each.flatMap((one) => one.claims) } };
const loaded = async () => {
  const engine = await startPage();
  call(engine, "load", prepared);
  return engine;
};

await time("instantiate the module", () => null, startPage);
await time("load the dataset, whole engine", startFull, (engine) => call(engine, "load", dataset));
await time("load every claim, prepared", startPage, (engine) => call(engine, "load", prepared));

const engine = await loaded();
const first = claims.map((claim) => call(engine, "evaluate", { claim })).sort((a, b) => b.inputs.length - a.inputs.length)[0];
const moved = first.inputs.find((input) => input.id === "pue") ?? first.inputs[0];
const between = (share) => String(moved.slider.low + (moved.slider.high - moved.slider.low) * share);

await time(`every claim from scratch (${claims.length}, 16,384 points)`, loaded, (fresh) => {
  for (const claim of claims) call(fresh, "evaluate", { claim });
});
for (const samples of [16384, 102400]) {
  await time(`one slider move, ${first.claim}, ${samples} points, columns cached`, () => engine, (warm, round) =>
    call(warm, "evaluate", { claim: first.claim, samples, set: { [moved.id]: between((round + 1) / (kRounds + 2)) } }),
  );
}

const detail = await startDetail();
call(detail, "load", prepared);
const explained = { claim: first.claim, tornado: false };
await time(`indices of one output, ${first.claim}, 8,192 rows, columns cached`, () => detail, (warm) =>
  call(warm, "explain", { ...explained, break_even: false }),
);
await time(`break-evens of its ${first.inputs.length} inputs`, () => detail, (warm) => call(warm, "explain", { ...explained, indices: false }));
await time(`a sweep of 33 points`, () => detail, (warm) => call(warm, "sweep", { claim: first.claim, input: moved.id }));
await time(`a comparison of two scenarios, whole engine`, () => full, (whole) =>
  call(whole, "compare", { a: { claim: first.claim, scenario: "as_published" }, b: { claim: first.claim } }),
);
