import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Lang } from "../../../../web/src/engine/types";
import { mainSentence } from "../../../../web/src/sentences/index";
import { kLangs } from "../support/answers";
import { kCases } from "./cases";

const kFolder = join(dirname(fileURLToPath(import.meta.url)), "golden");

/** The approved texts are data: they change by hand, after reading. */
function golden(kind: string): Record<string, Record<Lang, string>> {
  return JSON.parse(readFileSync(join(kFolder, `${kind}.json`), "utf8")) as Record<string, Record<Lang, string>>;
}

describe("golden sentences", () => {
  test("there is a file for each kind and no other", () => {
    expect(readdirSync(kFolder).sort()).toEqual(
      Object.keys(kCases)
        .map((kind) => `${kind}.json`)
        .sort(),
    );
  });

  for (const [kind, cases] of Object.entries(kCases)) {
    test(`${kind}: every case is approved, and no approved text is without its case`, () => {
      expect(Object.keys(golden(kind)).sort()).toEqual(Object.keys(cases).sort());
    });
    for (const [name, input] of Object.entries(cases)) {
      test(`${kind} ${name}`, () => {
        expect(Object.fromEntries(kLangs.map((lang) => [lang, mainSentence({ ...input, lang }).text]))).toEqual(
          golden(kind)[name],
        );
      });
    }
  }
});
