/** Hand-made claims and answers, shaped as the engine's, for the tests of words and pictures. */
import type {
  Claim,
  EvaluateAnswer,
  InputState,
  Lang,
  OutputState,
  Placement,
  Published,
  SolveAnswer,
  StepState,
  Summary,
  Text,
  ValueState,
} from "../../../../web/src/engine/types";
import { pointPosition, thresholdPosition, timesBeyond } from "../../../../web/src/sentences/place";

export const kVersions = {
  engine: "0.0.0",
  api: 1,
  schema: 1,
  link: 1,
  method: 1,
};

export function text(en: string, hans: string, hant: string): Text {
  return { en, "zh-Hans": hans, "zh-Hant": hant };
}

export function summary(p05: number, p95: number, parts: Partial<Summary> = {}): Summary {
  const at = (share: number): number => p05 + (p95 - p05) * share;
  return {
    mean: at(0.5),
    sd: (p95 - p05) / 3.3,
    min: p05,
    max: p95,
    p05,
    p25: at(0.25),
    median: at(0.5),
    p75: at(0.75),
    p95,
    point: p05 === p95,
    mean_error: 0,
    p05_error: 0,
    median_error: 0,
    p95_error: 0,
    digits: 3,
    ...parts,
  };
}

export function value(p05: number, p95 = p05): ValueState {
  return {
    text: p05 === p95 ? String(p05) : `${p05}..${p95}`,
    shape: p05 === p95 ? "point" : "interval",
    p05,
    median: (p05 + p95) / 2,
    p95,
  };
}

export function input(id: string, unit: string, own: ValueState, more: Partial<InputState> = {}): InputState {
  return {
    id,
    unit,
    scale: "linear",
    min: 0,
    max: null,
    slider: { low: own.p05 / 2, high: own.p95 * 2 },
    bundle: null,
    bundle_modified: false,
    origin: "scenario",
    changed: false,
    value: own,
    scenario_value: own,
    published_value: own,
    state: "stated",
    range: own.p05 === own.p95 ? "point" : "sourced",
    evidence: "read",
    model: "fleet-energy",
    moves: ["energy_per_day"],
    swing: own.p95 - own.p05,
    ...more,
  };
}

export function step(
  id: string,
  unit: string,
  median: number,
  inputs: string[],
  more: Partial<StepState> = {},
): StepState {
  return {
    id,
    unit,
    model: "m",
    formula: inputs.join(" / "),
    route: null,
    inputs,
    central: median,
    summary: summary(median, median),
    ...more,
  };
}

export function placement(entry: Published, figure: number, range: Summary, more: Partial<Placement> = {}): Placement {
  const position = entry.relation === "about" ? pointPosition(figure, range) : thresholdPosition(figure, range);
  return {
    published: entry.id,
    output: entry.output,
    value: figure,
    relation: entry.relation,
    end: entry.end ?? null,
    share_below: 0.5,
    share_inside: 0,
    share_above: 0.5,
    position,
    times: timesBeyond(figure, range),
    holds: true,
    shape_guard: "agree",
    ...more,
  };
}

export function output(id: string, unit: string, range: Summary, placements: Placement[] = []): OutputState {
  return { id, unit, summary: range, density: null, placements };
}

export function answer(
  claim: Claim,
  outputs: OutputState[],
  inputs: InputState[],
  more: Partial<EvaluateAnswer> = {},
): EvaluateAnswer {
  return {
    ok: true,
    versions: kVersions,
    errors: [],
    notices: [],
    claim: claim.id,
    revision: 1,
    scenario: "sourced_then",
    request: {
      claim: claim.id,
      scenario: "sourced_then",
      set: {},
      samples: 16384,
      seed: "1",
    },
    changed: false,
    inputs,
    bundles: [],
    steps: [],
    outputs,
    ratios: [],
    link: `claims/${claim.id}/r1/`,
    ...more,
  };
}

export function solved(
  inputId: string,
  outputId: string,
  crossings: number[],
  span: SolveAnswer["span"],
  more: Partial<SolveAnswer> = {},
): SolveAnswer {
  return {
    ok: true,
    versions: kVersions,
    errors: [],
    notices: [],
    input: inputId,
    unit: "1",
    output: outputId,
    output_unit: "1",
    target: 0,
    options: [],
    crossings: crossings.map((at) => ({ value: at, jump: false })),
    searched: { low: 100, high: 10_000_000 },
    span,
    inside_range: null,
    ...more,
  };
}

export const kLangs: readonly Lang[] = ["en", "zh-Hans", "zh-Hant"];

const kPue = {
  id: "pue",
  unit: "kWh_facility/kWh_it",
  scale: "linear",
  label: text("Building overhead", "机房额外用电", "機房額外用電"),
  term: text("PUE (power usage effectiveness)", "PUE(电能使用效率)", "PUE(電力使用效率)"),
};
const kLoad = {
  id: "load",
  unit: "1",
  scale: "linear",
  label: text("Share of rated power drawn", "实际功率占额定功率之比", "實際功率占額定功率之比"),
  term: text("Load (real over rated server power)", "负载(实际功率／额定功率)", "負載(實際功率／額定功率)"),
};

/** A dataset in small. */
export const files: Record<string, unknown> = {
  "models/fleet-energy.json": {
    id: "fleet-energy",
    title: text("", "", ""),
    summary: text("", "", ""),
    inputs: {
      servers: {
        unit: "server",
        label: text("Servers", "服务器数量", "伺服器數量"),
      },
      gpus: {
        unit: "accelerator",
        label: text("GPUs counted", "GPU 数量", "GPU 數量"),
      },
      grid: {
        unit: "gCO2e/kWh",
        label: text("Grid intensity", "电网排放强度", "電網排放強度"),
      },
      train_hours: {
        unit: "h",
        label: text("Training time", "训练时长", "訓練時間"),
      },
      daily_energy: {
        unit: "kWh/day",
        label: text("Electricity a day", "每日用电", "每日用電"),
      },
      household_use: {
        unit: "kWh/(household*year)",
        label: text("Electricity of one home", "一户用电", "一戶用電"),
      },
      accelerator_power: {
        unit: "W_it/accelerator",
        label: text("Power of one chip", "单张芯片功率", "單張晶片功率"),
      },
      load: { quantity: "load" },
      pue: { quantity: "pue" },
    },
    steps: [
      {
        id: "energy_per_day",
        unit: "kWh_facility/day",
        label: text("Electricity a day", "每日用电", "每日用電"),
        formula: "servers * load * pue",
      },
      {
        id: "household_power",
        unit: "W/household",
        label: text("Average power of a home", "一户的平均功率", "一戶的平均功率"),
        formula: "household_use",
      },
    ],
    outputs: ["energy_per_day"],
  },
  "quantities/pue.json": kPue,
  "quantities/load.json": kLoad,
  "sources/semianalysis-2023.json": {
    id: "semianalysis-2023",
    type: "webpage",
    title: "The Inference Cost of Search Disruption",
    author: [{ literal: "SemiAnalysis" }],
    issued: { "date-parts": [[2023, 2, 9]] },
  },
  "sources/article.json": {
    id: "article",
    type: "article",
    title: "AI 的电从哪里来",
    "container-title": "中关村",
    issued: { "date-parts": [[2024, 9, 10]] },
  },
  "sources/forbes-1999.json": {
    id: "forbes-1999",
    type: "article-magazine",
    title: "Dig more coal",
    "container-title": "Forbes",
    author: [{ family: "Huber", given: "Peter" }],
    issued: { "date-parts": [[1999, 5, 31]] },
  },
};

function baseClaim(kind: Claim["kind"], more: Partial<Claim>): Claim {
  return {
    id: "test",
    status: "published",
    kind,
    modality: "estimate",
    topic: "electricity",
    title: text(
      "ChatGPT uses more than 500,000 kWh a day",
      "ChatGPT 每天用电超过 50 万度",
      "ChatGPT 每天用電超過 50 萬度",
    ),
    statement: text(
      "ChatGPT is said to use more than half a million kWh a day.",
      "据称 ChatGPT 每天用电超过 50 万度。",
      "據稱 ChatGPT 每天用電超過 50 萬度。",
    ),
    system: text("ChatGPT (GPT-3.5 on A100)", "ChatGPT(GPT-3.5,A100)", "ChatGPT(GPT-3.5,A100)"),
    period: text("early 2023", "2023 年初", "2023 年初"),
    boundary: text("server energy, use only", "服务器用电,只含使用阶段", "伺服器用電,使用階段"),
    scope: text(
      "Estimate for early-2023 ChatGPT; no training.",
      "对 2023 年初 ChatGPT 的估算;不含训练。",
      "對 2023 年初 ChatGPT 的估算;不含訓練。",
    ),
    appears_in: [{ source: "article", quote: "超过50万千瓦时" }],
    model: "fleet-energy",
    outputs: ["energy_per_day"],
    driver: "servers",
    scenarios: {
      as_published: {
        inputs: {
          servers: {
            value: "3617 server",
            state: "stated",
            source: "semianalysis-2023",
            evidence: "quoted",
          },
        },
      },
      sourced_then: {
        extends: "as_published",
        inputs: {
          servers: {
            value: "3617 server",
            source: "semianalysis-2023",
            evidence: "quoted",
            range: "unknown",
          },
        },
      },
    },
    published: [],
    chain: ["article", "semianalysis-2023"],
    rivals: [],
    findings: [],
    checked: "2026-11-21",
    review_by: "2027-11-21",
    ...more,
  };
}

export function publishedAs(relation: Published["relation"], figure: string, more: Partial<Published> = {}): Published {
  return {
    id: "article",
    role: "article",
    output: "energy_per_day",
    scenario: "as_published",
    relation,
    value: figure,
    source: "article",
    ...more,
  };
}

export const kGap = text("The number of servers was never published.", "服务器数量从未公布。", "伺服器數量從未公布。");

/** The threshold claim of the editorial's first sample, with another relation or figure if wanted. */
export function thresholdCase(
  relation: Published["relation"] = "more_than",
  figure = 500_000,
  range = summary(400_123, 619_500, { digits: 3 }),
) {
  const entry = publishedAs(relation, `${figure} kWh_facility/day`);
  const claim = baseClaim("threshold", { gap: kGap, published: [entry] });
  const inputs = [
    input("servers", "server", value(3617), {
      range: "unknown",
      scale: "log",
      swing: 0,
    }),
    input("load", "1", value(0.7, 0.82), { swing: 0.16, state: "implied" }),
    input("pue", "kWh_facility/kWh_it", value(1.1, 1.3), {
      swing: 0.15,
      state: "omitted",
      published_value: value(1),
    }),
  ];
  const out = output("energy_per_day", "kWh_facility/day", range, [placement(entry, figure, range)]);
  const solve = solved("servers", "energy_per_day", [3589], {
    p05: 2912,
    p95: 4577,
    share: 1,
  });
  return { claim, entry, answer: answer(claim, [out], inputs), solve, files };
}

/** A point claim in tonnes whose range is 400–600 t. */
export function pointCase(figure: number, range = summary(401.2, 598.7), more: Partial<Placement> = {}) {
  const entry = publishedAs("about", `${figure} tCO2e`, { output: "carbon" });
  const claim = baseClaim("point", {
    outputs: ["carbon"],
    published: [entry],
    driver: "train_hours",
    scope: text("Estimate for one training run of GPT-3.", "对 GPT-3 一次训练的估算。", "對 GPT-3 一次訓練的估算。"),
  });
  const inputs = [
    input("train_hours", "h", value(300, 400), {
      moves: ["carbon"],
      swing: 0.3,
    }),
    input("grid", "gCO2e/kWh", value(380, 450), {
      moves: ["carbon"],
      swing: 0.1,
      range: "assumed",
      evidence: "assumed",
    }),
  ];
  const out = output("carbon", "tCO2e", range, [placement(entry, figure, range, more)]);
  return {
    claim,
    entry,
    answer: answer(claim, [out], inputs),
    solve: solved("train_hours", "carbon", [351.7], {
      p05: 312,
      p95: 398,
      share: 1,
    }),
    files,
  };
}

export function intervalCase(low = 85.4, high = 134, range = summary(71.2, 129.6)) {
  const a = publishedAs("about", `${low} TWh_facility/year`, {
    id: "low",
    output: "energy_per_year",
    end: "low",
  });
  const b = publishedAs("about", `${high} TWh_facility/year`, {
    id: "high",
    output: "energy_per_year",
    end: "high",
  });
  const claim = baseClaim("interval", {
    modality: "forecast",
    outputs: ["energy_per_year"],
    published: [a, b],
    gap: text("The shipments of 2027 are a forecast.", "2027 年的出货量是预测。", "2027 年的出貨量是預測。"),
    scope: text(
      "2023 forecast for one year of NVIDIA shipments; the article says the whole AI industry.",
      "2023 年的预测,只算英伟达一年的出货;文中写作整个 AI 产业。",
      "2023 年的預測,範圍是輝達一年的出貨;文中寫作整個 AI 產業。",
    ),
  });
  const moves = ["energy_per_year"];
  const inputs = [
    input("servers", "server", value(1_500_000), {
      range: "unknown",
      swing: 0,
      moves,
    }),
    input("load", "1", value(0.7, 0.82), {
      state: "implied",
      moves,
      swing: 0.2,
    }),
    input("pue", "kWh_facility/kWh_it", value(1.1, 1.3), {
      state: "omitted",
      moves,
      swing: 0.1,
    }),
  ];
  const out = output("energy_per_year", "TWh_facility/year", range, [
    placement(a, low, range),
    placement(b, high, range),
  ]);
  return {
    claim,
    answer: answer(claim, [out], inputs),
    solve: solved(
      "servers",
      "energy_per_year",
      [1_320_000],
      { p05: 1_210_000, p95: 1_560_000, share: 1 },
      { target: low },
    ),
    files,
  };
}

const kUs = text("United States", "美国", "美國");
const kCn = text("Mainland China", "中国大陆", "中國大陸");
const kIs = text("Iceland", "冰岛", "冰島");

export function equivalenceCase(figure = 17_000) {
  const entry = publishedAs("about", `${figure} household`, {
    output: "households",
  });
  const claim = baseClaim("equivalence", {
    outputs: ["households"],
    driver: "daily_energy",
    published: [entry],
    scope: text("Compares a day with a day.", "以一天的用电比一天的用电。", "以一天的用電比一天的用電。"),
  });
  const at = (use: number, id: string): EvaluateAnswer => {
    const homes = 500_000 / (use / 365);
    const range = summary(homes, homes);
    const moves = ["households"];
    return answer(
      claim,
      [output("households", "household", range, [placement(entry, figure, range)])],
      [
        input("daily_energy", "kWh/day", value(500_000), { moves }),
        input("household_use", "kWh/(household*year)", value(use), {
          moves,
          bundle: "home",
          origin: "bundle",
          state: null,
        }),
      ],
      {
        bundles: [
          {
            id: "home",
            option: id,
            modified: false,
            options: ["us", "cn"],
            changed: false,
          },
        ],
      },
    );
  };
  const us = at(10_715, "us");
  return {
    claim,
    answer: us,
    files,
    populations: [
      { label: kUs, answer: us },
      { label: kCn, answer: at(2732, "cn") },
      { label: kIs, answer: null },
    ],
  };
}

export function orderingCase(uses: readonly number[] = [10_715, 2732]) {
  const entry = publishedAs("more_than", "1 household/accelerator", {
    output: "ratio",
  });
  const claim = baseClaim("ordering", {
    outputs: ["ratio"],
    driver: "household_use",
    published: [entry],
    scope: text(
      "A chip's peak against a home's average; the article names no country.",
      "这是芯片峰值比家庭平均值;文中未说明国家。",
      "這是晶片峰值比家庭平均值;文中未說明國家。",
    ),
  });
  const at = (use: number): EvaluateAnswer => {
    const home = (use * 1000) / 8760;
    const range = summary(700 / home, 700 / home);
    return answer(
      claim,
      [output("ratio", "household/accelerator", range, [placement(entry, 1, range)])],
      [
        input("accelerator_power", "W_it/accelerator", value(700), {
          moves: ["ratio"],
        }),
      ],
      {
        steps: [
          step("household_power", "W/household", home, ["household_use"]),
          step("ratio", "household/accelerator", 700 / home, ["accelerator_power", "household_power"]),
        ],
      },
    );
  };
  const labels = [kUs, kCn, kIs];
  return {
    claim,
    answer: at(uses[0] as number),
    files,
    populations: uses.map((use, i) => ({
      label: labels[i] as Text,
      answer: at(use),
    })),
  };
}

export function rivalsCase() {
  const side = (id: string, tonnes: number, gpus: number, grid: number) => {
    const entry = publishedAs("about", `${tonnes} tCO2e`, { output: "carbon" });
    const claim = baseClaim("rivals", {
      id,
      outputs: ["carbon"],
      published: [entry],
      driver: "gpus",
      scope: text(
        "Two 2023 estimates of one year's use; which page gave 15,000 t is our inference, not confirmed.",
        "两个 2023 年前后的全年使用估算;1.5 万吨的出处是我们的推断,未经确认。",
        "兩個 2023 年前後的全年使用估算;1.5 萬公噸的出處是我們的推斷,未經確認。",
      ),
    });
    const range = summary(tonnes, tonnes);
    const moves = ["carbon"];
    return {
      claim,
      answer: answer(
        claim,
        [output("carbon", "tCO2e", range, [placement(entry, tonnes, range)])],
        [
          input("gpus", "accelerator", value(gpus), { moves }),
          input("grid", "gCO2e/kWh", value(grid), { moves }),
          input("pue", "kWh_facility/kWh_it", value(1), {
            moves,
            state: "omitted",
          }),
        ],
        { scenario: "as_published" },
      ),
    };
  };
  const a = side("ibm", 15_768, 30_000, 240);
  const b = side("pointon", 1_396, 1_215, 322);
  return { claim: a.claim, answer: a.answer, files, rivals: [a, b] as const };
}

/** One output in two scenarios: 284 t as published, 3.2 t as measured later. */
export function ratioCase(figure = 88, centre = 284) {
  const entry = publishedAs("about", `${figure}`, { output: "carbon", over: "measured" });
  const inputs = { gpus: { value: "8 accelerator", evidence: "read", source: "article" } };
  const claim = baseClaim("rivals", {
    outputs: ["carbon"],
    published: [entry],
    driver: "gpus",
    scenarios: {
      as_published: { inputs },
      measured: { label: text("Measured later", "后来的实测", "後來的實測"), extends: "as_published", inputs },
    },
    scope: text(
      "One search for an architecture; the two figures have different hardware and methods.",
      "一次架构搜索;两个数字的硬件与方法不同。",
      "一次架構搜尋;兩個數字的硬體與方法不同。",
    ),
  });
  const moves = ["carbon"];
  const side = (scenario: string, tonnes: number, hours: number) =>
    answer(
      claim,
      [output("carbon", "tCO2e", summary(tonnes, tonnes), [])],
      [
        input("train_hours", "h", value(hours), { moves }),
        input("pue", "kWh_facility/kWh_it", value(1), { moves, state: "omitted" }),
      ],
      {
        scenario,
        ratios: [
          {
            published: "article",
            output: "carbon",
            scenario: "as_published",
            over: "measured",
            relation: "about",
            value: figure,
            ratio: centre / 3.24,
            holds: Math.abs(centre / 3.24 - figure) <= 0.5,
          },
        ],
      },
    );
  const shown = side("as_published", centre, 274_120);
  return { claim, answer: shown, files, scenarios: { as_published: shown, measured: side("measured", 3.24, 6_840) } };
}

export function recordCase() {
  const claim = baseClaim("record", {
    published: [],
    chain: ["forbes-1999"],
    driver: "servers",
    statement: text(
      "Half of the grid will power the Internet within a decade.",
      "十年内,半个电网将为互联网供电。",
      "十年內,半個電網將為網際網路供電。",
    ),
    findings: [
      {
        id: "later",
        about: "stale",
        article: text("", "", ""),
        source_says: text(
          "A laboratory measured about 2 percent a year later.",
          "一家实验室一年后测得约 2 个百分点。",
          "一家實驗室一年後測得約 2 個百分點。",
        ),
        changes: text("", "", ""),
        sources: [],
      },
    ],
    scope: text("A forecast of 1999.", "1999 年的预测。", "1999 年的預測。"),
  });
  const range = summary(1, 1);
  return {
    claim,
    answer: answer(claim, [output("energy_per_day", "kWh_facility/day", range)], []),
    files,
  };
}
