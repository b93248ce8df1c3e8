/** The site's host: the core is a file beside the scripts, the worker a module worker. */
import wasmUrl from "../../generated/footing.wasm?url";
import type { EngineHost } from "./calls";

export async function fetchBinary(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.arrayBuffer();
}

export const siteHost: EngineHost = {
  binary: () => fetchBinary(wasmUrl),
  worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  async inline() {
    const { instantiate } = await import("./module");
    return instantiate;
  },
};
