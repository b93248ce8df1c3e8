/** The core behind messages. As a worker it answers the page; as a classic script in a page that may not start
 * workers (the single file in a strict frame) it leaves `footingInstantiate` for the main thread instead. */
import { instantiate, type Core } from "./module";
import type { FromWorker, ToWorker } from "./protocol";

declare global {
  var footingInstantiate: typeof instantiate | undefined;
}

interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

function serve(scope: WorkerScope): void {
  let core: Core | null = null;
  scope.onmessage = (event) => {
    const message = event.data;
    if (message.kind === "start") {
      instantiate(message.binary).then(
        (instance) => {
          core = instance;
          scope.postMessage({ kind: "ready" });
        },
        (reason: unknown) => scope.postMessage({ kind: "failed", message: String(reason) }),
      );
      return;
    }
    if (!core) return;
    const { call } = core;
    const answers = message.calls.map(({ name, text }) => call(name, text).json);
    scope.postMessage({ kind: "answers", id: message.id, answers });
  };
}

if (typeof document === "undefined") serve(globalThis as unknown as WorkerScope);
else globalThis.footingInstantiate = instantiate;
