/** Words of the page that sets any two claims beside each other. They come with its script. */
import type { Text } from "../engine/types";
import { speaker, t } from "./table";

export const pairWords = {
  title: t("Any two claims beside each other", "任选两个说法并列", "任選兩個說法並列"),
  lead: t(
    "Choose two claims about the same kind of quantity. Both are shown at the revision named in the link, each from its own inputs.",
    "选两个讲同一类量的说法。两者都按链接里写明的修订版显示，各按自己的取值。",
    "選兩個講同一類量的說法。兩者都依連結裡寫明的修訂版顯示，各依自己的取值。",
  ),
  script: t(
    "Choosing needs JavaScript. Claims that were published against each other are compared on pages that need none:",
    "任选需要 JavaScript。原本就相互对照的说法另有页面，不需要它:",
    "任選需要 JavaScript。原本就相互對照的說法另有頁面，不需要它:",
  ),
  first: t("First claim", "第一个说法", "第一個說法"),
  second: t("Second claim", "第二个说法", "第二個說法"),
  failed: t(
    "The list of claims could not be loaded. The pages below need no script.",
    "说法列表未能载入。下面的页面不需要脚本。",
    "說法清單未能載入。下面的頁面不需要指令碼。",
  ),
  unknown: t(
    "The link names a claim or revision that is not here: {id}.",
    "链接里写的说法或修订版这里没有:{id}。",
    "連結裡寫的說法或修訂版這裡沒有:{id}。",
  ),
  unlike: t(
    "These two have no quantity of one kind in common, so there is nothing to set on one axis.",
    "这两个说法没有同一类的量，无法放在同一条轴上。",
    "這兩個說法沒有同一類的量，無法放在同一條軸上。",
  ),
  older: t(
    "{id} is not the newest revision of its claim; the figures are those of the revision named.",
    "{id} 不是该说法的最新修订版；数字按所写的修订版。",
    "{id} 不是該說法的最新修訂版；數字依所寫的修訂版。",
  ),
  times: t(
    "{high} is about {times} times {low}.",
    "较大的约是较小的 {times} 倍：{high}；{low}。",
    "較大的約是較小的 {times} 倍：{high}；{low}。",
  ),
  alike: t("{high} and {low} are about the same.", "{high}与{low}相近。", "{high}與{low}相近。"),
  middle: t("{value} (middle of its range)", "{value}(其范围的中位数)", "{value}(其範圍的中位數)"),
  ranges: t("The sourced ranges: {a}; {b}.", "有出处的范围:{a}；{b}。", "有出處的範圍:{a}；{b}。"),
  overlap: t("They overlap.", "两者有重叠。", "兩者有重疊。"),
  disjoint: t("They do not overlap.", "两者没有重叠。", "兩者沒有重疊。"),
  models: t(
    "The two are computed by different models ({a}; {b}), so there is no sum from one to the other and no factor can be laid to an input. Their inputs stand side by side below.",
    "两者用不同的模型计算({a}；{b})，无法由一个一步步算到另一个，也就不能把倍数归到某一项。下面并列各自的取值。",
    "兩者用不同的模型計算({a}；{b})，無法由一個一步步算到另一個，也就不能把倍數歸到某一項。下面並列各自的取值。",
  ),
  model: t(
    "Both are computed by one model ({a}). What differs in their inputs is marked below.",
    "两者用同一个模型({a})计算。取值不同之处在下面标出。",
    "兩者用同一個模型({a})計算。取值不同之處在下面標出。",
  ),
  apart: t("Why these two differ, factor by factor", "逐项看这两个为什么不同", "逐項看這兩個為什麼不同"),
  what: t("What is counted", "算的是什么", "算的是什麼"),
  system: t("System", "系统", "系統"),
  period: t("Period", "时期", "時期"),
  boundary: t("Boundary", "边界", "邊界"),
  published: t("From the author's inputs", "按原作者的取值", "依原作者的取值"),
  range: t("Sourced range", "有出处的范围", "有出處的範圍"),
  open: t("Compare with any other claim", "与任一说法并列", "與任一說法並列"),
} satisfies Record<string, Text>;

export type PairWord = keyof typeof pairWords;

/** A word in a language; `{name}` is replaced by the value given. */
export const pairWord = speaker(pairWords);
