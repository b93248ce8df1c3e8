/** `npm run build`: the scripts and styles through Vite, then every page with its numbers in it.
 * FOOTING_DIST is the output folder (default ../dist), FOOTING_DATASETS the data (default ../datasets),
 * FOOTING_URL the address the site will have (optional: absolute links in cards and metadata). */
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { build, type InlineConfig, type Rolldown } from "vite";
import { prerender } from "../src/prerender/main";
import { datasets, dist, generated, web } from "./paths";
import { footingGlue } from "./plugins.mjs";

const common: InlineConfig = { root: web, configFile: false, logLevel: "warn", publicDir: false, base: "./" };
const target = ["es2022", "chrome111", "firefox114", "safari16.4"];

async function buildSite(): Promise<void> {
  await build({
    ...common,
    plugins: [footingGlue()],
    worker: { format: "es", plugins: () => [footingGlue()] },
    build: {
      outDir: dist,
      emptyOutDir: true,
      manifest: "manifest.json",
      target,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          claim: path.join(web, "src/pages/claim_entry.ts"),
          embed: path.join(web, "src/embed/entry.ts"),
          redirect: path.join(web, "src/pages/redirect_entry.ts"),
          site: path.join(web, "src/styles/site.css"),
        },
      },
    },
  });
}

/** One classic script, as text. */
async function buildClassic(entry: string): Promise<string> {
  const result = (await build({
    ...common,
    plugins: [footingGlue()],
    build: {
      write: false,
      target,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(web, entry),
        output: { format: "iife", codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  return result.output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
}

const started = Date.now();
await buildSite();
const manifestFile = path.join(dist, "manifest.json");
const manifest = JSON.parse(await readFile(manifestFile, "utf8")) as Record<
  string,
  { file: string; src?: string; imports?: string[]; assets?: string[] }
>;
await rm(manifestFile);
const count = await prerender({
  dist,
  datasets,
  wasm: await readFile(path.join(generated, "footing.wasm")),
  manifest,
  core: await buildClassic("src/engine/worker.ts"),
  app: await buildClassic("src/pages/file_entry.ts"),
  siteUrl: process.env.FOOTING_URL ?? null,
});
console.log(`${count.claims} claims, ${count.files} files in ${dist}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
