/** What a page's numbers rest on, told from the data: how many inputs on which evidence, and of each source what it is
 * there for. Counts and names; nothing is weighed. */
import type { ScenarioInput } from "../engine/types";
import { messages } from "../messages";
import { bundlesOf, claimOf, inputDef, inputLabel, type View } from "./data";
import { html, type Markup, type Part } from "./html";
import { named, word } from "./words";
import { sourceIds } from "../sentences/words";

const kGrades = ["read", "quoted", "derived", "unverified", "assumed"] as const;

/** How many inputs rest on what, with the published settings. `policy`: the page that explains the grades. */
export function evidenceLine({ lang, answer: { inputs } }: View, policy: string | null): Markup {
  const parts = kGrades.flatMap((grade) => {
    const count = inputs.filter(({ evidence }) => evidence === grade).length;
    if (count === 0) return [];
    const name = messages[lang].evidence[grade];
    const linked = policy === null ? name : html`<a href="${policy}#evidence">${name}</a>`;
    return [html`${around(word(lang, "evidence_of", { count, grade: "\n" }), linked)}`];
  });
  if (parts.length === 0) return html``;
  const count = lang === "en" ? `${inputs.length} ${inputs.length === 1 ? "input" : "inputs"}` : inputs.length;
  const list = parts.map((part, i) => html`${i > 0 ? messages[lang].a11y.list : ""}${part}`);
  return html`<p class="quiet" id="evidence">${around(word(lang, "evidence_sum", { count, list: "\n" }), html`${list}`)}</p>`;
}

/** A text with markup in the place of its line break. */
function around(text: string, middle: Part): Part {
  const [before = "", after = ""] = text.split("\n");
  return [before, middle, after];
}

/** What a source is cited for on this page. */
interface Uses {
  figures: boolean; // a published figure
  values: Set<string>; // inputs whose value, or range, it gives
  readings: Set<string>; // inputs that it gives a single reading of
  findings: Set<string>;
}

export type UsesOf = ReadonlyMap<string, Uses>;

/** Every source's uses, whichever scenario a reader starts from. */
export function usesOf(view: View): UsesOf {
  const { data, answer } = view;
  const claim = claimOf(data);
  const all = new Map<string, Uses>();
  const of = (id: string): Uses => {
    const known = all.get(id) ?? { figures: false, values: new Set(), readings: new Set(), findings: new Set() };
    all.set(id, known);
    return known;
  };
  const shown = [answer, data.published, ...Object.values(data.others)].flatMap((one) => one.inputs);
  const ids = new Set(shown.map(({ id }) => id));
  const value = ([id, entry]: [string, ScenarioInput]): void => {
    if (ids.has(id)) for (const source of sourceIds(entry)) of(source).values.add(id);
  };
  for (const entry of claim.published) of(entry.source).figures = true;
  for (const scenario of Object.values(claim.scenarios)) Object.entries(scenario.inputs ?? {}).forEach(value);
  for (const bundle of bundlesOf(data))
    for (const option of bundle.options) Object.entries(option.values ?? {}).forEach(value);
  for (const id of ids)
    for (const reading of inputDef(data, id).readings ?? [])
      for (const source of sourceIds(reading)) of(source).readings.add(id);
  for (const finding of claim.findings) for (const source of finding.sources) of(source).findings.add(finding.id);
  return all;
}

/** What one source is there for, each with the way to its place on the page. */
export function usesLine(view: View, uses: Uses | undefined): Markup {
  if (!uses) return html``;
  const { lang, data, answer } = view;
  const m = messages[lang];
  const there = new Set(answer.inputs.map(({ id }) => id));
  const input = (id: string): Part => {
    const label = inputLabel(data, id, lang);
    return there.has(id) ? html`<a href="#input-${id}">${label}</a>` : label;
  };
  const findings = claimOf(data).findings.filter(({ id }) => uses.findings.has(id));
  const values = [
    ...(uses.figures ? [html`<a href="#how">${word(lang, "published_figure")}</a>`] : []),
    ...[...uses.values].map(input),
    ...findings.map(
      ({ id, about }) =>
        html`<a href="#finding-${id}">${m.finding.title}${m.a11y.colon}${named(m.finding.about, about)}</a>`,
    ),
  ];
  const readings = [...uses.readings].filter((id) => !uses.values.has(id)).map(input);
  const list = (title: string, items: readonly Part[]): Part =>
    items.length > 0 && html`${title}${m.a11y.colon}${items.map((item, i) => [i > 0 ? m.a11y.list : "", item])}`;
  const both = [list(m.source.used_for, values), list(word(lang, "reading_of"), readings)].filter(
    (part) => part !== false,
  );
  if (both.length === 0) return html``;
  return html`<p class="quiet">${both.map((part, i) => [i > 0 ? " · " : "", part])}</p>`;
}
