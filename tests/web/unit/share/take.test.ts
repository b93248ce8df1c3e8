import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import bibtexParser from "@orcid/bibtex-parse-js";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { EvaluateAnswer, LinkAnswer } from "../../../../web/src/engine/types";
import { takeWords } from "../../../../web/src/messages/take";
import { barFile } from "../../../../web/src/share/bar_file";
import { changes } from "../../../../web/src/share/changes";
import { bibtex, cslJson } from "../../../../web/src/share/cite";
import { csv, type Cell } from "../../../../web/src/share/csv";
import { methods } from "../../../../web/src/share/methods";
import { openText } from "../../../../web/src/share/open_text";
import { addressOf, kMostBytes, readScenario, scenarioFile } from "../../../../web/src/share/scenario_file";
import { tableRows } from "../../../../web/src/share/table";
import { requestOf } from "../../../../web/src/state/settings";
import { kLangs } from "../support/answers";
import { Built } from "../support/built";
import { bannedIn } from "../support/lint";

const kClaim = "chatgpt-daily-500mwh";
const kSet = { pue: "1.3", home: "cn", servers: "2000..6000" };
const kLink = "https://example.org/en/claims/chatgpt-daily-500mwh/r0/?home=cn&pue=1.3&servers=2000..6000";
const kDate = "2026-11-22";

let built: Built;
beforeAll(async () => {
  built = await Built.start();
}, 60_000);

/** Python's reader, strict: an independent judge of what is CSV. */
function readBack(text: string): string[][] {
  const script =
    "import csv,io,json,sys;r=csv.reader(io.TextIOWrapper(sys.stdin.buffer,encoding='utf-8-sig',newline=''),strict=True);" +
    "json.dump(list(r),sys.stdout)";
  return JSON.parse(execFileSync("python3", ["-c", script], { input: text, encoding: "utf8", maxBuffer: 1 << 26 }));
}

describe("CSV", () => {
  test("is read back by another reader, cell by cell", () => {
    const texts = fc.sample(fc.string({ unit: "binary", maxLength: 12 }), { numRuns: 600, seed: 1 });
    const awkward = [
      'a"b',
      "a,b",
      "a\r\nb",
      "a\nb",
      " a ",
      "",
      "電費單上的用電量",
      "=1+1",
      "＝1",
      "\t=1",
      "-1..2",
      "@x",
      '"',
    ];
    const rows: Cell[][] = [...awkward, ...texts].map((text, i) => [text, i / 7, null]);
    const back = readBack(csv(rows));
    expect(back.length).toBe(rows.length);
    rows.forEach(([text, number], i) => {
      const [cell = "", digits, nothing] = back[i] ?? [];
      const plain = String(text).replaceAll("\0", "");
      expect([plain, `'${plain}`]).toContain(cell);
      expect(Number(digits)).toBe(number);
      expect(nothing).toBe("");
    });
  });

  test("holds no text that a spreadsheet computes, and leaves numbers alone", () => {
    const starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", " =", "\r=", "\n+"];
    const back = readBack(csv(starts.map((start) => [`${start}cmd|' /C calc'!A0`])));
    for (const [cell] of back) expect(cell).toMatch(/^'/);
    expect(readBack(csv([[-1.5, 1e-7, 1e21]]))).toEqual([["-1.5", "1e-7", "1e+21"]]);
  });

  test("of a claim has the engine's numbers, and no source for what a reader set", async () => {
    for (const lang of kLangs) {
      const view = await built.view(kClaim, lang, { set: kSet });
      const [header = [], ...rows] = readBack(csv(tableRows(view, kLink, kDate)));
      const table = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
      const row = (kind: string, id: string) => table.find((one) => one.kind === kind && one.id === id);
      for (const { id, unit, summary } of view.answer.outputs) {
        const found = row("output", id);
        expect(found?.unit).toBe(unit);
        expect([found?.p05, found?.median, found?.p95].map(Number)).toEqual([summary.p05, summary.median, summary.p95]);
      }
      expect(row("input", "pue")).toMatchObject({ value: "1.3", changed: "yes", sources: "", author_value: "" });
      expect(row("input", "load")?.sources).toContain("Chien 2023");
      expect(row("input", "household_use")?.evidence).toBe("derived"); // of the chosen country, not the first one's
      expect(row("about", "link")?.value).toBe(kLink);
    }
  });
});

describe("a citation", () => {
  test("is BibTeX that another parser reads", async () => {
    const view = await built.view(kClaim, "en", { set: kSet });
    const claim = view.data.files[`claims/${kClaim}.json`] as { title: { en: string } };
    const odd = { ...claim, title: { ...claim.title, en: "50 % of {A} & B_1 #2 ~ \\x^2 $" } };
    const strange = { ...view, data: { ...view.data, files: { ...view.data.files, [`claims/${kClaim}.json`]: odd } } };
    for (const one of [view, strange]) {
      const [entry, ...more] = bibtexParser.toJSON(bibtex(one, kLink, kDate));
      expect(more).toEqual([]);
      expect(entry).toMatchObject({ citationKey: `footing-${kClaim}-r0`, entryType: "misc" });
      expect(entry?.entryTags).toMatchObject({
        url: kLink,
        urldate: kDate,
        version: "r0",
        note: "Revision r0, changed settings",
      });
    }
    expect(bibtex(strange, kLink, kDate)).toContain(
      "title = {{50 \\% of \\{A\\} \\& B\\_1 \\#2 \\textasciitilde{} \\textbackslash{}x\\textasciicircum{}2 \\$}}",
    );
  });

  test("is CSL-JSON by its schema", async () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, "../support/csl-data.schema.json"), "utf8"),
    ) as object;
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    for (const lang of kLangs) {
      const items = JSON.parse(cslJson(await built.view(kClaim, lang), kLink, kDate)) as { type: string }[];
      expect(valid(items), JSON.stringify(valid.errors)).toBe(true);
      expect(valid(items.map((item) => ({ ...item, type: "nonsense" })))).toBe(false);
    }
  });
});

const hash = (answer: EvaluateAnswer): string => createHash("sha256").update(JSON.stringify(answer)).digest("hex");

describe("a saved scenario", () => {
  test("opens again to the same answer, bit by bit", async () => {
    const cases: [string, object][] = [
      [kClaim, { set: kSet }],
      [kClaim, { scenario: "as_published", samples: 1024, seed: "18446744073709551615" }],
      ["gpt3-hundred-homes", { set: { home: "eu" } }],
      ["epoch-chatgpt-0p3wh", {}],
    ];
    for (const [claim, request] of cases) {
      const view = await built.view(claim, "zh-Hant", request);
      const opened = readScenario(scenarioFile(view, kLink, kDate));
      expect(opened).toMatchObject({ claim, revision: 0, notices: [] });
      const again = built.evaluate(requestOf(claim, opened!.settings));
      expect(hash(again)).toBe(hash(view.answer));
      // and as the address of its page
      const link = built.ask<LinkAnswer>("link", { text: `/en/${addressOf(opened!)}` });
      expect(link).toMatchObject({ ok: true, notices: [] });
      expect(hash(built.evaluate(link.request!))).toBe(hash(view.answer));
    }
  });

  test("keeps what can be used of a file that somebody changed, and says what cannot", () => {
    const file = (request: object): string =>
      JSON.stringify({ footing: 1, type: "scenario", claim: kClaim, revision: 0, request });
    const opened = readScenario(
      file({
        claim: kClaim,
        scenario: 7,
        set: { pue: 1.2, load: ["x"], servers: "2..3", "a b": "1" },
        samples: "many",
      }),
    );
    expect(opened?.settings).toEqual({
      scenario: null,
      set: { pue: "1.2", servers: "2..3" },
      samples: null,
      seed: null,
    });
    expect(opened?.notices.map(({ path }) => path).sort()).toEqual(["/samples", "/scenario", "/set/load"]);
    const hostile = readScenario(
      `{"footing":1,"type":"scenario","claim":"${kClaim}","request":{"set":{"__proto__":"1","constructor":"2"}}}`,
    );
    expect(Object.getPrototypeOf(hostile?.settings.set)).toBe(Object.prototype);
    expect(Object.keys(hostile?.settings.set ?? {})).toEqual(["constructor"]); // the engine says that there is none
  });

  test("is refused where it is none, too large, or of another claim", () => {
    const here = { claim: kClaim, revision: 0 };
    for (const text of [
      "",
      "{",
      "[]",
      "null",
      "7",
      '{"footing":1}',
      '{"footing":2,"type":"scenario"}',
      "https://x.org/",
    ])
      expect(openText(text, here).kind, text).toBe("not_scenario");
    expect(openText(" ".repeat(kMostBytes + 1), here).kind).toBe("too_large");
    expect(openText("https://x.org/a/en/claims/gpt3-500t/r0/?pue=1.2", here)).toEqual({
      kind: "other_claim",
      claim: "gpt3-500t",
      address: "claims/gpt3-500t/r0/?pue=1.2",
    });
    expect(openText(`https://x.org/en/claims/${kClaim}/?pue=1.2 `, here).kind).toBe("link");
    const other = { footing: 1, type: "scenario", claim: "gpt3-500t", revision: 3, request: { set: { pue: "1 & 2" } } };
    expect(openText(JSON.stringify(other), here)).toMatchObject({ address: "claims/gpt3-500t/r3/?pue=1+%26+2" });
    const newer = { ...other, claim: kClaim };
    expect(openText(JSON.stringify(newer), here)).toMatchObject({
      kind: "scenario",
      notices: [{ code: "revision-unknown", path: "revision" }],
    });
  });
});

describe("the methods paragraph", () => {
  test("names every input with its source, every change and every result", async () => {
    for (const lang of kLangs) {
      const view = await built.view(kClaim, lang, { set: kSet });
      const text = methods(view, kLink, kDate);
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(text).toContain(kLink);
      const words = view.data.files["quantities/load.json"] as { label: Record<string, string> };
      expect(text).toContain(words.label[lang]);
      expect(text).toContain("Chien 2023");
      for (const change of changes(view)) expect(text).toContain(change.label);
      expect(changes(view).map(({ id }) => id)).toEqual(["home", "pue", "servers"]);
      const own = methods(await built.view(kClaim, lang), kLink, kDate);
      expect(own).not.toContain(lang === "en" ? "Changed from" : lang === "zh-Hans" ? "有改动" : "有改動");
    }
  });

  test("has no quantiles where nothing has a range", async () => {
    const text = methods(await built.view(kClaim, "en", { scenario: "as_published" }), kLink, kDate);
    expect(text).not.toMatch(/Sobol|median|percentile/);
    expect(text).toContain("left out"); // in place of a value that the author did not give
  });
});

describe("the bar as a file", () => {
  test("carries its address, and the sharer's settings where there are any", async () => {
    const own = barFile(await built.view(kClaim, "en"), "https://example.org/a", kDate) ?? "";
    const changed = barFile(await built.view(kClaim, "en", { set: kSet }), "https://example.org/a", kDate) ?? "";
    expect(own).toContain("https://example.org/a");
    expect(own).not.toContain("Changed settings");
    expect(changed).toContain("Changed settings");
    expect(changed).toContain("instead of");
    const ids = [...changed.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    execFileSync("python3", ["-c", "import sys,xml.dom.minidom as m;m.parseString(sys.stdin.buffer.read())"], {
      input: changed,
    });
  });
});

test("the words are there in every language, without any that judge", () => {
  const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  const english = new Map(takeWords("en"));
  for (const lang of kLangs)
    for (const [key, text] of takeWords(lang)) {
      expect(text.trim(), `${lang} ${key}`).not.toBe("");
      expect(bannedIn(text), `${lang} ${key}`).toEqual([]);
      expect(places(text), `${lang} ${key}`).toEqual(places(english.get(key) ?? ""));
    }
});
