/** The engine as the page sees it: typed requests, answers as values.
 *
 * Work that moves a slider goes through `update`, where the latest wins: while one update runs, one may wait, and a
 * newer one replaces the waiting one (whose promise then gives null). Other calls run in the order given. */
import { type Asked, Calls, type EngineHost } from "./calls";
import type {
  Answer,
  EvaluateAnswer,
  EvaluateRequest,
  LinkAnswer,
  PreparedClaims,
  SolveAnswer,
  SolveRequest,
} from "./types";

export type { EngineHost };

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

export class EngineClient {
  private running = false;
  private next: { work: Update; done: (answer: Updated | null) => void } | null = null;

  private constructor(private readonly calls: Calls) {}

  static async start(host: EngineHost, claims: PreparedClaims): Promise<EngineClient | Answer> {
    const calls = await Calls.start(host, claims);
    return calls instanceof Calls ? new EngineClient(calls) : calls;
  }

  link(text: string): Promise<LinkAnswer> {
    return this.calls.one<LinkAnswer>("link", { text });
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
      const evaluations = [work.evaluate, ...work.also].map((request): Asked => ["evaluate", request]);
      const answers = await this.calls.all(work.solve ? [...evaluations, ["solve", work.solve]] : evaluations);
      const solve = work.solve ? (answers.pop() as SolveAnswer) : null;
      const [evaluate, ...also] = answers as [EvaluateAnswer, ...EvaluateAnswer[]];
      done({ evaluate, solve: solve?.ok ? solve : null, also });
    }
    this.running = false;
  }
}
