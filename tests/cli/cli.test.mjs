/** The command line, as scripts use it: help, exit codes, JSON, tables, links. FOOTING_CLI names the binary. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { root } from "../wasm/engine.mjs";
import { complaints } from "../wasm/schemas.mjs";

const cli = process.env.FOOTING_CLI ?? join(root, "build/native/core/footing");
assert.ok(existsSync(cli), `there is no ${cli}: build it, or name it in FOOTING_CLI`);
const work = mkdtempSync(join(tmpdir(), "footing-cli-"));
after(() => rmSync(work, { recursive: true }));
const datasets = join(root, "datasets");
const claim = "chatgpt-daily-500mwh";

function run(args, { cwd = root, env = {} } = {}) {
  const { status, stdout, stderr, signal } = spawnSync(cli, args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
  });
  assert.equal(signal, null, `${args.join(" ")} died of ${signal}\n${stderr}`);
  return { status, stdout, stderr };
}

function json(args, shape, status = 0) {
  const { stdout, stderr, status: found } = run([...args, "--json"]);
  assert.equal(found, status, `${args.join(" ")}\n${stderr}`);
  const answer = JSON.parse(stdout);
  assert.equal(complaints(`facade#/$defs/${shape}`, answer), "", args.join(" "));
  return answer;
}

/** A copy of the dataset with one file rewritten. */
function copyWith(path, rewrite) {
  const folder = mkdtempSync(join(work, "d-"));
  cpSync(datasets, folder, { recursive: true });
  const file = join(folder, path);
  writeFileSync(file, rewrite(existsSync(file) ? readFileSync(file, "utf8") : ""));
  return folder;
}

const commands = ["eval", "explain", "solve", "compare", "sweep", "check", "list", "new", "describe", "link", "closure", "prepare"];

test("--help explains every command, on standard output, with exit code 0", () => {
  const { status, stdout, stderr } = run(["--help"]);
  assert.equal(status, 0);
  assert.equal(stderr, "");
  assert.match(stdout, /Exit codes: 0 .*1 .*2 /);
  for (const name of commands) {
    assert.match(stdout, new RegExp(`^  ${name} `, "m"));
    for (const flag of ["--help"]) {
      const help = run([name, flag]);
      assert.equal(help.status, 0, name);
      assert.match(help.stdout, new RegExp(`^footing ${name}`), name);
      for (const option of ["--json", "--datasets"]) assert.ok(help.stdout.includes(option), `${name} ${option}`);
      assert.equal(help.stderr, "");
    }
  }
  assert.match(run(["--version"]).stdout, /^footing \d+\.\d+\.\d+, method \d+, link \d+\n$/);
});

test("a command line that is not understood has exit code 2 and says why on standard error", () => {
  const cases = [
    [],
    ["evaluate"],
    ["eval", "--nonsense"],
    ["eval"],
    ["solve"],
    ["solve", claim, "--for"],
    ["explain"],
    ["compare", claim],
    ["compare", claim, claim, claim],
    ["sweep", claim],
    ["sweep", claim, "--for", "servers", "--points", "many"],
    ["describe"],
    ["closure"],
    ["prepare"],
    ["link"],
    ["new", "some-claim"],
    ["new", "--model", "fleet-energy"],
    ["new", "some-claim", "other-claim", "--model", "fleet-energy"],
    ["eval", claim, "--set", "pue"],
    ["eval", claim, "--set", "=1"],
    ["eval", claim, "--samples", "many"],
    ["eval", claim, "--samples", "-1"],
    ["list", "--json=yes"],
  ];
  for (const args of cases) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 2, args.join(" "));
    assert.equal(stdout, "", args.join(" "));
    assert.notEqual(stderr, "", args.join(" "));
  }
});

test("data, a value or a link that is amiss has exit code 1", () => {
  const cases = [
    ["eval", "no-such-claim"],
    ["eval", claim, "--scenario", "none"],
    ["eval", claim, "--set", "pue=much"],
    ["eval", claim, "--set", "pues=1"],
    ["eval", claim, "--samples", "1"],
    ["eval", claim, "--seed", "x"],
    ["solve", claim, "--for", "nothing"],
    ["solve", claim, "--target", "much"],
    ["explain", claim, "--output", "nothing"],
    ["compare", claim, "no-such-claim"],
    ["compare", claim, `${claim}:none`],
    ["compare", claim, "/en/claims/none/"],
    ["sweep", claim, "--for", "servers", "--points", "1"],
    ["describe", "nothing"],
    ["closure", "nothing"],
    ["prepare", "nothing"],
    ["new", claim, "--model", "fleet-energy", "--route", "by_servers", "--print"],
    ["new", "some-claim", "--model", "fleets", "--print"],
    ["new", "some-claim", "--model", "training-run", "--print"],
    ["eval", "--link", "/en/"],
    ["eval", "--link", `/en/claims/${claim}/?pue=%`],
    ["link", "/en/claims/none/"],
    ["link", claim, "--set", "pue=x"],
    ["list", "--datasets", join(work, "none")],
    ["check", join(work, "none.json")],
    ["eval", claim, "--set", "pue=\u00e9"],
  ];
  for (const args of cases) {
    const { status, stderr } = run(args);
    assert.equal(status, 1, `${args.join(" ")}\n${stderr}`);
    assert.notEqual(stderr, "", args.join(" "));
  }
  // Any bytes, as a shell may pass them.
  const bytes = spawnSync("/bin/sh", ["-c", `"$0" eval ${claim} --set "pue=$(printf '\\377')"`, cli], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(bytes.status, 1, bytes.stderr);
});

test("--json has the shape of the facade, with notices and errors in it", () => {
  json(["list"], "list_answer");
  json(["describe", claim], "describe_answer");
  json(["describe", "fleet-energy"], "describe_answer");
  json(["check"], "check_answer");
  json(["solve", claim, "--for", "servers"], "solve_answer");
  const explained = json(["explain", claim, "--samples", "1024"], "explain_answer");
  assert.equal(explained.indices.rows, 512);
  assert.equal("indices" in json(["solve", claim], "explain_answer"), false);
  json(["solve", claim, "--closest"], "closest_answer");
  json(["sweep", claim, "--for", "servers", "--from", "1000", "--to", "9000", "--points", "5"], "sweep_answer");
  const compared = json(
    ["compare", `${claim}:as_published`, `/en/claims/${claim}/?servers=5000`, "--order", "pue"],
    "compare_answer",
  );
  assert.equal(compared.walk.ids[0], "pue");
  assert.equal(compared.b.changed, true);
  json(["link", claim, "--set", "pue=1.2"], "link_written_answer");
  json(["link", `/en/claims/${claim}/?pue=1.2`], "link_read_answer");
  json(["link", "/en/claims/none/"], "link_read_answer", 1);
  json(["closure", "none"], "closure_answer", 1);
  json(["eval", "none"], "evaluate_answer", 1);
  json(["eval", "--link", "/en/"], "link_read_answer", 1);
  const answer = json(["eval", claim, "--set", "pue=x"], "evaluate_answer", 1);
  assert.equal(answer.notices[0].path, "pue");
  const linked = json(["eval", "--link", `/en/claims/${claim}/?pue=%`], "evaluate_answer", 1);
  assert.deepEqual(
    linked.notices.map(({ code, path }) => [code, path]),
    [["link-encoding", "pue"]],
  );
  const closure = JSON.parse(run(["closure", claim]).stdout);
  assert.equal(complaints("facade#/$defs/file_map", closure), "");
});

/** The small dataset of tests/invalid as a folder. */
function smallFolder(rewrite = (files) => files) {
  const folder = mkdtempSync(join(work, "s-"));
  const { files } = JSON.parse(readFileSync(join(root, "tests/invalid/base.json"), "utf8"));
  for (const [path, file] of Object.entries(rewrite(files))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof file === "string" ? file : JSON.stringify(file));
  }
  return folder;
}

test("list --article shows every numeric statement with its state, as a table and as JSON", () => {
  const folder = smallFolder();
  const { status, stdout, stderr } = run(["list", "--article", "report", "--datasets", folder]);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^report: A report$/m);
  assert.match(stdout, /^ {2}s01 +computed +fleet-claim +14,400 kWh_facility\/day +14,400 kWh_facility\/day +14.4 MWh a day$/m);
  assert.match(stdout, /^ {2}s02 +record +every tenth server$/m);
  assert.match(stdout, /^s02 \(record\) A tenth is idle\.\n {4}The report counts them\.$/m);
  assert.match(stdout, /^s03 \(open\) A doubling\.$/m);
  assert.doesNotMatch(stdout, /[ \t]$/m);
  const shape = (args) => JSON.parse(run([...args, "--json", "--datasets", folder]).stdout);
  const answer = shape(["list", "--article", "report"]);
  assert.equal(complaints("facade#/$defs/list_article_answer", answer), "");
  const articles = shape(["list", "--articles"]);
  assert.equal(complaints("facade#/$defs/list_articles_answer", articles), "");
  assert.match(run(["list", "--articles", "--datasets", folder]).stdout, /^ {2}report +3 +1 +1 +1$/m);
  const unknown = run(["list", "--article", "reports", "--datasets", folder]);
  assert.equal(unknown.status, 1);
  assert.match(unknown.stderr, /article-unknown/);
  assert.match(unknown.stderr, /Did you mean "report"/);
});

test("check reads the lists of articles, and a list alone within its dataset", () => {
  const folder = smallFolder((files) => {
    files["articles/report.json"].statements[0].claim = "fleet";
    return files;
  });
  for (const args of [["check", folder], ["check", join(folder, "articles/report.json")]]) {
    const { status, stderr } = run(args);
    assert.equal(status, 1);
    assert.ok(stderr.includes("error claim-unknown at articles/report.json#/statements/0/claim\n"), stderr);
  }
});

test("check names the line of a table, of the whole dataset and of the table alone", () => {
  const folder = smallFolder((files) => {
    files["tables/homes.csv"] += 'x,1,"kWh,,report,,read,\n';
    return files;
  });
  for (const args of [["check", folder], ["check", join(folder, "tables/homes.csv")]]) {
    const { status, stderr } = run(args);
    assert.equal(status, 1);
    assert.ok(stderr.includes("error csv-syntax at tables/homes.csv:4\n"), stderr);
  }
});

/** The claim of tests/new-claim was added by following datasets/README.md alone. */
const added = "llama-3p1-405b-8930t";

test("new writes a claim's file in which check names every place that is to be filled in", () => {
  const folder = copyWith("units.json", (text) => text);
  const how = ["--model", "training-run", "--route", "by_chip_hours", "--output", "carbon", "--output", "facility_energy"];
  const { status, stdout, stderr } = run(["new", added, ...how, "--datasets", folder]);
  assert.equal(status, 0, stderr);
  const file = join(folder, `claims/${added}.json`);
  assert.ok(stdout.startsWith(`${file}\n`), stdout);
  const begun = JSON.parse(readFileSync(file, "utf8"));
  assert.match(begun.checked, /^\d{4}-\d{2}-\d{2}$/);
  assert.equal(Number(begun.review_by.slice(0, 4)), Number(begun.checked.slice(0, 4)) + 1);

  const blanks = [];
  const visit = (node, path) => {
    if (node === "" || (typeof node === "string" && node.startsWith("? "))) blanks.push(path);
    if (node && typeof node === "object")
      for (const [key, child] of Object.entries(node)) if (path || key !== "comment") visit(child, `${path}/${key}`);
  };
  visit(begun, "");
  const checked = JSON.parse(run(["check", folder, "--json"]).stdout);
  const places = checked.errors.map(({ path }) => path);
  assert.ok(blanks.length > 20);
  for (const blank of blanks) {
    const words = blank.replace(/\/(en|zh-Hans|zh-Hant)$/, "");
    assert.ok(places.includes(`claims/${added}.json#${words}`), blank);
  }
  for (const { code, path } of checked.errors) {
    assert.ok(path.startsWith(`claims/${added}.json#`), path);
    assert.ok(["text-missing", "value-syntax"].includes(code), `${code} at ${path}`);
  }

  // Filled in, it checks; nothing had to be added but a source and where its last digit is.
  const filled = JSON.parse(readFileSync(join(root, `tests/new-claim/claims/${added}.json`), "utf8"));
  assert.deepEqual(Object.keys(filled), Object.keys(begun));
  assert.deepEqual(
    Object.keys(filled.scenarios.as_published.inputs),
    Object.keys(begun.scenarios.as_published.inputs),
  );
  cpSync(join(root, "tests/new-claim"), folder, { recursive: true });
  const fine = run(["check", folder]);
  assert.equal(fine.status, 0, fine.stderr);
  for (const path of [`claims/${added}.json`, "sources/llama-3p1-card.json"])
    assert.equal(complaints(path.startsWith("claims") ? "claim" : "source", JSON.parse(readFileSync(join(folder, path), "utf8"))), "");
  const { outputs } = JSON.parse(run(["eval", added, "--json", "--scenario", "as_published", "--datasets", folder]).stdout);
  assert.equal(outputs[0].placements[0].holds, true);

  assert.equal(run(["new", added, ...how, "--datasets", folder]).status, 1);
});

test("new --print writes no file and offers the routes where one must be chosen", () => {
  const folder = copyWith("units.json", (text) => text);
  const printed = run(["new", added, "--model", "household-equivalent", "--print", "--datasets", folder]);
  assert.equal(printed.status, 0, printed.stderr);
  const { template } = { template: JSON.parse(printed.stdout) };
  assert.deepEqual(template.outputs, ["households"]);
  assert.ok(template.comment.some((line) => line.includes('"bundles": {"home"')));
  assert.ok(!existsSync(join(folder, `claims/${added}.json`)));
  const asked = run(["new", added, "--model", "training-run", "--datasets", folder]);
  assert.match(asked.stderr, /Choose one of: .*by_chip_hours/);
});

test("eval --link gives what eval gives with the same settings, --set comes on top", () => {
  const set = [
    "--set",
    "servers=2000..6000",
    "--set",
    "pue=1.2",
    "--set",
    "home=cn",
    "--scenario",
    "as_published",
    "--samples",
    "1000",
    "--seed",
    "9",
  ];
  const plain = json(["eval", claim, ...set], "evaluate_answer");
  const linked = json(["eval", "--link", `https://example.org/x/en/${plain.link}`], "evaluate_answer");
  assert.deepEqual(linked, plain);
  const { link } = json(["link", claim, ...set], "link_written_answer");
  assert.equal(link, plain.link);
  const more = json(["eval", "--link", link, "--set", "pue=1.5"], "evaluate_answer");
  assert.deepEqual(more.request.set, { ...plain.request.set, pue: "1.5" });
  const hash = (args) => JSON.parse(run(["eval", ...args, "--hash", "--json"]).stdout).hash;
  assert.match(hash([claim, ...set]), /^[0-9a-f]{16}$/);
  assert.equal(hash(["--link", link]), hash([claim, ...set]));
  assert.notEqual(hash(["--link", link]), hash(["--link", link, "--seed", "10"]));
});

test("tables are aligned, name every input and output, and hold no NaN and no trailing blanks", () => {
  for (const { id } of json(["list"], "list_answer").claims) {
    const answer = json(["eval", id], "evaluate_answer");
    const { stdout, status } = run(["eval", id]);
    assert.equal(status, 0, id);
    assert.doesNotMatch(stdout, /\b(nan|inf|infinity|null|undefined)\b/i, id);
    assert.doesNotMatch(stdout, /[ \t]$/m, id);
    for (const { id: name, unit } of [...answer.inputs, ...answer.outputs]) {
      const line = stdout.split("\n").find((one) => one.startsWith(`  ${name} `));
      assert.ok(line && (unit === "1" || line.includes(unit)), `${id}: ${name}`);
    }
    const head = stdout.split("\n").find((line) => line.startsWith("  input "));
    const column = head.indexOf("unit");
    for (const { id: name, unit } of answer.inputs) {
      const line = stdout.split("\n").find((one) => one.startsWith(`  ${name} `));
      assert.equal(line.indexOf(unit, column), column, `${id}: ${name}`);
      assert.equal(line[column - 1], " ");
    }
    assert.ok(stdout.includes(`link: ${answer.link}\n`));
  }
});

test("explain, solve, compare and sweep print every input and factor, without NaN or trailing blanks", () => {
  for (const { id } of json(["list"], "list_answer").claims) {
    const answer = json(["explain", id, "--samples", "1024"], "explain_answer");
    const runs = [["explain", id, "--samples", "1024"], ["compare", `${id}:as_published`, id]];
    if (answer.target) runs.push(["solve", id, "--samples", "1024"]);
    runs.push(["sweep", id, "--for", answer.elasticities[0].input, "--points", "4", "--samples", "256"]);
    const [explained, compared] = runs.map((args) => {
      const { stdout, stderr, status } = run(args);
      assert.equal(status, 0, `${args.join(" ")}\n${stderr}`);
      assert.doesNotMatch(stdout, /\b(nan|inf|null|undefined)\b/i, args.join(" "));
      assert.doesNotMatch(stdout, /[ \t]$/m, args.join(" "));
      return stdout;
    });
    for (const { input } of answer.elasticities) assert.match(explained, new RegExp(`^  ${input} `, "m"), id);
    const factors = json(["compare", `${id}:as_published`, id], "compare_answer").factors;
    for (const factor of factors) assert.match(compared, new RegExp(`^  ${factor.id} `, "m"), id);
  }
});

test("check prints every error at once, each with its place", () => {
  const folder = copyWith(`claims/${claim}.json`, (text) => {
    const file = JSON.parse(text);
    file.driver = "chips";
    file.published[0].relation = "roughly";
    file.scenarios.as_published.inputs.pue.value = "1 kWh";
    delete file.title.en;
    return JSON.stringify(file);
  });
  writeFileSync(join(folder, "claims/broken.json"), '{\n  "id": "broken",,\n}');
  const { status, stdout, stderr } = run(["check", folder]);
  assert.equal(status, 1);
  const at = (code, place) =>
    assert.ok(stderr.includes(`error ${code} at ${place}\n`), `${code} at ${place}\n${stderr}`);
  at("driver-unknown", `claims/${claim}.json#/driver`);
  at("word-unknown", `claims/${claim}.json#/published/0/relation`);
  at("unit-mismatch", `claims/${claim}.json#/scenarios/as_published/inputs/pue/value`);
  at("text-missing", `claims/${claim}.json#/title`);
  at("json-syntax", "claims/broken.json");
  assert.match(stderr, /line 2, column/);
  assert.match(stdout, /^\d+ files, \d+ valid claims, [5-9] errors, 0 warnings\n$/);
  const answer = JSON.parse(run(["check", folder, "--json"]).stdout);
  assert.equal(complaints("facade#/$defs/check_answer", answer), "");
  assert.equal(answer.claims.includes(claim), false);
  assert.ok(answer.claims.length > 0);
});

test("a file is checked within the dataset that it lies in", () => {
  const folder = copyWith(`claims/${claim}.json`, (text) => text.replace('"fleet-energy"', '"fleets"'));
  const { status, stderr } = run(["check", join(folder, `claims/${claim}.json`)], { cwd: work });
  assert.equal(status, 1);
  assert.ok(stderr.includes(`error model-unknown at claims/${claim}.json#/model`), stderr);
  const fine = run(["check", join(datasets, `claims/${claim}.json`)], { cwd: work });
  assert.equal(fine.status, 0, fine.stderr);
});

test("the dataset is found from any folder within the repository, and by FOOTING_DATASETS", () => {
  assert.equal(run(["list"], { cwd: join(root, "core/src") }).status, 0);
  assert.equal(run(["list"], { cwd: work }).status, 1);
  assert.equal(run(["list"], { cwd: work, env: { FOOTING_DATASETS: datasets } }).status, 0);
});

test("a closure saved as files evaluates to the same hash", () => {
  const closure = JSON.parse(run(["closure", claim, "--words"]).stdout);
  const folder = mkdtempSync(join(work, "c-"));
  for (const name of ["claims", "models", "quantities", "bundles", "sources"])
    cpSync(join(datasets, name), join(folder, name), { recursive: true, filter: (path) => !path.endsWith(".json") });
  for (const [path, file] of Object.entries(closure.files)) writeFileSync(join(folder, path), JSON.stringify(file));
  const hash = (where) => JSON.parse(run(["eval", claim, "--hash", "--json", "--datasets", where]).stdout).hash;
  assert.equal(hash(folder), hash(datasets));
});
