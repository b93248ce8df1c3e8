/** Words that generated text must not contain. Source: editorial rules. */
export const kBannedEnglish = [
  "true",
  "false",
  "wrong",
  "actually",
  "realistic",
  "realistically",
  "plausible",
  "likely",
  "unlikely",
  "probability",
  "probably",
  "confidence",
  "only",
  "just",
  "staggering",
];

export const kBannedChinese = [
  "属实",
  "错误",
  "夸大",
  "其实",
  "真相",
  "合理",
  "可信",
  "概率",
  "置信",
  "仅",
  "只有",
  "不过",
  "高达",
  "惊人",
  "竟",
  "屬實",
  "錯誤",
  "誇大",
  "其實",
  "機率",
  "僅",
  "只有",
  "不過",
  "高達",
  "驚人",
];

/** The word for a million to some and 10^12 to others; multiples "by which" something is larger. */
export const kBannedAlways = ["\u5146", "相差", "高估", "增加了", "多出"];

/** Every banned word in the text. `不超过` and the like hold no banned word. */
export function bannedIn(text: string): string[] {
  const english = kBannedEnglish.filter((word) => new RegExp(`\\b${word}\\b`, "i").test(text));
  const chinese = [...kBannedChinese, "\u5146"].filter((word) => text.includes(word));
  return [...english, ...new Set(chinese)];
}

/** Chinese characters and full-width marks count one each, a run of Latin letters or digits counts one. */
export function chineseLength(text: string): number {
  return (text.match(/[\u3000-\u9fff\uff00-\uffef]|[A-Za-z0-9.,\u2013\u2080-\u2089]+/g) ?? []).length;
}

export function englishWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[A-Za-z0-9]/.test(word)).length;
}
