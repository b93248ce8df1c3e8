/** The core of a single file: a classic script whose text is the worker's too. As a worker it answers the page; in a page
 * that may not start workers (a strict frame) it leaves `footingInstantiate` for the main thread. */
import { instantiate } from "./module_file";
import { serve } from "./serve";

declare global {
  var footingInstantiate: typeof instantiate | undefined;
}

if (typeof document === "undefined") serve(instantiate);
else globalThis.footingInstantiate = instantiate;
