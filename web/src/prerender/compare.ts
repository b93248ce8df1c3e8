/** Why a claim and its rivals differ, worked out by the full engine at build time for the authors' own inputs. */
import type { Claim, CompareAnswer, CompareRequest, DatasetFiles, EvaluateAnswer } from "../engine/types";
import type { Comparison } from "../pages/compare";
import type { BuildCore } from "./core";

type Side = CompareRequest["a"];

const kPublished = "as_published";
const kSame = 1e-3; // what restates a figure gives it within this

/** An output that both have: one that neither lists late. */
function commonOutput(a: Claim, b: Claim): string[] {
  return a.outputs
    .filter((id) => b.outputs.includes(id))
    .map((id) => ({ id, ranks: [a.outputs.indexOf(id), b.outputs.indexOf(id)] }))
    .sort((x, y) => Math.max(...x.ranks) - Math.max(...y.ranks))
    .map(({ id }) => id);
}

const near = (a: number, b: number): boolean => Math.abs(a / b - 1) <= kSame;

export class Comparer {
  private readonly answers = new Map<string, EvaluateAnswer>();
  private readonly known = new Map<string, Comparison | null>();

  constructor(
    private readonly core: BuildCore,
    private readonly dataset: DatasetFiles,
  ) {}

  /** Null where the two are not on one model, or have no output in common. */
  compare(a: string, b: string): Comparison | null {
    const key = [a, b].sort().join(" ");
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const found = this.find(a, b);
    this.known.set(key, found);
    return found;
  }

  private find(a: string, b: string): Comparison | null {
    for (const output of commonOutput(this.claim(a), this.claim(b))) {
      const found = this.compareOn(output, a, b);
      if (found) return found;
    }
    return null;
  }

  private claim(id: string): Claim {
    return this.dataset.files[`claims/${id}.json`] as Claim;
  }

  private answer({ claim, scenario = kPublished }: Side): EvaluateAnswer {
    const key = `${claim} ${scenario}`;
    const known = this.answers.get(key) ?? this.core.evaluate({ claim, scenario, density: false, shapes: false });
    this.answers.set(key, known);
    return known;
  }

  private value(side: Side, output: string): number {
    return this.answer(side).steps.find((step) => step.id === output)?.central ?? Number.NaN;
  }

  private compareOn(output: string, one: string, other: string): Comparison | null {
    const of = (claim: string): Side => ({ claim, scenario: kPublished });
    const [low, high] = [of(one), of(other)].sort((x, y) => this.value(x, output) - this.value(y, output)) as [
      Side,
      Side,
    ];
    const stages = this.stages(output, low, high);
    if (!stages) return null;
    const answers = new Map<string, EvaluateAnswer>();
    for (const stage of stages)
      for (const { claim, scenario } of [stage.a, stage.b])
        answers.set(`${claim} ${scenario}`, this.answer({ claim, scenario }));
    return { output, unit: stages[0]?.unit ?? "", low: low.claim, high: high.claim, stages, answers };
  }

  /** The steps from one to the other: through the scenario between them that the higher claim publishes ratios to (an
   * error corrected, the rest another scenario), else in one. */
  private stages(output: string, low: Side, high: Side): CompareAnswer[] | null {
    const ratios = this.claim(high.claim).published.filter((entry) => entry.output === output && entry.over);
    const start = this.value(low, output);
    for (const { over, scenario } of ratios) {
      if (scenario !== kPublished || over === undefined) continue;
      const between: Side = { claim: high.claim, scenario: over };
      const further = ratios.find(
        (entry) =>
          entry.scenario === over && near(this.value({ claim: high.claim, scenario: entry.over ?? "" }, output), start),
      );
      if (!further) continue;
      const first = this.best(output, low, between);
      const second = this.best(output, between, high);
      if (first && second) return [first, second];
    }
    const direct = this.best(output, low, high);
    return direct ? [direct] : null;
  }

  /** A figure may be restated in the other's terms by a scenario of either claim (a fleet for a sum over requests). Of all
   * restatements the pair is taken whose differences are inputs, not ways of computing; then the authors' own. */
  private best(output: string, low: Side, high: Side): CompareAnswer | null {
    const restated = (side: Side): Side[] => {
      const value = this.value(side, output);
      const all = [...new Set([low.claim, high.claim])].flatMap((claim) =>
        Object.keys(this.claim(claim).scenarios)
          .filter((scenario) => scenario !== "sourced_then" && scenario !== "sourced_now")
          .map((scenario) => ({ claim, scenario })),
      );
      const others = all.filter(
        (one) => (one.claim !== side.claim || one.scenario !== side.scenario) && near(this.value(one, output), value),
      );
      return [side, ...others];
    };
    let best: { answer: CompareAnswer; cost: number } | null = null;
    for (const [i, a] of restated(low).entries())
      for (const [k, b] of restated(high).entries()) {
        const order = this.order(low.claim, high.claim);
        const answer = this.core.compare({ a, b, output, order });
        if (!answer) continue;
        const routes = answer.factors.filter(
          ({ kind, value }) => kind === "route" && Math.abs(value - 1) > 1e-9,
        ).length;
        const cost = 10 * routes + (i > 0 ? 1 : 0) + (k > 0 ? 1 : 0);
        if (!best || cost < best.cost) best = { answer, cost };
      }
    return best?.answer ?? null;
  }

  /** Claims write their groups from their own figure on; the walk goes from the lower to the higher. */
  private order(low: string, high: string): string[] {
    const own = this.claim(low).groups;
    const ids = (own ?? this.claim(high).groups ?? []).flatMap(({ of }) => of);
    return own ? ids : ids.reverse();
  }
}
