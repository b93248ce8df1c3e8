/** What the signs of charts mean, each beside the sign as it is drawn and with a name for those who do not see it. A key
 * is made from the drawing itself: it explains the signs that are in it and no others. The build prints keys; where a
 * reader's settings may bring a sign, its line is printed hidden, and the page shows it while the sign is drawn. */
import type { Lang, Text } from "../engine/types";
import { messages } from "../messages";
import { t } from "../messages/table";
import { html, markup, type Markup, type Part } from "./html";
import { say } from "./words";

interface Sign {
  /** Where it is drawn: a class of charts/, or what a style draws. */
  at: string;
  icon: string;
  name: Text;
  means: Text;
}

const [hue, range, core, rule, muted, paper] = ["hue", "range", "core", "rule", "muted", "paper"].map(
  (role) => `var(--chart-${role})`,
);
const path = (d: string, more = ""): string => `<path d="${d}"${more}/>`;
const box = (fill: string | undefined, stroke: string | undefined, tall = 5): string =>
  path(`M-9-${tall}H9V${tall}H-9z`, ` fill="${fill}" stroke="${stroke}"`);
const dashed = ' stroke-dasharray="3 2"';
const lozenge = "M0-6l6 6-6 6-6-6z";

const kSigns = {
  // the bar
  range: {
    at: ".chart-range",
    icon: box(range, hue),
    name: t("light box", "浅色条", "淺色條"),
    means: t("Middle 90 % of the results", "结果居中的 90%", "結果居中的 90%"),
  },
  core: {
    at: ".chart-core",
    icon: path("M-9-5H9V5H-9z", ` fill="${core}" stroke="none"`),
    name: t("dark box", "深色条", "深色條"),
    means: t("Middle half", "结果居中的一半", "結果居中的一半"),
  },
  median: {
    at: ".chart-median",
    icon: path("M0-6V6", ` stroke="${hue}" stroke-width="2"`),
    name: t("line inside the box", "条内的线", "條內的線"),
    means: t("Median", "结果的中位数", "結果的中位數"),
  },
  point: {
    at: ".chart-point",
    icon: path("M0-6V6", ` stroke="${hue}" stroke-width="6"`),
    name: t("thick line", "粗线", "粗線"),
    means: t("The result, one value here", "结果，这里是单一值", "結果，這裡是單一值"),
  },
  article: {
    at: ".chart-article",
    icon: path("M0-7V7", ' stroke-width="2"'),
    name: t("solid line", "实线", "實線"),
    means: t("Figure in the article", "文章中的数", "文章中的數"),
  },
  original: {
    at: ".chart-original",
    icon: path("M0-7V7", dashed),
    name: t("dashed line", "虚线", "虛線"),
    means: t("Figure in its origin", "原出处的数", "原出處的數"),
  },
  arrow: {
    at: ".chart-arrow",
    icon: path("M-7 0H7M3-4l4 4-4 4"),
    name: t("arrow", "箭头", "箭頭"),
    means: t("“More than”, “at most”: this way", "“超过”“至多”:朝这一侧", "「超過」「至多」:朝這一側"),
  },
  rival: {
    at: ".chart-rival",
    icon: path("M0-4l4 7h-8z"),
    name: t("triangle", "三角", "三角"),
    means: t("Other published figures", "其他公布的数字", "其他公布的數字"),
  },
  // an input's track
  ring: {
    at: ".input:not(.changed),.ranged",
    icon: '<circle r="6" stroke="var(--accent)" stroke-width="2.5"/>',
    name: t("ring", "圆环", "圓環"),
    means: t("Value used here; movable", "这里所取的值，可以移动", "這裡所取的值，可以移動"),
  },
  disc: {
    at: ".changed .track:not(.ranged)",
    icon: '<circle r="6" fill="var(--accent)" stroke="none"/>',
    name: t("disc", "圆点", "圓點"),
    means: t("Yours", "你的设定", "你的設定"),
  },
  span: {
    at: ".track-yours-span",
    icon: path("M-9 0H9", ` stroke="${hue}" stroke-width="4"`) + `<circle r="4" fill="${hue}" stroke="none"/>`,
    name: t("line with a dot", "带点的线", "帶點的線"),
    means: t("Your range and its middle", "你设的范围及其中间值", "你設的範圍及其中間值"),
  },
  author: {
    at: ".track-author",
    icon: path(lozenge),
    name: t("diamond", "菱形", "菱形"),
    means: t("Author's value", "原作者的取值", "原作者的取值"),
  },
  implied: {
    at: ".track-implied",
    icon: path(lozenge, dashed),
    name: t("dashed diamond", "虚线菱形", "虛線菱形"),
    means: t("Implied by the author's arithmetic", "由原作者的算式推出", "由原作者的算式推得"),
  },
  sourced: {
    at: ".track-sourced",
    icon: box(rule, muted, 4),
    name: t("grey bar", "灰条", "灰條"),
    means: t("Sourced range", "有出处的范围", "有出處的範圍"),
  },
  assumed: {
    at: ".track-assumed",
    icon: path("M-9-4H9V4H-9z", dashed) + path("M-8 4l8-8M0 4l8-8"),
    name: t("hatched bar", "斜纹条", "斜紋條"),
    means: t("Assumed range, no source", "假定的范围，无出处", "假定的範圍，無出處"),
  },
  reading: {
    at: ".track-reading",
    icon: path("M0-3V3"),
    name: t("tick", "短刻线", "短刻線"),
    means: t("One source's reading", "出处中的单个读数", "出處中的單筆讀數"),
  },
  beyond: {
    at: ".track-beyond",
    icon: path("M-2-4l4 4-4 4"),
    name: t("angle", "尖角", "尖角"),
    means: t("Lies beyond this end of the track", "在轨道这一端之外", "在軌道這一端之外"),
  },
  need: {
    at: ".need-value",
    icon: path("M-5-4H5L0 4z"),
    name: t("pointer", "倒三角", "倒三角"),
    means: t("Needed for the published figure", "要得出公布的数所需的值", "要得出公布的數所需的值"),
  },
  need_span: {
    at: ".need-span",
    icon: path("M-8 3V-2H8V3"),
    name: t("bracket", "括线", "括線"),
    means: t("The value needed, as other inputs move", "其他项变动时，该值的范围", "其他項變動時，該值的範圍"),
  },
  need_jump: {
    at: ".need-jump",
    icon: path("M-1.5-4.5h-4l4 8zM1.5-4.5h4l-4 8z"),
    name: t("split pointer", "剖开的倒三角", "剖開的倒三角"),
    means: t("The result jumps past the figure there", "结果在此处跳过公布的数", "結果在此處跳過公布的數"),
  },
  need_beyond: {
    at: ".need-beyond",
    icon: path("M-3-4l6 4-6 4z"),
    name: t("pointer on its side", "横放的三角", "橫放的三角"),
    means: t(
      "What the figure would need lies beyond this end",
      "要得出公布的数所需的值，在这一端之外",
      "要得出公布的數所需的值，在這一端之外",
    ),
  },
  // estimates on one axis
  ladder_own: {
    at: ".ladder-own",
    icon: path(lozenge, ' fill="var(--chart-ink)"'),
    name: t("filled lozenge", "实心菱形", "實心菱形"),
    means: t(
      "What the author's inputs give, for this page's claim",
      "按原作者取值得出的数，本页的说法",
      "依原作者取值得出的數，本頁的說法",
    ),
  },
  ladder_value: {
    at: ".ladder-value",
    icon: path(lozenge),
    name: t("lozenge", "菱形", "菱形"),
    means: t("What the author's inputs give", "按原作者取值得出的数", "依原作者取值得出的數"),
  },
  ladder_range: {
    at: ".ladder-range",
    icon: box(range, hue),
    name: t("box", "条", "條"),
    means: t(
      "Middle 90 % of what sourced ranges give",
      "按有出处的范围得出的居中 90 %",
      "依有出處的範圍得出的居中 90 %",
    ),
  },
  // from one estimate to another
  waterfall_end: {
    at: ".waterfall-end",
    icon: path("M0-5V5", ' stroke-width="4"'),
    name: t("thick line", "粗线", "粗線"),
    means: t("One of the two figures", "两个数之一", "兩個數之一"),
  },
  waterfall_up: {
    at: ".waterfall-up",
    icon: box(core, hue) + path("M1-4l5 4-5 4"),
    name: t("filled bar", "实心条", "實心條"),
    means: t("This difference raises the figure", "这一差异使数变大", "這一差異使數變大"),
  },
  waterfall_down: {
    at: ".waterfall-down",
    icon: box(paper, hue) + path("M-1-4l-5 4 5 4"),
    name: t("hollow bar", "空心条", "空心條"),
    means: t("This difference lowers it", "这一差异使数变小", "這一差異使數變小"),
  },
  // what moves the result
  ranking: {
    at: ".ranking-bar",
    icon: path("M-9-4H9V4H-9z", ` stroke="${muted}"`) + path("M-9-4H2V4H-9z", ` fill="${core}" stroke="${hue}"`),
    name: t("bar in a frame", "框中的条", "框中的條"),
    means: t("Share of the whole spread, the frame", "在全部散布(外框)中的占比", "在全部散布(外框)中的占比"),
  },
  // the distribution
  bin: {
    at: ".density-bin",
    icon: path("M-9 6V2h6V-5h6V0h6V6z", ` fill="${range}" stroke="none"`),
    name: t("column", "柱", "柱"),
    means: t("How often results fall there", "落在此处的结果多少", "落在此處的結果多少"),
  },
  dot: {
    at: ".density-dot",
    icon: `<circle r="4.5" fill="${hue}" stroke="none"/>`,
    name: t("dot", "圆点", "圓點"),
    means: t("One in 20 of the results", "结果的二十分之一", "結果的二十分之一"),
  },
  quantile: {
    at: ".density-quantile",
    icon: path("M-7-4V4M7-4V4", ` stroke="${hue}" stroke-dasharray="2 3"`) + path("M0-4V4", ` stroke="${hue}"`),
    name: t("lines below the axis", "轴下的短线", "軸下的短線"),
    means: t("5 %, median and 95 %", "5 %、中位数、95 %", "5 %、中位數、95 %"),
  },
  // a result over a range
  curve: {
    at: ".sweep-line",
    icon: path("M-9 4C-2 4 2-4 9-4", ` stroke="${hue}" stroke-width="2"`),
    name: t("curve", "曲线", "曲線"),
    means: t("The others at their middle values", "其他各项取中间值", "其他各項取中間值"),
  },
  band: {
    at: ".sweep-band",
    icon: path("M-9 1L9-7V3L-9 6z", ` fill="${range}" stroke="none"`),
    name: t("band", "带", "帶"),
    means: t("Middle 90 % as the others move together", "其他各项一起变动时居中的 90%", "其他各項一起變動時居中的 90%"),
  },
  now: {
    at: ".sweep-now",
    icon: path("M0-7V3") + `<circle cy="3" r="3.5" fill="${hue}" stroke="none"/>`,
    name: t("upright line with a dot", "带点的竖线", "帶點的豎線"),
    means: t("The value now", "当前的值", "目前的值"),
  },
  figure: {
    at: ".sweep-figure",
    icon: path("M-9 0H9", ' stroke-dasharray="5 3"'),
    name: t("dashed line across", "横虚线", "橫虛線"),
    means: t("Published figure", "公布的数字", "公布的數字"),
  },
} satisfies Record<string, Sign>;

export type SignId = keyof typeof kSigns;
export const signs: Readonly<Record<SignId, Sign>> = kSigns;

/** What scripts draw over a track: the slider's thumb. */
const kThumb: readonly SignId[] = ["ring", "disc"];

/** The classes of everything that is drawn. */
const classesIn = (drawing: string): Set<string> =>
  new Set([...drawing.matchAll(/class="([^"]*)"/g)].flatMap(([, all = ""]) => all.split(" ")));

export interface KeyOptions {
  /** Signs that settings may bring. */
  may?: readonly SignId[];
  /** More than the sign's own words. */
  said?: Partial<Record<SignId, Part>>;
  /** A slider lies over the drawing. */
  slider?: boolean;
  /** The sign's name in words in place of the sign, where every byte is carried along. */
  inWords?: boolean;
}

/** The key of what is drawn. It is put beside the drawing, in one parent with it. */
export function keyOf(
  lang: Lang,
  drawing: Markup | string,
  { may = [], said = {}, slider = false, inWords = false }: KeyOptions = {},
): Markup {
  const classes = classesIn(typeof drawing === "string" ? drawing : drawing.text);
  const lines = (Object.keys(signs) as SignId[]).flatMap((id) => {
    const { at, icon, name, means } = signs[id];
    const thumb = kThumb.includes(id);
    const drawn = thumb ? id === "ring" : classes.has(at.slice(1));
    if (thumb ? !slider : !drawn && !may.includes(id)) return [];
    const called = say(name, lang);
    const sign = inWords
      ? `${called.charAt(0).toUpperCase()}${called.slice(1)}${messages[lang].a11y.colon}`
      : html`<svg class="sign" viewBox="-10 -7 20 14" role="img" aria-label="${called}">${markup(icon)}</svg> `;
    return [
      html`<li data-sign="${at}"${thumb ? html` class="script-only"` : ""}${drawn ? "" : html` hidden`}>${sign}${said[id] ?? say(means, lang)}</li>`,
    ];
  });
  return lines.length === 0 ? html`` : html`<ul class="legend quiet">${lines}</ul>`;
}
