/** A conversion or an ordering is said for each population it is made for: the article's first, then the reader's
 * choice, or the first other that has a figure. Each is one more evaluation of the same settings. */
import type { EvaluateAnswer, EvaluateRequest, Text } from "../engine/types";
import { bundlesOf, claimOf, defaultScenario, scenarioOf, type ClaimData } from "./data";

export interface PopulationRequest {
  label: Text;
  request: EvaluateRequest;
}

const kBundle = "home"; // the reader's country; the machines' place (`site`) is not a population

const kSaid = 2; // the sentence is for a phone; every other is one choice away

/** The answer to a population's request; null where its option has no sourced figure, so that the core kept another. */
export function ofPopulation(request: EvaluateRequest, answer: EvaluateAnswer | undefined): EvaluateAnswer | null {
  if (!answer?.ok) return null;
  const bundle = answer.bundles.find((candidate) => candidate.id === kBundle);
  return bundle && bundle.option !== request.set?.[kBundle] ? null : answer;
}

export function populationRequests(data: ClaimData, request: EvaluateRequest): PopulationRequest[] {
  const claim = claimOf(data);
  if (claim.kind !== "equivalence" && claim.kind !== "ordering") return [];
  const bundle = bundlesOf(data).find((candidate) => candidate.id === kBundle);
  const article = scenarioOf(data, "as_published").bundles?.[kBundle];
  const shown = scenarioOf(data, request.scenario ?? defaultScenario(claim)).bundles?.[kBundle];
  if (!bundle || article === undefined || shown === undefined) return []; // homes of the scenario's own are nobody else's
  const set = request.set ?? {};
  if (bundle.members.some((member) => member in set)) return []; // the reader's own figure stands for all
  const chosen = set[kBundle];
  const others = bundle.options.filter(
    (option) => option.id !== article && (chosen === undefined || option.id === chosen),
  );
  const first = bundle.options.filter((option) => option.id === article);
  return [...first, ...others].slice(0, kSaid).map((option) => ({
    label: option.label,
    request: { ...request, set: { ...set, [kBundle]: option.id }, density: false, shapes: false },
  }));
}
