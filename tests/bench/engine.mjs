// Times the engine as WebAssembly under Node: what one claim, a slider move and the whole dataset take.
import path from "node:path";
import { kRounds, row } from "./measure.mjs";
import { call, datasetFiles, root, starter, together } from "./workloads.mjs";

const startPage = await starter("footing");
const startDetail = await starter("footing_detail");
const startFull = await starter("footing_full");

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
const prepared = { footing: 1, prepared: together(each) };
const loaded = async () => {
  const engine = await startPage();
  call(engine, "load", prepared);
  return engine;
};

await time("instantiate the module", () => null, startPage);
await time("load the dataset, whole engine", startFull, (engine) => call(engine, "load", dataset));
await time("load every claim, prepared", startPage, (engine) => call(engine, "load", prepared));

const engine = await loaded();
const first = claims
  .map((claim) => call(engine, "evaluate", { claim }))
  .sort((a, b) => b.inputs.length - a.inputs.length)[0];
const moved = first.inputs.find((input) => input.id === "pue") ?? first.inputs[0];
const between = (share) => String(moved.slider.low + (moved.slider.high - moved.slider.low) * share);

await time(`every claim from scratch (${claims.length}, 16,384 points)`, loaded, (fresh) => {
  for (const claim of claims) call(fresh, "evaluate", { claim });
});
for (const samples of [16384, 102400]) {
  await time(
    `one slider move, ${first.claim}, ${samples} points, columns cached`,
    () => engine,
    (warm, round) =>
      call(warm, "evaluate", {
        claim: first.claim,
        samples,
        set: { [moved.id]: between((round + 1) / (kRounds + 2)) },
      }),
  );
}

const detail = await startDetail();
call(detail, "load", prepared);
const explained = { claim: first.claim, tornado: false };
await time(
  `indices of one output, ${first.claim}, 8,192 rows, columns cached`,
  () => detail,
  (warm) => call(warm, "explain", { ...explained, break_even: false }),
);
await time(
  `break-evens of its ${first.inputs.length} inputs`,
  () => detail,
  (warm) => call(warm, "explain", { ...explained, indices: false }),
);
await time(
  `a sweep of 33 points`,
  () => detail,
  (warm) => call(warm, "sweep", { claim: first.claim, input: moved.id }),
);
await time(
  `a comparison of two scenarios, whole engine`,
  () => full,
  (whole) => call(whole, "compare", { a: { claim: first.claim, scenario: "as_published" }, b: { claim: first.claim } }),
);
