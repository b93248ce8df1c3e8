/** The signs that a page draws and those that it explains, told from the page as it is. */

/** What is drawn and needs no line in a key: charts themselves, and what lies around a sign so that it is seen. */
const kNoSign =
  /^(chart|mini|chart-(bar|track|ladder|ranking|waterfall|density|sweep)|chart-(mark|halo)|density-mark)$/;
const kVoid = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const kTag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>/g;

export interface Signs {
  drawn: number;
  explained: number;
  amiss: string[];
}

/** Each sign belongs to the parts of the page around it: sections, the first screen, the whole. A key explains what is
 * drawn in its own part. */
export function signsOf(html: string): Signs {
  const text = html.replace(/<(script|style)[\s>][\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  const open: { name: string; part: number; chart: boolean }[] = [];
  const drawn: { sign: string; parts: number[] }[] = [];
  const explained: { sign: string; part: number }[] = [];
  let parts = 0;
  for (const [, close, name = "", attributes = "", empty] of text.matchAll(kTag)) {
    if (close) {
      const at = open.map((one) => one.name).lastIndexOf(name);
      if (at >= 0) open.length = at;
      continue;
    }
    const value = (key: string): string => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    const classes = value("class").split(/\s+/).filter(Boolean);
    const chart = (name === "svg" && classes.includes("chart")) || (open.at(-1)?.chart ?? false);
    const part = name === "section" || name === "main" || classes.includes("first") ? ++parts : 0;
    const around = [...open.map((one) => one.part), part].filter((one) => one > 0);
    if (chart) for (const sign of classes) if (!kNoSign.test(sign)) drawn.push({ sign, parts: around });
    // What scripts alone draw (a slider's thumb) is named by more than a class.
    const [, sign] = /^\.([\w-]+)$/.exec(value("data-sign")) ?? [];
    if (sign !== undefined && !/\shidden(\s|$)/.test(attributes)) explained.push({ sign, part: around.at(-1) ?? 0 });
    if (!empty && !kVoid.test(name)) open.push({ name, part, chart });
  }
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
