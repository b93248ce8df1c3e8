// How far an estimate lies from the value it estimates, by the number of points: the engine's scrambled Sobol' points
// against independent random ones, over many seeds, on the claims of the dataset that have a spread. Writes
// build/bench/accuracy.json.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { arithmetic, call, datasetFiles, root, starter } from "./workloads.mjs";

const kSeeds = Number(process.argv[2] ?? 32);
const kSizes = [256, 1024, 4096, 16384, 65536];
const kFigures = ["mean", "p05", "median", "p95"];
const kReferenceSeeds = [9001, 9002, 9003, 9004];

const full = await (await starter("footing_full"))();
const { claims } = call(full, "load", { footing: 1, files: datasetFiles(path.join(root, "datasets")) });

/** sfc32 in 53 bits (PractRand, C. Doty-Humphrey). */
function randomFrom(seed) {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 20; ++i) next();
  return () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
}

const kDraw = {
  point: ([value]) => `${value}`,
  uniform: ([low, high]) => `${low} + ${high - low} * random()`,
  log_uniform: ([low, high]) => `Math.exp(${Math.log(low)} + ${Math.log(high / low)} * random())`,
};

function figuresOf(values) {
  values.sort();
  const at = (p) => {
    const place = (values.length - 1) * p;
    const rank = Math.floor(place);
    return place === rank ? values[rank] : values[rank] + (place - rank) * (values[rank + 1] - values[rank]);
  };
  let sum = 0;
  for (const value of values) sum += value;
  return { mean: sum / values.length, p05: at(0.05), median: at(0.5), p95: at(0.95) };
}

const rows = [];
for (const claim of claims) {
  const request = { claim, density: false, shapes: false };
  const first = call(full, "evaluate", request);
  const output = first.outputs[0];
  if (output.summary.point) continue;
  const model = arithmetic(call(full, "prepare", { claim }).prepared.claims[0], [output.id]);
  if (model === null || model.inputs.some((input) => !(input.shape in kDraw))) continue;
  const sampler = new Function(
    "random",
    "out",
    `for (let i = 0; i < out.length; ++i) {
    ${model.inputs.map((input) => `const ${input.id} = ${kDraw[input.shape](input.numbers)};`).join("\n    ")}
    ${model.statements.map(([name, text]) => `const ${name} = ${text};`).join("\n    ")}
    out[i] = ${model.outputs[0]};
  }`,
  );
  const sobol = (samples, seed) =>
    call(full, "evaluate", { ...request, outputs: [output.id], samples, seed: String(seed) }).outputs[0].summary;
  const random = (samples, seed) => {
    const out = new Float64Array(samples);
    sampler(randomFrom(seed * 7919 + samples), out);
    return figuresOf(out);
  };
  const references = kReferenceSeeds.map((seed) => sobol(1 << 20, seed));
  for (const figure of kFigures) {
    const reference = references.reduce((sum, one) => sum + one[figure], 0) / references.length;
    for (const samples of kSizes)
      rows.push({ claim, output: output.id, figure, samples, reference, sobol: 0, random: 0, said: 0 });
  }
  for (const samples of kSizes) {
    const own = rows.filter((row) => row.claim === claim && row.samples === samples);
    for (let seed = 1; seed <= kSeeds; ++seed) {
      const [a, b] = [sobol(samples, seed), random(samples, seed)];
      for (const row of own) {
        row.sobol += (a[row.figure] / row.reference - 1) ** 2 / kSeeds;
        row.random += (b[row.figure] / row.reference - 1) ** 2 / kSeeds;
        row.said += (a[`${row.figure}_error`] / row.reference) ** 2 / kSeeds;
      }
    }
  }
  console.error(claim);
}
for (const row of rows) for (const key of ["sobol", "random", "said"]) row[key] = Math.sqrt(row[key]);
mkdirSync(path.join(root, "build/bench"), { recursive: true });
writeFileSync(path.join(root, "build/bench/accuracy.json"), JSON.stringify({ seeds: kSeeds, sizes: kSizes, rows }));
