/** The data files as the core takes them: path below datasets/ -> parsed JSON. Schemas and frozen revisions are not
 * part of it; the index of those is. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import type { Claim, DatasetFiles, Lang, Source } from "../engine/types";
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

/** A source named as readers of English can read it; full citations have the original beside it. */
function inEnglish(source: Source): Source {
  const place = source["container-title"] ?? "";
  const english = (source.custom as { container_english?: string } | undefined)?.container_english;
  const author = source.author?.map((name) =>
    name.english ? { ...name.english, original: name.literal ?? `${name.family ?? ""}${name.given ?? ""}` } : name,
  );
  return {
    ...source,
    ...(author ? { author } : {}),
    ...(english ? { "container-title": english, "container-title-original": place } : {}),
  };
}

/** The files with their sources named as readers of a language can read them. */
export function namesIn<T extends DatasetFiles["files"]>(files: T, lang: Lang): T {
  if (lang !== "en") return files;
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path, path.startsWith("sources/") ? inEnglish(file as Source) : file]),
  ) as T;
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
