import { describe, expect, it } from "vitest";
import type { EngineClient, Update, Updated } from "../../../../web/src/engine/client";
import type { EvaluateAnswer, EvaluateRequest, FootingError } from "../../../../web/src/engine/types";
import { kUnchanged, withValue } from "../../../../web/src/state/settings";
import { Store, subjectOf } from "../../../../web/src/state/store";

const error = (id: string): FootingError => ({ code: "outside-bounds", path: `/set/${id}`, message: "", hint: "" });

/** An engine that refuses `bad` as a value and otherwise echoes what it was asked. */
function engine(): EngineClient {
  const update = async ({ evaluate }: Update): Promise<Updated> => {
    const bad = Object.entries(evaluate.set ?? {}).filter(([, text]) => text === "bad");
    const errors = bad.map(([id]) => error(id));
    if (evaluate.scenario === "bad") errors.push({ ...error(""), path: "_scenario" });
    const answer = { ok: errors.length === 0, errors, notices: [], request: evaluate, link: "c/r1" };
    return { evaluate: answer as unknown as EvaluateAnswer, solve: null, also: [] };
  };
  return { update } as unknown as EngineClient;
}

const store = (): Store =>
  new Store("c", engine(), (request: EvaluateRequest) => ({ evaluate: request, solve: null, also: [] }));

describe("the page's state", () => {
  it("opens a link: what cannot be used becomes a notice, the rest works", async () => {
    const page = store();
    await page.open({ ...kUnchanged, set: { a: "1", b: "bad" } }, []);
    expect(page.current.settings.set).toEqual({ a: "1" });
    expect(page.current.notices.map(subjectOf)).toEqual(["b"]);
    expect(page.current.errors).toEqual([]);
  });
  it("keeps the last good answer when a change is refused, and says why", async () => {
    const page = store();
    await page.open(kUnchanged, []);
    await page.change(withValue(page.target, "a", "1"));
    await page.change(withValue(page.target, "a", "bad"));
    expect(page.current.settings.set).toEqual({ a: "1" });
    expect(page.target.set).toEqual({ a: "1" });
    expect(page.current.errors.map(subjectOf)).toEqual(["a"]);
  });
  it("undoes a dragged slider as one change", async () => {
    const page = store();
    await page.open(kUnchanged, []);
    for (const text of ["1", "2", "3"]) await page.change(withValue(page.target, "a", text), "a-slider");
    page.endGesture();
    await page.change(withValue(page.target, "b", "7"));
    await page.undo();
    expect(page.current.settings.set).toEqual({ a: "3" });
    await page.undo();
    expect(page.current.settings.set).toEqual({});
    expect(page.current.past).toEqual([]);
  });
  it("redoes what was undone, until something else is changed", async () => {
    const page = store();
    await page.open(kUnchanged, []);
    for (const text of ["1", "2"]) await page.change(withValue(page.target, "a", text));
    await page.undo();
    await page.undo();
    expect(page.current.settings.set).toEqual({});
    await page.redo();
    expect(page.current.settings.set).toEqual({ a: "1" });
    await page.redo();
    await page.redo(); // there is no more
    expect(page.current.settings.set).toEqual({ a: "2" });
    await page.undo();
    await page.change(withValue(page.target, "b", "5"));
    expect(page.current.future).toEqual([]);
    await page.undo();
    expect(page.current.settings.set).toEqual({ a: "1" });
  });
  it("has nothing to undo after a change that was refused", async () => {
    const page = store();
    await page.open(kUnchanged, []);
    await page.change(withValue(page.target, "a", "1"));
    await page.change(withValue(page.target, "a", "bad"));
    expect(page.current.past).toEqual([kUnchanged]);
    expect(page.current.errors.map(subjectOf)).toEqual(["a"]);
    await page.undo();
    expect(page.current.settings.set).toEqual({});
  });
  it("takes a scenario in, without what cannot be used, and can go back", async () => {
    const page = store();
    await page.open({ ...kUnchanged, set: { a: "1" } }, []);
    await page.load({ ...kUnchanged, set: { b: "2", c: "bad" } }, [error("d")]);
    expect(page.current.settings.set).toEqual({ b: "2" });
    expect(page.current.notices.map(subjectOf)).toEqual(["d", "c"]);
    await page.undo();
    expect(page.current.settings.set).toEqual({ a: "1" });
  });
  it("drops a scenario's name that is not known, and keeps its values", async () => {
    const page = store();
    await page.load({ scenario: "bad", set: { a: "1" }, samples: null, seed: null }, []);
    expect(page.current.settings).toEqual({ ...kUnchanged, set: { a: "1" } });
  });
});

describe("what an error is about", () => {
  it("is the last part of its path", () => {
    expect(subjectOf(error("pue"))).toBe("pue");
    expect(subjectOf({ ...error(""), path: "pue" })).toBe("pue");
    expect(subjectOf({ ...error(""), path: "" })).toBe("");
  });
});
