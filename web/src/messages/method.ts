/** The text of the methodology page. Its numbers are places filled from what the engine says about itself; kinds of units,
 * grades of evidence, models and inputs are listed from the data, not written here. */
import type { Lang } from "../engine/types";
import { methodEn } from "./method_text/en";
import { methodZhHans } from "./method_text/zh-hans";
import { methodZhHant } from "./method_text/zh-hant";
import { set } from "./set";

/** Sections in their order; the id is the address `#range` in every language. */
export const methodSections = [
  "model",
  "units",
  "values",
  "shapes",
  "range",
  "place",
  "need",
  "moves",
  "differ",
  "bits",
  "outside",
] as const;

export type MethodSectionId = (typeof methodSections)[number];

/** How a range of an input may be written, by the engine's names. */
export const shapes = {
  interval: "2000..6000",
  uniform: "uniform(0.7,0.82)",
  log_uniform: "log_uniform(10,1000)",
  triangular: "triangular(1,2,4)",
  pert: "pert(1,2,4)",
  normal: "normal(4,6)",
  lognormal: "lognormal(10,100)",
  beta: "beta(2,5)",
  choice: "choice(1: 2, 3: 1)",
  empirical: "empirical(1.1,1.2,1.6)",
} as const;

export type ShapeId = keyof typeof shapes;

/** Places: {samples}, {dimensions}, {method}. */
export interface MethodText {
  title: string;
  lead: string;
  sections: Record<MethodSectionId, { title: string; paragraphs: readonly string[] }>;
  shapes: Record<ShapeId, string>;
  words: {
    shape: string;
    meaning: string;
    written: string;
    grade: string;
    kinds: string;
    models: string;
    models_lead: string;
    glossary: string;
    references: string;
    inputs: string;
    steps: string;
    routes: string;
    outputs: string;
    output: string;
    claims: string;
    no_claims: string;
    part_of: string;
    uses: string;
    unit: string;
    bounds: string;
    formula: string;
    readings: string;
    from_model: string;
    sources: string;
    data: string;
  };
}

export const methodText: Readonly<Record<Lang, MethodText>> = {
  en: methodEn,
  "zh-Hans": set(methodZhHans, "zh-Hans"),
  "zh-Hant": set(methodZhHant, "zh-Hant"),
};

/** What the methods are taken from; the address where it is known to us. */
export const references: readonly { section: MethodSectionId; text: string; doi?: string }[] = [
  {
    section: "range",
    text: "Joe, S.; Kuo, F. Y. (2008). Constructing Sobol sequences with better two-dimensional projections. SIAM Journal on Scientific Computing 30, 2635–2654.",
    doi: "10.1137/070709359",
  },
  {
    section: "range",
    text: "Matoušek, J. (1998). On the L2-discrepancy for anchored boxes. Journal of Complexity 14, 527–556.",
    doi: "10.1006/jcom.1998.0489",
  },
  {
    section: "range",
    text: "Hyndman, R. J.; Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50, 361–365 (type 7).",
    doi: "10.1080/00031305.1996.10473566",
  },
  {
    section: "range",
    text: "Woodruff, R. S. (1952). Confidence intervals for medians and other position measures. Journal of the American Statistical Association 47, 635–646.",
    doi: "10.1080/01621459.1952.10483443",
  },
  {
    section: "need",
    text: "Oliveira, I. F. D.; Takahashi, R. H. C. (2020). An enhancement of the bisection method average performance preserving minmax optimality. ACM Transactions on Mathematical Software 47.",
    doi: "10.1145/3423597",
  },
  {
    section: "moves",
    text: "Saltelli, A.; Annoni, P.; Azzini, I.; Campolongo, F.; Ratto, M.; Tarantola, S. (2010). Variance based sensitivity analysis of model output. Computer Physics Communications 181, 259–270.",
    doi: "10.1016/j.cpc.2009.09.018",
  },
  {
    section: "moves",
    text: "Jansen, M. J. W. (1999). Analysis of variance designs for model output. Computer Physics Communications 117, 35–43.",
    doi: "10.1016/S0010-4655(98)00154-4",
  },
  {
    section: "differ",
    text: "Shapley, L. S. (1953). A value for n-person games. Contributions to the Theory of Games II, 307–317.",
    doi: "10.1515/9781400881970-018",
  },
];
