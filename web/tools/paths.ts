/** Where things lie, for the tools. `tools/run.mjs` says where web/ is. */
import path from "node:path";

export const web = process.env.FOOTING_WEB ?? process.cwd();
export const repository = path.resolve(web, "..");
export const dist = path.resolve(web, process.env.FOOTING_DIST ?? "../dist");
export const datasets = path.resolve(web, process.env.FOOTING_DATASETS ?? "../datasets");
export const releases = path.resolve(datasets, process.env.FOOTING_RELEASES ?? "releases");
export const generated = path.join(web, "generated");
