/** The single file's host: the core lies in the page, packed and as base64, and what starts it as a classic script whose text is also
 * the worker's. Opened from a disk or in a sandboxed frame there is no URL to fetch anything from. */
import type { EngineHost } from "./calls";

const text = (id: string): string => document.getElementById(id)?.textContent ?? "";

export const fileHost: EngineHost = {
  binary: async () => Uint8Array.from(atob(text("footing-wasm")), (byte) => byte.charCodeAt(0)).buffer,
  worker() {
    const url = URL.createObjectURL(new Blob([text("footing-core")], { type: "text/javascript" }));
    const worker = new Worker(url);
    // The worker has its script once it answers; until then the URL must live.
    worker.addEventListener("message", () => URL.revokeObjectURL(url), { once: true });
    return worker;
  },
  async inline() {
    const instantiate = globalThis.footingInstantiate;
    if (!instantiate) throw new Error("the core is missing from this file");
    // Unpacking holds this thread up: what is printed is painted first, where anything is.
    await new Promise<void>((done) => {
      setTimeout(done, 300);
      requestAnimationFrame(() => setTimeout(done));
    });
    return instantiate;
  },
};
