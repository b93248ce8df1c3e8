/** scripts/release on the small dataset: first revisions, second ones, what is refused, and the history of golden links. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { changedPlaces, closureLabels, goldenFault, goldenText, labelsOf, readGolden } from "../../scripts/releases.mjs";
import { readJson, root } from "../wasm/engine.mjs";
import { complaints } from "../wasm/schemas.mjs";

const cli = process.env.FOOTING_CLI ?? join(root, "build/native/core/footing");
const work = mkdtempSync(join(tmpdir(), "footing-release-test-"));
after(() => rmSync(work, { recursive: true }));

/** A dataset of its own: the small one, with the kinds that its figures need. */
function dataset() {
  const folder = mkdtempSync(join(work, "d-"));
  for (const [path, file] of Object.entries(readJson("tests/invalid/base.json").files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof file === "string" ? file : JSON.stringify(file));
  }
  edit(folder, "claims/fleet-claim.json", (claim) => (claim.status = "published"));
  return folder;
}

function edit(folder, path, change) {
  const file = JSON.parse(readFileSync(join(folder, path), "utf8"));
  change(file);
  writeFileSync(join(folder, path), JSON.stringify(file));
}

function release(folder, ...args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts/release"), "--datasets", folder, "--cli", cli, ...args],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

function released(folder, ...args) {
  const result = release(folder, ...args);
  assert.equal(result.status, 0, result.stderr + result.stdout);
  return result.stdout;
}

const footing = (folder, ...args) => spawnSync(cli, [...args, "--datasets", folder], { encoding: "utf8" });
function ask(folder, ...args) {
  const { stdout, stderr } = footing(folder, ...args, "--json");
  assert.notEqual(stdout, "", stderr);
  return JSON.parse(stdout);
}
const checkErrors = (folder) => ask(folder, "check").errors.map(({ code, path }) => `${code} at ${path}`);
const read = (folder, path) => JSON.parse(readFileSync(join(folder, "releases", path), "utf8"));
const hashOf = (folder, ...args) => ask(folder, "eval", "fleet-claim", "--hash", ...args).hash;

test("--help, and a command line that is not understood", () => {
  assert.match(execFileSync(process.execPath, [join(root, "scripts/release"), "--help"], { encoding: "utf8" }), /^Freezes a release/);
  assert.equal(release(work, "--frozen").status, 2);
  assert.equal(release(work, "--date", "tomorrow").status, 2);
});

test("a first release: r1 evaluates alone to the dataset's bits, with its hash in the index", () => {
  const folder = dataset();
  assert.equal(ask(folder, "eval", "fleet-claim").revision, 0);
  const hash = hashOf(folder);
  released(folder, "--date", "2026-11-22");
  const text = readFileSync(join(folder, "releases/fleet-claim/r1.json"), "utf8");
  const frozen = JSON.parse(text);
  assert.equal(complaints("release", frozen), "");
  assert.equal(complaints("release_index", read(folder, "index.json")), "");
  assert.equal(frozen.date, "2026-11-22");
  assert.deepEqual(frozen.changed, []);
  const [entry] = read(folder, "index.json").releases;
  assert.equal(entry.revisions[0].sha256, createHash("sha256").update(text).digest("hex"));
  assert.deepEqual(checkErrors(folder), []);
  // The dataset is that revision now; its file alone gives the same, elsewhere and through a link.
  assert.equal(ask(folder, "eval", "fleet-claim").revision, 1);
  assert.equal(hashOf(folder, "--revision", "1"), hash);
  const away = dataset();
  cpSync(join(folder, "releases"), join(away, "releases"), { recursive: true });
  edit(away, "claims/fleet-claim.json", (claim) => (claim.scenarios.sourced_then.inputs.servers.value = "50..300 server"));
  assert.equal(ask(away, "eval", "--link", "/en/claims/fleet-claim/r1/", "--hash").hash, hash);
  assert.notEqual(hashOf(away), hash);
  assert.equal(ask(away, "eval", "fleet-claim").revision, 0, "what is not released is a preview");
  assert.equal(ask(folder, "link", "claims/fleet-claim/r0/").notices[0].code, "link-preview");
  assert.equal(footing(folder, "eval", "fleet-claim", "--revision", "9").status, 1);
  // Nothing has changed: nothing is released.
  assert.match(released(folder), /nothing has changed/);
  assert.deepEqual(readdirSync(join(folder, "releases/fleet-claim")), ["r1.json"]);
});

test("a changed number makes r2, with the changed place; r1, its file and its digits stay", () => {
  const folder = dataset();
  released(folder, "--date", "2026-11-22");
  const first = readFileSync(join(folder, "releases/fleet-claim/r1.json"), "utf8");
  const before = hashOf(folder);
  edit(folder, "claims/fleet-claim.json", (claim) => {
    claim.scenarios.sourced_then.inputs.servers.value = "50..300 server";
    claim.title.en = "Other words";
  });
  assert.match(released(folder, "--date", "2026-12-24", "--dry-run"), /fleet-claim: r2/);
  assert.ok(!existsSync(join(folder, "releases/fleet-claim/r2.json")));
  released(folder, "--date", "2026-12-24");
  const second = read(folder, "fleet-claim/r2.json");
  assert.deepEqual(
    second.changed.map(({ place, after: now }) => [place, now]),
    [["claims/fleet-claim.json#/scenarios/sourced_then/inputs/servers/value", "50..300 server"]],
  );
  assert.equal(readFileSync(join(folder, "releases/fleet-claim/r1.json"), "utf8"), first);
  assert.equal(hashOf(folder, "--revision", "1"), before);
  assert.equal(hashOf(folder, "--revision", "2"), hashOf(folder));
  assert.notEqual(hashOf(folder), before);
  assert.deepEqual(checkErrors(folder), []);
  const report = readFileSync(join(folder, "releases/release-2.md"), "utf8");
  const rows = report.split("\n").filter((line) => line.startsWith("| fleet-claim"));
  const percents = rows.map((row) => Math.abs(Number(/(-?[\d.]+) % \|$/.exec(row)?.[1] ?? 0)));
  assert.ok(percents[0] > 1, rows[0]);
  assert.ok(rows.find((row) => row.includes("| sourced_then |")).endsWith(" % |"), report);
  const factors = percents.map((percent) => Math.log1p(percent / 100));
  assert.ok(factors.every((factor, i) => i === 0 || factor <= factors[i - 1] + 1e-4), "largest movers first");
  assert.match(rows.at(-1), /\| same \|$/);
  for (const scenario of ["as_published", "sourced_then", "by_power"])
    assert.ok(rows.some((row) => row.includes(`| ${scenario} |`)), scenario);
  assert.match(report, /inputs\/servers\/value`: `"[^`]*"` → `"50..300 server"`/);
  // Golden links grow: those of r1 stay as they were.
  const golden = readGolden(readFileSync(join(folder, "releases/golden.jsonl"), "utf8"));
  const links = golden.lines.map((line) => JSON.parse(line).link);
  assert.ok(links.includes("claims/fleet-claim/r1/") && links.includes("claims/fleet-claim/r2/"));
  assert.equal(JSON.parse(golden.lines[links.indexOf("claims/fleet-claim/r1/")]).hash, before);
});

test("Sobol dimensions are kept, and a new input takes the next free one", () => {
  const folder = dataset();
  released(folder);
  const first = read(folder, "index.json").claims["fleet-claim"].dimensions;
  edit(folder, "models/fleet.json", (model) => {
    model.inputs.age = { unit: "1", scale: "linear", min: "0", max: "9", slider: { low: "0", high: "2" }, label: model.inputs.servers.label };
    const step = model.steps.find((one) => one.formula?.includes("pue"));
    step.formula = `(${step.formula}) * age`;
  });
  edit(folder, "claims/fleet-claim.json", (claim) => {
    for (const scenario of Object.values(claim.scenarios))
      if (!scenario.extends)
        scenario.inputs.age = { ...scenario.inputs.load, value: "1" };
  });
  const errors = checkErrors(folder).filter((line) => !line.startsWith("source"));
  assert.deepEqual(errors, []);
  const wanted = ask(folder, "describe", "fleet-claim").dimensions;
  const next = Math.max(...Object.values(first)) + 1;
  assert.deepEqual(wanted, { ...first, age: next }, "before the release too: what is previewed is what will be frozen");
  released(folder);
  assert.deepEqual(read(folder, "index.json").claims["fleet-claim"].dimensions, { ...first, age: next });
  assert.ok(
    read(folder, "fleet-claim/r2.json").changed.some(({ place }) => place.endsWith("#/dimensions/age")),
  );
  assert.ok(read(folder, "fleet-claim/r2.json").labels["models/fleet.json"].inputs.age.label.en);
});

test("a file that was tampered with stops the check and the next release", () => {
  const folder = dataset();
  released(folder);
  const file = join(folder, "releases/fleet-claim/r1.json");
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace('"date": "', '"date":  "'));
  assert.deepEqual(checkErrors(folder), ["release-changed at releases/fleet-claim/r1.json"]);
  const stopped = release(folder);
  assert.equal(stopped.status, 1);
  assert.match(stopped.stderr, /before the release.*release-changed/s);
  rmSync(file);
  assert.deepEqual(checkErrors(folder), ["release-missing at releases/fleet-claim/r1.json"]);
  writeFileSync(file, text);
  assert.deepEqual(checkErrors(folder), []);
  edit(join(folder, "releases"), "index.json", (index) => (index.releases[0].date = "2020-01-01"));
  assert.deepEqual(checkErrors(folder), ["release-changed at releases/index.json#/releases/0/chain"]);
});

test("a withdrawn claim says when and why, gets no new revision, and its revisions stay", () => {
  const folder = dataset();
  released(folder);
  const hash = hashOf(folder, "--revision", "1");
  edit(folder, "claims/fleet-claim.json", (claim) => (claim.status = "withdrawn"));
  assert.deepEqual(checkErrors(folder), ["key-missing at claims/fleet-claim.json#"]);
  edit(folder, "claims/fleet-claim.json", (claim) => {
    claim.withdrawn = { date: "2027-01-02", reason: { en: "No such fleet.", "zh-Hans": "没有。", "zh-Hant": "沒有。" } };
    claim.scenarios.sourced_then.inputs.servers.value = "50..300 server";
  });
  assert.deepEqual(checkErrors(folder), []);
  assert.match(released(folder), /nothing has changed/);
  assert.equal(hashOf(folder, "--revision", "1"), hash);
  rmSync(join(folder, "claims/fleet-claim.json"));
  assert.ok(checkErrors(folder).includes("claim-unknown at releases/index.json#/claims/fleet-claim"));
});

test("an unpublished release is made anew with the same numbers; the index and the links say what they replace", () => {
  const folder = dataset();
  released(folder, "--date", "2026-11-22");
  const first = read(folder, "index.json");
  edit(folder, "claims/fleet-claim.json", (claim) => (claim.scenarios.sourced_then.inputs.servers.value = "50..300 server"));
  released(folder, "--date", "2026-11-23");
  const second = read(folder, "index.json");
  edit(folder, "claims/fleet-claim.json", (claim) => (claim.scenarios.sourced_then.inputs.servers.value = "50..400 server"));
  released(folder, "--date", "2026-11-24", "--remake-unpublished");
  const again = read(folder, "index.json");
  assert.deepEqual(again.releases[0], first.releases[0]);
  assert.equal(again.releases.length, 2);
  assert.deepEqual(again.releases[1].replaces, [second.releases[1].chain]);
  assert.equal(read(folder, "fleet-claim/r2.json").changed[0].after, "50..400 server");
  assert.deepEqual(checkErrors(folder), []);
  const golden = readFileSync(join(folder, "releases/golden.jsonl"), "utf8");
  assert.equal(goldenFault(golden), "");
  assert.equal(readGolden(golden).head.replaces.length, 1);
});

test("golden links: a line that is changed, moved or removed is found, with and without a history", () => {
  const results = [1, 2, 3].map((n) => ({ link: `claims/x/r${n}/`, hash: String(n), outputs: {} }));
  const text = goldenText(results);
  assert.equal(goldenFault(text), "");
  assert.match(goldenFault(text.replace('"hash":"2"', '"hash":"4"')), /^line 3 /);
  const lines = text.split("\n");
  assert.match(goldenFault([lines[0], lines[2], lines[1], lines[3], ""].join("\n")), /^line 2 /);
  assert.match(goldenFault([lines[0], lines[1], lines[2], ""].join("\n")), /3 links were written, and there are 2/);
  assert.equal(goldenText(readGolden(text).lines.map((line) => JSON.parse(line))), text, "written again it is the same");

  const tree = mkdtempSync(join(work, "history-"));
  const git = (...args) =>
    execFileSync("git", ["-C", tree, "-c", "user.name=t", "-c", "user.email=t@example.org", ...args], { encoding: "utf8" });
  const history = () =>
    spawnSync(process.execPath, [join(root, "scripts/check_history"), "--root", tree], { encoding: "utf8" });
  const file = join(tree, "tests/links/golden.jsonl");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  assert.equal(history().status, 0, "without a history the file speaks for itself");
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "links");
  writeFileSync(file, goldenText([...results, { link: "claims/x/r4/", hash: "4", outputs: {} }]));
  assert.equal(history().status, 0, "links may be added");
  // Rewritten as if it had always been so: only the history knows.
  const forged = goldenText([results[0], { ...results[1], hash: "9" }, results[2]]);
  assert.equal(goldenFault(forged), "");
  writeFileSync(file, forged);
  const found = history();
  assert.equal(found.status, 1);
  assert.match(found.stdout, /claims\/x\/r2\/ .* was changed or removed/);
  writeFileSync(file, goldenText(results.slice(0, 2)));
  assert.equal(history().status, 1);
  writeFileSync(file, goldenText(results.slice(0, 2), [readGolden(text).head.head]));
  assert.equal(history().status, 0, "a release that was never published may be made anew, and the file says so");
});

test("places that differ are named by the ids of what they are in", () => {
  const before = { "models/m.json": { steps: [{ id: "a", formula: "x" }, { id: "b", formula: "y" }], outputs: ["a", "b"] } };
  const now = { "models/m.json": { steps: [{ id: "b", formula: "z" }, { id: "c", formula: "y" }], outputs: ["a"] } };
  assert.deepEqual(changedPlaces(before, now), [
    { place: "models/m.json#/outputs", before: ["a", "b"], after: ["a"] },
    { place: "models/m.json#/steps/a", before: { id: "a", formula: "x" }, after: null },
    { place: "models/m.json#/steps/b/formula", before: "y", after: "z" },
    { place: "models/m.json#/steps/c", before: null, after: { id: "c", formula: "y" } },
  ]);
  assert.deepEqual(changedPlaces(now, now), []);
});

test("a closure keeps the names of what its outputs need", () => {
  const t = (en) => ({ en, "zh-Hans": en, "zh-Hant": en });
  const model = {
    inputs: { x: { label: t("X"), definition: t("no") }, y: { label: t("Y") } },
    steps: [
      { id: "a", label: t("A"), formula: "2 * x" },
      { id: "b", label: t("B"), formula: "y" },
    ],
  };
  const files = { "claims/c.json": { outputs: ["a"] }, "models/m.json": model, "quantities/y.json": {} };
  assert.deepEqual(
    closureLabels(files, "c", (path) => (path === "quantities/y.json" ? { label: t("Y") } : files[path])),
    { "models/m.json": { inputs: { x: { label: t("X") } }, steps: [{ id: "a", label: t("A") }] } },
  );
  assert.equal(labelsOf({ a: 1, b: [1, 2], c: "text" }), undefined);
});
