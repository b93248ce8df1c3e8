/** The data files as the core takes them: path below datasets/ -> parsed JSON. Schemas and frozen revisions are not
 * part of it; the index of those is. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import type { Claim, DatasetFiles } from "../engine/types";
import { kTopics } from "../pages/home";

const kFolders = ["articles", "bundles", "claims", "models", "quantities", "sources"];

export async function readDataset(folder: string, releases: unknown): Promise<DatasetFiles> {
  const files: DatasetFiles["files"] = {};
  const take = async (name: string): Promise<void> => {
    files[name] = JSON.parse(await readFile(path.join(folder, name), "utf8"));
  };
  await take("units.json");
  for (const sub of kFolders) {
    const names = await readdir(path.join(folder, sub)).catch(() => []);
    for (const name of names.sort()) if (name.endsWith(".json")) await take(`${sub}/${name}`);
  }
  // A table is a text: the core reads its rows and writes them where they are used.
  const tables = await readdir(path.join(folder, "tables")).catch(() => []);
  for (const name of tables.sort())
    if (name.endsWith(".csv")) files[`tables/${name}`] = await readFile(path.join(folder, "tables", name), "utf8");
  if (releases !== null) files["releases/index.json"] = releases;
  return { footing: 1, files };
}

/** The claims that were withdrawn: their addresses stay. */
export function withdrawnClaims({ files }: DatasetFiles): Claim[] {
  return Object.keys(files)
    .filter((name) => name.startsWith("claims/"))
    .map((name) => files[name] as Claim)
    .filter((claim) => claim.status === "withdrawn");
}

/** The claims to publish, in the order of the list: by topic, then by id. */
export function publishedClaims({ files }: DatasetFiles): Claim[] {
  const topics = kTopics;
  return Object.keys(files)
    .filter((name) => name.startsWith("claims/"))
    .map((name) => files[name] as Claim)
    .filter((claim) => claim.status === "published")
    .sort((a, b) => topics.indexOf(a.topic) - topics.indexOf(b.topic) || a.id.localeCompare(b.id));
}
