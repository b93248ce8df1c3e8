// Runs a TypeScript tool under Node: `node tools/run.mjs tools/build.ts --flag`. Vite bundles it into .build/
// (everything from node_modules stays outside), so that the tools need no runtime of their own.
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";
import { build } from "vite";
import { pseudoLanguage } from "./pseudo.mjs";

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const [entry, ...rest] = process.argv.slice(2);
if (!entry) {
  console.error("usage: node tools/run.mjs <tool.ts> [arguments]");
  process.exit(2);
}
const name = path.basename(entry, ".ts");
const out = path.join(web, ".build", process.env.FOOTING_PSEUDO ? "pseudo" : "tools", name);
await build({
  root: web,
  configFile: false,
  logLevel: "warn",
  publicDir: false,
  plugins: process.env.FOOTING_PSEUDO ? [pseudoLanguage(path.join(web, "src"))] : [],
  build: {
    ssr: path.resolve(entry),
    outDir: out,
    emptyOutDir: true,
    target: "node20",
    minify: false,
    rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
  },
});
process.env.FOOTING_WEB = web;
process.argv = [process.argv[0], entry, ...rest];
await import(pathToFileURL(path.join(out, `${name}.mjs`)).href);
