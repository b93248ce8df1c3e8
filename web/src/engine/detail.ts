/** The module of details as the page sees it. It runs in a worker of its own, so that no slider waits for it, and the
 * latest wins: a picture is asked for part by part, and once a newer one is wanted no further part of it is asked for. */
import { type Asked, Calls, type EngineHost } from "./calls";
import type { Answer, PreparedClaims } from "./types";

interface Wanted {
  parts: readonly Asked[];
  each: (part: number, answer: Answer) => void;
  done: (complete: boolean) => void;
}

export class DetailClient {
  private running = false;
  private next: Wanted | null = null;

  private constructor(private readonly calls: Calls) {}

  static async start(host: EngineHost, claims: PreparedClaims): Promise<DetailClient | Answer> {
    const calls = await Calls.start(host, claims);
    return calls instanceof Calls ? new DetailClient(calls) : calls;
  }

  /** Gives each part's answer to `each` as it comes; false when newer work took this one's place. */
  update(parts: readonly Asked[], each: Wanted["each"]): Promise<boolean> {
    return new Promise((done) => {
      this.next?.done(false);
      this.next = { parts, each, done };
      void this.drain();
    });
  }

  private async drain(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.next) {
      const { parts, each, done } = this.next;
      this.next = null;
      for (const [i, [name, request]] of parts.entries()) {
        const answer = await this.calls.one(name, request);
        if (this.next) break;
        each(i, answer);
      }
      done(this.next === null);
    }
    this.running = false;
  }
}
