// What spreadsheets of guesses do: one expression, evaluated anew for every sample.
import { create, all } from "mathjs";
import { columns, kDraw, kHelpers, summariseSorted } from "./javascript.mjs";
import { measure } from "./time.mjs";

/** An expression compiled once and evaluated for every sample in one scope, as spreadsheets of guesses do. */
export function mathjsLoop() {
  const math = create(all);
  return {
    id: "mathjs",
    label: "mathjs, a compiled expression a sample",
    time(workload, phase, samples, least) {
      const draws = workload.inputs.map((input) =>
        new Function(`${kHelpers}\nreturn () => ${kDraw[input.shape](input.numbers)};`)(),
      );
      const code = math.compile(workload.statements.map(([name, text]) => `${name} = ${text}`).join("; "));
      const out = columns(workload.outputs, samples);
      const run = () => {
        const scope = {};
        for (let i = 0; i < samples; ++i) {
          workload.inputs.forEach((input, k) => (scope[input.id] = draws[k]()));
          code.evaluate(scope);
          workload.outputs.forEach((name, k) => (out[k][i] = scope[name]));
        }
      };
      if (phase === "draw+evaluate") return measure(run, least);
      run();
      if (phase === "summarise") return measure(() => out.forEach(summariseSorted), least);
      return measure(() => {
        run();
        out.forEach(summariseSorted);
      }, least);
    },
  };
}
