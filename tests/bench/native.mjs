// Times the native build through its command line: what says why, on the claim with the most inputs. Every command loads
// the dataset; that is timed by itself, and is in every other row.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { kRounds, row } from "./measure.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const cli = process.env.FOOTING_CLI ?? path.join(root, "build/native/core/footing");

function run(...args) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28 };
  return JSON.parse(execFileSync(cli, [...args, "--json", "--datasets", path.join(root, "datasets")], options));
}

function time(name, ...args) {
  const times = [];
  for (let round = 0; round <= kRounds; ++round) {
    const start = performance.now();
    run(...args);
    if (round > 0) times.push(performance.now() - start); // round 0 warms up
  }
  row(name, times);
}

if (!existsSync(cli)) {
  console.log(`| native: there is no ${path.relative(root, cli)} | | |`);
} else {
  const claim = "emission-five-factors";
  time("native: load the dataset and list it", "list");
  time(`native: indices, tornado and break-evens of ${claim}, dataset loaded`, "explain", claim);
  time("native: a sweep of 33 points, dataset loaded", "sweep", claim, "--for", "pue");
  time("native: a comparison of two scenarios, dataset loaded", "compare", `${claim}:as_published`, claim);
}
