/** The inputs and results of a view as rows for a table. Column names are the same in every language, so that a program
 * reads all three; names of things are in the language of the page. Numbers have all their digits. */
import { takeWord } from "../messages/take";
import { shortCitation, sourceUrl } from "../pages/citation";
import { claimOf, entryOf, inputLabel, sourceOf, stepLabel, type View } from "../pages/data";
import type { EvaluateAnswer, InputState, Source, Summary } from "../engine/types";
import { say } from "../pages/words";
import type { Cell } from "./csv";
import { sourceIds } from "../sentences/words";

export const kColumns = [
  "kind", // about | input | step | output | published
  "id",
  "name",
  "unit", // of the numbers in the row, as the dataset writes it
  "value", // as set or printed
  "p05",
  "p25",
  "median",
  "p75",
  "p95",
  "mean",
  "changed", // differs from the published settings
  "scenario_value", // what the scenario says, where it was changed
  "author_value",
  "author_state", // stated | implied | omitted | unknown
  "relation", // of a published figure: about | more_than …
  "evidence",
  "sources",
  "source_urls",
  "formula",
] as const;

type Row = Partial<Record<(typeof kColumns)[number], Cell>>;

function cited(view: View, ids: readonly string[]): Pick<Row, "sources" | "source_urls"> {
  const found = ids.map((id) => sourceOf(view.data, id)).filter((source): source is Source => source !== undefined);
  return {
    sources: found.map(shortCitation).join("; "),
    source_urls: found
      .map(sourceUrl)
      .filter((url) => url !== null)
      .join(" "),
  };
}

/** What a value stands on: the scenario's source, or nobody's where a reader set it. */
export function standing(view: View, input: InputState): { evidence: string; ids: string[] } {
  if (input.origin === "set") return { evidence: takeWord(view.lang, "reader"), ids: [] };
  const option = view.answer.bundles.find((bundle) => bundle.id === input.bundle)?.option;
  const entry = entryOf(view.data, view.answer.scenario, input.id, option);
  return { evidence: entry?.evidence ?? input.evidence, ids: sourceIds(entry) };
}

const quantiles = ({ p05, p25, median, p75, p95, mean }: Summary): Row => ({ p05, p25, median, p75, p95, mean });

function aboutRows(view: View, link: string, date: string): Row[] {
  const { answer, data, lang } = view;
  const about: [string, Cell][] = [
    ["claim", answer.claim],
    ["title", say(claimOf(data).title, lang)],
    ["revision", `r${answer.revision}`],
    ["scenario", answer.scenario],
    ["link", link],
    ["date", date],
    ["samples", answer.request.samples],
    ["seed", answer.request.seed],
    ["method", answer.versions.method],
    ["engine", answer.versions.engine],
  ];
  return about.map(([id, value]) => ({ kind: "about", id, value }));
}

function inputRow(view: View, input: InputState): Row {
  const { evidence, ids } = standing(view, input);
  return {
    kind: "input",
    id: input.id,
    name: inputLabel(view.data, input.id, view.lang),
    unit: input.unit,
    value: input.value.text,
    p05: input.value.p05,
    median: input.value.median,
    p95: input.value.p95,
    changed: input.changed ? "yes" : "no",
    scenario_value: input.changed ? input.scenario_value.text : null,
    author_value: input.state === "omitted" ? null : (input.published_value?.text ?? null),
    author_state: input.state,
    evidence,
    ...cited(view, ids),
  };
}

function stepRows(view: View, answer: EvaluateAnswer): Row[] {
  const outputs = new Set(answer.outputs.map(({ id }) => id));
  return answer.steps.map((step) => ({
    kind: outputs.has(step.id) ? "output" : "step",
    id: step.id,
    name: stepLabel(view.data, step.id, view.lang),
    unit: step.unit,
    ...quantiles(step.summary),
    formula: step.formula,
  }));
}

/** @param view with all words of the claim  @returns rows under `kColumns` */
export function tableRows(view: View, link: string, date: string): Cell[][] {
  const { answer, data } = view;
  const published: Row[] = claimOf(data).published.map((figure) => ({
    kind: "published",
    id: figure.output,
    name: stepLabel(data, figure.output, view.lang),
    value: figure.value, // with its own unit
    relation: figure.relation,
    ...cited(view, [figure.source]),
  }));
  const rows = [
    ...aboutRows(view, link, date),
    ...answer.inputs.map((input) => inputRow(view, input)),
    ...stepRows(view, answer),
    ...published,
  ];
  return [[...kColumns], ...rows.map((row) => kColumns.map((column) => row[column] ?? null))];
}
