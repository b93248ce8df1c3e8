/** Words of comparisons. The build prints them; no script carries them. */
import type { FactorGroup, Lang, Text } from "../engine/types";
import { speaker, t } from "../messages/table";

export const compareWords = {
  title: t("Beside other figures: {title}", "与其他数字并列:{title}", "與其他數字並列:{title}"),
  lead: t(
    "Each figure from its author's own inputs, published settings throughout. Nothing here follows a slider.",
    "每个数字都按原作者自己的取值算出，一律用公布的设定，不随滑块变化。",
    "每個數字都按原作者自己的取值算出，一律用公布的設定，不隨滑桿變化。",
  ),
  ladder: t("On one axis", "放在同一条轴上", "放在同一條軸上"),
  why: t("Why they differ", "为什么不同", "為什麼不同"),
  against: t("{a} and {b}", "{a} 与 {b}", "{a} 與 {b}"),
  same: t(
    "Both sums take the same inputs and give the same result; what was printed differs.",
    "两者取值相同、得数相同，不同的是刊出的数。",
    "兩者取值相同、得數相同，不同的是刊出的數。",
  ),
  apart: t(
    "The two are computed in different ways that share no result, so there is no sum from one to the other.",
    "两者的算法没有共同的得数，无法由一个一步步算到另一个。",
    "兩者的算法沒有共同的得數，無法由一個一步步算到另一個。",
  ),
  by_order: t(
    "The order in which the differences are made plays a part here: each factor is its average over every order. In one order: {walk}.",
    "这里先改哪一项会影响各项的倍数:上面是所有先后次序的平均。按其中一种次序:{walk}。",
    "這裡先改哪一項會影響各項的倍數:上面是所有先後次序的平均。按其中一種次序:{walk}。",
  ),
  residual: t(
    "As published, one is {published} times the other; the sums behind them give {computed} times.",
    "按刊出的数，一个是另一个的 {published} 倍;按背后的算式是 {computed} 倍。",
    "按刊出的數，一個是另一個的 {published} 倍;按背後的算式是 {computed} 倍。",
  ),
  restated: t(
    "{title}, in these terms: {scenario}",
    "{title}，换成同样的算法:{scenario}",
    "{title}，換成同樣的算法:{scenario}",
  ),
  inputs: t("Their inputs", "各自的取值", "各自的取值"),
  inputs_note: t(
    "The authors' own values. What differs is marked ≠; a dash stands where a way of computing does not use it.",
    "原作者自己的取值。不同之处标 ≠;该算法用不到的项记作横线。",
    "原作者自己的取值。不同之處標 ≠;該算法用不到的項記作橫線。",
  ),
  input: t("Input", "项", "項"),
  differs: t("differs", "不同", "不同"),
  to_claim: t("To this claim", "打开此页", "開啟此頁"),
  to_compare: t("Compared in full", "完整对照", "完整對照"),
  published_only: t(
    "From the authors' own inputs, whatever is set on this page.",
    "按原作者自己的取值，不随本页设定变化。",
    "按原作者自己的取值，不隨本頁設定變化。",
  ),
  of_group: t("{label} ({nature})", "{label}({nature})", "{label}({nature})"),
} satisfies Record<string, Text>;

const natures: Record<FactorGroup["nature"], Text> = {
  error: t("an error", "差错", "差錯"),
  scenario: t("another scenario", "另一种情形", "另一種情形"),
  boundary: t("another boundary", "另一种边界", "另一種邊界"),
};

export const said = speaker(compareWords);

export const natureWord = (nature: FactorGroup["nature"], lang: Lang): string => natures[nature][lang];
