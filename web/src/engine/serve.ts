/** Answers the page from inside a worker. */
import type { Core } from "./module";
import type { FromWorker, ToWorker } from "./protocol";

interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

export function serve(instantiate: (binary: ArrayBuffer) => Promise<Core>): void {
  const scope = globalThis as unknown as WorkerScope;
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
