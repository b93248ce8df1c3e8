/** A core that answers calls, wherever it runs: in a worker, else on the main thread. Answers are values, never a throw. */
import type { Core } from "./module";
import type { Call, FromWorker, ToWorker } from "./protocol";
import type { Answer, PreparedClaims } from "./types";

/** Where the bytes, the worker and the main-thread core come from: the site and the single file differ in these. */
export interface EngineHost {
  binary(): Promise<ArrayBuffer>;
  worker(): Worker; // may throw
  inline(): Promise<(binary: ArrayBuffer) => Promise<Core>>;
}

/** Runs calls one after another; their answers in the same order. */
type Raw = (calls: Call[]) => Promise<string[]>;

const kWorkerStartMs = 8000;

function failure(message: string): Answer {
  return {
    ok: false,
    versions: { engine: "", api: 0, schema: 0, link: 0, method: 0 },
    errors: [{ code: "engine-unavailable", path: "", message, hint: "" }],
    notices: [],
  };
}

async function throughWorker(host: EngineHost, binary: ArrayBuffer): Promise<Raw> {
  const worker = host.worker();
  const waiting = new Map<number, { give: (answers: string[]) => void; calls: number }>();
  let next = 0;
  const give = (answers: string[], id: number) => {
    waiting.get(id)?.give(answers);
    waiting.delete(id);
  };
  const failAll = (message: string) => {
    const answer = JSON.stringify(failure(message));
    for (const [id, { calls }] of [...waiting]) give(Array<string>(calls).fill(answer), id);
  };
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the worker did not start")), kWorkerStartMs);
    worker.onmessage = (event: MessageEvent<FromWorker>) => {
      const message = event.data;
      if (message.kind === "answers") give(message.answers, message.id);
      else {
        clearTimeout(late);
        if (message.kind === "ready") resolve();
        else reject(new Error(message.message));
      }
    };
    worker.onerror = (event) => {
      clearTimeout(late);
      event.preventDefault?.();
      reject(new Error(event.message || "the worker failed"));
      failAll(event.message || "the worker failed");
    };
    const start: ToWorker = { kind: "start", binary };
    worker.postMessage(start);
  }).catch((reason: unknown) => {
    worker.terminate();
    throw reason;
  });
  return (calls) =>
    new Promise((resolve) => {
      const id = next++;
      waiting.set(id, { give: resolve, calls: calls.length });
      const message: ToWorker = { kind: "calls", id, calls };
      worker.postMessage(message);
    });
}

async function onMainThread(host: EngineHost, binary: ArrayBuffer): Promise<Raw> {
  const core = await (await host.inline())(binary);
  return async (calls) => calls.map(({ name, text }) => core.call(name, text).json);
}

/** A name and a request. */
export type Asked = readonly [string, unknown];

export class Calls {
  private constructor(private readonly raw: Raw) {}

  /** Starts the core and loads the claims. Gives the reason as a value when neither worker nor main thread can. */
  static async start(host: EngineHost, claims: PreparedClaims): Promise<Calls | Answer> {
    try {
      const binary = await host.binary();
      const calls = new Calls(await throughWorker(host, binary).catch(() => onMainThread(host, binary)));
      const loaded = await calls.one<Answer>("load", claims);
      return loaded.ok ? calls : loaded;
    } catch (reason) {
      return failure(String(reason));
    }
  }

  async one<T extends Answer>(name: string, request: unknown): Promise<T> {
    return (await this.all([[name, request]]))[0] as T;
  }

  /** One answer to each, in one message there and one back. */
  async all(asked: readonly Asked[]): Promise<Answer[]> {
    try {
      const answers = await this.raw(asked.map(([name, request]) => ({ name, text: JSON.stringify(request) })));
      return answers.map((json) => JSON.parse(json) as Answer);
    } catch (reason) {
      return asked.map(() => failure(String(reason)));
    }
  }
}
