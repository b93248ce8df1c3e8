/** Words of the field, explained in place and listed in one place. A word that belongs to an input has its explanation in
 * the dataset, beside that input; the others have theirs here. */
import type { DatasetFiles, InputDef, Lang, Model, Text } from "../engine/types";
import { typeset } from "../format/typeset";
import { t } from "./table";

export type GlossaryGroup = "energy" | "computing" | "carbon_water" | "ranges";

export interface GlossaryEntry {
  /** `term-<id>` is its anchor on every page. */
  id: string;
  group: GlossaryGroup;
  /** The word as the field writes it. */
  word: Text;
  /** What a reader without the field calls it; empty where `word` says it. */
  plain: Text;
  text: Text;
  /** How texts write it: what a page looks for. Empty where the word is too common to mark. */
  forms: Record<Lang, readonly string[]>;
}

const kNone = t("", "", "");
const kUnmarked: GlossaryEntry["forms"] = { en: [], "zh-Hans": [], "zh-Hant": [] };
const inAll = (...forms: string[]): GlossaryEntry["forms"] => ({ en: forms, "zh-Hans": forms, "zh-Hant": forms });

type Files = DatasetFiles["files"];
/** An input whose words and explanation stand in the dataset: of a shared quantity, or "model/input". */
type Own = Omit<GlossaryEntry, "word" | "plain" | "text"> & { of: string };

const kWords: readonly (GlossaryEntry | Own)[] = [
  {
    id: "power",
    group: "energy",
    word: t("W, kW, MW", "瓦、千瓦、MW", "W、kW、MW"),
    plain: t("Power", "功率", "功率"),
    text: t(
      "How fast energy is used at a moment. Energy is power times time: 1 kW over 24 hours is 24 kWh.",
      "某一时刻用电有多快。电量等于功率乘以时间：1 千瓦用 24 小时，是 24 度。",
      "某一時刻用電有多快。電量等於功率乘以時間：1 kW 用 24 小時，是 24 度。",
    ),
    forms: { en: ["kW", "MW"], "zh-Hans": ["千瓦", "MW"], "zh-Hant": ["kW", "MW"] },
  },
  {
    id: "kwh",
    group: "energy",
    word: t("kWh", "度（千瓦时，kWh）", "度（kWh）"),
    plain: t("Electricity, as on a bill", "电费单上的用电量", "電費單上的用電量"),
    text: t(
      "What 1,000 watts use in one hour. In Chinese it is also called 度.",
      "1000 瓦的电器用一小时，就是 1 度。",
      "1,000 瓦的電器用一小時，就是 1 度。",
    ),
    forms: kUnmarked,
  },
  {
    id: "twh",
    group: "energy",
    word: t("MWh, GWh, TWh", "太瓦时（TWh）", "TWh"),
    plain: t("Large amounts of electricity", "大数目的用电量", "大數目的用電量"),
    text: t(
      "Each is a thousand times the one before: 1 MWh is 1,000 kWh, 1 GWh a million kWh, 1 TWh a billion (10⁹) kWh.",
      "1 MWh 是 1000 度，1 GWh 是 100 万度，1 太瓦时是 10 亿度。",
      "1 MWh 是 1,000 度，1 GWh 是 100 萬度，1 TWh 是 10 億度。",
    ),
    forms: { en: ["TWh", "GWh", "MWh"], "zh-Hans": ["太瓦时", "TWh", "GWh", "MWh"], "zh-Hant": ["TWh", "GWh", "MWh"] },
  },
  { id: "pue", group: "energy", of: "pue", forms: inAll("PUE") },
  {
    id: "it_facility",
    group: "energy",
    word: t("IT equipment, whole facility", "IT 设备、整个机房", "IT 設備、整個機房"),
    plain: t("Where electricity is counted", "电在哪里计量", "電在哪裡計量"),
    text: t(
      "Counted at the computing equipment, or at the meter of the building with cooling and losses in it. The second over the first is PUE.",
      "一种在计算设备处计量，一种在整座机房的电表处计量，含制冷和损耗。后者与前者之比就是 PUE。",
      "一種在運算設備處計量，一種在整座機房的電表處計量，含冷卻與損耗。後者與前者之比就是 PUE。",
    ),
    forms: { en: ["IT equipment"], "zh-Hans": ["IT 设备"], "zh-Hant": ["IT 設備"] },
  },
  { id: "load", group: "energy", of: "load", forms: kUnmarked },
  {
    id: "tdp",
    group: "energy",
    word: t("TDP", "TDP", "TDP"),
    plain: t("Rated power of a chip", "芯片的标称功率", "晶片的標稱功率"),
    text: t(
      "Thermal design power: the heat that a chip's cooling has to carry off, as its maker gives it. It stands for the most a chip draws for long.",
      "热设计功率：厂商给出的、散热须带走的热量，常用来代表芯片能长时间维持的最大功率。",
      "熱設計功率：廠商給出的、散熱須帶走的熱量，常用來代表晶片能長時間維持的最大功率。",
    ),
    forms: inAll("TDP"),
  },
  {
    id: "accelerator",
    group: "computing",
    word: t("GPU, TPU", "GPU、TPU", "GPU、TPU"),
    plain: t("Accelerator", "加速卡", "加速卡"),
    text: t(
      "A chip that does very many small computations at once. AI models are trained and run on such chips, several of them in one server.",
      "同时做大量小运算的芯片。AI 模型在这类芯片上训练和运行，一台服务器里装几张。",
      "同時做大量小運算的晶片。AI 模型在這類晶片上訓練與執行，一台伺服器裡裝幾張。",
    ),
    forms: inAll("GPU", "TPU"),
  },
  {
    id: "parameter",
    group: "computing",
    word: t("Parameters", "参数", "參數"),
    plain: t("Size of a model", "模型的大小", "模型的大小"),
    text: t(
      "The numbers inside a model that training sets. A model with 175 billion of them is written 175B.",
      "模型内部由训练定下的数。有 1750 亿个参数的模型写作 175B。",
      "模型內部由訓練定下的數。有 1,750 億個參數的模型寫作 175B。",
    ),
    forms: kUnmarked,
  },
  {
    id: "experts",
    group: "computing",
    word: t("Mixture of experts", "混合专家", "混合專家"),
    plain: t("A model that works in parts", "分块工作的模型", "分塊工作的模型"),
    text: t(
      "A model in which each token passes through a part. The parameters of that part are called active; in a dense model all of them are.",
      "每个 token 经过模型的一部分；这一部分的参数称为激活参数。稠密模型则全部用到。",
      "每個 token 經過模型的一部分；這一部分的參數稱為活化參數。稠密模型則全部用到。",
    ),
    forms: { en: ["mixture of experts"], "zh-Hans": ["混合专家"], "zh-Hant": ["混合專家"] },
  },
  {
    id: "token",
    group: "computing",
    word: t("Token", "token", "token"),
    plain: t("A piece of text", "文字的一小段", "文字的一小段"),
    text: t(
      "What a language model reads and writes one at a time: a word or a part of one.",
      "语言模型一次读入或写出的单位：一个词，或词的一部分。",
      "語言模型一次讀入或寫出的單位：一個詞，或詞的一部分。",
    ),
    forms: inAll("token"),
  },
  {
    id: "inference",
    group: "computing",
    word: t("Training, inference", "训练、推理", "訓練、推論"),
    plain: t("Making a model, using it", "造模型、用模型", "造模型、用模型"),
    text: t(
      "Training sets a model's parameters and is done once for a version; inference answers requests with it, every time anew.",
      "训练定下模型的参数，一个版本做一次；推理是用模型回答请求，每次都要算。",
      "訓練定下模型的參數，一個版本做一次；推論是用模型回答請求，每次都要算。",
    ),
    forms: { en: ["inference"], "zh-Hans": ["推理"], "zh-Hant": ["推論"] },
  },
  {
    id: "flop",
    group: "computing",
    word: t("FLOP, FLOP/s", "FLOP、FLOP/s", "FLOP、FLOP/s"),
    plain: t("Amount of computation, and speed", "运算量与运算速度", "運算量與運算速度"),
    text: t(
      "One floating-point operation: adding or multiplying two numbers. FLOP counts work; FLOP/s, also written FLOPS, is speed. TFLOP is 10¹² of them.",
      "一次浮点运算：两个数相加或相乘。FLOP 计运算量；FLOP/s（也写作 FLOPS）是速度。TFLOP 为 10¹² 次。",
      "一次浮點運算：兩個數相加或相乘。FLOP 計運算量；FLOP/s（也寫作 FLOPS）是速度。TFLOP 為 10¹² 次。",
    ),
    forms: inAll("FLOP", "TFLOP", "PFLOP", "FLOPS", "TFLOPS"),
  },
  { id: "peak_throughput", group: "computing", of: "training-run/peak_throughput", forms: kUnmarked },
  { id: "mfu", group: "computing", of: "training-run/utilization", forms: inAll("MFU") },
  { id: "weight_bits", group: "computing", of: "weight_bits", forms: kUnmarked },
  {
    id: "co2e",
    group: "carbon_water",
    word: t("CO2e", "CO2e（二氧化碳当量）", "CO2e（二氧化碳當量）"),
    plain: t("Greenhouse gases together", "各种温室气体合计", "各種溫室氣體合計"),
    text: t(
      "All greenhouse gases, written as the mass of CO2 that would warm as much over 100 years.",
      "各种温室气体，折算成 100 年内增温作用相同的二氧化碳质量。",
      "各種溫室氣體，折算成 100 年內增溫作用相同的二氧化碳重量。",
    ),
    forms: {
      en: ["CO2e", "CO₂e"],
      "zh-Hans": ["CO2e", "CO₂e", "二氧化碳当量"],
      "zh-Hant": ["CO2e", "CO₂e", "二氧化碳當量"],
    },
  },
  {
    id: "grid_intensity",
    group: "carbon_water",
    of: "grid_intensity",
    forms: { en: ["carbon intensity", "grid intensity"], "zh-Hans": ["碳强度"], "zh-Hant": ["排碳係數"] },
  },
  {
    id: "location_market",
    group: "carbon_water",
    word: t("Location-based, market-based", "基于位置、基于市场", "地點基準、市場基準"),
    plain: t("Two ways to count a company's carbon", "公司用电排放的两种算法", "公司用電排放的兩種算法"),
    text: t(
      "Location-based takes the grid that the machines draw from. Market-based takes what the company's contracts and certificates assign to it. The same electricity can have two figures.",
      "基于位置：按机器所接电网计。基于市场：按公司的购电合约和证书计。同一份电可以有两个数字。",
      "地點基準：依機器所接電網計。市場基準：依公司的購電合約與憑證計。同一份電可以有兩個數字。",
    ),
    forms: {
      en: ["location-based", "market-based"],
      "zh-Hans": ["基于位置", "基于市场"],
      "zh-Hant": ["地點基準", "市場基準"],
    },
  },
  {
    id: "embodied",
    group: "carbon_water",
    word: t("Embodied carbon", "隐含碳排放", "隱含碳排放"),
    plain: t("Emissions of making the hardware", "制造硬件的排放", "製造硬體的排放"),
    text: t(
      "What was emitted before the machine ran: mining, chips, assembly, transport. It is spread over the machine's life.",
      "机器开动之前的排放：采矿、造芯片、组装、运输，分摊到机器的使用年限。",
      "機器開動之前的排放：採礦、造晶片、組裝、運輸，分攤到機器的使用年限。",
    ),
    forms: { en: ["embodied"], "zh-Hans": ["隐含碳"], "zh-Hant": ["隱含碳"] },
  },
  { id: "wue", group: "carbon_water", of: "wue", forms: inAll("WUE") },
  { id: "ewif", group: "carbon_water", of: "ewif", forms: inAll("EWIF") },
  {
    id: "onsite_offsite",
    group: "carbon_water",
    word: t("On-site, off-site water", "现场用水、场外用水", "現場用水、場外用水"),
    plain: t("Where water is used", "水用在哪里", "水用在哪裡"),
    text: t(
      "On site: at the data centre, mostly for cooling. Off site: at the power plants that make its electricity. The two are not counted in the same place and do not mix unless it says so.",
      "现场：数据中心里，主要用于冷却。场外：为它发电的电厂。两者计量处不同，没有说明时不相加。",
      "現場：資料中心裡，主要用於冷卻。場外：為它發電的電廠。兩者計量處不同，沒有說明時不相加。",
    ),
    forms: { en: ["off-site", "on-site"], "zh-Hans": ["场外"], "zh-Hant": ["場外"] },
  },
  {
    id: "withdrawn_consumed",
    group: "carbon_water",
    word: t("Withdrawn, consumed", "取水、耗水", "取水、耗水"),
    plain: t("Water taken, water gone", "取走的水、用掉的水", "取走的水、用掉的水"),
    text: t(
      "Withdrawn is what is taken from a river or a main. Consumed is the part that does not come back, mostly because it evaporates.",
      "取水是从河流或管网取走的水；耗水是其中不再流回的部分，多半蒸发掉了。",
      "取水是從河川或管網取走的水；耗水是其中不再流回的部分，多半蒸發掉了。",
    ),
    forms: { en: ["withdrawn", "withdrawal"], "zh-Hans": ["取水"], "zh-Hant": ["取水"] },
  },
  {
    id: "range90",
    group: "ranges",
    word: t("p05–p95", "p05–p95", "p05–p95"),
    plain: t("Middle 90 %", "居中的 90%", "居中的 90%"),
    text: t(
      "The inputs are drawn together many times over, each within its range, and the results sorted: 5 % of them lie below the low end (p05), 5 % above the high end (p95).",
      "各项输入在各自范围内一起抽取很多次，把结果排好序：5% 低于下端（p05），5% 高于上端（p95）。",
      "各項輸入在各自範圍內一起抽取很多次，把結果排好序：5% 低於下端（p05），5% 高於上端（p95）。",
    ),
    forms: {
      en: ["middle 90 %", "Middle 90 %"],
      "zh-Hans": ["居中的 90%", "居中的 90 %"],
      "zh-Hant": ["居中的 90%", "居中的 90 %"],
    },
  },
  {
    id: "median",
    group: "ranges",
    word: t("Median", "中位数", "中位數"),
    plain: t("The middle one", "正中间的一个", "正中間的一個"),
    text: t(
      "Of the sorted results, half lie below it and half above.",
      "排好序的结果里，一半低于它，一半高于它。",
      "排好序的結果裡，一半低於它，一半高於它。",
    ),
    forms: { en: ["median", "Median"], "zh-Hans": ["中位数"], "zh-Hant": ["中位數"] },
  },
  {
    id: "log_scale",
    group: "ranges",
    word: t("Log scale", "对数刻度", "對數刻度"),
    plain: t("A scale on which each step multiplies", "每走一步都是相乘的刻度", "每走一步都是相乘的刻度"),
    text: t(
      "From 1 to 10 is as far as from 10 to 100. It shows small and large amounts on one line.",
      "从 1 到 10 与从 10 到 100 一样长。大小悬殊的数目可以画在同一条线上。",
      "從 1 到 10 與從 10 到 100 一樣長。大小懸殊的數目可以畫在同一條線上。",
    ),
    forms: kUnmarked,
  },
  {
    id: "revision",
    group: "ranges",
    word: t("r0, r1, r2", "r0、r1、r2", "r0、r1、r2"),
    plain: t("Revision", "版次", "版次"),
    text: t(
      "A numbered state of everything a claim's figures depend on. Its figures never change afterwards; r0 is a preview, whose figures may.",
      "一个数字所依据的全部内容的编号状态，定下之后不再变动；r0 是预览，仍可能变动。",
      "一個數字所依據的全部內容的編號狀態，定下之後不再變動；r0 是預覽，仍可能變動。",
    ),
    forms: kUnmarked,
  },
];

/** What leads to the whole list. */
export const allWords: Text = t("All words", "全部词语", "全部詞語");

/** The groups, in their order, with their names. */
export const glossaryGroups: readonly { id: GlossaryGroup; title: Text }[] = [
  { id: "energy", title: t("Electricity", "用电", "用電") },
  { id: "computing", title: t("Computing", "计算", "運算") },
  { id: "carbon_water", title: t("Carbon and water", "碳与水", "碳與水") },
  { id: "ranges", title: t("Ranges and figures", "范围与数字", "範圍與數字") },
];

function inputOf(files: Files, of: string): InputDef | undefined {
  const [first = "", input] = of.split("/");
  if (input === undefined) return files[`quantities/${first}.json`] as InputDef | undefined;
  return (files[`models/${first}.json`] as Model | undefined)?.inputs[input];
}

/** A page's files have their texts in its own language alone. */
const shaped = (text: Partial<Text>): Text =>
  t(text.en ?? "", typeset(text["zh-Hans"] ?? "", "zh-Hans"), typeset(text["zh-Hant"] ?? "", "zh-Hant"));

/** All entries whose words are known, in the order of the list. `files` is the dataset: an entry of an input that it does
 * not have is left out (a claim's page carries the inputs of its own models). */
export function glossary(files: Files): GlossaryEntry[] {
  return kWords.flatMap((own) => {
    if (!("of" in own)) return [own];
    const { of, ...rest } = own;
    const { term, label, help } = inputOf(files, of) ?? {};
    return help
      ? [{ ...rest, word: shaped(term ?? label ?? kNone), plain: shaped(label ?? kNone), text: shaped(help) }]
      : [];
  });
}
