/** The JSON Schemas of datasets/schema, compiled. */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { readJson, root } from "./engine.mjs";

const { default: Ajv2020 } = createRequire(import.meta.url)("ajv/dist/2020.js");
const ajv = new Ajv2020({
  allErrors: false,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
});
for (const name of readdirSync(join(root, "datasets/schema"))) {
  if (name.endsWith(".json")) ajv.addSchema(readJson(`datasets/schema/${name}`), name);
}

/** @returns a validator of one file kind ("claim") or of one shape of the facade ("facade#/$defs/evaluate_answer") */
export function validator(name) {
  const [file, place] = name.split("#");
  return ajv.getSchema(`${file}.schema.json${place ? `#${place}` : ""}`);
}

/** What the schema has against a value, as text; "" if nothing. */
export function complaints(name, value) {
  const validate = validator(name);
  return validate(value) ? "" : ajv.errorsText(validate.errors);
}

/** The schema of a file of a dataset by its path. */
export const schemaOf = (path) =>
  ({
    "units.json": "units",
    articles: "article",
    bundles: "bundle",
    claims: "claim",
    models: "model",
    quantities: "quantity",
    releases: "release_index",
    sources: "source",
  })[path.split("/")[0]];
