import type { MethodText } from "../method";

export const methodEn: MethodText = {
  title: "How the numbers are made",
  lead: "Everything a claim's page shows is computed from files that anybody can read: a model with its formulas, inputs with their sources, and the figures that were published. This page says how; the lists in it are made from those files.",
  sections: {
    model: {
      title: "Models and formulas",
      paragraphs: [
        "A model is a short list of steps. Each step has a formula over inputs and other steps, for example servers × power × load × PUE. Several claims can stand on one model, so that two estimates of the same thing can be set against each other.",
        "Where people start from different facts, a step has several routes: the energy of a fleet may be computed from servers or from accelerators. A scenario says which route it takes; inputs of the others are neither drawn nor shown.",
        "Every step's value is kept, so a page can unfold the whole sum with its numbers.",
      ],
    },
    units: {
      title: "Units that know what they are units of",
      paragraphs: [
        "A formula is checked for its units before it is computed. That alone would not notice when the overhead of a building is counted twice, or when cooling water on the site is added to water at the power plant. So units carry a kind where the field tells kinds apart: a kWh at the machines is another unit than a kWh at the building's meter, and PUE is one divided by the other.",
        "Kinds never turn into one another by themselves. Where a formula joins them it says so, and the page shows it. Counted things (requests, tokens, servers, homes) are units of their own.",
      ],
    },
    values: {
      title: "Inputs, evidence, and what an author left out",
      paragraphs: [
        "Each value carries its unit, its source with the place in it, and how we saw it. What an author left out of a sum is shown as left out, never as a 1 in that author's mouth.",
        "“Author's inputs” recompute the published figure. “Sourced range” keeps system and period and takes for each input the evidence there is. A system measured later has a card of its own and is never drawn on the same bar.",
      ],
    },
    shapes: {
      title: "Ranges of an input",
      paragraphs: [
        "A range says where 90 % of its values lie: “2000..6000” has 5 % below its low end and 5 % above its high end, and is cut where the input has a hard limit. Other shapes are written out. Readings from sources are ticks on the track; a range made from them says how it was made.",
      ],
    },
    range: {
      title: "The range of a result",
      paragraphs: [
        "All inputs that have a range are drawn together, {samples} times, and the formula is computed for every combination. What is shown is the middle 90 % of the results: from the value that 5 % lie below to the value that 5 % lie above.",
        "The combinations are not random. They are scrambled Sobol' points, which fill the space of the inputs evenly: one dimension an input, at most {dimensions}, the same ones each time. So moving one slider redraws one input alone, and two settings are compared without noise between them. Inputs that belong together, such as a country's grid and its water, are chosen together and never mixed.",
        "Digits follow what is known: no more are printed than the width of the range, or the sampling error of its ends, supports.",
        "The range is the middle 90 % of what the input ranges give. It is not the chance that a claim holds.",
      ],
    },
    place: {
      title: "Where a published figure lies",
      paragraphs: [
        "A single figure is placed against the range: below, lower part, middle, upper part, above. “More than X” is placed as a threshold: X lies below, inside or above the range. Of an interval, each end is placed by itself.",
        "The place is computed again with the inputs' ranges as uniform, triangular and lognormal shapes over the same 5–95 %. Where they disagree, the sentence says that the figure lies near the edge.",
      ],
    },
    need: {
      title: "What a figure needs",
      paragraphs: [
        "For the input the sentence names, Footing looks for the value at which the result meets the published figure, the others at their middle value; the brackets give its span while the others move together over their ranges. Several such values are all listed; where the result jumps over the figure, the jump is reported; where no value does it, the page says so and between which ends it looked.",
      ],
    },
    moves: {
      title: "What moves the result most",
      paragraphs: [
        "For each input: the share of the result's variance that would remain if everything else became known (the total Sobol' index), on a logarithmic scale where all results are positive. Inputs drawn together count as one.",
        "Such a share speaks about the ranges that were given. An input held at one value has none, however little is known about it.",
      ],
    },
    differ: {
      title: "Why two estimates differ",
      paragraphs: [
        "The ratio of two estimates on one model is split into factors, one for each input or route that differs. A factor is the average of what that change does over every order in which the changes can be made (Shapley's value, of the logarithm), so that the factors multiply to the ratio exactly. Where the model is a plain product the order plays no part. What is left between the recomputed and the printed ratio is shown as a remainder.",
      ],
    },
    bits: {
      title: "The same digits everywhere",
      paragraphs: [
        "The command line, the page and the single file compute with the same C++ code and give the same results to the last bit; tests compare them. Method {method} covers the points, the functions, the quantiles and the order of computing. If it ever changes a digit it gets a new number, and older links keep the old one.",
      ],
    },
    outside: {
      title: "What lies outside",
      paragraphs: [
        "The interval covers what is unknown about the inputs of a model. It does not cover whether the model's form is the right one, nor what the model leaves out. A sum that can be redone shows that the arithmetic is in order; it says nothing about the values put in.",
      ],
    },
  },
  shapes: {
    interval: "the middle 90 %; lognormal for an input on a log scale, else normal",
    uniform: "every value between the ends alike",
    log_uniform: "every order of magnitude between the ends alike",
    triangular: "lowest, most frequent, highest",
    pert: "lowest, most frequent, highest, with thinner ends",
    normal: "bell curve through its 5 % and 95 %",
    lognormal: "bell curve of the logarithm through its 5 % and 95 %",
    beta: "beta distribution, between 0 and 1 or two given ends",
    choice: "one of several values, by weight",
    empirical: "one of the values listed, each alike",
  },
  words: {
    shape: "Shape",
    meaning: "Meaning",
    written: "Written",
    grade: "Evidence",
    kinds: "Kinds of units",
    models: "The models",
    models_lead: "Each has a page with its formulas, its inputs and the claims that stand on it.",
    glossary: "Words",
    references: "What the methods are taken from",
    inputs: "Inputs",
    steps: "Steps",
    routes: "Routes",
    outputs: "Results",
    output: "result",
    claims: "Claims on this model",
    no_claims: "No claim stands on it alone; it is part of other models.",
    part_of: "Part of",
    uses: "Built from",
    unit: "Unit",
    bounds: "Limits",
    formula: "Formula",
    readings: "{count} readings",
    from_model: "from: {model}",
    sources: "Sources",
    data: "Files and formulas are the same that the calculator reads.",
  },
};
