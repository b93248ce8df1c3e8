/** The site's host: the core is a file beside the scripts, the worker a module worker. */
import wasmUrl from "../../generated/footing.wasm?url";
import type { EngineHost } from "./client";

export const siteHost: EngineHost = {
  async binary() {
    const response = await fetch(wasmUrl);
    if (!response.ok) throw new Error(`${response.status} ${wasmUrl}`);
    return response.arrayBuffer();
  },
  worker: () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  async inline() {
    const { instantiate } = await import("./module");
    return instantiate;
  },
};
