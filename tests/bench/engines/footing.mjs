// The engine as a module, and programs that answer lines: the native engine, fused loops, NumPy.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { now } from "./time.mjs";

/** The module in this process, timed by its processor time. */
export async function moduleInNode(folder, prepared) {
  const { default: create } = await import(path.join(folder, "bench_module.mjs"));
  globalThis.performance = { now };
  const module = await create({ wasmBinary: readFileSync(path.join(folder, "bench_module.wasm")) });
  module.ccall("bench_load", "number", ["string"], [JSON.stringify(prepared)]);
  return {
    id: "node",
    label: "Footing, WebAssembly, Node",
    time(workload, phase, samples, least) {
      const types = ["string", "string", "number", "number"];
      return module.ccall("bench_measure", "number", types, [workload.id, phase, samples, least]);
    },
  };
}

/** A program that is given lines "workload phase samples milliseconds" and answers each with a number. */
export function program(id, label, command, ...args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    id,
    label,
    async time(workload, phase, samples, least) {
      child.stdin.write(`${workload.id} ${phase} ${samples} ${least}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${id} ended`);
      return Number(value);
    },
    close() {
      child.stdin.end();
    },
  };
}

const kKinds = { uniform: 0, log_uniform: 0, triangular: 0, normal: 0, lognormal: 0 };

/** The workloads as C++, for native/fused.cpp. */
export function fusedSource(workloads) {
  const structs = workloads.map((workload, w) => {
    const spread = workload.inputs.filter((input) => input.shape in kKinds);
    const fixed = workload.inputs.filter((input) => input.shape === "point");
    const numbers = spread.map(({ shape, numbers: [a, b, c] }) => {
      if (shape === "uniform") return [a, b - a, 0];
      if (shape === "log_uniform") return [Math.log(a), Math.log(b / a), 0];
      if (shape === "triangular") return [a, c - a, (b - a) / (c - a)];
      return [a, b, 0];
    });
    const number = /(?<![\w.])\d+(?:\.\d+)?(?:e[-+]?\d+)?(?![\w.])/g;
    const floating = (text) => text.replace(number, (digits) => (/[.e]/.test(digits) ? digits : `${digits}.0`));
    return `struct Workload${w} {
  static constexpr const char* kId = "${workload.id}";
  static constexpr std::size_t kInputs = ${spread.length}, kOutputs = ${workload.outputs.length};
  static constexpr const char* kIds[] = {${spread.map((input) => `"${input.id}"`).join(", ")}};
  static constexpr Kind kKinds[] = {${spread.map((input) => `Kind::${input.shape}`).join(", ")}};
  static constexpr double kNumbers[][3] = {${numbers.map((row) => `{${row.join(", ")}}`).join(", ")}};
  static void evaluate(const std::array<Block, kInputs>& drawn, std::vector<Values>& out, std::size_t first) {
${workload.outputs.map((_, i) => `    double* __restrict__ to${i} = out[${i}].data() + first;`).join("\n")}
${spread.map((input, k) => `    const double* __restrict__ in${k} = drawn[${k}].data();`).join("\n")}
${fixed.map((input) => `    const double ${input.id} = ${floating(String(input.numbers[0]))};`).join("\n")}
    for (std::size_t i = 0; i < kBlock; ++i) {
${spread.map((input, k) => `      const double ${input.id} = in${k}[i];`).join("\n")}
${workload.statements.map(([name, text]) => `      const double ${name} = ${floating(text)};`).join("\n")}
${workload.outputs.map((name, i) => `      to${i}[i] = ${name};`).join("\n")}
    }
  }
};`;
  });
  const calls = workloads.map((_, w) => `  f(Workload${w}{});`).join("\n");
  return `${structs.join("\n")}\ntemplate <class F>\nvoid each_workload(const F& f) {\n${calls}\n}\n`;
}
