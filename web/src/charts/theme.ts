/** Colours by role. On a page they are CSS custom properties with a fallback, so that light, dark and print follow
 * the page; a picture that leaves the page carries plain values. One hue; no colour is the only sign of anything. */

export interface Theme {
  paper: string;
  ink: string;
  muted: string;
  /** Hairlines. */
  rule: string;
  /** The one hue: outlines, marks. */
  hue: string;
  /** The hue in two strengths: the 5–95 % range and its middle half. */
  range: string;
  core: string;
}

export const lightTheme: Theme = {
  paper: "#ffffff",
  ink: "#1b222c",
  muted: "#566071",
  rule: "#c9d0da",
  hue: "#2f5585",
  range: "#cfdcec",
  core: "#8fb0d6",
};

export const darkTheme: Theme = {
  paper: "#14181f",
  ink: "#e9edf3",
  muted: "#a5afbe",
  rule: "#3d4756",
  hue: "#9dbfe8",
  range: "#2a3a50",
  core: "#48688f",
};

/** Follows the page. The names are set in charts.css. */
export const pageTheme: Theme = {
  paper: "var(--chart-paper, #ffffff)",
  ink: "var(--chart-ink, #1b222c)",
  muted: "var(--chart-muted, #566071)",
  rule: "var(--chart-rule, #c9d0da)",
  hue: "var(--chart-hue, #2f5585)",
  range: "var(--chart-range, #cfdcec)",
  core: "var(--chart-core, #8fb0d6)",
};

/** System fonts, the reader's script first. */
export function fontStack(lang: string): string {
  if (lang === "zh-Hans")
    return "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";
  if (lang === "zh-Hant")
    return "system-ui, 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Noto Sans TC', sans-serif";
  return "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";
}
