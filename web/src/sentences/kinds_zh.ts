import { han } from "../format/lang";
import type { Lang } from "../engine/types";
import type { Origin } from "./origins";
import type { KindPhrases } from "./phrases";

/** The phrases in zh-Hans or zh-Hant. Each is written for its readers; none is converted from the other. */
export function kindsZh(lang: Lang): KindPhrases {
  const t = (hans: string, hant: string): string => han(lang, hans, hant);
  const list = (items: readonly string[]): string => items.join("、");
  const times = (n: string): string => `${n} 倍`;
  const end = { higher: "更高", same: "相近", lower: "更低" };
  const scenario: Record<string, string> = {
    as_published: t("原作者的取值", "原作者的取值"),
    sourced_then: t("有出处的范围", "有出處的範圍"),
    sourced_now: t("后来的另一个系统", "後來的另一個系統"),
  };
  const limit = {
    about: "",
    more_than: t("超过", "超過"),
    less_than: t("低于", "低於"),
    at_least: t("至少", "至少"),
    at_most: t("至多", "至多"),
  };
  const inputs = {
    own: t("按自己的假设", "依自己的假設"),
    inferred: t("按推断的出处的取值", "依推斷的出處的取值"),
    example: t("按举例的取值", "依舉例的取值"),
    rebuilt: t("按部分倒推的取值", "依部分倒推的取值"),
  };
  return {
    clause: (parts) => parts.join(";"),
    interval: (low, high, overlap, leftOut) => {
      const ends =
        low === high
          ? t(`公布值两端都${end[low]}`, `公布值兩端都${end[low]}`)
          : `公布值下端${end[low]},上端${end[high]}`;
      return (
        ends +
        (overlap ? "" : t(",两个范围没有重叠", ",兩個範圍沒有重疊")) +
        (leftOut.length > 0 ? t(`;公布值未计 ${list(leftOut)}`, `;公布值未計 ${list(leftOut)}`) : "")
      );
    },
    equivalence: (what, result, label, each) => {
      const note = [label, each].filter((text) => text !== null).join(":");
      return `${what}${t("约合", "約合")} ${result}${note === "" ? "" : `(${note})`}`;
    },
    equivalenceIn: (what, name, result) =>
      t(`按 ${what}计,${name}约为 ${result}`, `以 ${what}計,${name}約為 ${result}`),
    comesOut: (yes, figure) =>
      yes ? t("换算对得上", "換算對得上") : t(`公布的 ${figure}与此不同`, `公布的 ${figure}與此不同`),
    population: (label, result) => `${label}:${result ?? t("尚无有出处的数字", "尚無有出處的數字")}`,
    conversionAlone: t("对得上的是换算，不涉及数量本身", "對得上的是換算，不涉及數量本身"),
    separate: t("这里核的是换算，数量本身是否成立另见 \u2192", "這裡核的是換算，數量本身是否成立另見 \u2192"),
    orderingOf: (a, b, parts) => {
      const each = list(parts.map((p) => `${times(p.ratio)}(${p.label}${p.value === null ? "" : `,${p.value}`})`));
      if (a === null || b === null) return t(`前者约是后者的 ${each}`, `前者約是後者的 ${each}`);
      return t(`${a}约是${b}的 ${each}`, `${a}約是${b}的 ${each}`);
    },
    ordering: (side) => {
      if (side === "differ") return t("孰高孰低取决于指哪一个", "孰高孰低取決於指哪一個");
      if (side === "same") return t("两者相近", "兩者相近");
      return side === "higher" ? t("各处都是前者较高", "各處都是前者較高") : t("各处都是前者较低", "各處都是前者較低");
    },
    rivalsRatio: (n, sides) => {
      const ratio =
        n === null
          ? t("两个数字相近", "兩個數字相近")
          : sides === null
            ? t(`一个数字约是另一个的 ${times(n)}`, `一個數字約是另一個的 ${times(n)}`)
            : sides.more
              ? t(
                  `这个数字(${sides.own.figure})约是另一个(${sides.other.figure})的 ${times(n)}`,
                  `這個數字(${sides.own.figure})約是另一個(${sides.other.figure})的 ${times(n)}`,
                )
              : t(
                  `另一个数字(${sides.other.figure})约是这个(${sides.own.figure})的 ${times(n)}`,
                  `另一個數字(${sides.other.figure})約是這個(${sides.own.figure})的 ${times(n)}`,
                );
      const [own, other] = [sides?.own.given, sides?.other.given];
      if (own === undefined || other === undefined) return ratio;
      const [mine, theirs] = [sides?.own.origin, sides?.other.origin];
      if (own === null && other === null && !mine && !theirs)
        return ratio + t(",各按自己的假设都能算出", ",各依自己的假設都能算出");
      const gives = (whose: string, text: string | null, origin: Origin | undefined): string =>
        whose +
        (origin ? inputs[origin] : inputs.own) +
        (text === null ? t("能算出", "能算出") : t(`得 ${text}`, `得 ${text}`));
      return `${ratio};${gives(t("这个", "這個"), own, mine)},${gives(t("另一个", "另一個"), other, theirs)}`;
    },
    scenarioName: (id) => scenario[id] ?? id.replace(/_/g, " "),
    ratioOf: (sides, n) =>
      [
        ...sides.map(({ label, value }) => `${label}：${value}`),
        n === null ? t("两者相近", "兩者相近") : t(`前者约是后者的 ${times(n)}`, `前者約是後者的 ${times(n)}`),
      ].join("；"),
    ratioPublished: (figure, relation, holds) =>
      t(`公布的是${limit[relation]} ${figure}`, `公布的是${limit[relation]} ${figure}`) +
      (holds ? t(",由这些取值算得出", ",由這些取值算得出") : ""),
    ratioOrder: (more, holds) =>
      (more ? t("文中说前者高于后者", "文中說前者高於後者") : t("文中说前者低于后者", "文中說前者低於後者")) +
      (holds ? t(",由这些取值算得也是如此", ",由這些取值算得也是如此") : ""),
    rivalsFactor: (name, a, b, larger) =>
      larger
        ? t(`主要差别在${name}:较大者 ${a},较小者 ${b}`, `主要差別在${name}:較大者 ${a},較小者 ${b}`)
        : t(`主要差别在${name}:前者 ${a},后者 ${b}`, `主要差別在${name}:前者 ${a},後者 ${b}`),
    bothLeaveOut: (names, counted) =>
      t(`两者的算式都未计 ${list(names)}`, `兩者的算式都未計 ${list(names)}`) +
      (counted ? t(";范围已计入", ";範圍已計入") : ""),
    recordSaid: (who, year, statement) => `${who}${year === null ? "" : `(${year} 年)`}:${statement}`,
    recordShows: (text) => t(`记录显示:${text}`, `紀錄顯示:${text}`),
  };
}
