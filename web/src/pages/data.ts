/** What one claim's page needs beside the core: the claim prepared for it, the files with the words and sources that the
 * page shows, and what the build worked out once (the author's sum, rivals' figures). Written per revision as data.json. */
import type {
  Bundle,
  Claim,
  DatasetFiles,
  EvaluateAnswer,
  EvaluateRequest,
  InputDef,
  InputState,
  Lang,
  Model,
  Scenario,
  ScenarioInput,
  SolveAnswer,
  SolveRequest,
  Source,
  Text,
} from "../engine/types";
import { messages } from "../messages";
import type { Origin } from "../sentences/origins";
import { headline, sourceOfLink, sourceIds } from "../sentences/words";
import type { Terms } from "./terms";

/** A rival claim as a line and a tick: its own main figure, recomputed from its own inputs. */
export interface Rival {
  id: string;
  title: Text;
  output: string;
  unit: string;
  published: number | null;
  printed: string | null;
  p05: number;
  median: number;
  p95: number;
  answer: EvaluateAnswer | null; // its scenario as_published, where the two are set against each other
  origins: Record<string, Origin>;
}

/** A frozen revision of a claim. */
export interface Revision {
  revision: number;
  date: string;
  sha256: string; // of its file, claims/<id>/r<n>.json
  changed: { place: string; before: unknown; after: unknown }[]; // against the one before
}

/** Which state of a claim a page shows, and what there is beside it. */
export interface Edition {
  folder: string; // "r2"; "r0", a preview before any release; "preview", of changes to a released claim
  newest: number; // 0 before any release
  revisions: Revision[]; // from the first to the newest
  newer: EvaluateAnswer | null; // what the newest revision answers, where this is an older one
}

export interface ClaimData {
  footing: 1;
  claim: string;
  revision: number;
  folder?: string; // of its pages, where it is not r<revision>
  built: string; // date of the build, YYYY-MM-DD
  terms?: Terms; // words of the sentence that the glossary has
  prepared: unknown; // for the core alone
  files: DatasetFiles["files"]; // for the words alone
  rivals: Rival[];
  origins: Record<string, Origin>; // inputs of as_published that are not the author's own
  published: EvaluateAnswer; // the scenario as_published
  others: Record<string, EvaluateAnswer>; // further scenarios with a card of their own (sourced_now, low, high …)
}

/** Everything a template needs to draw the page in one state. */
export interface View {
  lang: Lang;
  data: ClaimData;
  answer: EvaluateAnswer;
  solve: SolveAnswer | null;
  populations: { label: Text; answer: EvaluateAnswer | null }[]; // of a conversion or an ordering
  edition?: Edition; // told by the build
  root: string | null; // path to the site's root, ends with "/"; null in a single file that knows of no site
}

/** The link of what is shown. A preview of changes to a released claim has an address of its own. */
export function linkOf({ data, answer }: Pick<View, "data" | "answer">): string {
  return data.folder === undefined ? answer.link : answer.link.replace(/\/r\d+\//, `/${data.folder}/`);
}

export function claimOf(data: ClaimData): Claim {
  return data.files[`claims/${data.claim}.json`] as Claim;
}

export function sourceOf(data: ClaimData, id: string): Source | undefined {
  return data.files[`sources/${id}.json`] as Source | undefined;
}

export function modelOf(data: ClaimData, id: string): Model | undefined {
  return data.files[`models/${id}.json`] as Model | undefined;
}

/** All models of the closure, the claim's own first. */
export function modelsOf(data: ClaimData): Model[] {
  const own = claimOf(data).model;
  const all = Object.keys(data.files)
    .filter((path) => path.startsWith("models/"))
    .map((path) => data.files[path] as Model);
  return all.sort((a, b) => Number(b.id === own) - Number(a.id === own));
}

export function bundlesOf(data: ClaimData): Bundle[] {
  return Object.keys(data.files)
    .filter((path) => path.startsWith("bundles/"))
    .map((path) => data.files[path] as Bundle);
}

/** What choosing in a bundle means to a reader: a country, a place of the machines; else the bundle's own label. */
export function bundleName({ data, lang }: Pick<View, "data" | "lang">, id: string): string {
  const words = messages[lang].input;
  if (id === "home") return words.my_country;
  if (id === "site") return words.site_place;
  return bundlesOf(data).find((bundle) => bundle.id === id)?.label[lang] ?? id;
}

/** A definition as a model has it, a shared quantity's words filled in. */
export function defined(files: DatasetFiles["files"], own: InputDef): InputDef {
  if (!own.quantity) return own;
  return { ...(files[`quantities/${own.quantity}.json`] as InputDef | undefined), ...own };
}

/** The definition of an input, a shared quantity's words filled in. */
export function inputDef(data: ClaimData, id: string): InputDef {
  for (const model of modelsOf(data)) {
    const own = model.inputs[id];
    if (!own) continue;
    return defined(data.files, own);
  }
  return {};
}

export function inputLabel(data: ClaimData, id: string, lang: Lang): string {
  return inputDef(data, id).label?.[lang] ?? id;
}

export function stepOf(data: ClaimData, id: string): Model["steps"][number] | undefined {
  for (const model of modelsOf(data)) {
    const step = model.steps.find((candidate) => candidate.id === id);
    if (step) return step;
  }
  return undefined;
}

export function stepLabel(data: ClaimData, id: string, lang: Lang): string {
  return stepOf(data, id)?.label[lang] ?? inputLabel(data, id, lang); // a used model's input is a step here
}

/** A scenario with the values of what it extends, nearest first; its words are its own. */
export function scenarioOf(data: ClaimData, id: string): Scenario {
  const scenarios = claimOf(data).scenarios;
  const own = scenarios[id] ?? {};
  if (!own.extends) return own;
  const base = scenarioOf(data, own.extends);
  return {
    ...own,
    bundles: { ...base.bundles, ...own.bundles },
    inputs: { ...base.inputs, ...own.inputs },
  };
}

/** How the scenario came to an input's value: its entry, or the bundle option's that supplies it. */
export function entryOf(data: ClaimData, scenario: string, id: string, option?: string): ScenarioInput | undefined {
  const merged = scenarioOf(data, scenario);
  const own = merged.inputs?.[id];
  if (own) return own;
  for (const bundle of bundlesOf(data)) {
    if (!bundle.members.includes(id)) continue;
    const chosen = option ?? merged.bundles?.[bundle.id];
    const value = bundle.options.find((candidate) => candidate.id === chosen)?.values?.[id];
    if (value) return value;
  }
  return undefined;
}

/** Inputs that say how long a sum runs: a figure of 157 days says nothing on a bar of a year. */
export const kSpans = ["service_time"];

/** The scenarios whose sums are the author's: as_published, and those of the ends of a published range. */
export const authorScenarios = (claim: Claim): string[] => [
  ...new Set(["as_published", ...claim.published.flatMap(({ end, scenario }) => (end ? [scenario] : []))]),
];

/** A value in the sum that its author gave, or that follows from what was printed; not one that stands in for what nobody
 * knows, nor whose homes or which country is compared with. */
export const isAuthors = ({ state, bundle }: InputState): boolean =>
  state === null ? bundle === "site" || bundle === "grid" : state !== "unknown";

/** Every source the page can show, whichever scenario it starts from; those of the chain first. */
export function shownSources({ data, answer }: Pick<View, "data" | "answer">): Source[] {
  const claim = claimOf(data);
  const ids = new Set<string>(claim.chain.map(sourceOfLink));
  for (const entry of claim.appears_in) ids.add(entry.source);
  for (const entry of claim.published) ids.add(entry.source);
  for (const scenario of Object.values(claim.scenarios))
    for (const entry of Object.values(scenario.inputs ?? {})) for (const id of sourceIds(entry)) ids.add(id);
  for (const finding of claim.findings) for (const id of finding.sources) ids.add(id);
  const inputs = [answer, data.published, ...Object.values(data.others)].flatMap((one) => one.inputs);
  for (const { id: input } of inputs)
    for (const reading of inputDef(data, input).readings ?? []) for (const id of sourceIds(reading)) ids.add(id);
  for (const bundle of bundlesOf(data))
    for (const option of bundle.options)
      for (const entry of Object.values(option.values ?? {})) for (const id of sourceIds(entry)) ids.add(id);
  return [...ids].map((id) => sourceOf(data, id)).filter((source): source is Source => source !== undefined);
}

/** The scenario a page opens with. */
export function defaultScenario(claim: Claim): string {
  return "sourced_then" in claim.scenarios ? "sourced_then" : (Object.keys(claim.scenarios)[0] ?? "as_published");
}

/** What to solve for beside an evaluation: the driver's value at which the claim's own figure is met. */
export function solveRequest(claim: Claim, request: EvaluateRequest): SolveRequest | null {
  const figure = headline(claim);
  if (!figure || figure.output !== claim.outputs[0]) return null;
  return { ...request, input: claim.driver, output: figure.output, published: figure.id };
}

/** What the notes of an answer's inputs follow from. */
export function startOf(answer: EvaluateAnswer): string {
  return [answer.scenario, ...answer.bundles.map((bundle) => `${bundle.id}=${bundle.option}`)].join(" ");
}
