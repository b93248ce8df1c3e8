// Squiggle, asked for the same: its own distributions and its own mean, deviation and quantiles.
import { run } from "@quri/squiggle-lang";
import { now } from "./time.mjs";

const kDraw = {
  point: ([value]) => `${value}`,
  uniform: ([low, high]) => `uniform(${low}, ${high})`,
  log_uniform: ([low, high]) =>
    `Sym.loguniform({p0: 0})`.replace(/.*/, `exp(uniform(${Math.log(low)}, ${Math.log(high)}))`),
  triangular: ([low, mode, high]) => `triangular(${low}, ${mode}, ${high})`,
  normal: ([mean, sd]) => `normal(${mean}, ${sd})`,
  lognormal: ([mean, sd]) => `lognormal(${mean}, ${sd})`,
};
const kSummary = (name) =>
  `[mean(${name}), stdev(${name}), ${[0.05, 0.25, 0.5, 0.75, 0.95].map((p) => `quantile(${name}, ${p})`).join(", ")}]`;

export function squiggle() {
  return {
    id: "squiggle",
    label: "Squiggle",
    async time(workload, phase, samples, least) {
      // `SampleSet.fromDist` draws at once; without it a distribution may stay a formula.
      const code = [
        ...workload.inputs.map((input) => {
          const text = kDraw[input.shape](input.numbers);
          return `${input.id} = ${input.shape === "point" ? text : `SampleSet.fromDist(${text})`}`;
        }),
        ...workload.statements.map(([name, text]) => `${name} = ${text}`),
        phase === "total" ? `[${workload.outputs.map(kSummary).join(", ")}]` : `[${workload.outputs.join(", ")}]`,
      ].join("\n");
      const once = async () => {
        const output = await run(code, { environment: { sampleCount: samples, xyPointLength: 1000, seed: "bench" } });
        const result = output.getResult?.() ?? output.result;
        if (!result.ok) throw new Error(`squiggle: ${result.value}`);
      };
      await once();
      const start = now();
      let runs = 0;
      let spent = 0;
      while (spent < least || runs === 0) {
        await once();
        ++runs;
        spent = now() - start;
      }
      return spent / runs;
    },
  };
}
