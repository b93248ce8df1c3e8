/** The JavaScript side of bindings.cpp: text in, text and a copied Float64Array out. */

/** @param wasmBinary the bytes of footing.wasm (or footing_full.wasm) */
export default async function createFooting({ wasmBinary }) {
  const stop = (code) => {
    throw new Error(`the core stopped (${code})`);
  };
  const { instance } = await WebAssembly.instantiate(wasmBinary, {
    env: { emscripten_notify_memory_growth: () => {} },
    wasi_snapshot_preview1: { proc_exit: stop },
  });
  const core = instance.exports;
  core._initialize();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  // Memory moves when it grows, so views are made anew each time.
  const bytes = (at, size) => new Uint8Array(core.memory.buffer, at >>> 0, size);
  return {
    call(name, text) {
      const asked = encoder.encode(name + text);
      const name_bytes = encoder.encode(name).length;
      bytes(core.footing_room(asked.length), asked.length).set(asked);
      const size = core.footing_call(name_bytes);
      const json = decoder.decode(bytes(core.footing_answer(), size));
      const count = core.footing_sample_count();
      const samples =
        count < 0 ? null : new Float64Array(core.memory.buffer, core.footing_samples() >>> 0, count).slice();
      return { json, samples };
    },
  };
}
