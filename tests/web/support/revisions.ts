/** A small site with a past: a claim of two revisions with a correction, one withdrawn, one ahead of its release. Made
 * from the dataset with the native command line and scripts/release, as a maintainer would make it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cli, datasets, kClaim } from "./site";

const repository = path.resolve(process.cwd(), "..");

export const kWithdrawn = "gpt3-500t";
export const kAhead = "ten-thousand-a100-5p85gwh";
const kKept = [kClaim, kWithdrawn, kAhead];

interface Value {
  value: string;
}
interface Claim {
  status: string;
  rivals?: string[];
  scenarios: Record<string, { inputs: Record<string, Value> }>;
  [other: string]: unknown;
}

const t = (en: string, hans: string, hant: string) => ({ en, "zh-Hans": hans, "zh-Hant": hant });

/** Writes the dataset and its releases into `folder`. */
export function makeDataset(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(datasets))
    if (!["releases", "articles", "claims"].includes(name))
      cpSync(path.join(datasets, name), path.join(folder, name), { recursive: true });
  mkdirSync(path.join(folder, "claims"));
  for (const id of kKept) {
    const claim = JSON.parse(readFileSync(path.join(datasets, "claims", `${id}.json`), "utf8")) as Claim;
    claim.rivals = [];
    delete claim.corrections;
    write(id, claim);
  }
  release(folder, "2026-11-22");
  edit(kClaim, (claim) => {
    setRange(claim, "servers", "4000 server");
    claim.corrections = [
      {
        date: "2026-12-24",
        kind: "update",
        revision: 1,
        text: t("3,617 servers became 4,000.", "服务器由 3617 台改为 4000 台。", "伺服器由 3,617 台改為 4,000 台。"),
      },
    ];
  });
  release(folder, "2026-12-24");
  edit(kWithdrawn, (claim) => {
    claim.status = "withdrawn";
    claim.withdrawn = { date: "2027-01-02", reason: t("A test of <this>.", "测试<这个>。", "測試<這個>。") };
  });
  edit(kAhead, (claim) => {
    const [scenario] = Object.entries(claim.scenarios).filter(([id]) => id === "sourced_then");
    const [id, input] =
      Object.entries(scenario?.[1].inputs ?? {}).find(([, { value }]) => /^uniform\(/.test(value)) ?? [];
    if (!id || !input) throw new Error(`${kAhead} has no range to move`);
    input.value = input.value.replace(/uniform\(([\d.]+),/, (_, low: string) => `uniform(${Number(low) * 1.01},`);
  });

  function write(id: string, claim: Claim): void {
    writeFileSync(path.join(folder, "claims", `${id}.json`), JSON.stringify(claim, null, 2));
  }
  function edit(id: string, change: (claim: Claim) => void): void {
    const claim = JSON.parse(readFileSync(path.join(folder, "claims", `${id}.json`), "utf8")) as Claim;
    change(claim);
    write(id, claim);
  }
  function setRange(claim: Claim, input: string, value: string): void {
    const found = claim.scenarios.sourced_then?.inputs[input];
    if (!found) throw new Error(`no ${input}`);
    found.value = value;
  }
}

/** Freezes what has changed, as a maintainer does. */
export function release(folder: string, date: string): void {
  const script = path.join(repository, "scripts/release");
  execFileSync(process.execPath, [script, "--datasets", folder, "--date", date, "--cli", cli], { encoding: "utf8" });
}

/** Builds its site; `more` are other settings of the build. */
export function buildSite(folder: string, dist: string, more: Record<string, string> = {}): void {
  const env = { ...process.env, FOOTING_DATASETS: folder, FOOTING_RELEASES: "releases", FOOTING_DIST: dist, ...more };
  execFileSync(process.execPath, ["tools/run.mjs", "tools/build.ts"], { encoding: "utf8", env });
}
