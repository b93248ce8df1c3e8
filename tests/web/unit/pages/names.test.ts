/** Names of steps and inputs in the models of the dataset, as the pages print them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Text } from "../../../../web/src/engine/types";
import { soleName, tokens } from "../../../../web/src/pages/formula";
import { kLangs } from "../support/answers";

const kDatasets = join(dirname(fileURLToPath(import.meta.url)), "../../../../datasets");

interface ModelFile {
  inputs?: Record<string, { quantity?: string; label?: Text }>;
  steps: { id: string; label: Text; formula?: string; routes?: Record<string, { formula: string }> }[];
  use?: { model: string; with?: Record<string, string> }[];
}

function folder<T>(name: string): Record<string, T> {
  return Object.fromEntries(
    readdirSync(join(kDatasets, name)).map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(join(kDatasets, name, file), "utf8")) as T,
    ]),
  );
}

const models = folder<ModelFile>("models");
const quantities = folder<{ label: Text }>("quantities");

/** A model and those it uses. */
function closure(id: string, seen = new Map<string, ModelFile>()): Map<string, ModelFile> {
  const model = models[id];
  if (!model || seen.has(id)) return seen;
  seen.set(id, model);
  for (const { model: used } of model.use ?? []) closure(used, seen);
  return seen;
}

test("no step is computed from something of its own name: a line would read as a circle", () => {
  const circles: string[] = [];
  let lines = 0;
  for (const id of Object.keys(models)) {
    const all = [...closure(id).values()];
    const labels = new Map<string, Text | undefined>();
    for (const model of all) {
      for (const [input, def] of Object.entries(model.inputs ?? {}))
        labels.set(input, def.label ?? quantities[def.quantity ?? input]?.label);
      for (const step of model.steps) labels.set(step.id, step.label);
    }
    const formulas = all.flatMap((model) => [
      ...model.steps.flatMap((step) =>
        [{ formula: step.formula ?? "" }, ...Object.values(step.routes ?? {})].map(({ formula }) => [step.id, formula]),
      ),
      // What only hands a value on has no line of its own.
      ...(model.use ?? []).flatMap(({ with: given }) =>
        Object.entries(given ?? {}).filter(([, formula]) => formula.includes("widen") || soleName(formula) === null),
      ),
    ]) as [string, string][];
    for (const [step, formula] of formulas)
      for (const token of tokens(formula)) {
        if (token.kind !== "name" || token.text === step) continue;
        ++lines;
        for (const lang of kLangs)
          if (labels.get(step)?.[lang] === labels.get(token.text)?.[lang])
            circles.push(`${id}: ${step} and ${token.text}, ${lang}`);
      }
  }
  expect(lines).toBeGreaterThan(100);
  expect(circles).toEqual([]);
});
