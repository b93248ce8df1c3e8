/** Words of the pages that list: home and the articles. No script draws them. */
import type { Lang, Text } from "../engine/types";
import { speaker, spoken, t } from "./table";

const words = {
  articles: t("Five articles", "五篇文章", "五篇文章"),
  article: t("Article", "文章", "文章"),
  articles_help: t(
    "Each page lists every number of one article, in its order, with what stands behind it.",
    "每页按原文顺序列出一篇文章里的每个数字，以及背后的东西。",
    "每頁依原文順序列出一篇文章裡的每個數字，以及背後的東西。",
  ),
  statements: t("Its statements, in order", "文中的说法，按原文顺序", "文中的說法，依原文順序"),
  counted: t("{count} statements", "{count} 条说法", "{count} 則說法"),
  computed_count: t("{count} computed", "{count} 条可计算", "{count} 則可計算"),
  record_count: t("{count} on record", "{count} 条对照记录", "{count} 則對照紀錄"),
  open_count: t("{count} open", "{count} 条未决", "{count} 則未決"),
  computed: t("Computed", "可计算", "可計算"),
  record: t("On record", "对照记录", "對照紀錄"),
  open: t("Open", "未决", "未決"),
  computed_help: t(
    "A claim page recomputes it and places it on a range.",
    "有一页重算这个数字，并标在范围上。",
    "有一頁重算這個數字，並標在範圍上。",
  ),
  record_help: t(
    "A quotation, a count or a prediction: what was said, and what the record shows.",
    "引语、计数或预言：说了什么，记录显示什么。",
    "引語、計數或預言：說了什麼，紀錄顯示什麼。",
  ),
  open_help: t(
    "Looked for and not found, or not said clearly enough to compute.",
    "查过而未找到，或说得不够明确，无法计算。",
    "查過而未找到，或說得不夠明確，無法計算。",
  ),
  said: t("What was said", "说了什么", "說了什麼"),
  shows: t("What the record shows", "记录显示", "紀錄顯示"),
  looked_for: t("What was looked for", "查了什么", "查了什麼"),
  claim: t("Claim", "说法", "說法"),
  original_title: t("Title as printed", "原题", "原題"),
  read_it: t("To the article", "原文", "原文"),
  no_address: t("No address known to us", "没有这篇文章的网址", "沒有這篇文章的網址"),
  same_again: t(
    "The same figure as in no. {number}.",
    "与第 {number} 条是同一个数字。",
    "與第 {number} 則是同一個數字。",
  ),
  range: t("Range", "范围", "範圍"),
  result: t("Result", "结果", "結果"),
  comes_to: t("Author's inputs give", "原作者的取值算得", "原作者的取值算得"),
  see_finding: t("Finding", "差异说明", "差異說明"),
  in_article: t("This number in its article", "这个数字在文章中的位置", "這個數字在文章中的位置"),
  legend_range: t(
    "What the input ranges give, middle 90 %",
    "输入范围给出的结果，居中的 90%",
    "輸入範圍給出的結果，居中的 90%",
  ),
  search: t("Search", "搜索", "搜尋"),
  topic: t("Topic", "主题", "主題"),
  year: t("Year", "年份", "年份"),
  shown: t("{shown} of {count} claims", "{count} 个说法中的 {shown} 个", "{count} 個說法中的 {shown} 個"),
  clear: t("Show all", "显示全部", "顯示全部"),
  computing: t("Computing and machines", "算力与设备", "運算與設備"),
  money: t("Money", "资金", "資金"),
  method: t("How the numbers are made", "数字怎么算", "數字怎麼算"),
  about: t("About Footing", "关于 Footing", "關於 Footing"),
} satisfies Record<string, Text>;

export type SiteWord = keyof typeof words;

/** A word in a language; `{name}` is replaced by the value given. */
export const siteWord = speaker(words);

/** Every word of a language, for tests. */
export const siteWords = (lang: Lang): [SiteWord, string][] => spoken(words, lang);
