/** The cases of the golden texts: kind, then position. */
import type { SentenceInput } from "../../../../web/src/sentences/index";
import {
  answer,
  equivalenceCase,
  input,
  intervalCase,
  orderingCase,
  output,
  placement,
  pointCase,
  ratioCase,
  recordCase,
  rivalsCase,
  solved,
  summary,
  thresholdCase,
  value,
} from "../support/answers";

type Case = Omit<SentenceInput, "lang">;

function changedCase(): Case {
  const base = thresholdCase();
  return { ...base, answer: { ...base.answer, changed: true } };
}

/** The reader moved the driver itself: the gap is no longer filled with the author's value. */
function ownDriver(): Case {
  const base = thresholdCase();
  const [servers, ...rest] = base.answer.inputs;
  if (!servers) throw new Error("no driver");
  return {
    ...base,
    answer: {
      ...base.answer,
      changed: true,
      inputs: [{ ...servers, changed: true, value: value(5000) }, ...rest],
    },
  };
}

function publishedOnly(): Case {
  const base = pointCase(500, summary(502, 502));
  const scenarios = {
    as_published: base.claim.scenarios["as_published"] ?? {},
  };
  return {
    ...base,
    claim: { ...base.claim, scenarios },
    answer: { ...base.answer, scenario: "as_published" },
  };
}

function pointResult(figure: number): Case {
  const range = summary(502, 502);
  const base = pointCase(figure, range);
  return {
    ...base,
    answer: answer(
      base.claim,
      [output("carbon", "tCO2e", range, [placement(base.entry, figure, range)])],
      [input("train_hours", "h", value(350), { moves: ["carbon"] })],
    ),
  };
}

function nearThreshold(): Case {
  const base = thresholdCase("more_than", 399_000);
  const outputs = base.answer.outputs.map((out) => ({
    ...out,
    placements: out.placements.map((entry) => ({
      ...entry,
      shape_guard: "near_edge" as const,
    })),
  }));
  return { ...base, answer: { ...base.answer, outputs } };
}

/** More than 1, of two scenarios that give 1.1 t and 3.2 t. */
function orderedScenarios(): Case {
  const base = ratioCase(1, 1.1);
  const published = base.claim.published.map((entry) => ({ ...entry, relation: "more_than" as const }));
  return { ...base, claim: { ...base.claim, kind: "ordering", published } };
}

export const kCases: Record<string, Record<string, Case>> = {
  threshold: {
    more_than_above: thresholdCase("more_than", 300_000),
    more_than_inside: thresholdCase("more_than", 500_000),
    more_than_below: thresholdCase("more_than", 900_000),
    at_most_above: thresholdCase("at_most", 300_000),
    at_most_inside: thresholdCase("at_most", 500_000),
    at_most_below: thresholdCase("at_most", 900_000),
    at_least_inside: thresholdCase("at_least", 500_000),
    less_than_inside: thresholdCase("less_than", 500_000),
    near_edge: nearThreshold(),
    no_value: {
      ...thresholdCase(),
      solve: solved("servers", "energy_per_day", [], null),
    },
    two_values: {
      ...thresholdCase(),
      solve: solved("servers", "energy_per_day", [3000, 40_000], {
        p05: 2900,
        p95: 4600,
        share: 0.6,
      }),
    },
    changed: changedCase(),
    changed_driver: ownDriver(),
  },
  point: {
    far_below: pointCase(100),
    below: pointCase(390),
    lower: pointCase(430),
    middle: pointCase(500),
    upper: pointCase(570),
    above: pointCase(620),
    far_above: pointCase(2000),
    near_edge_upper: pointCase(555, undefined, { shape_guard: "near_edge" }),
    near_edge_below: pointCase(399, undefined, { shape_guard: "near_edge" }),
    wide_range: pointCase(50, summary(12.3, 1234)),
    single_below: pointResult(300),
    single_same: pointResult(502),
    single_above: pointResult(900),
    published_only: publishedOnly(),
  },
  interval: {
    higher_same: intervalCase(),
    same_same: intervalCase(72, 128),
    lower_higher: intervalCase(20, 300),
    lower_lower_apart: intervalCase(20, 40),
    higher_higher_apart: intervalCase(200, 300),
  },
  equivalence: {
    comes_out: equivalenceCase(17_000),
    differs: equivalenceCase(25_000),
  },
  ordering: {
    differ: orderingCase([10_715, 2732]),
    higher: orderingCase([3600, 2732]),
    lower: orderingCase([10_715, 9000]),
    same: orderingCase([6132]),
    scenarios: orderedScenarios(),
  },
  rivals: {
    both: rivalsCase(),
    ratio: ratioCase(),
    ratio_differs: ratioCase(40),
    ratio_same: ratioCase(1, 3.24),
    ratio_alone: { ...ratioCase(), scenarios: {} },
  },
  record: { shown: recordCase() },
};
