// What a careful programmer writes without an engine: plain JavaScript on Float64Arrays.
import { measure } from "./time.mjs";

/** JavaScript that draws one number; unseeded, which is the fastest that JavaScript has. */
export const kDraw = {
  point: ([value]) => `${value}`,
  uniform: ([low, high]) => `${low} + ${high - low} * Math.random()`,
  log_uniform: ([low, high]) => `Math.exp(${Math.log(low)} + ${Math.log(high / low)} * Math.random())`,
  triangular: ([low, mode, high]) => `triangular(Math.random(), ${low}, ${high - low}, ${(mode - low) / (high - low)})`,
  normal: ([mean, sd]) => `${mean} + ${sd} * normal()`,
  lognormal: ([mean, sd]) => `Math.exp(${mean} + ${sd} * normal())`,
};

export const kHelpers = `
let spare = NaN;
function normal() {
  if (spare === spare) { const kept = spare; spare = NaN; return kept; }
  const size = Math.sqrt(-2 * Math.log(1 - Math.random()));
  const angle = 2 * Math.PI * Math.random();
  spare = size * Math.sin(angle);
  return size * Math.cos(angle);
}
function triangular(u, low, width, mode) {
  return low + width * (u < mode ? Math.sqrt(u * mode) : 1 - Math.sqrt((1 - u) * (1 - mode)));
}
`;

const kPercents = [0.05, 0.25, 0.5, 0.75, 0.95];

/** Moments, five quantiles and 50 bins, by sorting. */
export function summariseSorted(values) {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; ++i) sum += values[i];
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; ++i) squares += (values[i] - mean) ** 2;
  const sorted = Float64Array.from(values).sort();
  const quantiles = kPercents.map((p) => between(sorted, (n - 1) * p));
  const low = sorted[0];
  const scale = 50 / (sorted[n - 1] - low);
  const bins = new Uint32Array(50);
  for (let i = 0; i < n; ++i) ++bins[Math.min(49, Math.floor((values[i] - low) * scale))];
  return mean + Math.sqrt(squares / n) + quantiles[2] + bins[7];
}

function between(sorted, place) {
  const rank = Math.floor(place);
  return place === rank ? sorted[rank] : sorted[rank] + (place - rank) * (sorted[rank + 1] - sorted[rank]);
}

/** The same without sorting: 2,000 bins, and only the bins that hold a quantile in order. */
function summariseBinned(values) {
  const n = values.length;
  let [sum, low, high] = [0, Infinity, -Infinity];
  for (let i = 0; i < n; ++i) {
    const x = values[i];
    sum += x;
    if (x < low) low = x;
    if (x > high) high = x;
  }
  const mean = sum / n;
  const count = 2000;
  const scale = count / (high - low);
  const bins = new Uint32Array(count + 1);
  let squares = 0;
  for (let i = 0; i < n; ++i) {
    const x = values[i];
    squares += (x - mean) * (x - mean);
    ++bins[((x - low) * scale) | 0];
  }
  bins[count - 1] += bins[count];
  const coarse = new Uint32Array(50);
  for (let b = 0; b < count; ++b) coarse[(b / 40) | 0] += bins[b];
  const wanted = new Map();
  const ranks = kPercents.map((p) => (n - 1) * p);
  const binOf = (rank) => {
    let before = 0;
    for (let b = 0; b < count; ++b) {
      if (before + bins[b] > rank) return [b, before];
      before += bins[b];
    }
    return [count - 1, before - bins[count - 1]];
  };
  for (const place of ranks) {
    for (const rank of [Math.floor(place), Math.ceil(place)]) {
      const [b, before] = binOf(rank);
      if (!wanted.has(b)) wanted.set(b, { before, values: [] });
    }
  }
  const flags = new Uint8Array(count + 1);
  for (const b of wanted.keys()) flags[b] = 1;
  if (flags[count - 1]) flags[count] = 1;
  for (let i = 0; i < n; ++i) {
    const b = ((values[i] - low) * scale) | 0;
    if (flags[b]) wanted.get(b === count ? count - 1 : b).values.push(values[i]);
  }
  for (const one of wanted.values()) one.values.sort((a, b) => a - b);
  const at = (rank) => {
    const [b, before] = binOf(rank);
    return wanted.get(b).values[rank - before];
  };
  let quantile = 0;
  for (const place of ranks) {
    const rank = Math.floor(place);
    const x = at(rank);
    quantile += place === rank ? x : x + (place - rank) * (at(rank + 1) - x);
  }
  return mean + Math.sqrt(squares / n) + quantile + coarse[7];
}

export function columns(names, n) {
  return names.map(() => new Float64Array(n));
}

/** { id, label, time(workload, phase, samples, least) }: draws and computes in one loop, quantiles without sorting. */
export function fusedJavaScript() {
  const made = new Map();
  const compile = (workload) => {
    const source = `${kHelpers}
return function (n, out) {
  for (let i = 0; i < n; ++i) {
    ${workload.inputs.map((input) => `const ${input.id} = ${kDraw[input.shape](input.numbers)};`).join("\n    ")}
    ${workload.statements.map(([name, text]) => `const ${name} = ${text};`).join("\n    ")}
    ${workload.outputs.map((name, i) => `out[${i}][i] = ${name};`).join("\n    ")}
  }
};`;
    return new Function(source)();
  };
  return {
    id: "javascript",
    label: "JavaScript, one loop on Float64Arrays, quantiles without sorting",
    time(workload, phase, samples, least) {
      if (!made.has(workload.id)) made.set(workload.id, compile(workload));
      const run = made.get(workload.id);
      const out = columns(workload.outputs, samples);
      run(samples, out);
      if (phase === "draw+evaluate") return measure(() => run(samples, out), least);
      if (phase === "summarise") return measure(() => out.forEach(summariseBinned), least);
      return measure(() => {
        run(samples, out);
        out.forEach(summariseBinned);
      }, least);
    },
  };
}

/** A column for each input and step, quantiles from a sorted copy. */
export function plainJavaScript() {
  const engine = fusedJavaScript();
  return {
    id: "javascript-sorted",
    label: "JavaScript, the same with Float64Array.sort",
    time(workload, phase, samples, least) {
      if (phase === "draw+evaluate") return engine.time(workload, phase, samples, least);
      const out = columns(workload.outputs, samples);
      for (const column of out) for (let i = 0; i < samples; ++i) column[i] = Math.random();
      const summary = measure(() => out.forEach(summariseSorted), least);
      return phase === "summarise" ? summary : summary + engine.time(workload, "draw+evaluate", samples, least);
    },
  };
}
