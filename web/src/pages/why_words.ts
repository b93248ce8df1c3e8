/** Words of the parts that say why: what moves a result, what would have to be, a result over a range. They come with
 * the scripts of those parts. */
import type { Text } from "../engine/types";
import { speaker, t } from "../messages/table";

export const whyWords = {
  moves_title: t("What moves the result most", "什么对结果影响最大", "什麼對結果影響最大"),
  moves_note: t(
    "How much of the result's spread each input's range accounts for, alone and together with others. This speaks about the ranges given here: a wider range would weigh more.",
    "结果的散布中，各项的取值范围(单独或与其他项一起)各占多少。这里说的是本页给出的范围:范围取得越宽，占比越大。",
    "結果的散布中，各項的取值範圍(單獨或與其他項一起)各占多少。這裡說的是本頁給出的範圍:範圍取得越寬，占比越大。",
  ),
  moves_held: t(
    "One value here, so no bar, however unsure it may be: {list}.",
    "本页只取一个值、因此没有横条的(无论其本身多不确定):{list}。",
    "本頁只取一個值、因此沒有橫條的(無論其本身多不確定):{list}。",
  ),
  moves_more: t("{count} more", "以及另外 {count} 项", "以及另外 {count} 項"),
  moves_none: t(
    "Every input that the result depends on has one value here, so there is no spread to share out.",
    "影响结果的各项在这里都只取一个值，结果没有散布可分。",
    "影響結果的各項在這裡都只取一個值，結果沒有散布可分。",
  ),
  moves_stale: t(
    "For the published settings, not for yours.",
    "以下按公布的设定，不是你的设定。",
    "以下依公布的設定，不是你的設定。",
  ),
  moves_detail: t("In detail", "细节", "細節"),
  scale_log: t(
    "Shares of the variance of the result's logarithm (Sobol indices, {rows} points), each with one standard error of the sampling.",
    "结果取对数后方差的占比(Sobol 指数，{rows} 个点)，附抽样的一个标准误。",
    "結果取對數後變異數的占比(Sobol 指標，{rows} 個點)，附抽樣的一個標準誤。",
  ),
  scale_linear: t(
    "Shares of the variance of the result itself, because some results are zero or below (Sobol indices, {rows} points), each with one standard error of the sampling.",
    "部分结果为零或负，因此按结果本身的方差计占比(Sobol 指数，{rows} 个点)，附抽样的一个标准误。",
    "部分結果為零或負，因此按結果本身的變異數計占比(Sobol 指標，{rows} 個點)，附抽樣的一個標準誤。",
  ),
  total: t("With others", "连同其他项", "連同其他項"),
  first_order: t("Alone", "单独", "單獨"),
  at_low: t("Result at its 5 %", "取其 5 % 时的结果", "取其 5 % 時的結果"),
  at_high: t("Result at its 95 %", "取其 95 % 时的结果", "取其 95 % 時的結果"),
  elasticity: t("1 % more of it moves the result by", "它增加 1 %，结果变化", "它增加 1 %，結果變化"),
  centre_note: t(
    "The others at their middle value, where the result is {value}.",
    "其他各项取中间值，此时结果为 {value}。",
    "其他各項取中間值，此時結果為 {value}。",
  ),
  need_set: t("Set", "设为此值", "設為此值"),
  need_set_of: t("Set {name} to {value}", "设为此值:{name} {value}", "設為此值:{name} {value}"),
  sweep_title: t("Over a range", "随一项变化", "隨一項變化"),
  sweep_over: t("Along", "沿着", "沿著"),
  sweep_of: t("{output} over {input}", "{output}随{input}变化", "{output}隨{input}變化"),
  sweep_now: t("Now: {value}.", "当前:{value}。", "目前:{value}。"),
  under_one: t("under 1 %", "不到 1 %", "不到 1 %"),
} satisfies Record<string, Text>;

export type WhyWord = keyof typeof whyWords;

/** A word in a language; `{name}` is replaced by the value given. */
export const why = speaker(whyWords);
