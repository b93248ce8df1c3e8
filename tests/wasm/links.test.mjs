/** Golden links: what was published once is given for ever, by the module that pages carry and by the command line. The
 * native library replays them all in tests/core/exchange/test_golden_links.cpp, a browser in tests/web/e2e. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { goldenFault, readGolden } from "../../scripts/releases.mjs";
import { hashOf, root, startEngine, startPage } from "./engine.mjs";

const file = join(root, "tests/links/golden.jsonl");
const text = existsSync(file) ? readFileSync(file, "utf8") : "";
const links = text ? readGolden(text).lines.map((line) => JSON.parse(line)) : [];
const skip = links.length === 0 && "nothing was released yet";

test("the golden links stand as they were written", { skip }, () => {
  assert.equal(goldenFault(text), "");
  execFileSync(join(root, "scripts/check_history"), { encoding: "utf8" });
});

test("the module of the page gives every golden link its result, from the frozen file alone", { skip }, async () => {
  const whole = await startEngine();
  const page = await startPage();
  let held = "";
  for (const { link, hash, outputs, solve } of links) {
    const [, claim, revision] = link.split("/");
    if (held !== `${claim}/${revision}`) {
      held = `${claim}/${revision}`;
      assert.deepEqual(whole("load", readFileSync(join(root, `datasets/releases/${held}.json`), "utf8")).answer.errors, []);
      const { prepared } = whole("prepare", { claim }).answer;
      assert.deepEqual(page("load", { footing: 1, prepared }).answer.errors, []);
    }
    const { request, notices } = page("link", { text: link }).answer;
    assert.deepEqual(notices, [], link);
    const quick = { ...request, shapes: false, density: false };
    const { answer } = page("evaluate", quick);
    assert.deepEqual(answer.errors, [], link);
    assert.equal(answer.link, link);
    const { samples } = page("evaluate", { ...quick, samples_of: answer.steps.map(({ id }) => id) });
    assert.equal(hashOf(samples), hash, link);
    for (const { id, summary } of answer.outputs)
      for (const [key, value] of Object.entries(outputs[id])) assert.equal(summary[key], value, `${link} ${id} ${key}`);
    if (!solve) continue;
    const solved = page("solve", { ...request, input: solve.input }).answer;
    assert.deepEqual({ input: solved.input, crossings: solved.crossings, span: solved.span }, solve, link);
  }
});

test("a link's text is read as it was written, with and without an address before it", { skip }, async () => {
  const whole = await startEngine();
  for (const { link } of links) {
    const [, claim, revision] = link.split("/");
    for (const before of ["", "/en/", "https://example.org/sub/zh-Hant/"]) {
      const answer = whole("link", { text: before + link }).answer;
      assert.equal(answer.claim, claim);
      assert.equal(`r${answer.revision}`, revision);
    }
  }
});

test(
  "the command line gives a golden link its result",
  { skip: skip || (process.env.FOOTING_CLI ? false : "FOOTING_CLI is not set") },
  () => {
    for (const { link, hash } of links.filter((_, i) => i % 20 === 0)) {
      const answer = execFileSync(process.env.FOOTING_CLI, ["eval", "--link", link, "--hash", "--json"], {
        cwd: root,
        encoding: "utf8",
        maxBuffer: 1 << 28,
      });
      assert.equal(JSON.parse(answer).hash, hash, link);
    }
  },
);
