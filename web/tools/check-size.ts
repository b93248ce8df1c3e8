/** `npm run size`: what a first visit downloads, brotli-compressed, against the budgets: the page, its styles and scripts,
 * the core and the claim's data. What comes when a reader opens or shares something is no part of it, and is told beside
 * it; a browser test sees to it that a visit asks for nothing else. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Status } from "../src/pages/status";
import { dist } from "./paths";

/** `goal` is what a first visit should cost; `limit` is what it costs today and may not be passed on the way there. */
interface Budget {
  goal: number;
  limit: number;
}
const kCore: Budget = { goal: 65_000, limit: 65_000 }; // wasm and its glue
const kPage: Budget = { goal: 115_000, limit: 120_000 }; // a claim's page with everything it loads

const kEmbed: Budget = { goal: 80_000, limit: 80_000 }; // the file for frames and disks, all inside

const brotli = (bytes: Buffer, quality = 11): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
const size = async (file: string): Promise<number> => brotli(await readFile(path.join(dist, file)));

/** Files of the build that a page names: its style, its scripts and what they import, what they fetch. */
function named(html: string): string[] {
  return [...html.matchAll(/<(?:link|script)[^>]+(?:href|src)="(?:\.\.\/)+([^"]+\.(?:js|css|json|wasm))"/g)].map(
    (match) => match[1] ?? "",
  );
}

const assets = await readdir(path.join(dist, "assets"));
const glue = assets.find((name) => /^worker-.*\.js$/.test(name)) ?? "";
const wasm = assets.find((name) => /^footing-.*\.wasm$/.test(name)) ?? "";
const core = (await size(`assets/${glue}`)) + (await size(`assets/${wasm}`));

const sizes = new Map<string, number>();
let worst = { page: "", bytes: 0 };
const embeds: { page: string; quick: number }[] = [];
for (const lang of ["en", "zh-Hans", "zh-Hant"]) {
  for (const claim of await readdir(path.join(dist, lang, "claims"))) {
    const status = JSON.parse(await readFile(path.join(dist, "claims", claim, "status.json"), "utf8")) as Status;
    if (status.state === "withdrawn") continue;
    const page = `${lang}/claims/${claim}/r${status.newest}/index.html`;
    const embed = `${lang}/claims/${claim}/r${status.newest}/embed/index.html`;
    embeds.push({ page: embed, quick: brotli(await readFile(path.join(dist, embed)), 4) });
    const html = await readFile(path.join(dist, page), "utf8");
    let bytes =
      brotli(Buffer.from(html)) + (await size(`assets/${glue}`)) + (await size(`claims/${claim}/status.json`));
    for (const file of new Set(named(html))) {
      if (!sizes.has(file)) sizes.set(file, await size(file));
      bytes += sizes.get(file) ?? 0;
    }
    if (bytes > worst.bytes) worst = { page, bytes };
  }
}
// Compressing every embed as well as can be takes minutes: of those that are large compressed quickly, the largest.
let heaviest = { page: "", bytes: 0 };
for (const { page } of embeds.sort((a, b) => b.quick - a.quick).slice(0, 6)) {
  const bytes = await size(page);
  if (bytes > heaviest.bytes) heaviest = { page, bytes };
}
const lines: [string, number, Budget][] = [
  ["core (wasm and glue)", core, kCore],
  [`heaviest claim page (${worst.page})`, worst.bytes, kPage],
  [`heaviest embed (${heaviest.page})`, heaviest.bytes, kEmbed],
];
let over = false;
for (const [what, bytes, { goal, limit }] of lines) {
  over ||= bytes > limit;
  const state = bytes > limit ? "over its limit" : bytes > goal ? "over its goal" : "ok";
  console.log(`${state}: ${what}: ${bytes} bytes, goal ${goal}, limit ${limit}`);
}
if (over) process.exitCode = 1;
