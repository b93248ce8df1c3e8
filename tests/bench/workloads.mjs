// What is timed: a stand-in claim with seven spread inputs, and three claims of the dataset, each in its default
// scenario. Prepared by the whole engine; besides, as arithmetic that engines in other languages can be given.
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const kClaims = ["epoch-chatgpt-0p3wh", "gpt3-moon-round-trip", "chatgpt-year-1400t"];
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A function that starts a module of web/generated/ anew. */
export async function starter(name) {
  const { default: create } = await import(path.join(root, `web/generated/${name}.mjs`));
  const binary = readFileSync(path.join(root, `web/generated/${name}.wasm`));
  return async () => create({ wasm: await WebAssembly.compile(binary) });
}

export function call(engine, name, request) {
  const answer = JSON.parse(decoder.decode(engine.call(name, encoder.encode(JSON.stringify(request)))));
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.errors.slice(0, 3))}`);
  return answer;
}

/** The files of a dataset by their places. */
export function datasetFiles(folder, prefix = "") {
  const files = {};
  for (const name of readdirSync(folder).sort()) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) {
      if (!["schema", "releases"].includes(name)) Object.assign(files, datasetFiles(file, `${prefix}${name}/`));
    } else if (name.endsWith(".json")) {
      files[prefix + name] = JSON.parse(readFileSync(file, "utf8"));
    } else if (name.endsWith(".csv")) {
      files[prefix + name] = readFileSync(file, "utf8");
    }
  }
  return files;
}

/** Prepared claims as one text that `load` takes. */
export function together(prepared) {
  return { ...prepared[0], claims: prepared.flatMap((one) => one.claims) };
}

/** { prepared, workloads }: what the engine is given, and the same as arithmetic. */
export async function readWorkloads() {
  const full = await (await starter("footing_full"))();
  const files = datasetFiles(path.join(root, "datasets"));
  call(full, "load", { footing: 1, files });
  const own = kClaims.map((claim) => call(full, "prepare", { claim }).prepared);
  const stand = { "units.json": files["units.json"], ...datasetFiles(path.join(root, "tests/bench/workload")) };
  call(full, "load", { footing: 1, files: stand });
  const prepared = together([call(full, "prepare", { claim: "workload" }).prepared, ...own]);
  return { prepared, workloads: prepared.claims.map((claim) => arithmetic(claim)) };
}

const kZ95 = 1.6448536269514722;

/** The text of a value as what an engine draws from; bounds are left out, which spares the others their truncation. */
function drawnFrom(text, log) {
  const called = /^(\w+)\((.*)\)$/.exec(text);
  if (called) return { shape: called[1], numbers: called[2].split(",").map(Number) };
  const ends = text.split("..").map(Number);
  if (ends.length === 1) return { shape: "point", numbers: ends };
  const [low, high] = log ? ends.map(Math.log) : ends;
  return { shape: log ? "lognormal" : "normal", numbers: [(low + high) / 2, (high - low) / (2 * kZ95)], ends };
}

const kSigns = { add: "+", subtract: "-", multiply: "*", divide: "/" };

/** Inputs with what they are drawn from, and outputs as statements: { id, inputs, statements: [[name, expression]],
 * outputs, operations }. Only what the outputs need. Null where that takes more than the four operations. */
export function arithmetic(claim, wanted = claim.outputs) {
  const scenario = claim.scenarios.find((one) => one.id === claim.default_scenario);
  const inputs = scenario.inputs.map((value) => {
    const declared = claim.inputs.find((one) => one.id === value.input);
    return { id: value.input, factor: declared.factor, ...drawnFrom(value.value, declared.log ?? false) };
  });
  const outputs = wanted.map((id) => ({
    id,
    value: scenario.steps.find((step) => step.step === id).value,
    factor: claim.steps.find((step) => step.id === id).factor,
  }));
  const uses = new Map();
  const visit = (value) => {
    uses.set(value, (uses.get(value) ?? 0) + 1);
    if (uses.get(value) > 1) return;
    const [code, ...args] = scenario.code[value];
    if (code !== "input" && code !== "constant") args.forEach(visit);
  };
  outputs.forEach((output) => visit(output.value));
  const known = ([code]) => code === "input" || code === "constant" || code in kSigns;
  if (![...uses.keys()].every((value) => known(scenario.code[value]))) return null;
  const statements = [];
  const texts = new Map();
  let operations = 0;
  for (const value of [...uses.keys()].sort((a, b) => a - b)) {
    const [code, ...args] = scenario.code[value];
    let text;
    if (code === "constant") text = String(args[0]);
    else if (code === "input") {
      const input = inputs[args[0]];
      text = input.factor === 1 ? input.id : `(${input.id} * ${input.factor})`;
      if (input.factor !== 1 && input.shape !== "point") ++operations;
    } else {
      text = `(${args.map((arg) => texts.get(arg)).join(` ${kSigns[code]} `)})`;
      ++operations;
    }
    if (uses.get(value) > 1 && code !== "constant") {
      statements.push([`v${value}`, text]);
      text = `v${value}`;
    }
    texts.set(value, text);
  }
  for (const output of outputs) statements.push([`out_${output.id}`, `${texts.get(output.value)} / ${output.factor}`]);
  return {
    id: claim.id,
    inputs: inputs.filter((input) => new RegExp(`\\b${input.id}\\b`).test(statements.map((one) => one[1]).join(" "))),
    statements,
    outputs: outputs.map((output) => `out_${output.id}`),
    operations: operations + outputs.length,
  };
}
