/** Frozen revisions as the build takes them: each file as text and parsed, by claim, from the first to the newest. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { DatasetFiles } from "../engine/types";
import type { Revision } from "../pages/data";

type Files = DatasetFiles["files"];

export interface Frozen extends Revision {
  claim: string;
  text: string; // the file to the letter: what the hash is of
  map: DatasetFiles; // as the core loads it
  labels: Files;
}

export interface Releases {
  index: unknown; // as the core takes it; null before any release
  frozen: Map<string, Frozen[]>;
}

interface Index {
  releases: { revisions: { claim: string; revision: number; sha256: string }[] }[];
}

export async function readReleases(folder: string): Promise<Releases> {
  const frozen = new Map<string, Frozen[]>();
  const text = await readFile(path.join(folder, "index.json"), "utf8").catch(() => null);
  if (text === null) return { index: null, frozen };
  const index = JSON.parse(text) as Index;
  for (const { claim, revision, sha256 } of index.releases.flatMap(({ revisions }) => revisions)) {
    const file = await readFile(path.join(folder, claim, `r${revision}.json`), "utf8");
    const map = JSON.parse(file) as DatasetFiles & Pick<Frozen, "date" | "changed" | "labels">;
    const { date, changed, labels } = map;
    const one: Frozen = { claim, revision, date, sha256, changed, labels, text: file, map };
    frozen.set(claim, [...(frozen.get(claim) ?? []), one]);
  }
  return { index, frozen };
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => value !== null && typeof value === "object" && !Array.isArray(value);
const isText = (value: unknown): boolean => isNode(value) && "en" in value && "zh-Hans" in value && "zh-Hant" in value;

/** Members that a closure leaves out beside texts in three languages (core/src/exchange/closure_call.cpp). */
export const kUnfrozen = new Set(
  [
    "$schema",
    "comment",
    "definition",
    "findings",
    "finding",
    "appears_in",
    "chain",
    "rivals",
    "converts",
    "checked",
    "topic",
  ].concat(["readings", "review_by", "locator", "printed", "groups", "status", "withdrawn", "corrections"]),
);

const byId = (list: unknown[], id: unknown): unknown => list.find((one) => isNode(one) && one.id === id);

/** What was frozen with the words of `words`: numbers, and what there is, are those of `frozen`. Words about a value that
 * is another today are left out. */
export function overlay(frozen: unknown, words: unknown): unknown {
  if (Array.isArray(frozen))
    return frozen.map((one) =>
      isNode(one) && "id" in one && Array.isArray(words) ? overlay(one, byId(words, one.id)) : one,
    );
  if (!isNode(frozen) || !isNode(words)) return frozen;
  if ("value" in frozen && frozen.value !== words.value) return frozen;
  const added = Object.entries(words).filter(
    ([key, value]) => !(key in frozen) && (kUnfrozen.has(key) || isText(value)),
  );
  return {
    ...Object.fromEntries(Object.entries(frozen).map(([key, value]) => [key, overlay(value, words[key])])),
    ...Object.fromEntries(added),
  };
}

/** The files of a frozen revision's page: today's words, and for what today's files do not know the names it was frozen
 * with. Sources and the claims beside it are today's. */
export function pageFiles({ map, labels, claim }: Frozen, today: Files): Files {
  const own = Object.entries(map.files).flatMap(([name, file]) => {
    if (name === "units.json") return [];
    const worded = overlay(overlay(file, today[name]), labels[name]);
    // Other claims' findings may name steps that this one has no more; its own title it always has.
    return [[name, name === `claims/${claim}.json` ? { rivals: [], findings: [], ...(worded as Node) } : worded]];
  });
  return { ...today, ...Object.fromEntries(own) };
}
