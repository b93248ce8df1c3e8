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
  const kind = wish === "linear" || !positive ? "linear" : wish === "log" || high / low >= 20 ? "log" : "linear";
  if (kind === "log") {
    const factor = high > low ? (high / low) ** air : 2;
    return makeScale("log", low / factor, high * factor);
  }
  if (low === high) {
    const half = low === 0 ? 1 : Math.abs(low) / 2;
    return makeScale("linear", low - half, high + half);
  }
  const pad = (high - low) * air;
  // Zero is shown where it is near: an even scale then also shows the factor between two figures.
  const from = low >= 0 && low - pad < 0.35 * high ? 0 : low - pad;
  return makeScale("linear", from, high + pad);
}

/** About `count` round numbers inside the axis, ascending. */
export function ticks(scale: Scale, count: number): number[] {
  if (scale.kind === "log") return logTicks(scale, count);
  const span = scale.high - scale.low;
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => span / s <= count + 0.5) ?? 10 * power;
  const out: number[] = [];
  for (let k = Math.ceil(scale.low / step - 1e-9); k * step <= scale.high + step * 1e-9; ++k)
    out.push(rounded(k * step, 12));
  return out;
}

function logTicks(scale: Scale, count: number): number[] {
  const within = (value: number): boolean => value >= scale.low * (1 - 1e-9) && value <= scale.high * (1 + 1e-9);
  const first = Math.floor(Math.log10(scale.low));
  const last = Math.ceil(Math.log10(scale.high));
  for (const steps of [[1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]]) {
    const all: number[] = [];
    for (let power = first; power <= last; ++power) for (const step of steps) all.push(rounded(step * 10 ** power, 12));
    const inside = all.filter(within);
    if (inside.length <= count && inside.length > 0) return inside;
    if (steps.length === 1 && inside.length > 0) {
      const every = Math.ceil(inside.length / count);
      return inside.filter((_, i) => i % every === 0);
    }
  }
  return ticks(makeScale("linear", scale.low, scale.high), count);
}

/** A result without spread is shown from zero, so that a small difference to a figure looks small. */
export function pointScale(values: readonly number[], wish: "linear" | "log" | "auto"): Scale {
  const scale = fitScale(values, wish);
  return scale.kind === "linear" && Math.min(...values) > 0 ? fitScale([0, ...values], "linear") : scale;
}
