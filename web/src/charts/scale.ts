/** Axes: from numbers to positions, and ticks people like. */
import { rounded } from "../format/index";

export interface Scale {
  readonly kind: "linear" | "log";
  readonly low: number;
  readonly high: number;
  /** Share of the way, 0..1, not clamped. */
  at(value: number): number;
}

export function makeScale(kind: "linear" | "log", low: number, high: number): Scale {
  if (kind === "log" && low > 0 && high > low) {
    const a = Math.log10(low);
    const span = Math.log10(high) - a;
    return {
      kind,
      low,
      high,
      at: (value) => (value > 0 ? (Math.log10(value) - a) / span : Number.NEGATIVE_INFINITY),
    };
  }
  const span = high > low ? high - low : 1;
  return { kind: "linear", low, high: low + span, at: (value) => (value - low) / span };
}

/** An axis that shows every value with some air at both ends. `auto` takes a log axis where values differ
 * twenty-fold and are positive; `log` falls back to linear where they are not. */
export function fitScale(values: readonly number[], wish: "linear" | "log" | "auto", air = 0.08): Scale {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return makeScale("linear", 0, 1);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const positive = low > 0;
  const same = high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high)); // no axis can tell them apart
  const kind = wish === "linear" || !positive ? "linear" : wish === "log" || high / low >= 20 ? "log" : "linear";
  if (kind === "log") {
    const factor = same ? 2 : (high / low) ** air;
    return makeScale("log", low / factor, high * factor);
  }
  if (same) {
    const half = low === 0 ? 1 : Math.abs(low) / 2;
    return makeScale("linear", low - half, high + half);
  }
  const pad = (high - low) * air;
  // Zero is shown where it is near: an even scale then also shows the factor between two figures.
  const from = low >= 0 && low - pad < 0.35 * high ? 0 : low - pad;
  return makeScale("linear", from, high + pad);
}

/** Round numbers, ascending, the first and the last at the axis' ends or beyond. On an even axis they are evenly apart, about
 * `count` of them; on a log one they are all that are as round as its length allows. */
export function ticks({ kind, low, high }: Scale, count: number): number[] {
  if (kind === "log") return logTicks(low, high);
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => (high - low) / s <= count + 0.5) ?? 10 * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => rounded((first + i) * step, 12));
}

function logTicks(low: number, high: number): number[] {
  const decades = Math.log10(high / low);
  const steps = decades < 1 ? [1, 2, 3, 5, 7] : decades < 6 ? [1, 2, 5] : [1];
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(low)) - 1; power <= Math.ceil(Math.log10(high)); ++power)
    for (const step of steps) all.push(rounded(step * 10 ** power, 12));
  const first = all.findLastIndex((value) => value <= low * (1 + 1e-9));
  return all.slice(first, all.findIndex((value) => value >= high * (1 - 1e-9)) + 1);
}

/** A result without spread is shown from zero, so that a small difference to a figure looks small. */
export function pointScale(values: readonly number[], wish: "linear" | "log" | "auto"): Scale {
  const scale = fitScale(values, wish);
  return scale.kind === "linear" && Math.min(...values) > 0 ? fitScale([0, ...values], "linear") : scale;
}
