/** Words of what can be taken away: files, methods, citation, saved settings. Loaded with the panel for sharing. */
import type { Lang, Text } from "../engine/types";
import { speaker, spoken, t } from "./table";

const words = {
  title: t("Take it with you", "带走数据", "帶走資料"),
  csv: t("Table (CSV)", "表格（CSV）", "表格（CSV）"),
  csv_help: t(
    "every input and result, with quantiles, units and sources",
    "每项输入和结果，含分位数、单位和出处",
    "每項輸入與結果，含分位數、單位與出處",
  ),
  json: t("Settings (JSON)", "设定（JSON）", "設定（JSON）"),
  json_help: t("the whole scenario; can be opened here again", "整套设定，可在此重新打开", "整套設定，可在此重新開啟"),
  svg: t("Bar (SVG)", "图（SVG）", "圖（SVG）"),
  svg_help: t("the bar as a vector drawing", "范围图的矢量文件", "範圍圖的向量檔"),
  print: t("Print", "打印", "列印"),
  print_help: t("the page opened out, without controls", "页面全部展开，不带控件", "頁面全部展開，不帶控制項"),
  methods: t("Methods paragraph", "方法说明", "方法說明"),
  methods_help: t(
    "how the figures shown were made, for a paper or a note to readers",
    "当前数字是怎么来的，可用于论文或编者注",
    "目前數字是怎麼來的，可用於論文或編者註",
  ),
  cite: t("Cite this page", "引用本页", "引用本頁"),
  cite_text: t("As text", "文本", "文字"),
  copy: t("Copy", "复制", "複製"),
  copied: t("Copied.", "已复制。", "已複製。"),
  open: t("Open saved settings", "打开保存的设定", "開啟儲存的設定"),
  open_help: t(
    "A file saved here with “Settings (JSON)”, or its text, or a link to this claim. It is read in this browser and sent nowhere.",
    "在此用“设定（JSON）”保存的文件、它的文字，或指向本页的链接。只在本机浏览器里读取，不会发送。",
    "在此用「設定（JSON）」儲存的檔案、它的文字，或指向本頁的連結。由本機瀏覽器讀取，不會送出。",
  ),
  choose: t("File", "文件", "檔案"),
  paste: t("Or its text", "或粘贴文字", "或貼上文字"),
  open_do: t("Open", "打开", "開啟"),
  opened: t("Opened. Settings changed: {count}.", "已打开，改动的设定：{count}。", "已開啟，改動的設定：{count}。"),
  opened_some: t(
    "Opened in part. What could not be used is said at its control and at the top.",
    "已打开一部分。用不上的部分写在对应的控件旁和页面上方。",
    "已開啟一部分。用不上的部分寫在對應的控制項旁與頁面上方。",
  ),
  too_large: t("Not read: larger than {size} kB.", "没有读取：超过 {size} kB。", "沒有讀取：超過 {size} kB。"),
  not_scenario: t(
    "Not read: this is neither a settings file nor a link to a claim.",
    "没有读取：既不是设定文件，也不是指向某个说法的链接。",
    "沒有讀取：既不是設定檔，也不是指向某個說法的連結。",
  ),
  other_claim: t(
    "These settings belong to another claim. Open them there:",
    "这些设定属于另一个说法。到那一页打开：",
    "這些設定屬於另一個說法。到那一頁開啟：",
  ),
  reader: t("set by the reader", "由读者设定", "由讀者設定"),
  and_more: t("and {count} more", "另有 {count} 项", "另有 {count} 項"),
  instead_of: t("{value} instead of {was}", "{value}（原为 {was}）", "{value}（原為 {was}）"),

  /* The methods paragraph, a sentence each. */
  m_what: t(
    "The figure “{title}” was recomputed with Footing ({claim}, {revision}; engine {engine}, method {method}; {date}).",
    "“{title}”一数用 Footing 重算（{claim}，{revision}；引擎 {engine}，方法 {method}；{date}）。",
    "「{title}」一數以 Footing 重算（{claim}，{revision}；引擎 {engine}，方法 {method}；{date}）。",
  ),
  m_model: t("The sum: {steps}.", "算式：{steps}。", "算式：{steps}。"),
  m_inputs: t(
    "Inputs (“{scenario}”), ranges from the 5th to the 95th percentile: {inputs}.",
    "输入（“{scenario}”，范围为第 5 到第 95 百分位）：{inputs}。",
    "輸入（「{scenario}」，範圍為第 5 到第 95 百分位）：{inputs}。",
  ),
  m_inputs_point: t(
    "Inputs (“{scenario}”): {inputs}.",
    "输入（“{scenario}”）：{inputs}。",
    "輸入（「{scenario}」）：{inputs}。",
  ),
  m_changed: t(
    "Changed from the published settings: {changes}.",
    "相对公布的设定有改动：{changes}。",
    "相對公布的設定有改動：{changes}。",
  ),
  m_drawn: t(
    "The inputs were drawn together at {count} scrambled Sobol points (seed {seed}).",
    "各项输入用 {count} 个置乱的 Sobol 点联合抽取（种子 {seed}）。",
    "各項輸入以 {count} 個打亂的 Sobol 點聯合抽取（種子 {seed}）。",
  ),
  m_result: t(
    "Result, middle 90 % and median: {results}.",
    "结果（居中的 90% 与中位数）：{results}。",
    "結果（居中的 90% 與中位數）：{results}。",
  ),
  m_result_point: t("Result: {results}.", "结果：{results}。", "結果：{results}。"),
  m_is: t("{label} ", "{label}为 ", "{label}為 "),
  m_median: t("median {value}", "中位数 {value}", "中位數 {value}"),
  m_published: t("Published: {figures}.", "公布的数字：{figures}。", "公布的數字：{figures}。"),
  m_scope: t("Scope: {scope}", "适用范围：{scope}", "適用範圍：{scope}"),
} satisfies Record<string, Text>;

export type TakeWord = keyof typeof words;

/** A word in a language; `{name}` is replaced by the value given. */
export const takeWord = speaker(words);

/** Every word of a language, for tests. */
export const takeWords = (lang: Lang): [TakeWord, string][] => spoken(words, lang);
