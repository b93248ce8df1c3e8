/** The words of units. One row an atom; prefixes, kinds and currencies are added by the parser.
 * `zh` is [zh-Hans, zh-Hant] and may carry a measure word, split by "|": "台|服务器" prints 3617 台服务器,
 * and 3617 台 where the noun has been said already. */

export interface Atom {
  /** What it measures; atoms of one dimension convert. Counted things have a dimension of their own. */
  dimension: string;
  /** Size in the dimension's own unit: J, W·s are written as energy; kg, L, m, s. */
  factor: number;
  /** Metric prefixes it may carry. */
  prefixes: string;
  /** As printed in English: singular, plural. */
  en: readonly [string, string];
  /** As read aloud in English: singular, plural. */
  spoken: readonly [string, string];
  zh: readonly [string, string];
}

type Row = [ids: string, dimension: string, factor: number, prefixes: string, en: string, spoken: string, zh: string];

/** "a/b" is singular and plural; one word alone is both. */
const kRows: Row[] = [
  ["Wh", "energy", 3600, "mkMGTP", "Wh", "watt-hour/watt-hours", "瓦时/Wh"],
  ["J", "energy", 1, "mkMGTPE", "J", "joule/joules", "焦/焦耳"],
  ["W", "power", 1, "mkMGTP", "W", "watt/watts", "瓦/W"],
  ["g", "mass", 1e-3, "umkMG", "g", "gram/grams", "克/公克"],
  ["t tonne", "mass", 1000, "kMG", "t", "tonne/tonnes", "吨/公噸"],
  ["lb", "mass", 0.45359237, "", "lb", "pound/pounds", "磅/磅"],
  ["L l", "volume", 1, "umkMG", "L", "litre/litres", "升/公升"],
  ["m3", "volume", 1000, "", "m³", "cubic metre/cubic metres", "立方米/立方公尺"],
  ["gal gallon", "volume", 3.785411784, "kM", "gallon/gallons", "gallon/gallons", "加仑/加侖"],
  ["m", "length", 1, "numk", "m", "metre/metres", "米/公尺"],
  ["mi mile", "length", 1609.344, "", "mile/miles", "mile/miles", "英里/英里"],
  ["s", "time", 1, "numk", "s", "second/seconds", "秒/秒"],
  ["min", "time", 60, "", "min", "minute/minutes", "分钟/分鐘"],
  ["h hour", "time", 3600, "", "h", "hour/hours", "小时/小時"],
  ["day d", "time", 86400, "", "day/days", "day/days", "天/天"],
  ["week", "time", 604800, "", "week/weeks", "week/weeks", "周/週"],
  ["year yr a", "time", 31536000, "", "year/years", "year/years", "年/年"],
  ["1", "", 1, "", "", "", "/"],
  ["%", "", 0.01, "", "%", "percent", "%/%"],
  ["B byte", "byte", 1, "kMGTP", "B", "byte/bytes", "字节/位元組"],
  ["bit", "bit", 1, "kMGT", "bit/bits", "bit/bits", "比特/位元"],
  [
    "FLOP flop",
    "FLOP",
    1,
    "kMGTPEZY",
    "FLOP",
    "floating-point operation/floating-point operations",
    "次|浮点运算/次|浮點運算",
  ],
  ["server", "server", 1, "k", "server/servers", "", "台|服务器/台|伺服器"],
  ["accelerator", "accelerator", 1, "kM", "accelerator/accelerators", "", "张|加速卡/張|加速卡"],
  ["gpu GPU", "gpu", 1, "k", "GPU/GPUs", "", "块| GPU/張| GPU"],
  ["chip", "chip", 1, "k", "chip/chips", "", "块|芯片/顆|晶片"],
  ["household", "household", 1, "k", "household/households", "", "户|家庭/戶|家庭"],
  ["home", "home", 1, "k", "home/homes", "", "户|住宅/戶|住宅"],
  ["request", "request", 1, "kMG", "request/requests", "", "次|请求/次|請求"],
  ["query", "query", 1, "kMG", "query/queries", "", "次|查询/次|查詢"],
  ["search", "search", 1, "kMG", "search/searches", "", "次|搜索/次|搜尋"],
  ["prompt", "prompt", 1, "kMG", "prompt/prompts", "", "条|提示/則|提示"],
  ["token", "token", 1, "kMGT", "token/tokens", "", "个| token/個| token"],
  ["word", "word", 1, "", "word/words", "", "个|词/個|詞"],
  ["image", "image", 1, "k", "image/images", "", "张|图/張|圖"],
  ["parameter param", "parameter", 1, "kMGT", "parameter/parameters", "", "个|参数/個|參數"],
  ["model", "model", 1, "k", "model/models", "", "个|模型/個|模型"],
  ["step", "step", 1, "", "step/steps", "", "步|/步|"],
  ["person", "person", 1, "kM", "person/people", "", "人|/人|"],
  ["inhabitant", "person", 1, "kM", "person/people", "", "人|/人|"],
  ["page", "page", 1, "", "page/pages", "", "页|/頁|"],
  ["ppm", "", 1e-6, "", "ppm", "parts per million", "ppm/ppm"],
  ["fl_oz", "volume", 0.0295735295625, "", "fl oz", "fluid ounce/fluid ounces", "液量盎司/液量盎司"],
  ["acre_foot", "volume", 1233481.83754752, "", "acre-foot/acre-feet", "", "英亩-英尺/英畝-英尺"],
  ["ft", "length", 0.3048, "", "ft", "foot/feet", "英尺/英尺"],
  ["m2", "area", 1, "", "m²", "square metre/square metres", "平方米/平方公尺"],
  ["km2", "area", 1e6, "", "km²", "square kilometre/square kilometres", "平方公里/平方公里"],
  ["ha", "area", 10000, "", "ha", "hectare/hectares", "公顷/公頃"],
  ["ft2", "area", 0.09290304, "", "ft²", "square foot/square feet", "平方英尺/平方英尺"],
  ["user", "user", 1, "kM", "user/users", "", "个|用户/位|使用者"],
  ["visit", "visit", 1, "kM", "visit/visits", "", "次|访问/次|造訪"],
  ["passenger", "passenger", 1, "", "passenger/passengers", "", "位|乘客/位|乘客"],
  ["round_trip", "round_trip", 1, "", "round trip/round trips", "", "次|往返/次|來回"],
  ["trip", "trip", 1, "", "trip/trips", "", "趟|行程/趟|行程"],
  ["flight", "flight", 1, "k", "flight/flights", "", "次|航班/次|航班"],
  ["car vehicle", "car", 1, "", "car/cars", "", "辆|汽车/輛|汽車"],
  ["bottle", "bottle", 1, "", "bottle/bottles", "", "瓶|水/瓶|水"],
  ["psu power_supply", "psu", 1, "", "power supply/power supplies", "", "个|电源/個|電源"],
  ["USD", "USD", 1, "kMG", "US dollar/US dollars", "", "美元/美元"],
  ["CNY", "CNY", 1, "kMG", "yuan", "", "元|人民币/元|人民幣"],
  ["EUR", "EUR", 1, "kMG", "euro/euros", "", "欧元/歐元"],
  ["date", "date", 1, "", "", "", "/"],
];

function pair(text: string): readonly [string, string] {
  const [one, many] = text.split("/") as [string, string | undefined];
  return [one, many ?? one];
}

/** Atom by id; aliases share an atom. */
export const kAtoms: ReadonlyMap<string, Atom> = new Map(
  kRows.flatMap(([ids, dimension, factor, prefixes, en, spoken, zh]) => {
    const atom: Atom = {
      dimension,
      factor,
      prefixes,
      en: pair(en),
      spoken: pair(spoken || en),
      zh: pair(zh),
    };
    return ids.split(" ").map((id): [string, Atom] => [id, atom]);
  }),
);

/** Powers of ten of the metric prefixes, and how English says them. */
export const kPrefixes: ReadonlyMap<string, { power: number; spoken: string }> = new Map([
  ["n", { power: -9, spoken: "nano" }],
  ["u", { power: -6, spoken: "micro" }],
  ["m", { power: -3, spoken: "milli" }],
  ["k", { power: 3, spoken: "kilo" }],
  ["M", { power: 6, spoken: "mega" }],
  ["G", { power: 9, spoken: "giga" }],
  ["T", { power: 12, spoken: "tera" }],
  ["P", { power: 15, spoken: "peta" }],
  ["E", { power: 18, spoken: "exa" }],
  ["Z", { power: 21, spoken: "zetta" }],
  ["Y", { power: 24, spoken: "yotta" }],
]);

/** What a kind suffix says, for people: [en, zh-Hans, zh-Hant]. */
export const kKinds: ReadonlyMap<string, readonly [string, string, string]> = new Map([
  ["it", ["IT equipment", "IT 设备", "IT 設備"]],
  ["facility", ["whole facility", "整个机房", "整個機房"]],
  ["onsite", ["on site", "现场", "現場"]],
  ["offsite", ["off site", "场外", "場外"]],
  ["location", ["location-based", "按所在地电网", "依所在地電網"]],
  ["market", ["market-based", "按购电合约", "依購電合約"]],
]);
