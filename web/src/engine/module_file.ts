/** The module of single files (footing_file.wasm), which needs no glue: it exports what it does. */
import type { Core } from "./module";

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  footing_room(bytes: number): number;
  footing_call(text: number, name: number, size: number): number;
  footing_size(): number;
}

/** @param binary the bytes of footing_file.wasm */
export async function instantiate(binary: BufferSource): Promise<Core> {
  const { instance } = await WebAssembly.instantiate(binary, {
    env: { emscripten_notify_memory_growth: () => undefined },
    wasi_snapshot_preview1: {
      proc_exit: () => {
        throw new Error("the core stopped");
      },
    },
  });
  const core = instance.exports as unknown as Exports;
  core._initialize();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    call(name, text) {
      const bytes = encoder.encode(name + text);
      const room = core.footing_room(bytes.length);
      new Uint8Array(core.memory.buffer).set(bytes, room);
      const answer = core.footing_call(room, name.length, bytes.length);
      const json = decoder.decode(new Uint8Array(core.memory.buffer, answer, core.footing_size()));
      return { json, samples: null };
    },
  };
}
