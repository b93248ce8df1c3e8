/** Frozen numbers with today's words, and what a pinned page has to say of itself. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../../../web/src/engine/types";
import type { Edition } from "../../../../web/src/pages/data";
import { isStale, stateOf } from "../../../../web/src/pages/status";
import { kUnfrozen, overlay, pageFiles, type Frozen } from "../../../../web/src/prerender/releases";
import { statusOf } from "../../../../web/src/prerender/status";

const t = (en: string) => ({ en, "zh-Hans": en, "zh-Hant": en });

describe("words over frozen numbers", () => {
  test("what a closure leaves out is what a page takes from today", () => {
    const closure = join(dirname(fileURLToPath(import.meta.url)), "../../../../core/src/exchange/closure_call.cpp");
    const [, list = ""] = /kLeftOut\[\] = \{([^}]*)\}/.exec(readFileSync(closure, "utf8")) ?? [];
    expect([...list.matchAll(/"([^"]+)"/g)].map(([, key]) => key).sort()).toEqual([...kUnfrozen].sort());
  });

  test("words come from today, numbers and what there is stay", () => {
    const frozen = {
      inputs: { pue: { min: "1" }, gone: {} },
      steps: [{ id: "a", formula: "pue" }],
    };
    const today = {
      title: t("Now"),
      inputs: {
        pue: { min: "2", label: t("PUE") },
        added: { label: t("New") },
      },
      steps: [
        { id: "b", formula: "added", label: t("B") },
        { id: "a", formula: "2 * pue", label: t("A") },
      ],
    };
    expect(overlay(frozen, today)).toEqual({
      title: t("Now"),
      inputs: { pue: { min: "1", label: t("PUE") }, gone: {} },
      steps: [{ id: "a", formula: "pue", label: t("A") }],
    });
  });

  test("what is said about a value goes with the value", () => {
    const entry = { value: "uniform(1,2)", source: "x" };
    expect(overlay(entry, { ...entry, reason: t("Why"), locator: "p. 3" })).toMatchObject({ locator: "p. 3" });
    expect(
      overlay(entry, {
        value: "uniform(1,3)",
        source: "y",
        reason: t("Another"),
        locator: "p. 4",
      }),
    ).toEqual(entry);
  });

  test("names that today's files do not have any more are those it was frozen with", () => {
    const frozen = {
      claim: "c",
      map: {
        footing: 1,
        files: {
          "units.json": {},
          "claims/c.json": { id: "c" },
          "models/m.json": { inputs: { old: {} } },
        },
      },
      labels: { "models/m.json": { inputs: { old: { label: t("Old") } } } },
    } as unknown as Frozen;
    const files = pageFiles(frozen, {
      "claims/c.json": { id: "c", title: t("C"), findings: [{ id: "f" }] },
      "models/m.json": {
        inputs: { other: { label: t("Other") } },
        title: t("M"),
      },
      "sources/s.json": { id: "s" },
    });
    expect(files["models/m.json"]).toEqual({
      inputs: { old: { label: t("Old") } },
      title: t("M"),
    });
    expect(files["claims/c.json"]).toMatchObject({
      title: t("C"),
      findings: [{ id: "f" }],
      rivals: [],
    });
    expect(Object.keys(files).sort()).toEqual(["claims/c.json", "models/m.json", "sources/s.json"]);
  });
});

describe("the state of a pinned revision", () => {
  const edition = {
    newest: 3,
    revisions: [1, 2, 3].map((revision) => ({ revision })),
  } as Edition;
  const claim = (more: object): Claim => more as Claim;
  const correction = (kind: string, revision?: number) => ({
    kind,
    date: "2027-01-02",
    text: t("x"),
    revision,
  });

  test("is newer for all but the newest", () => {
    const status = statusOf(claim({}), edition);
    expect(status).toEqual({
      state: "ok",
      newest: 3,
      revisions: { r1: "newer", r2: "newer", r3: "ok" },
    });
    expect([1, 3, 9].map((revision) => stateOf(status, revision))).toEqual(["newer", "ok", "ok"]);
  });

  test("is corrected up to the revision that an error names; an update or a clarification is none", () => {
    const status = statusOf(claim({ corrections: [correction("update", 3), correction("error", 2)] }), edition);
    expect(status).toMatchObject({
      state: "ok",
      date: "2027-01-02",
      revisions: { r1: "corrected", r2: "corrected", r3: "ok" },
    });
    expect(
      statusOf(
        claim({
          corrections: [correction("clarification", 3), correction("error")],
        }),
        edition,
      ).revisions,
    ).toEqual({
      r1: "newer",
      r2: "newer",
      r3: "ok",
    });
  });

  test("is withdrawn for every revision of a withdrawn claim", () => {
    const withdrawn = { date: "2027-01-02", reason: t("y") };
    const status = statusOf(claim({ withdrawn, corrections: [correction("error", 1)] }), edition);
    expect(status).toMatchObject({
      state: "withdrawn",
      date: "2027-01-02",
      reason: t("y"),
    });
    expect([1, 2, 3].map((revision) => stateOf(status, revision))).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
  });

  test("a review is due on the day after its date", () => {
    expect(isStale("2027-11-21", "2027-11-21")).toBe(false);
    expect(isStale("2027-11-21", "2027-11-22")).toBe(true);
    expect(isStale("", "2027-11-22")).toBe(false);
  });
});
