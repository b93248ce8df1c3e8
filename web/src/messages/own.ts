/** Whose sum it is: what the author's own inputs give, in one line below the slider, and the heading of that sum. Printed
 * once: both follow from the claim alone. */
import type { Text } from "../engine/types";
import { speaker, t } from "./table";

export const ownWords = {
  own: t(
    "The author's own inputs give {what}.",
    "按原作者自己的取值，得出{what}。",
    "依原作者自己的取值，得出{what}。",
  ),
  /** The author gave some of the inputs, or none. */
  filled: t(
    "The author does not give every input; with ours in their place the sum gives {what}.",
    "原作者没有给全各项取值；由本站补上后，算式得出{what}。",
    "原作者沒有給齊各項取值；由本站補上後，算式得出{what}。",
  ),
  inferred: t(
    "The inputs of the page that we infer to be the origin (not confirmed) give {what}.",
    "按我们推断的出处(未经确认)的取值，得出{what}。",
    "依我們推斷的出處(未經確認)的取值，得出{what}。",
  ),
  example: t(
    "The inputs of our example give {what}.",
    "按我们举的例的取值，得出{what}。",
    "依我們舉的例的取值，得出{what}。",
  ),
  /** Headings of the sum, and what stands below them. */
  redo: t("Redo the author's sum", "重算作者的算式", "重算作者的算式"),
  redo_help: t(
    "The author's inputs put into the formula. That the sum comes out says nothing about its inputs.",
    "把原作者的取值代入算式。算得出来，不说明取值如何。",
    "把原作者的取值代入算式。算得出來，不說明取值如何。",
  ),
  redo_other: t("Redo the sum", "重算算式", "重算算式"),
  redo_other_help: t(
    "The inputs below put into the formula. That the sum comes out says nothing about them.",
    "把下列取值代入算式。算得出来，不说明取值如何。",
    "把下列取值代入算式。算得出來，不說明取值如何。",
  ),
  redo_ours: t("A sum with values put in", "代入取值的算式", "代入取值的算式"),
  figure: t("the published figure", "公布的数", "公布的數"),
  figures: t("the published figures", "公布的数", "公布的數"),
  not: t("{value}; published: {figure}", "{value}，公布的是 {figure}", "{value}，公布的是 {figure}"),
  times: t("{value} times", "{value} 倍", "{value} 倍"),
} satisfies Record<string, Text>;

export const ownWord = speaker(ownWords);
