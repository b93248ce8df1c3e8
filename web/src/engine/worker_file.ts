/** The core of a single file: a classic script whose text is the worker's too. As a worker it answers the page; in a page
 * that may not start workers (a strict frame) it leaves `footingInstantiate` for the main thread. */
import type { Core } from "./module";
import { instantiate } from "./module_file";
import { unpacked } from "./packed/unpack";
import { serve } from "./serve";

declare global {
  var footingInstantiate: typeof start | undefined;
}

/** Unpacking takes a moment: where there is a worker, it is the worker's. */
const start = async (packed: ArrayBuffer): Promise<Core> => instantiate(unpacked(packed));

if (typeof document === "undefined") serve(start);
else globalThis.footingInstantiate = start;
