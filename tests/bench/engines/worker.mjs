// In a worker of the browser's bench: what a page's worker does, timed around the calls, in this thread.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function call(engine, name, request) {
  const answer = JSON.parse(decoder.decode(engine.call(name, encoder.encode(JSON.stringify(request)))));
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.errors.slice(0, 3))}`);
  return answer;
}

async function start(name) {
  const [{ default: create }, wasm] = await Promise.all([
    import(`/${name}.mjs`),
    fetch(`/${name}.wasm`).then((response) => WebAssembly.compileStreaming(response)),
  ]);
  return create({ wasm });
}

const text = async (name) => (await fetch(`/${name}`)).text();
const load = (engine, prepared) => call(engine, "load", { footing: 1, prepared: JSON.parse(prepared) });

/** Milliseconds of each of `rounds` runs, after two that are not counted. */
function each(rounds, work) {
  const times = [];
  for (let round = -2; round < rounds; ++round) {
    const begin = performance.now();
    work(round + 2);
    if (round >= 0) times.push(performance.now() - begin);
  }
  return times;
}

const between = ({ low, high }, share) => String(low + (high - low) * share);

const tasks = {
  /** The module imported, compiled and started, one claim loaded, its first answer. */
  async start({ claim }) {
    const begin = performance.now();
    const [engine, prepared] = await Promise.all([start("footing"), text("claim.json")]);
    load(engine, prepared);
    call(engine, "evaluate", { claim });
    return [performance.now() - begin];
  },
  /** Phases of the engine alone. */
  async phases({ phases, rounds }) {
    const { default: create } = await import("/bench_module.mjs");
    const module = await create();
    module.ccall("bench_load", "number", ["string"], [await text("workloads.json")]);
    const types = ["string", "string", "number", "number"];
    return phases.map(([phase, samples]) => {
      const once = () => module.ccall("bench_measure", "number", types, ["workload", phase, samples, 40]);
      once();
      return Array.from({ length: rounds }, once);
    });
  },
  /** A moved input of a claim: evaluate, and indices with half as many rows, through the calls that a page makes. */
  async moves({ claim, input, samples, rounds }) {
    const [engine, detail] = await Promise.all([start("footing"), start("footing_detail")]);
    const prepared = await text("workloads.json");
    load(engine, prepared);
    load(detail, prepared);
    const { slider } = call(engine, "evaluate", { claim, samples }).inputs.find((one) => one.id === input);
    const set = (round) => ({ [input]: between(slider, 0.2 + (0.6 * (round % 97)) / 97) });
    const explained = { tornado: false, break_even: false, samples: samples / 2 };
    return [
      each(rounds, (round) => call(engine, "evaluate", { claim, samples, set: set(round) })),
      each(rounds, (round) => call(detail, "explain", { claim, set: set(round), ...explained })),
    ];
  },
  /** Every claim, with nothing in the cache; and one input moved in every claim that has it. */
  async claims({ claims, input, rounds }) {
    const prepared = await text("claims.json");
    const fresh = [];
    let engine;
    for (let round = 0; round < rounds; ++round) {
      engine = await start("footing");
      load(engine, prepared);
      const begin = performance.now();
      for (const claim of claims) call(engine, "evaluate", { claim });
      fresh.push(performance.now() - begin);
    }
    const bare = { density: false, shapes: false };
    const sharing = claims.flatMap((claim) => {
      const found = call(engine, "evaluate", { claim, ...bare }).inputs.find((one) => one.id === input);
      return found ? [[claim, found.slider]] : [];
    });
    const moved = each(rounds, (round) => {
      for (const [claim, slider] of sharing) {
        call(engine, "evaluate", { claim, set: { [input]: between(slider, 0.2 + (0.6 * round) / (rounds + 2)) }, ...bare });
      }
    });
    return [fresh, moved, [sharing.length]];
  },
  /** `times` as many claims, copies under other ids: loaded at once and all evaluated (where `together`), loaded one by one;
   * each the least of two, null where not asked. */
  async growth({ times, together }) {
    const whole = JSON.parse(await text("claims.json"));
    const renamed = (copy) => (claim) => (copy === 0 ? claim : { ...claim, id: `${claim.id}-copy${copy}` });
    const copies = Array.from({ length: times }, (_, copy) => whole.claims.map(renamed(copy))).flat();
    const loaded = (engine, claims) => call(engine, "load", { footing: 1, prepared: { ...whole, claims } });
    const cells = [null, null, null];
    const take = (cell, begin) => {
      cells[cell] = Math.min(cells[cell] ?? Infinity, performance.now() - begin);
    };
    for (let round = 0; round < 2; ++round) {
      if (together) {
        const engine = await start("footing");
        let begin = performance.now();
        loaded(engine, copies);
        take(0, begin);
        begin = performance.now();
        for (const { id } of copies) call(engine, "evaluate", { claim: id });
        take(1, begin);
      }
      const engine = await start("footing");
      const begin = performance.now();
      for (const claim of copies) loaded(engine, [claim]);
      take(2, begin);
    }
    return [copies.length, ...cells];
  },
};

globalThis.onmessage = async ({ data: { task, request } }) => {
  try {
    postMessage({ times: await tasks[task](request) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};
