/** A small site in the pseudo-language of tools/pseudo.mjs: a claim of each kind, what belongs to them, every sort of page. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pseudoData } from "../../../web/tools/pseudo.mjs";
import { datasets, kClaim } from "./site";

interface Claim {
  kind: string;
  rivals?: string[];
  converts?: string;
}
interface Article {
  statements: { state: string; claim?: string }[];
}

const kinds = new Map<string, string>(); // kind -> a claim of it
const claimFiles = readdirSync(path.join(datasets, "claims")).filter((name) => name.endsWith(".json"));
const claimOf = (name: string): Claim => JSON.parse(readFileSync(path.join(datasets, "claims", name), "utf8")) as Claim;

/** One claim of each kind, and those they are compared with. */
function kept(): Set<string> {
  for (const name of [`${kClaim}.json`, ...claimFiles.sort()]) {
    const { kind } = claimOf(name);
    if (!kinds.has(kind)) kinds.set(kind, name.replace(/\.json$/, ""));
  }
  const all = [...kinds.values()];
  return new Set(all.flatMap((id) => [id, ...(claimOf(`${id}.json`).rivals ?? []).slice(0, 1)]));
}

/** Builds it into `dist`; gives its claims. */
export function buildPseudoSite(folder: string, dist: string): string[] {
  const ids = kept();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(datasets))
    if (!["releases", "schema"].includes(name))
      cpSync(path.join(datasets, name), path.join(folder, name), { recursive: true });
  for (const name of claimFiles) if (!ids.has(name.replace(/\.json$/, ""))) rmSync(path.join(folder, "claims", name));
  for (const part of ["articles", "bundles", "claims", "models", "quantities", "sources"])
    for (const name of readdirSync(path.join(folder, part)).filter((one) => one.endsWith(".json"))) {
      const file = path.join(folder, part, name);
      const data = pseudoData(JSON.parse(readFileSync(file, "utf8")) as Claim & Article);
      if (part === "claims") data.rivals = (data.rivals ?? []).filter((id) => ids.has(id));
      if (!ids.has(data.converts ?? "")) delete data.converts;
      if (part === "articles")
        data.statements = data.statements.filter(({ state, claim }) => state !== "computed" || ids.has(claim ?? ""));
      writeFileSync(file, JSON.stringify(data));
    }
  const env = { ...process.env, FOOTING_PSEUDO: "1", FOOTING_DATASETS: folder, FOOTING_DIST: dist };
  execFileSync(process.execPath, ["tools/run.mjs", "tools/build.ts"], { encoding: "utf8", env });
  return [...ids].sort();
}
