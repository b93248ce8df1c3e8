/** Names from the dataset as a sentence needs them: short, in the middle of a sentence. */
import type { Bundle, Claim, DatasetFiles, InputDef, Lang, Model, Published, Source } from "../engine/types";

export type Files = DatasetFiles["files"];

function models(files: Files): Model[] {
  return Object.keys(files)
    .filter((path) => path.startsWith("models/"))
    .sort()
    .map((path) => files[path] as Model);
}

/** An input's definition, a shared quantity's words filled in; null if the files do not have it. */
export function definition(files: Files, id: string): InputDef | null {
  for (const model of models(files)) {
    const own = model.inputs?.[id];
    if (!own) continue;
    const shared = own.quantity ? (files[`quantities/${own.quantity}.json`] as InputDef | undefined) : undefined;
    return { ...shared, ...own };
  }
  return null;
}

/** What a sentence calls an input or a step: the head of the field's term ("PUE", "load"), else the label. */
export function shortName(files: Files, id: string, lang: Lang): string {
  const input = definition(files, id);
  // A comma inside a name would read as one more item of the list.
  const head = input?.term?.[lang].split(/\s*[(\uff08,]/)[0]?.trim();
  const step = models(files)
    .flatMap((model) => model.steps ?? [])
    .find((candidate) => candidate.id === id);
  const name = head || input?.label?.[lang] || step?.label?.[lang] || id.replace(/_/g, " ");
  return lang === "en" ? lowerFirst(name) : name;
}

/** What a sentence calls an input in full: its plain label. */
export function longName(files: Files, id: string, lang: Lang): string {
  const step = models(files)
    .flatMap((model) => model.steps ?? [])
    .find((candidate) => candidate.id === id);
  const name = definition(files, id)?.label?.[lang] || step?.label?.[lang] || id.replace(/_/g, " ");
  return lang === "en" ? lowerFirst(name) : name;
}

/** First letter small, unless the word is an acronym or a name ("PUE", "NVIDIA", "US homes"). */
export function lowerFirst(text: string): string {
  return /^[A-Z](?=[a-z]|\s|$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Year of publication of the first source that has one. */
export function yearOf(files: Files, ids: string | string[] | undefined): number | null {
  for (const id of ids === undefined ? [] : [ids].flat()) {
    const year = (files[`sources/${id}.json`] as Source | undefined)?.issued?.["date-parts"]?.[0]?.[0];
    if (typeof year === "number") return year;
  }
  return null;
}

/** Who a source is, in a word or two: author, else journal or site, else its title. */
export function whoIs(files: Files, id: string): string {
  const source = files[`sources/${id}.json`] as Source | undefined;
  if (!source) return id;
  const first = source.author?.[0];
  const author =
    first?.literal ??
    (first?.family && /[\u3400-\u9fff]/.test(first.family) ? first.family + (first.given ?? "") : first?.family);
  return author ?? source["container-title"] ?? source.publisher ?? source.title ?? id;
}

/** Where a source appeared, for the first line of a claim: journal or site, else who wrote it; with its year, or the word for
 * none. */
export function whereIs(files: Files, id: string, undated: string): string {
  const source = files[`sources/${id}.json`] as Source | undefined;
  if (!source) return id;
  const year = source.issued?.["date-parts"]?.[0]?.[0];
  const place = source["container-title"] ?? source.publisher ?? whoIs(files, id);
  if (year === undefined) return `${place} (${undated})`;
  return place.includes(String(year)) ? place : `${place} ${year}`;
}

export function bundlesOf(files: Files): Bundle[] {
  return Object.keys(files)
    .filter((path) => path.startsWith("bundles/"))
    .sort()
    .map((path) => files[path] as Bundle);
}

/** An input's entry in a scenario, what it extends included. */
export function scenarioEntry(
  claim: Claim,
  scenario: string,
  input: string,
): NonNullable<Claim["scenarios"][string]["inputs"]>[string] | null {
  const seen = new Set<string>();
  for (let id: string | undefined = scenario; id !== undefined && !seen.has(id); id = claim.scenarios[id]?.extends) {
    seen.add(id);
    const entry = claim.scenarios[id]?.inputs?.[input];
    if (entry) return entry;
  }
  return null;
}

/** The figure a claim is about: the article's on the main output, else the first there. With `end`, that end. A ratio of
 * two scenarios is no value of an output: see ratioFigure. */
export function headline(claim: Claim, end?: "low" | "high"): Published | null {
  const values = claim.published.filter((entry) => entry.over === undefined);
  const main = values.filter((entry) => entry.output === claim.outputs[0] && (end === undefined || entry.end === end));
  return main.find((entry) => entry.role === "article") ?? main[0] ?? values[0] ?? null;
}

/** The figure that the author's own inputs give: the headline, unless a finding says that they do not give it and
 * another figure is given by the same inputs. */
export function ownFigure(claim: Claim): Published | null {
  const main = claim.published.filter(
    (entry) =>
      entry.output === claim.outputs[0] &&
      entry.scenario === "as_published" &&
      entry.finding === undefined &&
      entry.over === undefined,
  );
  return main.find((entry) => entry.role === "article") ?? main[0] ?? headline(claim);
}

/** The source of a link of the chain. */
export const sourceOfLink = (link: Claim["chain"][number]): string => (typeof link === "string" ? link : link.source);

/** The sources that a value names. */
export const sourceIds = (entry: { source?: string | string[] } | undefined): string[] =>
  entry?.source === undefined ? [] : Array.isArray(entry.source) ? entry.source : [entry.source];

/** How a source came into the chain, where the text it was read in does not name it: what follows an inferred link is
 * inferred too. Null for what was read. */
export function linkKind(claim: Claim, source: string): "inferred" | "example" | null {
  let kind: "inferred" | "example" | null = null;
  for (const link of claim.chain) {
    if (typeof link !== "string") kind ??= link.link;
    if (sourceOfLink(link) === source) return kind;
  }
  return null;
}

/** The figure that says how many times one scenario's output is another's: the article's, else the first. */
export function ratioFigure(claim: Claim): Published | null {
  const ratios = claim.published.filter((entry) => entry.over !== undefined);
  return ratios.find((entry) => entry.role === "article") ?? ratios[0] ?? null;
}

/** "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}
