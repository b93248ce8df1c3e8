/** The newest revision beside an older one, for the settings that the reader or a link has chosen: it is evaluated in an
 * engine of its own, and what both give is printed. */
import { EngineClient, type EngineHost } from "../engine/client";
import type { EvaluateAnswer } from "../engine/types";
import { comparison } from "./comparison";
import type { ClaimData, View } from "./data";
import type { Markup } from "./html";

export class Newest {
  private constructor(private readonly engine: EngineClient) {}

  static async start(host: EngineHost, read: () => Promise<ClaimData | null>): Promise<Newest | null> {
    const data = await read();
    if (!data) return null;
    const engine = await EngineClient.start(host, { footing: 1, prepared: data.prepared });
    return engine instanceof EngineClient ? new Newest(engine) : null;
  }

  /** Inputs that the newest revision does not have are settings it cannot follow: then it has no answer. */
  async beside(view: View): Promise<Markup> {
    const { claim, scenario, set, samples, seed } = view.answer.request;
    const request = { claim, scenario, set, samples, seed, density: false, shapes: false };
    const updated = await this.engine.update({ evaluate: request, solve: null, also: [] });
    const answer: EvaluateAnswer | null = updated?.evaluate.ok ? updated.evaluate : null;
    return comparison(view, view.answer, answer);
  }
}
