// How the whole grows with the number of claims: the dataset, and it with its claims copied under other ids ten and a
// hundred times. As WebAssembly in this process, by its processor time. Writes build/bench/growth.json.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { now } from "./engines/time.mjs";
import { call, datasetFiles, root, starter, together } from "./workloads.mjs";

const kRounds = 2;
const startFull = await starter("footing_full");
const startPage = await starter("footing");
const files = datasetFiles(path.join(root, "datasets"));
const full = await startFull();
const { claims } = call(full, "load", { footing: 1, files });
const each = claims.map((claim) => call(full, "prepare", { claim }).prepared);

/** The least of a few. */
async function least(prepare, work) {
  let best = Infinity;
  for (let round = 0; round < kRounds; ++round) {
    const state = await prepare();
    const start = now();
    work(state);
    best = Math.min(best, now() - start);
  }
  return best;
}

const rows = [];
for (const times of [1, 10, 100]) {
  const copies = [];
  for (let copy = 0; copy < times; ++copy) {
    each.forEach((one, i) => {
      const id = copy === 0 ? claims[i] : `${claims[i]}-copy${copy}`;
      copies.push({ ...one, claims: one.claims.map((claim) => ({ ...claim, id })) });
    });
  }
  const prepared = { footing: 1, prepared: together(copies) };
  const ids = prepared.prepared.claims.map((claim) => claim.id);
  const bytes = Buffer.byteLength(JSON.stringify(prepared));
  // A text may have sixteen million bytes.
  const fits = bytes < 16 * 2 ** 20;
  const load = fits ? await least(startPage, (engine) => call(engine, "load", prepared)) : null;
  const evaluate =
    fits && times <= 10
      ? await least(
          async () => {
            const engine = await startPage();
            call(engine, "load", prepared);
            return engine;
          },
          (engine) => ids.forEach((claim) => call(engine, "evaluate", { claim })),
        )
      : null;
  const one = await least(startPage, (engine) =>
    copies.forEach((prepared) => call(engine, "load", { footing: 1, prepared })),
  );
  rows.push({ claims: ids.length, cells: [bytes / 1024, load, evaluate, one] });
}
// Memory of the module after one evaluation of the claim with the most steps, and of the one with the fewest, by the
// number of points; a module of its own for each, since memory is never given back.
const steps = each.map(({ claims: [claim] }) => claim.scenarios.find((one) => one.id === claim.default_scenario).steps.length);
const byMost = claims.map((_, i) => i).sort((a, b) => steps[b] - steps[a]);
const memory = [];
for (const samples of [16384, 131072, 1048576]) {
  const cells = [];
  for (const i of [byMost.at(-1), byMost[0]]) {
    const engine = await startPage();
    call(engine, "load", { footing: 1, prepared: each[i] });
    call(engine, "evaluate", { claim: claims[i], samples, samples_of: [] });
    cells.push(engine.samples().buffer.byteLength / 2 ** 20);
  }
  memory.push([samples, ...cells]);
}
const memoryColumns = [byMost.at(-1), byMost[0]].map((i) => `${claims[i]}, ${steps[i]} steps`);

mkdirSync(path.join(root, "build/bench"), { recursive: true });
writeFileSync(
  path.join(root, "build/bench/growth.json"),
  JSON.stringify({
    columns: ["prepared, kB", "load all at once, ms", "evaluate all, 16,384 points, ms", "load one by one, ms"],
    rows,
    memory,
    memoryColumns,
  }),
);
