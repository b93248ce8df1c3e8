/** The core under Node: the full engine with the dataset, or the module that pages run with a claim prepared for it. */
import { instantiate, type Core } from "../engine/module";
import { instantiateFull } from "../engine/module_full";
import type {
  AboutAnswer,
  Answer,
  ArticleAnswer,
  ArticlesAnswer,
  CompareAnswer,
  CompareRequest,
  DatasetFiles,
  EvaluateAnswer,
  EvaluateRequest,
  ExplainAnswer,
  ExplainRequest,
  PreparedClaims,
  SolveAnswer,
  SolveRequest,
} from "../engine/types";
import type { ArticleFile } from "../pages/articles";

export class BuildCore {
  private constructor(private readonly core: Core) {}

  /** @param wasm the module that can hold it: the full engine a dataset, the page's the claims prepared */
  static async start(wasm: Uint8Array<ArrayBuffer>, held: DatasetFiles | PreparedClaims): Promise<BuildCore> {
    const core = new BuildCore(await ("files" in held ? instantiateFull : instantiate)(wasm));
    core.ask("load", held);
    return core;
  }

  /** Takes another dataset, or one frozen revision, in place of what it held. */
  hold(held: DatasetFiles): void {
    this.ask("load", held);
  }

  evaluate(request: EvaluateRequest): EvaluateAnswer {
    return this.ask<EvaluateAnswer>("evaluate", request);
  }

  explain(request: ExplainRequest): ExplainAnswer {
    return this.ask<ExplainAnswer>("explain", request);
  }

  /** Null where the two are not on one model, or do not both compute the output. */
  compare(request: CompareRequest): CompareAnswer | null {
    const answer = this.call<CompareAnswer>("compare", request);
    return answer.ok ? answer : null;
  }

  /** Null where the claim has no figure to solve for. */
  solve(request: SolveRequest): SolveAnswer | null {
    const answer = this.call<SolveAnswer>("solve", request);
    return answer.ok ? answer : null;
  }

  /** The files with the words and sources that a claim's page shows. */
  words(claim: string): DatasetFiles["files"] {
    const { files } = this.ask<Answer & { closure: DatasetFiles }>("closure", { claim, words: true }).closure;
    delete files["units.json"];
    return files;
  }

  /** The articles of the dataset, every statement with its figure, and how many there are of each state. */
  articles(): ArticleFile[] {
    const { articles } = this.ask<ArticlesAnswer>("list", { articles: true });
    return articles.map(({ id, title: _, ...counts }) => ({
      ...this.ask<ArticleAnswer>("list", { article: id }).article,
      counts,
    }));
  }

  about(): AboutAnswer {
    return this.ask<AboutAnswer>("about", {});
  }

  /** The claim as the page's module takes it. */
  prepare(claim: string): unknown {
    return this.ask<Answer & { prepared: unknown }>("prepare", { claim }).prepared;
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
