/** The signs that a page draws and those that it explains, told from the page as it is. */
import { walk } from "./html_walk";

/** What is drawn and needs no line in a key: charts themselves, and what lies around a sign so that it is seen. */
const kNoSign =
  /^(chart|mini|chart-(bar|track|ladder|ranking|waterfall|density|sweep)|chart-(mark|halo)|density-mark)$/;

export interface Signs {
  drawn: number;
  explained: number;
  amiss: string[];
}

/** Each sign belongs to the parts of the page around it: sections, the first screen, the whole. A key explains what is
 * drawn in its own part. */
export function signsOf(html: string): Signs {
  const drawn: { sign: string; parts: number[] }[] = [];
  const explained: { sign: string; part: number }[] = [];
  let count = 0;
  walk<{ part: number; chart: boolean }>(html, {
    element(name, attributes, outer) {
      const value = (key: string): string => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1] ?? "";
      const classes = value("class").split(/\s+/).filter(Boolean);
      const chart = (name === "svg" && classes.includes("chart")) || (outer.at(-1)?.chart ?? false);
      const part = name === "section" || name === "main" || classes.includes("first") ? ++count : 0;
      const parts = [...outer.map((one) => one.part), part].filter((one) => one > 0);
      if (chart) for (const sign of classes) if (!kNoSign.test(sign)) drawn.push({ sign, parts });
      // What scripts alone draw (a slider's thumb) is named by more than a class.
      const [, sign] = /^\.([\w-]+)$/.exec(value("data-sign")) ?? [];
      if (sign !== undefined && !/\shidden(\s|$)/.test(attributes)) explained.push({ sign, part: parts.at(-1) ?? 0 });
      return { part, chart };
    },
  });
  const meets = (one: (typeof drawn)[number], other: (typeof explained)[number]): boolean =>
    one.sign === other.sign && one.parts.includes(other.part);
  const bare = drawn.filter((one) => !explained.some((other) => meets(one, other)));
  const idle = explained.filter((other) => !drawn.some((one) => meets(one, other)));
  const lines = [
    ...bare.map(({ sign }) => `${sign} is drawn and not explained`),
    ...idle.map(({ sign }) => `${sign} is explained and not drawn`),
  ];
  return { drawn: drawn.length, explained: explained.length, amiss: [...new Set(lines)] };
}
