/** `npm run size`: what a first visit downloads, brotli-compressed, against the budgets. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { dist } from "./paths";

const kCoreBudget = 65_000; // wasm and its glue
const kPageBudget = 120_000; // a claim's page with everything it loads

const brotli = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const size = async (file: string): Promise<number> => brotli(await readFile(path.join(dist, file)));

const assets = await readdir(path.join(dist, "assets"));
const sizes = new Map<string, number>();
for (const name of assets) sizes.set(name, await size(`assets/${name}`));
const sum = (pattern: RegExp): number =>
  [...sizes].filter(([name]) => pattern.test(name)).reduce((total, [, bytes]) => total + bytes, 0);

const core = sum(/^(footing-.*\.wasm|worker-.*\.js)$/);
const scripts = sum(/\.(js|css)$/) - sum(/^(worker|embed|redirect|module|footing)-.*\.js$/);
let worst = { page: "", bytes: 0 };
for (const lang of ["en", "zh-Hans", "zh-Hant"]) {
  for (const claim of await readdir(path.join(dist, lang, "claims"))) {
    const page = `${lang}/claims/${claim}/r0/index.html`;
    const bytes = core + scripts + (await size(page)) + (await size(`claims/${claim}/r0/data.json`));
    if (bytes > worst.bytes) worst = { page, bytes };
  }
}
const lines: [string, number, number][] = [
  ["core (wasm and glue)", core, kCoreBudget],
  [`heaviest claim page (${worst.page})`, worst.bytes, kPageBudget],
];
let over = false;
for (const [what, bytes, budget] of lines) {
  over ||= bytes > budget;
  console.log(`${bytes > budget ? "over" : "ok"}  ${what}: ${bytes} of ${budget} bytes`);
}
if (over) process.exitCode = 1;
