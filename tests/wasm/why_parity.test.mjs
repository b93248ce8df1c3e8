/** What says why is the same to the last bit natively (the command line) and in the modules: every claim explained, an
 * output over a range, and rivals compared. Numbers are printed in their shortest form that reads back, so equal texts of
 * numbers are equal bits. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { datasetMap, readJson, root, startDetail, startEngine } from "./engine.mjs";

const cli = process.env.FOOTING_CLI;
const skip = cli ? false : "FOOTING_CLI is not set";
const whole = await startEngine();
const detail = await startDetail();
const { claims } = whole("load", datasetMap()).answer;

const native = (...args) =>
  JSON.parse(execFileSync(cli, [...args, "--json", "--datasets", join(root, "datasets")], { maxBuffer: 1 << 26 }));

test("the modules of page and details have one glue: one worker's script starts both", () => {
  const glue = (name) => readFileSync(join(process.env.FOOTING_GENERATED ?? join(root, "web/generated"), name), "utf8");
  assert.equal(glue("footing_detail.mjs"), glue("footing.mjs"));
});

test("explain and sweep: the command line and the module of details", { skip }, () => {
  for (const claim of claims) {
    const { prepared } = whole("prepare", { claim }).answer;
    assert.deepEqual(detail("load", { footing: 1, prepared }).answer.errors, [], claim);
    const { answer } = detail("explain", { claim });
    assert.deepEqual(answer, native("explain", claim), claim);
    const input = answer.elasticities.find(({ value }) => value !== null && value !== 0)?.input;
    if (input === undefined) continue;
    assert.deepEqual(detail("sweep", { claim, input }).answer, native("sweep", claim, "--for", input), `${claim} ${input}`);
  }
});

test("compare: the command line and the whole engine", { skip }, () => {
  let compared = 0;
  for (const claim of claims)
    for (const rival of readJson(`datasets/claims/${claim}.json`).rivals) {
      const { answer } = whole("compare", { a: { claim, scenario: "as_published" }, b: { claim: rival, scenario: "as_published" } });
      if (!answer.ok) continue; // on two models
      assert.deepEqual(answer, native("compare", `${claim}:as_published`, `${rival}:as_published`), `${claim} ${rival}`);
      ++compared;
    }
  assert.ok(compared > 5);
});
