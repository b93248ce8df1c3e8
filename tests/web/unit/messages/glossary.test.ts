import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { typeset } from "../../../../web/src/format/index";
import { glossary, glossaryGroups } from "../../../../web/src/messages/glossary";
import { kLangs } from "../support/answers";
import { bannedIn } from "../support/lint";

const kDatasets = join(dirname(fileURLToPath(import.meta.url)), "../../../../datasets");

const files = Object.fromEntries(
  ["quantities", "models"].flatMap((folder) =>
    readdirSync(join(kDatasets, folder)).map((name): [string, unknown] => [
      `${folder}/${name}`,
      JSON.parse(readFileSync(join(kDatasets, folder, name), "utf8")),
    ]),
  ),
);
const entries = glossary(files);

describe("the glossary", () => {
  test("has every entry once, each in a group that has a name", () => {
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const groups = glossaryGroups.map(({ id }) => id);
    // in the order of the groups, so that a list of them needs no sorting
    const order = entries.map(({ group }) => groups.indexOf(group));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at >= 0)).toBe(true);
  });

  test("says of an input what the dataset says of it", () => {
    const pue = files["quantities/pue.json"] as { help: object; term: object };
    expect(entries.find(({ id }) => id === "pue")).toMatchObject({ word: pue.term, text: pue.help });
    const run = files["models/training-run.json"] as { inputs: Record<string, { help: object }> };
    expect(entries.find(({ id }) => id === "mfu")?.text).toEqual(run.inputs.utilization?.help);
  });

  test("leaves out what the dataset at hand does not have, and that alone", () => {
    const without = glossary({});
    const missing = entries.filter(({ id }) => !without.some((entry) => entry.id === id)).map(({ id }) => id);
    expect(missing).toEqual(["pue", "load", "peak_throughput", "mfu", "weight_bits", "grid_intensity", "wue", "ewif"]);
  });

  test("is written in every language, set for it, without words that judge", () => {
    for (const entry of entries)
      for (const lang of kLangs)
        for (const [part, text] of Object.entries({ word: entry.word, plain: entry.plain, text: entry.text })) {
          const place = `${lang} ${entry.id} ${part}`;
          expect(text[lang].trim(), place).not.toBe("");
          expect(typeset(text[lang], lang), place).toBe(text[lang]);
          expect(bannedIn(text[lang]), place).toEqual([]);
        }
  });

  test("gives a way of writing to one entry alone", () => {
    for (const lang of kLangs) {
      const forms = entries.flatMap((entry) => entry.forms[lang]);
      expect(new Set(forms).size, lang).toBe(forms.length);
    }
  });
});
