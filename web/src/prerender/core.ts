/** The core under Node: the very module the page runs, so that the printed digits are the page's. */
import { instantiate, type Core } from "../engine/module";
import type { Answer, DatasetFiles, EvaluateAnswer, EvaluateRequest, SolveAnswer, SolveRequest } from "../engine/types";

export class BuildCore {
  private constructor(private readonly core: Core) {}

  static async start(wasm: Uint8Array, dataset: DatasetFiles): Promise<BuildCore> {
    const core = new BuildCore(await instantiate(wasm));
    core.ask("load", dataset);
    return core;
  }

  evaluate(request: EvaluateRequest): EvaluateAnswer {
    return this.ask<EvaluateAnswer>("evaluate", request);
  }

  /** Null where the claim has no figure to solve for. */
  solve(request: SolveRequest): SolveAnswer | null {
    const answer = this.call<SolveAnswer>("solve", request);
    return answer.ok ? answer : null;
  }

  /** The files that a claim's page needs, words and sources included. */
  closure(claim: string): DatasetFiles["files"] {
    return this.ask<Answer & { closure: DatasetFiles }>("closure", { claim, words: true }).closure.files;
  }

  /** A build stops at the first answer that is an error: a page without numbers must not be published. */
  private ask<T extends Answer>(name: string, request: unknown): T {
    const answer = this.call<T>(name, request);
    if (answer.ok) return answer;
    const lines = answer.errors.map((error) => `  ${error.path}: ${error.code}: ${error.message} ${error.hint}`);
    throw new Error(`${name} failed\n${lines.join("\n")}`);
  }

  private call<T extends Answer>(name: string, request: unknown): T {
    return JSON.parse(this.core.call(name, JSON.stringify(request)).json) as T;
  }
}
