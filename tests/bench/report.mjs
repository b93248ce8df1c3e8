// Makes tests/bench/RESULTS.md and its pictures from what compare.mjs, browser.mjs, accuracy.mjs, growth.mjs and sizes.mjs measured
// (build/bench/*.json); words between the tables are in report.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./workloads.mjs";

const here = path.join(root, "tests/bench");
const read = (name) => {
  const file = path.join(root, "build/bench", name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
};
const compare = read("compare.json");
const accuracy = read("accuracy.json");
const growth = read("growth.json");
const browser = read("browser.json");
const sizes = read("sizes.json");

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const short = (x) => (x >= 100 ? x.toFixed(0) : x >= 1 ? x.toPrecision(3) : x.toPrecision(2));
const table = (head, rows) =>
  [head, head.map((_, i) => (i === 0 ? "---" : "---:")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const times = (engine, workload, phase, samples) =>
  compare.results
    .filter((r) => r.engine === engine && r.workload === workload && r.phase === phase && r.samples === samples)
    .map((r) => r.ms);

/** a / b round by round: the median, and the least and the greatest. */
function ratio(a, b, workload, phase, samples) {
  const [x, y] = [times(a, workload, phase, samples), times(b, workload, phase, samples)];
  const all = x.slice(0, y.length).map((ms, i) => ms / y[i]);
  return all.length === 0 ? null : { middle: median(all), low: Math.min(...all), high: Math.max(...all) };
}
const said = (r) => (r === null ? "" : `${short(r.middle)} (${short(r.low)}–${short(r.high)})`);

function speedTables() {
  const [main] = compare.workloads;
  const n = compare.sizes[2];
  const label = (id) => compare.engines.find((engine) => engine.id === id)?.label ?? id;
  const parts = compare.engines.map(({ id }) => {
    const cell = (phase) => {
      const found = times(id, main.id, phase, n);
      return found.length === 0 ? "" : `${short(median(found))} (${short(Math.min(...found))})`;
    };
    return [
      label(id),
      cell("draw"),
      cell("evaluate"),
      cell("draw+evaluate"),
      cell("summarise"),
      cell("total"),
      cell("total+"),
      said(ratio(id, "node", main.id, "total", n)),
    ];
  });
  const bySize = compare.engines.map(({ id }) => [
    label(id),
    ...compare.sizes.map((size) => {
      const found = times(id, main.id, "total", size);
      return found.length === 0 ? "" : short(median(found));
    }),
  ]);
  const byClaim = compare.engines.map(({ id }) => [
    label(id),
    ...compare.workloads.map((workload) => said(ratio(id, "node", workload.id, "total", n))),
  ]);
  return {
    parts: table(
      ["engine", "draw", "evaluate", "both", "summarise", "total", "with errors", "total, times the engine in Node"],
      parts,
    ),
    sizes: table(["engine", ...compare.sizes.map((size) => size.toLocaleString("en"))], bySize),
    claims: table(
      [
        "engine",
        ...compare.workloads.map(
          ({ id, spread, operations, outputs }) =>
            `${id}: ${spread} drawn, ${operations} operations, ${outputs} outputs`,
        ),
      ],
      byClaim,
    ),
    machine: `${compare.machine.cpu}, ${compare.machine.processors} processors, ${compare.machine.memory} GiB. ${compare.versions.join("; ")}.`,
    rounds: String(compare.rounds),
    load: compare.load.map((load) => load.toFixed(1)).join(" before and "),
  };
}

/** What was aimed at, on the workload at a hundred thousand points, and what this run gave. */
function goals() {
  const [main] = compare.workloads;
  const rows = [
    ["WebAssembly in Node against Squiggle, total", "squiggle", "node", "total", 100],
    ["the same, draw and evaluate", "squiggle", "node", "draw+evaluate", 35],
    ["against the best JavaScript, Node, total", "javascript", "node", "total", 5],
    ["against the best JavaScript, Chromium, total", "javascript-chromium", "chromium", "total", 3.5],
    ["against NumPy, total", "numpy", "node", "total", 6],
    ["native against one loop with the same draws, draw and evaluate", "native", "fused", "draw+evaluate", -1.15],
    ["WebAssembly in Node against the limit, total", "node", "limit", "total", -2],
  ].map(([words, a, b, phase, goal]) => {
    const found = ratio(a, b, main.id, phase, compare.sizes[2]);
    const met = goal > 0 ? found.middle >= goal : found.middle <= -goal;
    return [words, goal > 0 ? `at least ${goal}` : `at most ${-goal}`, said(found), met ? "yes" : "no"];
  });
  return { goals: table(["ratio", "goal", "here", "met"], rows) };
}

const bench = (id) => browser.rows.find((row) => row.id === id).times;
const least = (times) => Math.min(...times);
const range = (times) => `${short(median(times))} (${short(least(times))}–${short(Math.max(...times))})`;

/** The same for what a reader waits for: milliseconds in a worker of Chromium. */
function waits() {
  const together = bench("call-evaluate").map((ms, i) => ms + bench("call-indices")[i]);
  const rows = [
    ["a slider moved: 16,384 points, one column drawn, all outputs summarised", bench("slide-16384"), null],
    ["the same, and indices of one output, two matrices of 4,096 rows", bench("slide+4096-16384"), 1],
    ["the same, and indices of all four outputs", bench("slide++4096-16384"), null],
    ["a slider moved: 100,352 points, indices of one output of 8,192 rows", bench("slide+8192-100352"), 4],
    ["the same, and indices of all four outputs", bench("slide++8192-100352"), null],
    ["a slider moved through the page's calls, JSON text in and out: evaluate", bench("call-evaluate"), null],
    ["the same and explain, indices of one output of 4,096 rows", together, null],
    [`every claim (${browser.claims}) from scratch through the page's calls`, bench("all-claims"), 100],
    [`PUE moved in the ${browser.sharing} claims that have it, columns cached`, bench("shared-input"), 16],
    ["start: import, compile, load a claim, first answer; browser running", bench("start-warm"), 30],
    ["the same, first page of a new profile", bench("start-fresh"), 120],
  ].map(([words, times, goal]) => [
    words,
    goal === null ? "" : `at most ${goal}`,
    range(times),
    goal === null ? "" : median(times) <= goal ? "yes" : "no",
  ]);
  return { waits: table(["milliseconds, Chromium, in a worker", "goal", "here", "met"], rows) };
}

function sizeTables() {
  const number = (x) => x.toLocaleString("en");
  return {
    sizes_by_part: table(
      ["part of the page's module", "bytes of code"],
      sizes.parts.map(([words, bytes]) => [words, number(bytes)]),
    ),
    sizes_by_build: table(
      ["footing.wasm and its glue", "wasm", "wasm, brotli", "glue, brotli"],
      sizes.builds.map(([words, ...bytes]) => [words, ...bytes.map(number)]),
    ),
  };
}

/** A picture of lines on logarithmic axes; `series`: [{ label, points: [[x, y]], dashed }]. */
function picture(title, xTitle, yTitle, series) {
  const [width, height, left, right, top, bottom] = [800, 420, 70, 300, 40, 50];
  const all = series.flatMap((one) => one.points);
  const ends = (k) => {
    const logs = all.map((point) => Math.log10(point[k]));
    return [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  };
  const [y0, y1] = ends(1);
  const places = all.map((point) => Math.log10(point[0]));
  const [x0, x1] = [Math.min(...places), Math.max(...places)];
  const px = (x) => left + ((Math.log10(x) - x0) / (x1 - x0)) * (width - left - right);
  const py = (y) => height - bottom - ((Math.log10(y) - y0) / (y1 - y0)) * (height - top - bottom);
  const power = (e) => (e >= 0 && e <= 3 ? String(10 ** e) : `10<tspan dy="-5" font-size="9">${e}</tspan>`);
  const colours = [
    "#0b6e4f",
    "#1f4e9c",
    "#b4541a",
    "#7a3b91",
    "#8a6d00",
    "#555555",
    "#c02942",
    "#00798c",
    "#6b8e23",
    "#d07000",
    "#999999",
    "#003049",
    "#2a9d8f",
  ];
  const parts = [];
  for (let e = Math.ceil(x0); e <= x1; ++e) {
    const x = px(10 ** e);
    parts.push(
      `<path d="M${x} ${top}V${height - bottom}" stroke="#ddd"/><text x="${x}" y="${height - bottom + 18}" text-anchor="middle">${power(e)}</text>`,
    );
  }
  for (let e = y0; e <= y1; ++e) {
    const y = py(10 ** e);
    parts.push(
      `<path d="M${left} ${y}H${width - right}" stroke="#ddd"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${power(e)}</text>`,
    );
  }
  // Labels at the ends of the lines, moved apart.
  const order = series
    .map((one, k) => ({ ...one, colour: colours[k % colours.length], y: py(one.points.at(-1)[1]) }))
    .sort((a, b) => a.y - b.y);
  let last = -Infinity;
  for (const one of order) {
    one.at = Math.max(one.y, last + 14);
    last = one.at;
  }
  const over = last - (height - bottom);
  for (const one of order) {
    const path = one.points
      .map(([x, y], i) => `${i === 0 ? "M" : "L"}${px(x).toFixed(1)} ${py(y).toFixed(1)}`)
      .join("");
    const at = one.at - Math.max(0, over);
    parts.push(
      `<path d="${path}" fill="none" stroke="${one.colour}" stroke-width="2"${one.dashed ? ' stroke-dasharray="5 4"' : ""}/>`,
    );
    parts.push(
      `<path d="M${width - right + 2} ${one.y.toFixed(1)}L${width - right + 14} ${at.toFixed(1)}" stroke="${one.colour}"/><text x="${width - right + 18}" y="${(at + 4).toFixed(1)}" fill="${one.colour}">${one.label}</text>`,
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12"><rect width="${width}" height="${height}" fill="#fff"/><text x="${left}" y="22" font-size="14" font-weight="bold">${title}</text>${parts.join("")}<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">${xTitle}</text><text transform="translate(18 ${(height - bottom + top) / 2}) rotate(-90)" text-anchor="middle">${yTitle}</text></svg>\n`;
}

function accuracyParts() {
  const worst = (key, figure, samples) =>
    accuracy.rows.filter((row) => row.figure === figure && row.samples === samples).sort((a, b) => b[key] - a[key]);
  const percent = (x) => `${(100 * x).toPrecision(2)} %`;
  const rows = [];
  for (const figure of ["mean", "p05", "median", "p95"]) {
    for (const key of ["sobol", "random"]) {
      rows.push([
        `${figure}, ${key === "sobol" ? "scrambled Sobol'" : "random"}`,
        ...accuracy.sizes.map((samples) => {
          const own = worst(key, figure, samples);
          return `${percent(own[0][key])} / ${percent(own[own.length >> 1][key])}`;
        }),
      ]);
    }
  }
  const line = (key, figure, pick) =>
    accuracy.sizes.map((samples) => {
      const own = worst(key, figure, samples);
      return [samples, 100 * own[pick(own.length)][key]];
    });
  const series = [];
  for (const [figure, words] of [
    ["mean", "mean"],
    ["p95", "95 % quantile"],
  ]) {
    series.push({ label: `${words}, random, worst claim`, points: line("random", figure, () => 0), dashed: true });
    series.push({ label: `${words}, Sobol', worst claim`, points: line("sobol", figure, () => 0) });
    series.push({
      label: `${words}, random, middle claim`,
      points: line("random", figure, (n) => n >> 1),
      dashed: true,
    });
    // The middle claim's mean is exact but for rounding.
    if (figure !== "mean")
      series.push({ label: `${words}, Sobol', middle claim`, points: line("sobol", figure, (n) => n >> 1) });
  }
  writeFileSync(
    path.join(here, "accuracy.svg"),
    picture("Error of an estimate, by the number of points", "points", "root mean square error, %", series),
  );
  return {
    accuracy: table(["figure", ...accuracy.sizes.map((n) => n.toLocaleString("en"))], rows),
    seeds: String(accuracy.seeds),
    worst_ends: percent(Math.max(worst("sobol", "p05", 16384)[0].sobol, worst("sobol", "p95", 16384)[0].sobol)),
    worst_mean: percent(worst("sobol", "mean", 16384)[0].sobol),
    outputs: String(new Set(accuracy.rows.map((row) => row.claim)).size),
  };
}

const filled = {};
if (compare) {
  Object.assign(filled, speedTables(), goals());
  const [main] = compare.workloads;
  const series = compare.engines.flatMap(({ id, label }) => {
    const points = compare.sizes
      .map((size) => [size, times(id, main.id, "total", size)])
      .filter(([, found]) => found.length > 0)
      .map(([size, found]) => [size, median(found)]);
    return points.length > 0
      ? [{ label: label.replace(/ \(.*\)| on Float64Arrays.*/, ""), points, dashed: !label.startsWith("Footing") }]
      : [];
  });
  writeFileSync(
    path.join(here, "speed.svg"),
    picture("One claim: draw, evaluate, summarise four outputs", "points", "milliseconds", series),
  );
}
if (accuracy) Object.assign(filled, accuracyParts());
const grown = (rows) =>
  rows.map(({ claims, cells }) => [claims.toLocaleString("en"), ...cells.map((ms) => (ms === null ? "" : short(ms)))]);
if (growth) filled.growth = table(["claims", ...growth.columns], grown(growth.rows));
if (growth && browser) filled.growth_browser = table(["claims", ...growth.columns.slice(1)], grown(browser.growth));
if (browser) Object.assign(filled, waits());
if (sizes) Object.assign(filled, sizeTables());
if (growth) {
  filled.memory = table(
    ["points", ...growth.memoryColumns],
    growth.memory.map(([samples, ...cells]) => [samples.toLocaleString("en"), ...cells.map((mib) => mib.toFixed(1))]),
  );
}
const words = readFileSync(path.join(here, "report.md"), "utf8");
const text = words.replace(/\{\{(\w+)\}\}/g, (_, name) => {
  if (!(name in filled)) throw new Error(`nothing measured for ${name}`);
  return filled[name];
});
writeFileSync(path.join(here, "RESULTS.md"), text);
