import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { DatasetFiles, Model } from "../../../../web/src/engine/types";
import { shapes } from "../../../../web/src/messages/method";
import { Library } from "../../../../web/src/pages/library";
import { modelBody } from "../../../../web/src/pages/model_page";
import { kLangs } from "../support/answers";

const kRoot = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

function dataset(): DatasetFiles["files"] {
  const files: DatasetFiles["files"] = {};
  for (const folder of ["claims", "models", "quantities", "sources"])
    for (const name of readdirSync(join(kRoot, "datasets", folder)))
      files[`${folder}/${name}`] = JSON.parse(readFileSync(join(kRoot, "datasets", folder, name), "utf8"));
  return files;
}

const files = dataset();
const library = new Library(files);

describe("the page of a model", () => {
  test("says every formula in words: no id of an input or step is left in them", () => {
    for (const lang of kLangs)
      for (const model of library.models(lang)) {
        const page = modelBody({ lang, root: "", library, model, claimAddress: (id) => id }).text;
        const words = [...page.matchAll(/<p class="in-words">([^<]*)<\/p>/g)].map((match) => match[1] ?? "");
        expect(words.length, model.id).toBeGreaterThanOrEqual(model.steps.length);
        for (const line of words) expect(line, `${lang} ${model.id}`).not.toMatch(/[a-z]_[a-z]/);
      }
  });

  test("shows every formula as it is written, every input, and every claim that stands on it", () => {
    for (const model of library.models("en")) {
      const page = modelBody({ lang: "en", root: "", library, model, claimAddress: (id) => `claim-${id}` }).text;
      const codes = [...page.matchAll(/<p class="as-written"><code>([^<]*)<\/code>/g)].map((match) =>
        (match[1] ?? "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"),
      );
      expect(codes, model.id).toEqual(formulasOf(model));
      for (const id of Object.keys(model.inputs)) expect(page, `${model.id} ${id}`).toContain(`<li id="${id}">`);
      for (const name of Object.keys(files).filter((one) => one.startsWith("claims/"))) {
        const claim = files[name] as { id: string; model: string; status: string };
        expect(page.includes(`claim-${claim.id}"`), `${model.id} ${claim.id}`).toBe(
          claim.model === model.id && claim.status === "published",
        );
      }
    }
  });
});

function formulasOf(model: Model): string[] {
  const own = model.steps.flatMap((step) =>
    step.formula === undefined ? Object.values(step.routes ?? {}).map(({ formula }) => formula) : [step.formula],
  );
  return [...own, ...(model.use ?? []).flatMap((used) => Object.values(used.with))];
}

test("the methodology lists the shapes that the core knows, and no others", () => {
  const source = readFileSync(join(kRoot, "core/src/uncertainty/distribution_text.cpp"), "utf8");
  const known = [...source.matchAll(/\{Shape::\w+, "(\w+)"/g)].map((match) => match[1] ?? "");
  expect(known.length).toBeGreaterThan(5);
  expect(
    Object.keys(shapes)
      .filter((name) => name !== "interval")
      .sort(),
  ).toEqual(known.sort()); // a..b has no name
  for (const [name, written] of Object.entries(shapes)) if (name !== "interval") expect(written).toMatch(`${name}(`);
});
