// Sets the engine beside others: every engine is asked in turn, again and again, so that what the machine does besides
// falls on all of them. Writes build/bench/compare.json, which report.mjs makes a table and a picture from.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { inBrowser } from "./engines/browser.mjs";
import { fusedSource, moduleInNode, program } from "./engines/footing.mjs";
import { fusedJavaScript, plainJavaScript } from "./engines/javascript.mjs";
import { mathjsLoop } from "./engines/mathjs.mjs";
import { squiggle } from "./engines/squiggle.mjs";
import { readWorkloads, root } from "./workloads.mjs";

const rounds = Number(process.argv[2] ?? 5);
const folder = path.join(root, "build/bench");
const own = path.join(root, "build/wasm/tests/bench");
const file = (name) => path.join(folder, name);
mkdirSync(folder, { recursive: true });

const { prepared, workloads } = await readWorkloads();
writeFileSync(file("prepared.json"), JSON.stringify(prepared));
writeFileSync(file("workloads.json"), JSON.stringify(workloads));
writeFileSync(file("fused_workloads.inc"), fusedSource(workloads));

const sources = ["fused.cpp", "phases.cpp"].map((name) => path.join(root, "tests/bench/native", name));
const flags = [
  "-std=c++20",
  "-O3",
  "-fno-math-errno",
  "-fno-trapping-math",
  ...["core/include", "core/src"].map((one) => `-I${path.join(root, one)}`),
  `-I${folder}`,
];
const library = path.join(root, "build/native/core/libfooting_core.a");
execFileSync("c++", [...flags, "-ffp-contract=off", ...sources, library, "-o", file("fused")]);
execFileSync("clang++", [
  ...flags,
  "-march=native",
  "-ffp-contract=fast",
  "-DFOOTING_BENCH_LIMIT",
  ...sources,
  library,
  "-o",
  file("limit"),
]);

const chromium = await inBrowser("chromium", own, prepared);
const firefox = await inBrowser("firefox", own, prepared);
const fromFile = (name) => [path.join(root, "build/native/tests/bench", name), file("prepared.json")];
const engines = [
  await moduleInNode(own, prepared),
  ...chromium.engines,
  ...firefox.engines,
  program("native", "Footing, native", ...fromFile("bench_native")),
  program("fused", "C++, one loop, the engine's draws", file("fused"), file("prepared.json")),
  program("limit", "C++, one loop, cheapest draws (the limit)", file("limit"), file("prepared.json")),
  program(
    "numpy",
    "NumPy",
    "/usr/bin/python3",
    path.join(root, "tests/bench/engines/numpy_lines.py"),
    file("workloads.json"),
  ),
  fusedJavaScript(),
  plainJavaScript(),
  mathjsLoop(),
  squiggle(),
];

// Which phases an engine knows apart.
const kOwn = ["node", "chromium", "firefox", "native"];
const kParts = ["draw", "evaluate", "draw+evaluate", "summarise", "summarise+", "total", "total+"];
const kSummaries = ["fused", "limit"]; // the engine's summaries behind other draws
const sizes = [1000, 10_000, 100_000, 1_000_000].map((n) => Math.ceil(n / 1024) * 1024);
const kMain = sizes[2];
const results = [];
const loadBefore = os.loadavg()[0];

const kAlike = ["draw+evaluate", "total"];
function phasesOf(engine, workload, samples) {
  if (workload !== workloads[0]) return samples === kMain ? kAlike : [];
  if (samples === kMain && kOwn.includes(engine.id)) return kParts;
  if (samples === kMain && kSummaries.includes(engine.id)) return [...kAlike, "summarise", "summarise+", "total+"];
  if (samples === kMain && engine.id === "numpy") return ["draw", "evaluate", "summarise", ...kAlike];
  return kAlike;
}

const firstLine = (command, ...args) => execFileSync(command, args).toString().split("\n")[0];
const version = (name) =>
  JSON.parse(readFileSync(path.join(root, "tests/bench/node_modules", name, "package.json"))).version;
function write(done) {
  writeFileSync(
    file("compare.json"),
    JSON.stringify({
      machine: { cpu: os.cpus()[0].model, processors: os.cpus().length, memory: Math.round(os.totalmem() / 2 ** 30) },
      versions: [
        firstLine("c++", "--version"),
        firstLine("clang++", "--version"),
        firstLine("emcc", "--version"),
        `Node ${process.versions.node}`,
        chromium.version,
        firefox.version,
        `NumPy ${firstLine("/usr/bin/python3", "-c", "import numpy; print(numpy.__version__)")}`,
        `Squiggle ${version("@quri/squiggle-lang")}`,
        `mathjs ${version("mathjs")}`,
      ],
      rounds: done,
      load: [loadBefore, os.loadavg()[0]],
      engines: engines.map(({ id, label }) => ({ id, label })),
      workloads: workloads.map(({ id, inputs, outputs, operations }) => ({
        id,
        spread: inputs.filter((input) => input.shape !== "point").length,
        outputs: outputs.length,
        operations,
      })),
      sizes,
      results,
    }),
  );
}

for (let round = 0; round < rounds; ++round) {
  for (const workload of workloads) {
    for (const samples of sizes) {
      const slow = samples === sizes.at(-1);
      for (const engine of engines) {
        if (slow && ["squiggle", "mathjs"].includes(engine.id)) continue;
        for (const phase of phasesOf(engine, workload, samples)) {
          const ms = await engine.time(workload, phase, samples, 10);
          results.push({ round, engine: engine.id, workload: workload.id, phase, samples, ms });
        }
      }
    }
  }
  write(round + 1);
  console.error(`round ${round + 1} of ${rounds}`);
}
for (const engine of engines) await engine.close?.();
process.exit(0);
