// What a reader's browser does, in a worker as on the pages: a moved slider, every claim, start-up. Times are the worker's
// own, by the clock, which a browser alone has. Writes build/bench/browser.json, which report.mjs makes rows from.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { launch } from "./engines/browser.mjs";
import { call, datasetFiles, readWorkloads, root, starter, together } from "./workloads.mjs";

const kRounds = Number(process.argv[2] ?? 15);
const kTypes = { ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

const full = await (await starter("footing_full"))();
const { claims } = call(full, "load", { footing: 1, files: datasetFiles(path.join(root, "datasets")) });
const each = claims.map((claim) => call(full, "prepare", { claim }).prepared);
const texts = {
  "claims.json": together(each),
  "claim.json": each[claims.indexOf("chatgpt-daily-500mwh")],
  "workloads.json": (await readWorkloads()).prepared,
};
const folders = { bench_module: "build/wasm/tests/bench", footing: "web/generated", footing_detail: "web/generated" };
const server = createServer((request, response) => {
  const name = path.basename(new URL(request.url, "http://localhost").pathname);
  const folder = folders[name.replace(/\..*/, "")] ?? "tests/bench/engines";
  try {
    const html = "<!doctype html><title>bench</title>";
    const body =
      name === "page.html" ? html : texts[name] ? JSON.stringify(texts[name]) : readFileSync(path.join(root, folder, name));
    const headers = { "content-type": kTypes[path.extname(name)] ?? "text/html", "cache-control": "max-age=600" };
    response.writeHead(200, headers).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/page.html`;

/** A task of worker.mjs in a new worker of a page. */
const ask = (page, task, request = {}) =>
  page.evaluate(
    (message) =>
      new Promise((resolve, reject) => {
        const worker = new Worker("/worker.mjs", { type: "module" });
        worker.onmessage = ({ data }) => {
          worker.terminate();
          if (data.failed) reject(new Error(data.failed));
          else resolve(data.times);
        };
        worker.postMessage(message);
      }),
    { task, request },
  );

const rows = [];
const add = (id, times) => {
  rows.push({ id, times });
  console.error(id, Math.min(...times).toFixed(2));
};
const first = { claim: "chatgpt-daily-500mwh" };
const fresh = [];
for (let round = 0; round < 5; ++round) {
  const browser = await launch("chromium");
  const page = await browser.newPage();
  await page.goto(address);
  fresh.push(...(await ask(page, "start", first)));
  await browser.close();
}
add("start-fresh", fresh);
const browser = await launch("chromium");
const page = await browser.newPage();
await page.goto(address);
const warm = [];
for (let round = -2; round < kRounds; ++round) {
  const times = await ask(page, "start", first);
  if (round >= 0) warm.push(...times);
}
add("start-warm", warm);

const kPhases = [
  ["slide", 16384],
  ["slide+4096", 16384],
  ["slide++4096", 16384],
  ["slide+8192", 100352],
  ["slide++8192", 100352],
];
const phases = await ask(page, "phases", { phases: kPhases, rounds: kRounds });
kPhases.forEach(([phase, samples], i) => add(`${phase}-${samples}`, phases[i]));
const [evaluated, explained] = await ask(page, "moves", {
  claim: "workload",
  input: "servers",
  samples: 16384,
  rounds: 4 * kRounds,
});
add("call-evaluate", evaluated);
add("call-indices", explained);
const [scratch, moved, sharing] = await ask(page, "claims", { claims, input: "pue", rounds: kRounds });
add("all-claims", scratch);
add("shared-input", moved);
const growth = [];
for (const times of [1, 10, 100]) {
  const [count, ...cells] = await ask(page, "growth", { times, together: times <= 10 }); // as growth.mjs does
  growth.push({ claims: count, cells });
  console.error(`${count} claims`, ...cells.map((ms) => ms?.toFixed(0) ?? "-"));
}

mkdirSync(path.join(root, "build/bench"), { recursive: true });
writeFileSync(
  path.join(root, "build/bench/browser.json"),
  JSON.stringify({ version: `Chromium ${browser.version()}`, claims: claims.length, sharing: sharing[0], rows, growth }),
);
await browser.close();
server.close();
