/** What the build works out for a claim: the answer its page opens with, the author's sum, rivals, other scenarios. */
import { isDeepStrictEqual } from "node:util";
import type { Claim, DatasetFiles, EvaluateAnswer, SolveAnswer } from "../engine/types";
import { defaultScenario, solveRequest, type ClaimData, type Edition, type Rival, type View } from "../pages/data";
import type { Worked } from "../pages/claim";
import { ofPopulation, populationRequests } from "../pages/populations";
import { whyRequests } from "../pages/why_requests";
import { originsOf } from "../sentences/origins";
import { BuildCore } from "./core";

export interface Evaluated {
  claim: Claim;
  data: ClaimData;
  answer: EvaluateAnswer;
  solve: SolveAnswer | null;
  populations: View["populations"];
  worked: Worked;
  edition: Edition;
}

/** Scenarios of the bar and the author's sum; all others get a card. */
const kOnTheBar = ["as_published", "sourced_then"];

/** Shape and density are left out of what is stored: the page draws neither for these. */
function light(answer: EvaluateAnswer): EvaluateAnswer {
  return { ...answer, outputs: answer.outputs.map((output) => ({ ...output, density: null })) };
}

/** @param core holds the claim */
export function rivalOf(core: BuildCore, claim: Claim): Rival | null {
  const { id } = claim;
  const output = core.evaluate({ claim: id }).outputs[0];
  if (!output) return null;
  const placed = output.placements[0];
  const { p05, median, p95 } = output.summary;
  return {
    id,
    title: claim.title,
    output: output.id,
    unit: output.unit,
    published: placed?.value ?? null,
    printed: claim.published.find((entry) => entry.id === placed?.published)?.printed ?? null,
    p05,
    median,
    p95,
    answer: "as_published" in claim.scenarios ? light(core.evaluate({ claim: id, scenario: "as_published" })) : null,
    origins: originsOf(claim),
  };
}

export interface ToEvaluate {
  claim: Claim;
  files: DatasetFiles["files"];
  rivals: Rival[];
  built: string;
  edition: Edition;
}

/** @param core holds the claim in the state that is shown  @param wasm the module of the page */
export async function evaluateClaim(
  core: BuildCore,
  wasm: Uint8Array<ArrayBuffer>,
  { claim, files, rivals, built, edition }: ToEvaluate,
): Promise<Evaluated> {
  const request = { claim: claim.id };
  const answer = core.evaluate(request);
  const opens = defaultScenario(claim);
  const others: Record<string, EvaluateAnswer> = {};
  for (const id of Object.keys(claim.scenarios)) {
    if (id === opens || kOnTheBar.includes(id)) continue;
    others[id] = light(core.evaluate({ claim: claim.id, scenario: id }));
  }
  const first = "as_published" in claim.scenarios ? "as_published" : opens;
  const data: ClaimData = {
    footing: 1,
    claim: claim.id,
    revision: answer.revision,
    ...(edition.folder === "preview" ? { folder: edition.folder } : {}),
    built,
    prepared: core.prepare(claim.id),
    files,
    rivals,
    origins: originsOf(claim),
    published: light(core.evaluate({ claim: claim.id, scenario: first })),
    others,
  };
  // The page runs its prepared claim, the build the whole dataset: they must say the same.
  const alone = await BuildCore.start(wasm, { footing: 1, prepared: data.prepared });
  if (!isDeepStrictEqual(alone.evaluate(request), answer))
    throw new Error(`${claim.id}: its prepared claim does not give the numbers of the whole dataset`);
  const populations = populationRequests(data, answer.request).map(({ label, request: one }) => ({
    label,
    answer: ofPopulation(one, core.evaluate(one)),
  }));
  const solving = solveRequest(claim, request);
  const solve = solving ? core.solve(solving) : null;
  const asked = whyRequests(data, answer.request);
  const worked: Worked = { moves: core.explain(asked.moves), needs: asked.needs && core.explain(asked.needs) };
  return { claim, data, answer, solve, populations, worked, edition };
}
