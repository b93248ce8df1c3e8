/** Words of the equivalents that a reader may turn on. They come with them. */
import type { Text } from "../engine/types";
import { speaker, t } from "./table";

const words = {
  title: t("In homes, flights or cars", "换算成家庭、航班或汽车", "換算成家庭、航班或汽車"),
  note: t(
    "Off unless you open it. Each line takes the middle 90 % shown above and one sourced value; it converts, and says nothing more about the quantity.",
    "打开才显示。每一行取上面的中间 90 % 和一个有出处的值，用来换算，对数量本身不多说什么。",
    "打開才顯示。每一行取上面的中間 90 % 和一個有出處的值，用來換算，對數量本身不多說什麼。",
  ),
  country: t("Choose your country", "选择国家或地区", "選擇國家或地區"),
  choose: t("no country chosen", "未选择", "未選擇"),
  homes_year: t("A year's electricity of homes", "相当于家庭一年的用电", "相當於家庭一年的用電"),
  homes: t("The running electricity of homes", "相当于同时用电的家庭", "相當於同時用電的家庭"),
  carbon: t("The same electricity on this grid", "同样的电量，按当地电网的排放", "同樣的電量，按當地電網的排放"),
  flights: t(
    "A seat from New York to San Francisco and back",
    "纽约—旧金山往返的一个座位",
    "紐約—舊金山來回的一個座位",
  ),
  cars: t("Cars over their whole life, fuel included", "汽车的一生，含燃料", "汽車的一生，含燃料"),
  distance: t("A journey by car", "开车行驶", "開車行駛"),
  none: t("no sourced figure", "尚无有出处的数字", "尚無有出處的數字"),
  per: t("at {value}: {source}", "按 {value}:{source}", "以 {value} 計:{source}"),
} satisfies Record<string, Text>;

export type LikeWord = keyof typeof words;

/** A word in a language; `{name}` is replaced by the value given. */
export const likeWord = speaker(words);
