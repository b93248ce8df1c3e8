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

test("single files, where JavaScript reads and writes numbers, take and give the page's", () => {
  whole("load", datasetMap());
  const claim = "chatgpt-daily-500mwh";
  const { prepared } = whole("prepare", { claim }).answer;
  for (const module of [(name, request) => call(name, request).answer, inFile])
    assert.deepEqual(module("load", { footing: 1, prepared }).errors, []);
  // Texts at the middle between two doubles and beside it, with more digits than any has, and at the ends of the range.
  const texts = [
    "9007199254740993",
    "9007199254740992.99999999999999999999",
    `9007199254740993.${"0".repeat(900)}1`,
    "1.00000000000000011102230246251565404236316680908203125",
    "1.000000000000000111022302462515654042363166809082031249",
    "1.7976931348623158e308",
    "1.7976931348623159e308",
    "1e400",
    "4.9e-324",
    "2e-324",
    "1e-400",
    "123456789012345678901234567890",
    "1e21",
    "999999999999999900000",
    "1000000000000000128",
    "0.000001",
    "1e-7",
    "-0",
    "0",
    "5e-324",
    "2.2250738585072011e-308",
    "00",
    "1.",
    ".5",
    "+1",
    "0x10",
    "1e",
    "Infinity",
    "NaN",
    "1_000",
    " 2",
    "2 ",
    "1,000",
    "",
    "١",
  ];
  let seed = 1n;
  for (let i = 0; i < 200; ++i) {
    seed = (seed * 6364136223846793005n + 1442695040888963407n) & 0x7fffffffffffffffn;
    const value = new Float64Array(BigUint64Array.of(seed).buffer)[0];
    if (Number.isFinite(value)) texts.push(String(value), value.toPrecision(1 + (i % 21)), value.toExponential(100));
  }
  let read = 0;
  for (const text of texts) {
    const request = { claim, set: { servers: text }, samples: 64, shapes: false, density: false };
    const { answer } = call("evaluate", request);
    assert.deepEqual(inFile("evaluate", request), answer, text);
    read += answer.ok ? 1 : 0;
  }
  assert.ok(read > 100, `${read} were read`);
});

test(
  "the command line gives the approved bits",
  { skip: process.env.FOOTING_CLI ? false : "FOOTING_CLI is not set" },
  () => {
    execFileSync(process.execPath, [join(root, "scripts/approve_golden"), "--check"], { encoding: "utf8" });
  },
);
