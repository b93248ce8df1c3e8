/** The module of single files (footing_file.wasm), which needs no glue: it exports what it does. */
import type { Core } from "./module";

interface Exports {
  memory: WebAssembly.Memory & { buffer: ArrayBuffer };
  _initialize(): void;
  footing_room(bytes: number): number;
  footing_call(text: number, name: number, size: number): number;
  footing_size(): number;
}

/** @param binary the bytes of footing_file.wasm */
export async function instantiate(binary: BufferSource): Promise<Core> {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const bytesAt = (at: number, size: number): Uint8Array<ArrayBuffer> => new Uint8Array(core.memory.buffer, at, size);
  const { instance } = await WebAssembly.instantiate(binary, {
    env: { emscripten_notify_memory_growth: () => undefined },
    footing: {
      read: (at: number, size: number) => Number(decoder.decode(bytesAt(at, size))),
      write: (value: number, to: number) => encoder.encodeInto(String(value), bytesAt(to, 32)).written,
    },
    wasi_snapshot_preview1: {
      proc_exit: () => {
        throw new Error("the core stopped");
      },
    },
  });
  const core = instance.exports as unknown as Exports;
  core._initialize();
  return {
    call(name, text) {
      const bytes = encoder.encode(name + text);
      const room = core.footing_room(bytes.length);
      bytesAt(room, bytes.length).set(bytes);
      const answer = core.footing_call(room, name.length, bytes.length);
      const json = decoder.decode(bytesAt(answer, core.footing_size()));
      return { json, samples: null };
    },
  };
}
