/** Words the page needs beside those of messages/: of controls that exist here alone. */
import type { Lang, Text } from "../engine/types";
import { typeset } from "../format";
import { speaker, t } from "../messages/table";

const words = {
  changed: t("Your settings", "你的设定", "你的設定"),
  changed_long: t("Changed from the published settings", "已改动公布的设定", "已改動公布的設定"),
  reset_all: t("Reset all", "全部还原", "全部還原"),
  undo: t("Undo", "撤销", "復原"),
  redo: t("Redo", "重做", "重做"),
  reset: t("Reset", "还原", "還原"),
  reset_of: t("Reset: {name}", "还原:{name}", "還原:{name}"),
  inputs_note: t(
    "Move any of them; the sentence, the bar and the sum follow.",
    "可以改动任何一项，上面的句子、图和算式随之变化。",
    "可以改動任何一項，上面的句子、圖和算式隨之變化。",
  ),
  live_sum: t(
    "With the settings shown, every input at its middle value:",
    "按当前设定，各项取中间值:",
    "依目前設定，各項取中間值:",
  ),
  start_from: t("Start from", "以此为起点", "以此為起點"),
  range_note: t("How the range was made", "范围的由来", "範圍的由來"),
  value_of: t("{name}, in {unit}", "{name},单位 {unit}", "{name},單位 {unit}"),
  low_of: t("{name}, low end", "{name},下端", "{name},下端"),
  high_of: t("{name}, high end", "{name},上端", "{name},上端"),
  mode_of: t("{name}: one value or a range", "{name}:单值或区间", "{name}:單值或區間"),
  link_inferred: t("our inference, not confirmed", "我们的推断，未经确认", "我們的推斷，未經確認"),
  link_example: t("our example; the text gives no figure", "我们举的例，原文没有数字", "我們舉的例，原文沒有數字"),
  origin_of: t("(origin: {what})", "(出处:{what})", "(出處:{what})"),
  origin_inferred: t("Inferred origin", "推断的出处", "推斷的出處"),
  origin_example: t("Our example", "我们举的例", "我們舉的例"),
  in_inferred: t("In the inferred origin's sum", "推断的出处算式里的值", "推斷的出處算式裡的值"),
  in_example: t("In our example", "我们举的例里的值", "我們舉的例裡的值"),
  placed_value: t("{value} (comes with the place chosen)", "{value}（随所选的地方）", "{value}（隨所選的地方）"),
  put_in: t("put in", "代入", "代入"),
  put_in_sum: t("Put into the author's sum", "代入原作者算式的值", "代入原作者算式的值"),
  put_in_help: t(
    "“put in” marks values that the author does not give.",
    "标有“代入”的值，原作者没有给出。",
    "標有「代入」的值，原作者沒有給出。",
  ),
  taken_as: t("Used by the source as: {unit}", "原文当作:{unit}", "原文當作:{unit}"),
  bundle_of: t("From: {bundle}", "随:{bundle}", "隨:{bundle}"),
  readings: t("Sources of this input", "这一项的出处", "這一項的出處"),
  held: t(
    "One value here: no range was read in a source.",
    "这里取单一数值:没有在出处中读到范围。",
    "這裡取單一數值:未在出處中讀到範圍。",
  ),
  held_point: t("One value here, not a range.", "这里是单一数值，没有范围。", "這裡是單一數值，沒有範圍。"),
  held_ticks: t("Ticks are single readings.", "短刻线各是一个读数。", "短刻線各是一筆讀數。"),
  evidence_sum: t(
    "Of {count}, with the published settings: {list}.",
    "按公布的设定，{count} 项输入中:{list}。",
    "依公布的設定，{count} 項輸入中:{list}。",
  ),
  evidence_of: t("{count} {grade}", "{grade} {count} 项", "{grade} {count} 項"),
  published_figure: t("published figure", "公布的数字", "公布的數字"),
  reading_of: t("A reading of", "读数", "讀數"),
  p05: t("5 %", "5 %", "5 %"),
  p95: t("95 %", "95 %", "95 %"),
  other_scenarios: t("Other settings of this claim", "同一数字的其他设定", "同一數字的其他設定"),
  open_settings: t("Open with these settings", "以此设定打开", "以此設定打開"),
  link: t("Link to what is shown", "当前内容的链接", "目前內容的連結"),
  from_disk: t(
    "Opened from a disk, this page stands still, at the site's own settings.",
    "从磁盘打开时，本页不会动，显示的是本站的设定。",
    "從磁碟開啟時，本頁不會動，顯示的是本站的設定。",
  ),
  single_moves: t(
    "This claim's single file moves, with the settings of your link.",
    "这个说法的单个文件可以操作，并带上链接里的设定。",
    "這個說法的單一檔案可以操作，並帶上連結裡的設定。",
  ),
  single_file: t("Download as one file", "下载单文件网页", "下載單檔網頁"),
  copy_embed: t("Copy embed code", "复制嵌入代码", "複製嵌入代碼"),
  embed_form: t("For the page", "放进页面的形式", "放進頁面的形式"),
  embed_frame: t("a frame", "框架（iframe）", "框架（iframe）"),
  embed_figure: t("text and link, upgraded by a script", "文字和链接，由脚本升级", "文字與連結，由指令碼升級"),
  theme: t("Colours", "配色", "配色"),
  theme_auto: t("as the reader's system has them", "随读者系统", "隨讀者系統"),
  theme_light: t("light", "浅色", "淺色"),
  theme_dark: t("dark", "深色", "深色"),
  preview: t("Preview", "预览", "預覽"),
  claim_review_help: t(
    "For a review of your own: everything but the rating is filled in.",
    "供你自己的核查使用：除评级外均已填好。",
    "供你自己的查核使用：除評級外均已填好。",
  ),
  challenge: t("Challenge a number", "对某个数字有异议", "對某個數字有異議"),
  challenge_this: t("Challenge this number", "对这个数字有异议", "對這個數字有異議"),
  report_asks: t(
    "Which value? What should it be? Where can that be read?",
    "是哪个值？应该是多少？在哪里可以读到？",
    "是哪個值？應該是多少？在哪裡可以讀到？",
  ),
  signs: t("What the signs mean", "图中的符号", "圖中的符號"),
  open_full: t("Open the full page", "打开完整页面", "打開完整頁面"),
  claim_pages: t("This claim in three languages", "此页的三种语言", "此頁的三種語言"),
} satisfies Record<string, Text>;

export type Word = keyof typeof words;

/** A word in a language; `{name}` is replaced by the value given. */
export const word = speaker(words);

/** The word for an id of the data ("omitted", "quoted") in a group of messages; the id where there is none. */
export function named(group: object, id: string): string {
  const found = (group as Record<string, unknown>)[id];
  return typeof found === "string" ? found : id;
}

/** A text of the data, punctuated for its language. */
export function say(text: Text | undefined, lang: Lang): string {
  return text ? typeset(text[lang], lang) : "";
}
