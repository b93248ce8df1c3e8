/** The WebAssembly module that pages carry. Give it the bytes, get the core's single call.
 * This file and module_full.ts alone know the modules' glue. */
import createFooting from "../../generated/footing.mjs";

export interface Core {
  call(name: string, text: string): { json: string; samples: Float64Array | null };
}

/** @param binary the bytes of footing.wasm; the caller knows where they lie (a URL, a file, base64 in the page) */
export const instantiate = (binary: BufferSource): Promise<Core> => start(createFooting, binary);

/** Text crosses as UTF-8. What comes back lies in the module's memory, which may move at the next call: it is copied. */
export async function start(create: CreateFooting, binary: BufferSource): Promise<Core> {
  const module = await create({ wasm: await WebAssembly.compile(binary) });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return {
    call(name, text) {
      const json = decoder.decode(module.call(name, encoder.encode(text)));
      const samples = module.samples();
      return { json, samples: samples.length > 0 ? samples.slice() : null };
    },
  };
}
