/** From one estimate to another, a step for each difference: every bar runs from what there was before it to what there is
 * after, on one axis (logarithmic, so that equal factors are equally long). What raises is filled, what lowers is hollow,
 * and every step carries its factor in figures. */
import { formatQuantity, isChinese, type Lang } from "../format/index";
import { fitScale, makeScale } from "./scale";
import { named } from "./lines";
import { frame, n, tag } from "./svg";
import { pageTheme, type Theme } from "./theme";

export interface WaterfallStep {
  label: string;
  /** From what to what, in words; "" where there is nothing to say. */
  detail: string;
  /** "×24.7", "+3 t". */
  text: string;
  /** The output after this step. */
  after: number;
}

export interface WaterfallPart {
  /** Heading over the steps; null for those of no group. */
  label: string | null;
  /** What they make together; "" where it is said by the only step. */
  text: string;
  steps: readonly WaterfallStep[];
}

export interface WaterfallData {
  lang: Lang;
  title: string;
  unit: string;
  scale: "log" | "linear";
  from: { label: string; value: number };
  to: { label: string; value: number };
  parts: readonly WaterfallPart[];
}

const kWidth = 288;
const kSize = 13;

export function waterfallWords({ lang, unit, from, to, parts }: WaterfallData): string {
  const chinese = isChinese(lang);
  const colon = chinese ? "\uff1a" : ": ";
  const end = ({ label, value }: WaterfallData["from"]): string =>
    `${label}${colon}${formatQuantity(value, unit, lang, { digits: 3 })}`;
  const steps = parts.flatMap((part) => part.steps.map(({ label, text }) => `${label} ${text}`));
  return [end(from), ...steps, end(to)].join(chinese ? "\uff1b" : "; ");
}

export function waterfall(data: WaterfallData, options: { id: string; theme?: Theme }): string {
  const theme = options.theme ?? pageTheme;
  const { lang, unit, from, to } = data;
  const values = [from.value, to.value, ...data.parts.flatMap(({ steps }) => steps.map(({ after }) => after))];
  const fitted = fitScale(values, data.scale === "log" ? "log" : "linear", 0.04);
  const scale = data.scale === "log" ? fitted : makeScale("linear", fitted.low, fitted.high);
  const at = (value: number): number => Math.min(1, Math.max(0, scale.at(value)));
  const x = (value: number): string => `${n(at(value) * 100)}%`;
  const out: string[] = [];
  let y = 0;
  const line = (left: string, right: string, bold: boolean, size = kSize, fill = theme.ink): void => {
    const { markup, height } = named({ left, right, size, bold, fill }, y, kWidth);
    out.push(markup);
    y += height + 3;
  };
  const end = ({ label, value }: WaterfallData["from"]): void => {
    line(label, formatQuantity(value, unit, lang, { digits: 3 }), true);
    out.push(
      tag("line", {
        class: "waterfall-end",
        x1: x(value),
        x2: x(value),
        y1: y - 2,
        y2: y + 10,
        stroke: theme.ink,
        "stroke-width": 4,
      }),
    );
    y += 16;
  };
  end(from);
  let before = from.value;
  for (const part of data.parts) {
    if (part.label !== null) {
      out.push(tag("line", { x1: 0, x2: "100%", y1: y, y2: y, stroke: theme.rule, "stroke-width": 1 }));
      y += 3;
      line(part.label, part.text, false, 12, theme.muted);
    }
    for (const step of part.steps) {
      line(step.label, step.text, false);
      if (step.detail !== "") {
        y -= 3;
        line(step.detail, "", false, 12, theme.muted);
      }
      const [a, b] = [at(before), at(step.after)];
      const rises = step.after >= before;
      out.push(tag("line", { x1: 0, x2: "100%", y1: y + 5, y2: y + 5, stroke: theme.rule, "stroke-width": 1 }));
      out.push(
        tag("rect", {
          class: rises ? "waterfall-up" : "waterfall-down",
          x: `${n(Math.min(a, b) * 100)}%`,
          width: `${n(Math.max(0.003, Math.abs(b - a)) * 100)}%`,
          y,
          height: 10,
          fill: rises ? theme.core : theme.paper,
          stroke: theme.hue,
          "stroke-width": 1.25,
        }),
      );
      const head = rises ? "M-5 -4l5 4l-5 4" : "M5 -4l-5 4l5 4";
      out.push(
        tag(
          "svg",
          { x: x(step.after), y: y + 5, overflow: "visible" },
          tag("path", { d: head, fill: "none", stroke: theme.ink, "stroke-width": 1.5 }),
        ),
      );
      y += 20;
      before = step.after;
    }
  }
  out.push(tag("line", { x1: 0, x2: "100%", y1: y, y2: y, stroke: theme.rule, "stroke-width": 1 }));
  y += 3;
  end(to);
  return frame(
    {
      id: options.id,
      title: data.title,
      desc: waterfallWords(data),
      width: kWidth,
      height: y,
      fluid: true,
      className: "chart chart-waterfall",
      lang,
    },
    out.join(""),
  );
}
