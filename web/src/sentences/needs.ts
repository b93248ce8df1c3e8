/** What one input would have to be for the figure, in words: the value, from where to where it moves as the other inputs
 * do, and how it lies to the input's own range. */
import type { BreakEven, BundleOptions, InputState, Lang, Placement } from "../engine/types";
import { formatNumber, formatQuantity, formatRange, han, isChinese, typeset } from "../format/index";

export interface NeedWords {
  lang: Lang;
  input: Pick<InputState, "unit" | "range" | "changed">;
  need: BreakEven;
  /** The figure in words, with its unit. */
  figure: string;
  relation: Placement["relation"];
}

type Crossing = BreakEven["crossings"][number];

/** "To exceed 500,000 kWh a day", 「要超过每天 50 万度」. */
function aim(relation: Placement["relation"], figure: string, lang: Lang): string {
  const gap = /^\d/.test(figure) ? " " : "";
  const zh = (hans: string, hant: string): string => han(lang, hans, hant) + gap + figure;
  if (relation === "more_than") return isChinese(lang) ? zh("要超过", "要超過") : `To exceed ${figure}`;
  if (relation === "at_least") return isChinese(lang) ? zh("要达到", "要達到") : `To reach ${figure}`;
  if (relation === "less_than") return isChinese(lang) ? zh("要低于", "要低於") : `To come under ${figure}`;
  if (relation === "at_most") return isChinese(lang) ? zh("要不高于", "要不高於") : `To stay at or under ${figure}`;
  return isChinese(lang) ? zh("要得出", "要得出") : `To give ${figure}`;
}

/** What a value is set against: the range there is for it, the reader's own, or the one value used. */
function against({ input, need }: NeedWords, lang: Lang): string {
  const one = !need.spread;
  if (isChinese(lang)) {
    if (input.changed) return one ? han(lang, "你设的值", "你設的值") : han(lang, "你的范围", "你的範圍");
    if (one) return "所用的值";
    return input.range === "assumed"
      ? han(lang, "假设的范围", "假設的範圍")
      : han(lang, "有出处的范围", "有出處的範圍");
  }
  if (input.changed) return one ? "your value" : "your range";
  if (one) return "the value used";
  return input.range === "assumed" ? "the assumed range" : "the sourced range";
}

/** How a crossing lies to it: inside, or beyond which end by how much. */
function place(words: NeedWords, { inside, off, times }: Crossing): string {
  const { lang, need, input } = words;
  const chinese = isChinese(lang);
  const what = against(words, lang);
  if (inside || off === 0) {
    if (!need.spread) return chinese ? `即${what}` : what;
    return chinese ? han(lang, `在${what}内`, `在${what}內`) : `inside ${what}`;
  }
  const above = off > 0;
  const end = need.spread ? (above ? "上端" : "下端") : "";
  const date = input.unit === "date";
  if (date || times === null || times <= 0) {
    const by = date ? "" : formatQuantity(Math.abs(off), input.unit, lang, { digits: 3 });
    if (date)
      return chinese
        ? `${above ? "晚" : "早"}${han(lang, "于", "於")}${what}`
        : `${above ? "later" : "earlier"} than ${what}`;
    return chinese ? `比${what}${end}${above ? "高" : "低"} ${by}` : `${by} ${above ? "above" : "below"} ${what}`;
  }
  const factor = above ? times : 1 / times;
  if (factor >= 2) {
    const number = formatNumber(factor, lang, { digits: 2 });
    if (above)
      return chinese ? `是${what}${end}的 ${number} 倍` : `${number} times ${need.spread ? "the top of " : ""}${what}`;
    return chinese ? `是${what}${end}的 1/${number}` : `1/${number} of ${need.spread ? "the low end of " : ""}${what}`;
  }
  const percent = formatNumber(Math.abs(times - 1) * 100, lang, { digits: 2 });
  return chinese
    ? `比${what}${end}${above ? "高" : "低"} ${percent} %`
    : `${percent} % ${above ? "above" : "below"} ${what}`;
}

/** The value itself; a jump is said as one. */
function value({ lang, input }: NeedWords, crossing: Crossing): string {
  const number = formatQuantity(crossing.value, input.unit, lang, { digits: 3 });
  if (!crossing.jump) return number;
  return isChinese(lang)
    ? han(lang, `${number} 处结果跳过此数`, `${number} 處結果跳過此數`)
    : `at ${number} the result jumps past it`;
}

export function needText(words: NeedWords): string {
  const { lang, input, need, figure, relation } = words;
  const chinese = isChinese(lang);
  const lead = aim(relation, figure, lang);
  const colon = chinese ? "\uff1a" : ": ";
  const clause = chinese ? "\uff0c" : ", ";
  const { crossings, span, searched } = need;
  if (crossings.length === 0) {
    const reach = formatRange(searched.low, searched.high, input.unit, lang, { digits: 3 });
    const none = chinese
      ? han(lang, `在 ${reach} 之间没有一个值做得到`, `在 ${reach} 之間沒有一個值做得到`)
      : `no value in ${reach} does it`;
    return typeset(`${lead}${colon}${none}${chinese ? "\u3002" : "."}`, lang);
  }
  const each = crossings.map((crossing, i) => {
    const moving =
      i === 0 && span && span.p05 < span.p95
        ? chinese
          ? han(
              lang,
              `（其他各项变动时 ${formatRange(span.p05, span.p95, input.unit, lang, { digits: 2 })}）`,
              `（其他各項變動時 ${formatRange(span.p05, span.p95, input.unit, lang, { digits: 2 })}）`,
            )
          : ` (${formatRange(span.p05, span.p95, input.unit, lang, { digits: 2 })} as the others move)`
        : "";
    return `${value(words, crossing)}${moving}${clause}${place(words, crossing)}`;
  });
  const some =
    span && span.share < 0.995
      ? chinese
        ? han(lang, "；其他各项的部分组合下没有这样的值", "；其他各項的部分組合下沒有這樣的值")
        : "; with some combinations of the others no value does"
      : "";
  return typeset(`${lead}${colon}${each.join(chinese ? "\uff1b" : "; ")}${some}${chinese ? "\u3002" : "."}`, lang);
}

/** A discrete input, or a bundle, option by option: which give less than the figure, which as much, which more. */
export function optionsText(
  lang: Lang,
  figure: string,
  options: readonly { name: string; side: BundleOptions["options"][number]["side"] }[],
): string {
  const chinese = isChinese(lang);
  const sides = {
    above: ["more with", "得数更大的有", "得數更大的有"],
    meets: ["as much with", "正好得出的有", "正好得出的有"],
    below: ["less with", "得数更小的有", "得數更小的有"],
  } as const;
  const parts = (["above", "meets", "below"] as const).flatMap((side) => {
    const names = options.filter((option) => option.side === side).map((option) => option.name);
    if (names.length === 0) return [];
    const [en, hans, hant] = sides[side];
    return [
      `${chinese ? han(lang, hans, hant) : en}${chinese ? "\uff1a" : ": "}${names.join(chinese ? "\u3001" : ", ")}`,
    ];
  });
  const gap = /^\d/.test(figure) ? " " : "";
  const lead = chinese ? han(lang, `与${gap}${figure}相比`, `與${gap}${figure}相比`) : `Against ${figure}`;
  return typeset(
    `${lead}${chinese ? "\uff0c" : ", "}${parts.join(chinese ? "\uff1b" : "; ")}${chinese ? "\u3002" : "."}`,
    lang,
  );
}
