/** What crosses the boundary between the page and the core. The words are those of wasm/README.md;
 * JSON Schemas of the same shapes are in datasets/schema/facade.schema.json. All numbers of an input or
 * output are in its own `unit`. */

export type Lang = "en" | "zh-Hans" | "zh-Hant";
export type Text = Record<Lang, string>;

export interface FootingError {
  code: string;
  path: string;
  message: string;
  hint: string;
}

export interface Versions {
  engine: string;
  api: number;
  schema: number;
  link: number;
  method: number;
}

/** Every answer is one of these. `errors` is empty when ok; `notices` never stop anything. */
export interface Answer {
  ok: boolean;
  versions: Versions;
  errors: FootingError[];
  notices: FootingError[];
}

/** engine.evaluate. Everything but `claim` is optional. */
export interface EvaluateRequest {
  claim: string;
  scenario?: string; // default: sourced_then if the claim has it, else its first scenario
  set?: Record<string, string>; // input id -> value text ("1.2", "2000..6000"); bundle id -> option id
  samples?: number; // default 16384; 2 .. 1048576
  seed?: string; // unsigned 64-bit integer as decimal text; default "1"
  outputs?: string[]; // default: the claim's outputs
  density?: boolean; // default true: density of the outputs
  shapes?: boolean; // default true: shape guard of the placements
  samples_of?: string[]; // ids of steps or inputs whose samples are wanted, rows of the Float64Array
}

export interface ValueState {
  text: string; // canonical value text without unit: "1.2", "2000..6000", "uniform(0.7,0.82)"
  shape: string; // point | interval | uniform | log_uniform | triangular | pert | normal | lognormal | beta | choice | empirical
  p05: number;
  median: number;
  p95: number;
}

export interface InputState {
  id: string;
  unit: string;
  scale: "linear" | "log";
  min: number | null; // hard bounds
  max: number | null;
  slider: { low: number; high: number };
  bundle: string | null; // the bundle that supplies it, if any
  bundle_modified: boolean; // a member of a bundle was overridden
  origin: "scenario" | "bundle" | "set";
  changed: boolean; // differs from the named scenario
  value: ValueState; // what is in force
  scenario_value: ValueState; // what the scenario says
  published_value: ValueState | null; // what as_published says
  state: "stated" | "implied" | "omitted" | "unknown" | null; // in as_published
  range: "sourced" | "assumed" | "unknown" | "point"; // of the scenario's value
  evidence: string; // read | quoted | derived | unverified | assumed
  model: string; // model that declares it
  moves: string[]; // outputs it moves
  swing: number | null; // |log-or-linear change of the main output over the input's 5–95 %, others at median|
}

export interface Summary {
  mean: number;
  sd: number;
  min: number;
  max: number;
  p05: number;
  p25: number;
  median: number;
  p75: number;
  p95: number;
  point: boolean; // no spread at all
  mean_error: number; // sampling error (1 standard error) of the mean
  p05_error: number;
  median_error: number;
  p95_error: number;
  digits: number; // significant digits that spread and sampling error justify (1..6)
}

export interface StepState {
  id: string;
  unit: string;
  model: string;
  formula: string;
  route: string | null;
  inputs: string[]; // names in the formula, in order
  central: number; // every input at its median
  summary: Summary;
}

export interface Density {
  scale: "linear" | "log";
  x: number[]; // bin edges, length n + 1, in the output's unit
  y: number[]; // share of samples a bin, length n, sums to 1
}

export type PointPosition = "below" | "lower" | "middle" | "upper" | "above";
export type ThresholdPosition = "below" | "inside" | "above"; // where the RANGE lies against a threshold
export type EndPosition = "higher" | "same" | "lower"; // published end against ours

export interface Placement {
  published: string; // id of the published entry
  output: string;
  value: number; // the published figure in the output's unit
  relation: "about" | "more_than" | "less_than" | "at_least" | "at_most";
  end: "low" | "high" | null;
  share_below: number; // shares of samples below, inside the rounding of, and above the figure
  share_inside: number;
  share_above: number;
  position: PointPosition | ThresholdPosition | EndPosition;
  times: number | null; // figure/hi or lo/figure when at a factor of 3 or more beyond the end
  holds: boolean; // does the scenario's median satisfy the relation within the figure's rounding
  shape_guard: "agree" | "near_edge"; // recomputed with uniform, triangular, lognormal on the same 5–95 %
}

export interface OutputState {
  id: string;
  unit: string;
  summary: Summary;
  density: Density | null;
  placements: Placement[];
}

/** A published figure that says how many times one scenario's output is another's. */
export interface Ratio {
  published: string;
  output: string;
  scenario: string;
  over: string; // the scenario whose output divides
  relation: Placement["relation"];
  value: number; // as published
  ratio: number | null; // centre over centre: the scenario shown with the reader's changes, another as it is written
  holds: boolean; // does the ratio satisfy the relation within the figure's rounding
}

export interface EvaluateAnswer extends Answer {
  claim: string;
  revision: number; // 0: preview, before the first release
  scenario: string;
  request: Required<Pick<EvaluateRequest, "claim" | "scenario" | "set" | "samples" | "seed">>; // normalised
  changed: boolean; // anything differs from the revision's scenario
  inputs: InputState[];
  bundles: { id: string; option: string; modified: boolean; options: string[]; changed: boolean }[];
  steps: StepState[];
  outputs: OutputState[];
  ratios: Ratio[];
  link: string; // canonical "claims/<id>/r<n>/?pue=1.2", relative, without language
}

/** engine.solve: the value of one input at which an output meets a figure. */
export interface SolveRequest extends EvaluateRequest {
  input: string;
  output?: string; // default: the main output
  target?: string; // value text with or without unit; default: the published entry `published`
  published?: string; // id of a published entry; default: the first on the output
}

export interface SolveAnswer extends Answer {
  input: string;
  unit: string; // of the input
  output: string;
  output_unit: string;
  target: number; // in the output's unit
  options: { value: number; output: number }[]; // of a discrete input, ascending; else empty
  /** At the others' medians: every crossing in the input's reach, ascending; empty: no value does. */
  crossings: { value: number; jump: boolean }[];
  searched: { low: number; high: number };
  /** As the others move together over their 5–95 %: 5 % and 95 % quantile of the crossing; null if none.
   * `share` of samples for which a crossing exists. */
  span: { p05: number; p95: number; share: number } | null;
  inside_range: boolean | null; // does the first crossing lie within the input's own 5–95 %; null: it has none
}

/** engine.explain: what moves an output, and what each input would have to be. In the module of details. */
export interface ExplainRequest extends Pick<EvaluateRequest, "claim" | "scenario" | "set" | "samples" | "seed"> {
  output?: string; // default: the main output
  target?: string; // as of SolveRequest
  published?: string;
  inputs?: string[]; // break-evens of these alone; default: of all
  indices?: boolean; // default true, as are the next two
  tornado?: boolean; // bars and elasticities
  break_even?: boolean;
}

/** A share of the variance with one standard error of the sampling; it may lie a little outside 0 to 1. */
export interface Estimate {
  value: number;
  error: number;
}

export interface IndexPair {
  first: Estimate; // what would go if this alone became known
  total: Estimate; // what would stay if everything else became known
}

/** One input, or the members of a bundle that are drawn together. */
export interface MovedTogether {
  inputs: string[];
  bundle: string | null;
}

export interface Indices {
  rows: number;
  sd: number;
  log_sd: number | null;
  scale: "log" | "linear"; // the scale that orders the groups
  groups: (MovedTogether & { linear: IndexPair; log: IndexPair | null })[]; // largest total first; empty for a point
}

export interface TornadoBar extends MovedTogether {
  low: number | null; // the output with the input at its 5 %; of a bundle the least of its options
  high: number | null;
  options: { option: string; output: number | null }[]; // of a bundle
}

export interface BreakEven {
  input: string;
  unit: string;
  spread: boolean; // has the input a range
  range: { low: number; high: number }; // its 5–95 %; of a point the value itself
  /** At the others' medians, ascending; empty: no value does. `off`: value - the end of the range it lies beyond, 0
   * inside; `times`: value / that end where both are positive, 1 inside. */
  crossings: { value: number; jump: boolean; inside: boolean; off: number; times: number | null }[];
  searched: { low: number; high: number };
  options: { value: number; output: number | null }[]; // of a discrete input
  span: { p05: number; p95: number; share: number } | null; // as of SolveAnswer
}

export interface BundleOptions {
  bundle: string;
  option: string; // in force
  options: { option: string; output: number | null; side: "below" | "meets" | "above" | null }[];
}

export interface Target {
  value: number; // in the output's unit
  half_width: number;
  published: string | null;
}

export interface ExplainAnswer extends Answer {
  claim: string;
  revision: number;
  scenario: string;
  request: EvaluateAnswer["request"];
  output: string;
  unit: string;
  centre: number | null; // every input at its median
  held: string[]; // inputs with one value: they have no index
  indices?: Indices;
  tornado?: TornadoBar[]; // the widest first
  elasticities?: { input: string; value: number | null }[];
  target?: Target | null; // null: no figure was published on the output
  break_evens?: BreakEven[];
  bundles?: BundleOptions[];
}

/** engine.sweep: an output against an input. In the module of details. */
export interface SweepRequest extends Pick<EvaluateRequest, "claim" | "scenario" | "set" | "samples" | "seed"> {
  input: string;
  output?: string; // default: the main output
  from?: string; // value texts; default: slider and range of the input
  to?: string;
  points?: number; // default 33; 2 .. 257
}

export interface SweepAnswer extends Answer {
  input: string;
  unit: string;
  scale: "log" | "linear"; // along which the values are even
  output: string;
  output_unit: string;
  points: {
    value: number;
    central: number | null; // the others at their medians
    band: { p05: number; p25: number; median: number; p75: number; p95: number } | null; // the others moving together
  }[];
}

/** engine.compare: why two estimates on one model differ. In the full engine: the build prepares what a page shows. */
export interface CompareRequest {
  a: Pick<EvaluateRequest, "claim" | "scenario" | "set">;
  b: Pick<EvaluateRequest, "claim" | "scenario" | "set">;
  output?: string; // default: the main output of a
  order?: string[]; // ids in the order of the walk; the others follow by their size
}

export interface ComparedSide {
  claim: string;
  revision: number;
  scenario: string;
  changed: boolean;
  value: number; // the output
  published: { id: string; value: number; relation: string } | null;
  medians: boolean; // an input has a range: the value is the one at the medians
  link: string;
}

/** One end of a difference: a value text, or the id of a route (value null). */
export interface FactorEnd {
  text: string;
  value: number | null;
  state: string | null; // stated | implied | omitted | unknown
  evidence: string | null;
}

/** `value`, `least`, `most` are factors on the log scale, else differences. */
export interface Factor {
  id: string;
  kind: "input" | "route";
  group: string | null;
  unit: string | null;
  from: FactorEnd;
  to: FactorEnd;
  value: number; // Shapley's value: the average over every order of the changes
  error: number;
  least: number; // over every order; least = most: order plays no part
  most: number;
}

export interface CompareAnswer extends Answer {
  model: string;
  output: string;
  unit: string;
  a: ComparedSide;
  b: ComparedSide;
  ratio: number | null; // b / a
  difference: number;
  scale: "log" | "linear";
  exact: boolean; // else orders were sampled
  outcomes: number;
  factors: Factor[]; // largest first; they multiply to the ratio (add to the difference)
  groups: { id: string; nature: "error" | "scenario" | "boundary"; of: string[]; value: number }[];
  walk: { ids: string[]; values: number[] }; // one order of the changes and the output after each
  same: string[];
  only_a: string[]; // inputs of its routes alone
  only_b: string[];
  residual: number | null; // ratio of the published figures / ratio
}

/** engine.decode_link: what a stranger typed. Never fails as a whole unless the claim is unknown. */
export interface LinkAnswer extends Answer {
  language: Lang | null;
  claim: string | null;
  revision: number | null; // null: newest
  request: EvaluateRequest | null;
  view: string | null;
}

/** engine.about: what this engine is and where its limits are. */
export interface AboutAnswer extends Answer {
  default_samples: number;
  limits: { samples: number; link_bytes: number; dimensions: number };
}

/** engine.list with {"articles": true}: how many statements of each state. The full engine alone. */
export interface ArticlesAnswer extends Answer {
  articles: { id: string; title: Text; statements: number; computed: number; record: number; open: number }[];
}

/** A statement's figure in its claim, in the unit of its output ("1" for a ratio). */
export interface ListedFigure {
  id: string;
  output: string;
  unit: string;
  scenario: string;
  over: string | null;
  relation: Placement["relation"];
  value: number;
  printed: string | null;
  comes_to: number | null; // what the scenario gives, every input at its median
  finding: string | null; // says why that differs; null: the figure comes out
}

export type ListedStatement =
  | {
      id: string;
      state: "computed";
      quote: string;
      locator: string | null;
      claim: string;
      figure: ListedFigure | null; // null: the claim has no figure from this article
    }
  | {
      id: string;
      state: "record" | "open";
      quote: string;
      locator: string | null;
      says: Text;
      record: Text;
      sources: string[];
    };

/** engine.list with {"article": id}. The full engine alone. */
export interface ArticleAnswer extends Answer {
  article: { id: string; title: Text; about: Text; statements: ListedStatement[] };
}

export interface SampleBlock {
  rows: string[];
  count: number;
  values: Float64Array; // row-major [rows.length][count]
}

/* ---- Words and figures of the dataset that the page shows; as written in datasets/ (see datasets/README.md). ---- */

export interface ScenarioInput {
  value: string;
  state?: "stated" | "implied" | "omitted" | "unknown";
  source?: string | string[];
  locator?: string;
  year?: number;
  evidence: string;
  reason?: Text;
  formula?: Text;
  made?: string;
  range?: "unknown";
  taken_as?: string;
  why?: Text;
}

export interface Scenario {
  label?: Text;
  note?: Text;
  route?: string | string[];
  bundles?: Record<string, string>;
  extends?: string;
  inputs?: Record<string, ScenarioInput>;
}

export interface Published {
  id: string;
  role: "article" | "original";
  output: string;
  scenario: string;
  over?: string; // a ratio: of the output in `scenario` to that in this one
  relation: Placement["relation"];
  value: string;
  printed?: string;
  source: string;
  locator?: string;
  end?: "low" | "high";
  rounded_to?: string;
  tolerance?: { percent: number; reason: Text };
  finding?: string;
  reading?: Text;
}

export interface Finding {
  id: string;
  about: string;
  article: Text;
  source_says: Text;
  changes: Text;
  sources: string[];
  scenario?: string;
}

/** What a comparison shows together. */
export interface FactorGroup {
  id: string;
  nature: "error" | "scenario" | "boundary";
  label: Text;
  of: string[]; // inputs, and steps with several routes
}

export interface Claim {
  id: string;
  status: string;
  kind: "threshold" | "point" | "interval" | "equivalence" | "ordering" | "rivals" | "record";
  modality: "measured" | "estimate" | "upper_bound" | "forecast";
  topic: string;
  title: Text;
  statement: Text;
  system: Text;
  period: Text;
  boundary: Text;
  scope: Text;
  gap?: Text;
  appears_in: { source: string; quote: string; locator?: string }[];
  model: string;
  outputs: string[];
  driver: string;
  scenarios: Record<string, Scenario>;
  published: Published[];
  chain: ChainLink[];
  converts?: string; // the claim of the quantity that this one converts
  rivals: string[];
  groups?: FactorGroup[];
  findings: Finding[];
  checked: string;
  review_by: string;
  corrections?: { date: string; kind: "error" | "update" | "clarification"; text: Text; revision?: number }[];
  withdrawn?: { date: string; reason: Text };
}

export interface Reading {
  value: string;
  source: string | string[];
  locator?: string;
  evidence: string;
  note?: Text;
}

export interface InputDef {
  quantity?: string;
  unit?: string;
  scale?: "linear" | "log";
  min?: string;
  max?: string;
  slider?: { low: string; high: string };
  label?: Text;
  term?: Text;
  help?: Text;
  readings?: Reading[];
}

export interface Model {
  id: string;
  title: Text;
  summary: Text;
  inputs: Record<string, InputDef>;
  steps: {
    id: string;
    unit: string;
    label: Text;
    formula?: string;
    routes?: Record<string, { label: Text; formula: string }>;
  }[];
  use?: { model: string; with: Record<string, string> }[];
  outputs: string[];
}

export interface Bundle {
  id: string;
  label: Text;
  help: Text;
  members: string[];
  /** `none` says why there is no sourced figure yet; there are no values then. */
  options: { id: string; label: Text; note?: Text; none?: Text; values?: Record<string, ScenarioInput> }[];
}

/** datasets/articles/<id of its source>.json: every numeric statement of an article, in its order. */
export interface Article {
  id: string;
  title: Text;
  about: Text;
  statements: (
    | { id: string; quote: string; locator?: string; state: "computed"; claim: string; published?: string }
    | {
        id: string;
        quote: string;
        locator?: string;
        state: "record" | "open";
        says: Text;
        record: Text;
        sources?: string[];
      }
  )[];
}

/** A source, or one that the link before it does not name: its place is our inference, or it is an example of ours. */
export type ChainLink = string | { source: string; link: "inferred" | "example" };

export interface Name {
  family?: string;
  given?: string;
  literal?: string;
}

/** A CSL-JSON record. */
export interface Source {
  id: string;
  type: string;
  title?: string;
  author?: (Name & { english?: Name; original?: string })[];
  issued?: { "date-parts": number[][] };
  "container-title"?: string;
  publisher?: string;
  DOI?: string;
  URL?: string;
  [key: string]: unknown;
}

/** Claims checked and compiled by the full engine (its answer to `prepare`): all that the page's module needs. */
export interface PreparedClaims {
  footing: 1;
  prepared: unknown;
}

/** The file map the full engine loads: relative path under datasets/ -> parsed JSON. A claim's page carries the part of
 * it that has the words and sources it shows. */
export interface DatasetFiles {
  footing: 1;
  files: Record<string, unknown>;
}
