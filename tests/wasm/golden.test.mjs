/** The shipped modules, on claims that the full one prepared, give the approved bits: those of the native build, which
 * tests/core/exchange compares with the same files. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { datasetMap, hashOf, readJson, root, startEngine, startFile, startPage } from "./engine.mjs";

const whole = await startEngine();
const call = await startPage();
const inFile = await startFile();
const files = readdirSync(join(root, "tests/golden")).filter((name) => name !== "changes.json");

test("the hash is FNV-1a", () => {
  // Published vector: FNV-1a of "foobar" in 64 bits, padded here to none.
  assert.equal(hashOf(new Uint8Array([..."foobar"].map((c) => c.charCodeAt(0)))), "85944171f73967e8");
});

test("the dataset loads without an error", () => {
  const { answer } = whole("load", datasetMap());
  assert.deepEqual(answer.errors, []);
  assert.deepEqual(
    files.filter((name) => name.startsWith("claim.")).sort(),
    answer.claims.map((id) => `claim.${id}.json`).sort(),
  );
});

for (const name of files) {
  test(`${name}: WebAssembly gives the approved bits`, () => {
    whole("load", name === "small.json" ? readJson("tests/invalid/base.json") : datasetMap());
    const { claim } = readJson(`tests/golden/${name}`)[0].request;
    const { prepared } = whole("prepare", { claim }).answer;
    assert.deepEqual(call("load", { footing: 1, prepared }).answer.errors, []);
    assert.deepEqual(inFile("load", { footing: 1, prepared }).errors, []);
    for (const { request, hash, outputs, solve } of readJson(`tests/golden/${name}`)) {
      const about = JSON.stringify(request);
      const quick = { ...request, shapes: false, density: false };
      const { answer } = call("evaluate", quick);
      assert.deepEqual(answer.errors, [], about);
      const { samples } = call("evaluate", { ...quick, samples_of: answer.steps.map(({ id }) => id) });
      assert.equal(samples.length, answer.steps.length * answer.request.samples, about);
      assert.equal(hashOf(samples), hash, about);
      for (const { id, summary } of answer.outputs) {
        for (const [key, value] of Object.entries(outputs[id]))
          assert.equal(summary[key], value, `${about} ${id} ${key}`);
      }
      // The module of single files is held to the page's answers, every digit of every step.
      assert.deepEqual(inFile("evaluate", quick), answer, about);
      if (!solve) continue;
      const solved = call("solve", { ...request, input: solve.input }).answer;
      assert.deepEqual({ input: solved.input, crossings: solved.crossings, span: solved.span }, solve, about);
      assert.deepEqual(inFile("solve", { ...request, input: solve.input }), solved, about);
    }
  });
}

test(
  "the command line gives the approved bits",
  { skip: process.env.FOOTING_CLI ? false : "FOOTING_CLI is not set" },
  () => {
    execFileSync(process.execPath, [join(root, "scripts/approve_golden"), "--check"], { encoding: "utf8" });
  },
);
