/** The engine as the page sees it: typed requests, answers as values, never a throw.
 *
 * Work that moves a slider goes through `update`, where the latest wins: while one update runs, one may wait, and a
 * newer one replaces the waiting one (whose promise then gives null). Other calls run in the order given. */
import type { Core } from "./module";
import type { Call, FromWorker, ToWorker } from "./protocol";
import type {
  Answer,
  EvaluateAnswer,
  EvaluateRequest,
  LinkAnswer,
  PreparedClaims,
  SolveAnswer,
  SolveRequest,
} from "./types";

/** Where the bytes, the worker and the main-thread core come from: the site and the single file differ in these. */
export interface EngineHost {
  binary(): Promise<ArrayBuffer>;
  worker(): Worker; // may throw
  inline(): Promise<(binary: ArrayBuffer) => Promise<Core>>;
}

export interface Update {
  evaluate: EvaluateRequest;
  solve: SolveRequest | null;
  also: EvaluateRequest[]; // the same settings for other populations
}

export interface Updated {
  evaluate: EvaluateAnswer;
  solve: SolveAnswer | null;
  also: EvaluateAnswer[];
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

export class EngineClient {
  private running = false;
  private next: { work: Update; done: (answer: Updated | null) => void } | null = null;

  private constructor(private readonly raw: Raw) {}

  /** Starts the core and loads the claims. Gives the reason as a value when neither worker nor main thread can. */
  static async start(host: EngineHost, claims: PreparedClaims): Promise<EngineClient | Answer> {
    try {
      const binary = await host.binary();
      const raw = await throughWorker(host, binary).catch(() => onMainThread(host, binary));
      const client = new EngineClient(raw);
      const loaded = await client.call<Answer>("load", claims);
      return loaded.ok ? client : loaded;
    } catch (reason) {
      return failure(String(reason));
    }
  }

  link(text: string): Promise<LinkAnswer> {
    return this.call<LinkAnswer>("link", { text });
  }

  /** Evaluates and solves together; null when a newer update took this one's place. */
  update(work: Update): Promise<Updated | null> {
    return new Promise((done) => {
      this.next?.done(null);
      this.next = { work, done };
      void this.drain();
    });
  }

  private async drain(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.next) {
      const { work, done } = this.next;
      this.next = null;
      const evaluations = [work.evaluate, ...work.also].map((request): [string, unknown] => ["evaluate", request]);
      const answers = await this.calls(work.solve ? [...evaluations, ["solve", work.solve]] : evaluations);
      const solve = work.solve ? (answers.pop() as SolveAnswer) : null;
      const [evaluate, ...also] = answers as [EvaluateAnswer, ...EvaluateAnswer[]];
      done({ evaluate, solve: solve?.ok ? solve : null, also });
    }
    this.running = false;
  }

  private async call<T extends Answer>(name: string, request: unknown): Promise<T> {
    return (await this.calls([[name, request]]))[0] as T;
  }

  /** One answer to each [name, request], in one message there and one back. */
  private async calls(asked: [string, unknown][]): Promise<Answer[]> {
    try {
      const answers = await this.raw(asked.map(([name, request]) => ({ name, text: JSON.stringify(request) })));
      return answers.map((json) => JSON.parse(json) as Answer);
    } catch (reason) {
      return asked.map(() => failure(String(reason)));
    }
  }
}
