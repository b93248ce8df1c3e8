/** What a page fetches: the claim's data in one language, cut to what follows a slider. Everything else stands in the
 * page already; `words` is the rest of it, for the few visits that start from other settings. */
import type { Claim, EvaluateAnswer, Lang, Model, Reading, ScenarioInput, Source, Text } from "../engine/types";
import { sourceOfLink, sourceIds } from "../sentences/words";
import { bundlesOf, claimOf, kSpans, modelsOf, type ClaimData } from "../pages/data";

type Files = ClaimData["files"];
type Record_ = Record<string, unknown>;

/** A text in three languages becomes one in one. */
function inOne(node: unknown, lang: Lang): unknown {
  if (Array.isArray(node)) return node.map((child) => inOne(child, lang));
  if (node === null || typeof node !== "object") return node;
  const known = node as Record_;
  if ("en" in known && "zh-Hans" in known && "zh-Hant" in known) return { [lang]: (known as Text)[lang] };
  return Object.fromEntries(Object.entries(known).map(([key, value]) => [key, inOne(value, lang)]));
}

function pick<T extends object>(from: T, keys: readonly string[]): Record_ {
  return Object.fromEntries(Object.entries(from).filter(([key, value]) => keys.includes(key) && value !== undefined));
}

const mapped = <T>(from: Record<string, T> | undefined, to: (value: T, key: string) => unknown): Record_ =>
  Object.fromEntries(Object.entries(from ?? {}).map(([key, value]) => [key, to(value, key)]));

/** The claim's words in full, without languages that the page does not speak. */
export function wordsOf(data: ClaimData, lang: Lang): Files {
  return inOne(data.files, lang) as Files;
}

/** @param answer what the page opens with */
export function leanData(data: ClaimData, answer: EvaluateAnswer, lang: Lang): ClaimData {
  const active = new Set(
    [answer, data.published, ...Object.values(data.others)].flatMap((one) =>
      [...one.inputs, ...one.steps].map(({ id }) => id),
    ),
  );
  const claim = claimOf(data);
  const quantities = new Set(
    modelsOf(data)
      .flatMap((model) => Object.entries(model.inputs))
      .flatMap(([id, { quantity }]) => (active.has(id) && quantity ? [`quantities/${quantity}.json`] : [])),
  );
  const cited = new Set<string>([
    claim.chain[0] ? sourceOfLink(claim.chain[0]) : "",
    claim.appears_in[0]?.source ?? "",
  ]);
  const chosen = new Set(bundlesOf(data).flatMap((bundle) => bundle.members));
  const files: Files = {};
  for (const [path, file] of Object.entries(data.files)) {
    if (path.startsWith("quantities/") && !quantities.has(path)) continue;
    const lean = leanFile(path, file, data.claim, active, chosen, (ids) => ids.forEach((id) => cited.add(id)));
    if (lean !== null) files[path] = lean;
  }
  for (const id of cited) {
    const source = data.files[`sources/${id}.json`] as Source | undefined;
    if (source) files[`sources/${id}.json`] = leanSource(source);
  }
  const pair = claim.kind === "rivals";
  // A ratio of two scenarios is said with what both give.
  const ratio = new Set(claim.published.flatMap(({ over, scenario }) => (over === undefined ? [] : [scenario, over])));
  return {
    ...data,
    files: inOne(files, lang) as Files,
    published: leanAnswer(data.published, pair || ratio.has(data.published.scenario)),
    others: Object.fromEntries(
      Object.entries(data.others).flatMap(([id, answer]) => (ratio.has(id) ? [[id, leanAnswer(answer, true)]] : [])),
    ), // cards of the others are printed
    rivals: data.rivals.map((rival) => ({
      ...rival,
      title: inOne(rival.title, lang) as Text,
      answer: pair && rival.answer ? leanAnswer(rival.answer, true) : null,
    })),
  };
}

function leanFile(
  path: string,
  file: unknown,
  claim: string,
  active: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
  cite: (ids: string[]) => void,
): Record_ | null {
  const readings = (all: Reading[] | undefined): unknown => all?.map((reading) => pick(reading, ["value"]));
  const input = (own: { readings?: Reading[] }): Record_ => ({
    ...pick(own, ["quantity", "label", "term"]),
    ...(own.readings ? { readings: readings(own.readings) } : {}),
  });
  if (path.startsWith("claims/")) {
    const one = file as Claim;
    return one.id === claim ? leanClaim(one, chosen, cite) : pick(one, ["id", "outputs", "published", "title"]);
  }
  if (path.startsWith("models/")) {
    const { id, inputs, steps } = file as Model;
    const used = Object.fromEntries(Object.entries(inputs).filter(([name]) => active.has(name)));
    const shown = steps.filter((step) => active.has(step.id)).map((step) => pick(step, ["id", "label"]));
    return { id, inputs: mapped(used, input), steps: shown };
  }
  if (path.startsWith("quantities/")) return input(file as { readings?: Reading[] });
  if (path.startsWith("bundles/")) {
    const bundle = file as { options: object[] };
    return {
      ...pick(bundle, ["id", "label", "members"]),
      options: bundle.options.map((option) => pick(option, ["id", "label", "none"])),
    };
  }
  return null;
}

/** @param chosen members of bundles: a scenario may have a value of its own for one */
function leanClaim(claim: Claim, chosen: ReadonlySet<string>, cite: (ids: string[]) => void): Record_ {
  const record = claim.kind === "record";
  const all = Object.values(claim.scenarios);
  // Where scenarios run for different times, which figures belong on a bar hangs on it.
  const spans = kSpans.filter((id) => new Set(all.flatMap(({ inputs }) => inputs?.[id]?.value ?? [])).size > 1);
  return {
    ...pick(claim, [
      "id",
      "kind",
      "modality",
      "title",
      "period",
      "scope",
      "gap",
      "model",
      "outputs",
      "driver",
      "converts",
    ]),
    ...pick(claim, claim.scope.en.trim() === "" ? ["system", "boundary"] : []),
    ...pick(claim, record ? ["statement"] : []),
    appears_in: claim.appears_in.slice(0, 1).map((entry) => pick(entry, ["source"])),
    chain: claim.chain.every((link) => typeof link === "string") ? claim.chain.slice(0, 1) : claim.chain,
    findings: record ? claim.findings.slice(0, 1).map((finding) => pick(finding, ["source_says"])) : [],
    published: claim.published.map((entry) =>
      pick(entry, ["id", "role", "output", "scenario", "relation", "value", "end", "finding", "source", "over"]),
    ),
    scenarios: mapped(claim.scenarios, (scenario) => ({
      ...pick(scenario, ["extends", "label", "bundles"]),
      inputs: mapped(
        Object.fromEntries(
          Object.entries(scenario.inputs ?? {}).filter(
            ([id]) => id === claim.driver || chosen.has(id) || spans.includes(id),
          ),
        ),
        (entry: ScenarioInput, id) => {
          const kept = pick(entry, spans.includes(id) ? ["value"] : []);
          if (id !== claim.driver) return kept;
          cite(sourceIds(entry));
          return { ...kept, ...pick(entry, ["source"]) };
        },
      ),
    })),
  };
}

/** Who and when, as a short citation has it. */
function leanSource(source: Source): Record_ {
  const place = ["container-title", "publisher", "title"].find((key) => source[key] !== undefined) ?? "";
  return {
    ...pick(source, ["id", "issued", place]),
    ...(source.author
      ? { author: source.author.slice(0, 1).map((name) => pick(name, ["family", "given", "literal"])) }
      : {}),
  };
}

/** What the sentence asks of the author's own inputs: what was left out, and (of a pair) every amount. */
function leanAnswer(answer: EvaluateAnswer, pair: boolean): EvaluateAnswer {
  return {
    ...answer,
    errors: [],
    notices: [],
    inputs: answer.inputs.map((input) => pick(input, ["id", "unit", "state", "moves", "value", "published_value"])),
    steps: pair
      ? answer.steps
          .filter((step) => step.route !== null)
          .map((step) => ({ ...pick(step, ["id", "unit", "route"]), summary: { median: step.summary.median } }))
      : [],
    outputs: pair ? answer.outputs.map((output) => ({ ...output, density: null })) : [],
    link: "",
  } as unknown as EvaluateAnswer;
}
