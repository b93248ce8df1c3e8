/** Words about revisions: on the pages of old ones, in the list of all, on tombstones and in the feed. */
import type { Text } from "../engine/types";
import { speaker, t } from "./table";

const words = {
  both: t("This revision and the newest", "这一版与最新版", "這一版與最新版"),
  same: t(
    "With these settings both give the same figures.",
    "按这些设定，两版的数字相同。",
    "依這些設定，兩版的數字相同。",
  ),
  not_there: t(
    "The newest revision has no figure for these settings.",
    "最新版按这些设定没有数字。",
    "最新版依這些設定沒有數字。",
  ),
  changed_since: t("What changed since", "此后改了什么", "此後改了什麼"),
  changed_in: t("Places changed in r{revision}: {count}", "r{revision} 改了 {count} 处", "r{revision} 改了 {count} 處"),
  first: t("first released revision", "首个发布的修订版", "第一個發布的修訂版"),
  shown: t("shown here", "本页", "本頁"),
  nothing: t("nothing", "无", "無"),
  file: t("File", "文件", "檔案"),
  corrections: t("Corrections", "更正", "更正"),
  draft: t(
    "Preview of changes that are not released yet; its figures may still change. The released revision is r{newest}.",
    "尚未发布的改动的预览，数字仍可能变动。已发布的是 r{newest}。",
    "尚未發布的改動的預覽，數字仍可能變動。已發布的是 r{newest}。",
  ),
  preview_was: t(
    "The link is of a preview (r0) from before the first release. It leads on to the newest revision.",
    "链接来自首次发布之前的预览(r0)，将转到最新修订版。",
    "連結來自首次發布之前的預覽(r0)，將轉到最新修訂版。",
  ),
  reason: t("Reason", "理由", "理由"),
  kept: t(
    "Its released figures stay in these files, which the calculator still reads.",
    "已发布的数字保存在这些文件里，计算器仍能读取。",
    "已發布的數字保存在這些檔案裡，計算器仍能讀取。",
  ),
  feed: t("Revisions and corrections", "修订与更正", "修訂與更正"),
  released: t("{title}: r{revision}", "{title}:r{revision}", "{title}:r{revision}"),
  withdrawn: t("{title}: withdrawn", "{title}:已撤回", "{title}:已撤回"),
} satisfies Record<string, Text>;

export type HistoryWord = keyof typeof words;

/** A word in a language; `{name}` is replaced by the value given. */
export const historyWord = speaker(words);
