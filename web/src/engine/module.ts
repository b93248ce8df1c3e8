/** The one file that knows the WebAssembly module. Give it the bytes, get the core's single call. */
import createFooting from "../../generated/footing.mjs";

export interface Core {
  call(name: string, text: string): { json: string; samples: Float64Array | null };
}

/** @param binary the bytes of footing.wasm; the caller knows where they lie (a URL, a file, base64 in the page) */
export async function instantiate(binary: ArrayBuffer | Uint8Array): Promise<Core> {
  const module = await createFooting({ wasmBinary: binary });
  return { call: (name, text) => module.call(name, text) };
}
