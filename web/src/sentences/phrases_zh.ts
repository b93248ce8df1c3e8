import { han } from "../format/lang";
import type { Lang } from "../engine/types";
import type { Phrases } from "./phrases";

/** The phrases in zh-Hans or zh-Hant. Each is written for its readers; none is converted from the other. */
export function phrasesZh(lang: Lang): Phrases {
  const t = (hans: string, hant: string): string => han(lang, hans, hant);
  const and = t("和", "與");
  const by = t("按", "依");
  const list = (items: readonly string[]): string => items.join("、");
  const named = (items: readonly string[], more: number): string =>
    items.length === 0
      ? ""
      : list(items) + (more > 0 ? t(`等 ${items.length + more} 项`, `等 ${items.length + more} 項`) : "");
  const heldNoun = {
    measured: t("一次实测", "一次實測"),
    estimate: t("一个估算", "一項估算"),
    forecast: t("一个预测", "一項預測"),
    figure: t("一个数字", "一個數字"),
  };
  const modality = {
    measured: t("实测", "實測"),
    estimate: t("估算", "估算"),
    upper_bound: t("上限", "上限"),
    forecast: t("预测", "預測"),
  };
  const part = {
    lower: t("偏低部分", "偏低部分"),
    middle: t("中间", "中間"),
    upper: t("偏高部分", "偏高部分"),
  };
  const range = t("此范围", "此範圍");
  const aim = {
    about: t("要得出它", "要得出它"),
    more_than: t("要超过它", "要超過它"),
    at_least: t("要达到它", "要達到它"),
    at_most: t("要不超过它", "要不超過它"),
    less_than: t("要低于它", "要低於它"),
  };
  const times = (n: string): string => `${n} 倍`;

  return {
    times,
    list,
    flow: (range, position, need) => `${range}，${position}${need === undefined ? "" : `;${need}`}。`,
    end: "。",
    space: "",
    prefix: (text) => t("按你的设定:", "依你的設定:") + text,
    gapUnknown: (input) => t(`没有来源给出${input}的范围`, `沒有來源給出${input}的範圍`),
    range: (w) => {
      const result = w.result + (w.of === null ? "" : `(${w.of})`);
      if (w.changed) return t(`结果为${result}`, `結果為${result}`);
      if (w.scenario === "as_published") return `${by}原作者的取值,${t("得", "得")}${result}`;
      const held = w.held
        ? (w.held.year ? `${w.held.year} 年的` : "") + heldNoun[w.held.kind] + `(${w.held.value})`
        : null;
      const from = [
        w.sourced.length + w.sourcedMore > 0
          ? t(`有出处的${named(w.sourced, w.sourcedMore)}范围`, `有出處的${named(w.sourced, w.sourcedMore)}範圍`)
          : null,
        w.assumed.length + w.assumedMore > 0
          ? t(`假设的${named(w.assumed, w.assumedMore)}范围`, `假設的${named(w.assumed, w.assumedMore)}範圍`)
          : null,
      ].filter((text) => text !== null);
      const values = from.length > 0 ? from.join(and) : held === null ? t("有出处的取值", "有出處的取值") : null;
      const basis = [held, values].filter((text) => text !== null).join(and);
      const later = w.scenario === "sourced_now" ? t("后来的另一个系统:", "後來的另一個系統:") : "";
      return `${later}${by} ${basis},${result}`;
    },
    noRangeYet: t("尚无有出处的范围", "尚無有出處的範圍"),
    point: (figure, position, nearEdge, n, single, example) => {
      const it = example
        ? t(`我们举的例 ${figure}`, `我們舉的例 ${figure}`)
        : t(`公布的 ${figure}`, `公布的 ${figure}`);
      if (single) {
        if (position === "below")
          return (
            it +
            (n ? t(`低于它，它约是公布值的 ${times(n)}`, `低於它，它約是公布值的 ${times(n)}`) : t("低于它", "低於它"))
          );
        if (position === "above")
          return it + (n ? t(`高于它，约是它的 ${times(n)}`, `高於它，約是它的 ${times(n)}`) : t("高于它", "高於它"));
        return it + t("与它相近", "與它相近");
      }
      if (position === "below") {
        if (nearEdge) return it + t(`靠近${range}的边缘(下端)`, `靠近${range}的邊緣(下端)`);
        return (
          it +
          t(`低于${range}`, `低於${range}`) +
          (n ? t(`,下端约是它的 ${times(n)}`, `,下端約是它的 ${times(n)}`) : "")
        );
      }
      if (position === "above") {
        if (nearEdge) return it + t(`靠近${range}的边缘(上端)`, `靠近${range}的邊緣(上端)`);
        return (
          it + t(`高于${range}`, `高於${range}`) + (n ? t(`,约是上端的 ${times(n)}`, `,約是上端的 ${times(n)}`) : "")
        );
      }
      return (
        it +
        t(`在${range}的${part[position]}`, `在${range}的${part[position]}`) +
        (nearEdge ? t(",靠近其边缘", ",靠近其邊緣") : "")
      );
    },
    threshold: (figure, position, single) => {
      if (single) {
        if (position === "inside") return t(`公布的 ${figure}与它相近`, `公布的 ${figure}與它相近`);
        return position === "above" ? t(`高于 ${figure}`, `高於 ${figure}`) : t(`低于 ${figure}`, `低於 ${figure}`);
      }
      if (position === "inside") return t(`${figure}在此范围内`, `${figure}在此範圍內`);
      return position === "above"
        ? t(`整个范围都高于 ${figure}`, `整個範圍都高於 ${figure}`)
        : t(`整个范围都低于 ${figure}`, `整個範圍都低於 ${figure}`);
    },
    without: (figure, names) => `${figure}(${t("未计", "未計")} ${list(names)})`,
    need: (w) => {
      const span = w.span === null ? "" : `(${w.partial ? t("有解时 ", "有解時 ") : ""}${w.span})`;
      const goal = w.end === null ? aim[w.relation] : w.end === "low" ? "要得出其下端" : "要得出其上端";
      if (w.noun !== null) return `${goal},${t("约需", "約需")} ${w.value}${span}`;
      return `${goal},${w.input}${t("约为", "約為")} ${w.value}${span}`;
    },
    needNone: (input, low, high) =>
      t(`${input}在 ${low} 与 ${high} 之间没有能做到的值`, `${input}在 ${low} 與 ${high} 之間沒有能做到的值`),
    or: (items) => items.join(t(" 或约 ", " 或約 ")),
    scope: (m, system, boundary) => `${t("对", "對")}${system}的${modality[m]};${boundary}`,
  };
}
