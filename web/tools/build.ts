/** `npm run build`: the scripts and styles through Vite, then every page with its numbers in it.
 * FOOTING_DIST is the output folder (default ../dist), FOOTING_DATASETS the data (default ../datasets),
 * FOOTING_URL the address the site will have (optional: absolute links in cards and metadata). */
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { build, type InlineConfig, type Plugin, type Rolldown } from "vite";
import type { Lang } from "../src/engine/types";
import { LANGS } from "../src/format";
import { contactsOf } from "../src/pages/challenge";
import { type Apps, prerender } from "../src/prerender/main";
import { datasets, dist, generated, releases, web } from "./paths";
import { writeSums } from "./sums";
import { oneLanguage } from "./one_language.mjs";
import { pseudoLanguage } from "./pseudo.mjs";

const pseudo = process.env.FOOTING_PSEUDO ? [pseudoLanguage(path.join(web, "src"))] : [];
const common: InlineConfig = { root: web, configFile: false, logLevel: "warn", publicDir: false, base: "./" };
const target = ["es2022", "chrome111", "firefox114", "safari16.4"];

/** Modules that come when they are asked for, and nothing of theirs before; all others are one file. */
const kLater =
  /\/(messages\/(?:errors|take|history|glossary|like)|pages\/(sum\w*|like|formula|challenge|cited|strip|metadata_code|notices|densities|input_notes|newer|comparison|moves|needs|signs|sweeps|why\w*)|components\/(footing_share|footing_take|term|copy)|share\/\w+|engine\/(detail|host_detail)|charts\/(card|density|needs|ranking|sweep)|sentences\/(captions|kinds\w*|needs))\.ts$|\/node_modules\/(uqr|lit|lit-html|lit-element|@lit)\/|\?later$/;
const kEntry = /\/(pages\/\w+_entry|engine\/(worker|module))\.ts$|\/generated\/|\.css$/;

/** A lazy part of a page imports nothing but what is there already: no list of files to fetch before it. */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id.endsWith("vite/preload-helper.js") ? "export const __vitePreload = (load) => load();" : null),
};

type Manifest = Record<string, { file: string; src?: string; imports?: string[]; assets?: string[] }>;

/** The scripts of one language's pages, or (null) what all share; gives the manifest. */
async function buildSite(lang: Lang | null): Promise<Manifest> {
  const input: Record<string, string> =
    lang === null
      ? {
          home: "src/pages/home_entry.ts",
          pair: "src/pages/pair_entry.ts",
          redirect: "src/pages/redirect_entry.ts",
          site: "src/styles/site.css",
          lists: "src/styles/lists.css",
          embed: "src/styles/embed.css",
        }
      : { claim: "src/pages/claim_entry.ts" };
  for (const name of Object.keys(input)) input[name] = path.join(web, input[name] ?? "");
  await build({
    ...common,
    plugins:
      lang === null
        ? pseudo
        : [
            ...pseudo,
            oneLanguage(lang, path.join(web, "src"), path.join(web, "src/pages/claim_entry.ts"), kLater),
            plainImports,
          ],
    worker: { format: "es" },
    build: {
      outDir: dist,
      emptyOutDir: lang === null,
      manifest: "manifest.json",
      target,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input,
        output: {
          codeSplitting:
            lang === null ? true : { groups: [{ name: "page", test: (id) => !kLater.test(id) && !kEntry.test(id) }] },
        },
      },
    },
  });
  const file = path.join(dist, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8")) as Manifest;
  await rm(file);
  return manifest;
}

/** One classic script, as text. */
async function buildClassic(entry: string, lang: Lang): Promise<string> {
  const result = (await build({
    ...common,
    plugins: [...pseudo, oneLanguage(lang, path.join(web, "src"), path.join(web, entry))],
    build: {
      write: false,
      target,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(web, entry),
        checks: { emptyImportMeta: false }, // a classic script has none, and nothing here asks for its address
        output: { format: "iife", codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput;
  return result.output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
}

const started = Date.now();
const shared = await buildSite(null);
const manifests = {} as Record<Lang, Manifest>;
const apps = {} as Record<Lang, Apps>;
for (const lang of LANGS) {
  manifests[lang] = { ...shared, ...(await buildSite(lang)) };
  apps[lang] = {
    placed: await buildClassic("src/embed/file_entry_placed.ts", lang),
    beside: await buildClassic("src/embed/file_entry_beside.ts", lang),
    kinds: await buildClassic("src/embed/file_entry_kinds.ts", lang),
  };
}
const count = await prerender({
  dist,
  datasets,
  releases,
  wasm: await readFile(path.join(generated, "footing.wasm")),
  full: await readFile(path.join(generated, "footing_full.wasm")),
  file: await readFile(path.join(generated, "footing_file.wasm")),
  manifests,
  core: await buildClassic("src/engine/worker_file.ts", "en"),
  apps,
  siteUrl: process.env.FOOTING_URL ?? null,
  fixed: {
    "embed/v1.js": await buildClassic("src/embed/v1.ts", "en"),
    "disk.js": await buildClassic("src/pages/disk.ts", "en"),
    "sw.js": await buildClassic("src/offline/sw.ts", "en"),
  },
  contacts: contactsOf(process.env.FOOTING_CONTACT),
  modules: path.join(web, "node_modules"),
});
await writeSums(dist);
console.log(`${count.claims} claims, ${count.files} files in ${dist}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
