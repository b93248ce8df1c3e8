/** Every answer of the facade has the shape that datasets/schema/facade.schema.json gives, and nothing that is asked
 * makes it throw. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { change, datasetMap, readJson, root, startDetail, startEngine, startPage } from "./engine.mjs";
import { complaints } from "./schemas.mjs";

const call = await startEngine();
const real = datasetMap();

/** Sends a request; both it and the answer must have their shapes. */
function ask(name, request, { answer: shape = `${name}_answer`, valid = true } = {}) {
  if (valid)
    assert.equal(
      complaints(`facade#/$defs/${name}_request`, request),
      "",
      `${name} ${JSON.stringify(request).slice(0, 200)}`,
    );
  const { answer, samples } = call(name, request);
  const wrong = complaints(`facade#/$defs/${shape}`, answer);
  assert.equal(
    wrong,
    "",
    `${name} ${JSON.stringify(request).slice(0, 200)} gave ${JSON.stringify(answer).slice(0, 600)}`,
  );
  return { answer, samples };
}

test("load, list, describe, about and closure have their shapes", () => {
  const { answer } = ask("load", real);
  assert.deepEqual(answer.errors, []);
  const list = ask("list", {}).answer;
  assert.deepEqual(
    list.claims.map(({ id }) => id),
    answer.claims,
  );
  assert.equal(ask("about", {}).answer.limits.samples, 1048576);
  for (const { id, model } of list.claims) {
    assert.equal(ask("describe", { claim: id }).answer.driver.length > 0, true);
    assert.equal("driver" in ask("describe", { model }).answer, false);
    assert.equal(ask("closure", { claim: id }).answer.closure.frozen, true);
    const { closure } = ask("closure", { claim: id, words: true }).answer;
    assert.equal(ask("check", closure).answer.ok, true);
  }
  ask("load", real);
});

test("the lists of articles and of one article's statements have their shapes", () => {
  ask("load", readJson("tests/invalid/base.json"));
  const { articles } = ask("list", { articles: true }, { answer: "list_articles_answer" }).answer;
  assert.deepEqual(
    articles.map(({ id }) => id),
    ["report"],
  );
  const { article } = ask("list", { article: "report" }, { answer: "list_article_answer" }).answer;
  assert.deepEqual(
    article.statements.map(({ state }) => state),
    ["computed", "record", "open"],
  );
  ask("load", real);
  for (const { id } of ask("list", { articles: true }, { answer: "list_articles_answer" }).answer.articles)
    ask("list", { article: id }, { answer: "list_article_answer" });
});

test("a template has its shape and its model's inputs", () => {
  ask("load", real);
  const { template } = ask("template", { claim: "new-claim", model: "fleet-energy", routes: ["by_servers"], outputs: ["energy_per_day"] }).answer;
  assert.deepEqual(Object.keys(template.scenarios.as_published.inputs), ["load", "pue", "server_power", "servers"]);
  assert.equal(template.scenarios.as_published.route, "by_servers");
});

test("evaluate, solve and link have their shapes for each claim and scenario", () => {
  ask("load", real);
  for (const { id, scenarios } of ask("list", {}).answer.claims) {
    const { driver } = ask("describe", { claim: id }).answer;
    for (const scenario of scenarios) {
      const request = { claim: id, scenario, samples: 512 };
      const { answer, samples } = ask("evaluate", request);
      assert.equal(answer.ok, true);
      assert.equal(samples, null);
      for (const { density } of answer.outputs) {
        if (!density) continue;
        assert.equal(density.x.length, density.y.length + 1);
        assert.ok(Math.abs(density.y.reduce((a, b) => a + b, 0) - 1) < 1e-9);
      }
      const rows = [answer.steps[0].id, answer.inputs[0].id];
      const drawn = ask("evaluate", { ...request, samples_of: rows, density: false, shapes: false });
      assert.ok(drawn.samples instanceof Float64Array);
      assert.equal(drawn.samples.length, rows.length * 512);
      assert.equal(Math.max(...drawn.samples.subarray(0, 512)), drawn.answer.steps[0].summary.max);
      if (answer.inputs.some((input) => input.id === driver)) ask("solve", { ...request, input: driver });
      for (const input of answer.inputs) ask("solve", { ...request, input: input.id });
      const { link } = ask("link", { request }, { answer: "link_written_answer" }).answer;
      assert.equal(link, answer.link);
      const read = ask("link", { text: `/en/${link}` }, { answer: "link_read_answer" }).answer;
      assert.equal(ask("link", { request: read.request }, { answer: "link_written_answer" }).answer.link, link);
    }
  }
});

test("the page's module answers as the full engine does, to the letter", async () => {
  const page = await startPage();
  ask("load", real);
  for (const { id, scenarios } of ask("list", {}).answer.claims) {
    const { prepared } = ask("prepare", { claim: id, rivals: true }).answer;
    const loading = { footing: 1, prepared };
    assert.equal(complaints("facade#/$defs/load_prepared_request", loading), "");
    assert.equal(page("load", loading).answer.ok, true);
    for (const scenario of scenarios) {
      const request = { claim: id, scenario, samples: 512 };
      assert.equal(page("evaluate", request).text, call("evaluate", request).text);
      for (const { id: input } of page("evaluate", request).answer.inputs)
        assert.equal(page("solve", { ...request, input }).text, call("solve", { ...request, input }).text);
      assert.equal(page("link", { request }).text, call("link", { request }).text);
    }
  }
  assert.equal(page("about", {}).text, call("about", {}).text);
  for (const name of ["check", "describe", "closure", "list", "prepare"])
    assert.equal(page(name, {}).answer.errors[0].code, "call-unknown");
});

test("explain, sweep, closest and compare have their shapes, and the module of details answers to the letter", async () => {
  const detail = await startDetail();
  ask("load", real);
  for (const { id, scenarios } of ask("list", {}).answer.claims) {
    const { prepared } = ask("prepare", { claim: id }).answer;
    assert.equal(detail("load", { footing: 1, prepared }).answer.ok, true);
    for (const scenario of scenarios) {
      const request = { claim: id, scenario, samples: 512 };
      const { answer } = ask("explain", request);
      assert.equal(answer.ok, true);
      assert.equal(detail("explain", request).text, call("explain", request).text);
      for (const { input } of answer.elasticities) {
        const over = { ...request, input, points: 3 };
        assert.equal(ask("sweep", over).answer.points.length > 1, true);
        assert.equal(detail("sweep", over).text, call("sweep", over).text);
      }
      if (answer.target) assert.equal(ask("closest", request).answer.ok, true);
      const compared = ask("compare", {
        a: { claim: id, scenario: scenarios[0] },
        b: { claim: id, scenario },
        output: answer.output,
      }).answer;
      const product = compared.factors.reduce((all, { value }) => all * value, 1);
      if (compared.scale === "log") assert.ok(Math.abs(product / compared.ratio - 1) < 1e-9);
    }
  }
  for (const name of ["evaluate", "solve", "compare", "closest", "about"])
    assert.equal(detail(name, {}).answer.errors[0].code, "call-unknown");
});

test("samples that were handed over stay as they are", () => {
  ask("load", real);
  const request = { claim: "chatgpt-daily-500mwh", samples: 1024, samples_of: ["energy_per_day"] };
  const { samples } = ask("evaluate", request);
  const copy = samples.slice();
  ask("evaluate", { ...request, samples: 200000, seed: "5" });
  assert.deepEqual(samples, copy);
});

const shapeOf = (name, request) =>
  name === "list" && request && typeof request === "object" && ("article" in request || "articles" in request)
    ? "list_article_answer"
    : name === "link"
    ? request && typeof request === "object" && "request" in request
      ? "link_written_answer"
      : "link_read_answer"
    : `${name}_answer`;

/** What long texts and lists of a case stand for: see tests/core/exchange/test_invalid.cpp. */
function written(value) {
  if (value === null || typeof value !== "object") return value;
  if ("copies" in value) return Array.from({ length: value.copies }, () => written(value.of));
  if ("repeat" in value) return (value.before ?? "") + value.repeat.repeat(value.times) + (value.after ?? "");
  if (Array.isArray(value)) return value.map(written);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, written(item)]));
}

test("the cases of tests/invalid have the shape of an answer, errors as values", () => {
  for (const { name: code } of readdirSync(join(root, "tests/invalid"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    for (const one of [readJson(`tests/invalid/${code}/case.json`)].flat()) {
      if (!one.request || one.call === "load") continue;
      const map = readJson("tests/invalid/base.json");
      for (const [place, value] of Object.entries(one.set ?? {}))
        change(map.files, place, (node, key) => (node[key] = value));
      ask("load", map);
      if (one.expect.code === "call-unknown") {
        assert.equal(complaints("facade#/$defs/refusal", call(one.call, one.request).answer), "");
        continue;
      }
      const request = written(one.request);
      const { answer } = ask(one.call, request, { answer: shapeOf(one.call, request), valid: false });
      const list = one.expect.notice ? answer.notices : answer.errors;
      assert.ok(
        list.some(({ code: found, path }) => found === code && path === one.expect.path),
        `${code} ${one.about}`,
      );
    }
  }
});

test("garbage never throws and is answered with errors", () => {
  ask("load", readJson("tests/invalid/base.json"));
  const fleet = { claim: "fleet-claim", samples: 64 };
  const values = [
    null,
    true,
    0,
    -1,
    1e308,
    0.5,
    "",
    "x",
    "\u0000",
    "\ud800",
    "__proto__",
    [],
    ["a", 1],
    {},
    { __proto__: null, claim: 1 },
    [[[[]]]],
  ];
  const keys = [
    "claim",
    "scenario",
    "set",
    "samples",
    "seed",
    "outputs",
    "density",
    "shapes",
    "samples_of",
    "input",
    "output",
    "target",
    "published",
    "inputs",
    "indices",
    "from",
    "points",
    "a",
    "b",
    "order",
    "text",
    "request",
    "model",
    "words",
    "rivals",
    "footing",
    "files",
    "frozen",
    "method",
    "__proto__",
    "constructor",
  ];
  const names = ["evaluate", "solve", "explain", "sweep", "closest", "compare", "link", "describe", "closure", "prepare", "template", "list", "about", "check"];
  for (const name of names) {
    for (const value of values) ask(name, value, { answer: shapeOf(name, value), valid: false });
    for (const key of keys) {
      for (const value of values) {
        const drawn = ["evaluate", "solve", "sweep"].includes(name)
          ? { ...fleet, input: "servers" }
          : ["explain", "closest"].includes(name)
            ? fleet
            : name === "compare"
              ? { a: { claim: fleet.claim }, b: { claim: fleet.claim, scenario: "as_published" } }
              : {};
        const request = { ...drawn };
        Object.defineProperty(request, key, { value, enumerable: true, configurable: true, writable: true });
        ask(name, request, { answer: shapeOf(name, request), valid: false });
      }
    }
  }
  for (const text of [
    "",
    " ",
    "{",
    "nul",
    "[1,]",
    '{"claim":"fleet-claim"}{}',
    '{"claim":"fleet-claim","samples":1e309}',
    '"\\ud800"',
    '{"a":'.repeat(1000),
  ]) {
    for (const name of [...names, "", "Evaluate", "load ", "toString"]) {
      const { answer } = call(name, text);
      assert.equal(complaints("facade#/$defs/refusal", answer), "", `${name} ${text.slice(0, 40)}`);
    }
  }
  // What was held is still held.
  assert.equal(ask("evaluate", fleet).answer.ok, true);
});

test("requests that the schema refuses are refused by the core, and the other way round", () => {
  ask("load", readJson("tests/invalid/base.json"));
  const base = {
    claim: "fleet-claim",
    scenario: "as_published",
    set: { servers: "5" },
    samples: 64,
    seed: "1",
    outputs: ["emissions"],
    density: true,
    shapes: true,
    samples_of: ["servers"],
  };
  const values = [
    null,
    true,
    3,
    2.5,
    0,
    "",
    "text",
    [],
    ["servers"],
    ["servers", "servers"],
    [1],
    {},
    { servers: 1 },
    { servers: "5" },
  ];
  const typed = new Set([
    "unknown-key",
    "wrong-type",
    "key-missing",
    "seed-syntax",
    "samples-range",
    "duplicate-id",
    "id-syntax",
  ]);
  for (const key of [...Object.keys(base), "other"]) {
    for (const value of values) {
      const request = { ...base, [key]: value };
      const refused = complaints("facade#/$defs/evaluate_request", request) !== "";
      const { answer } = call("evaluate", request);
      // A claim that is no id is no claim either.
      const found = answer.errors.some(({ code }) => typed.has(code) || (key === "claim" && code === "claim-unknown"));
      if (key === "claim" && typeof value === "string" && !refused) continue;
      assert.equal(found, refused, `${key}: ${JSON.stringify(value)} ${JSON.stringify(answer.errors)}`);
    }
  }
});
