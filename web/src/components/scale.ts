/** Between a slider's position (0 to 1) and an input's value. */
import type { InputState } from "../engine/types";

type Scaled = Pick<InputState, "scale" | "min" | "max" | "slider">;

/** The slider's span, widened so that what the page marks on it is inside. */
export function spanOf(input: InputState): { low: number; high: number } {
  const marks = [input.scenario_value, ...(input.published_value ? [input.published_value] : [])].flatMap((value) => [
    value.p05,
    value.p95,
  ]);
  const usable = marks.filter((mark) => Number.isFinite(mark) && (input.scale === "linear" || mark > 0));
  return { low: Math.min(input.slider.low, ...usable), high: Math.max(input.slider.high, ...usable) };
}

/** 0 to 1; values beyond the span lie at its ends. */
export function toPosition(value: number, input: Scaled, span: { low: number; high: number }): number {
  const { low, high } = span;
  if (high <= low) return 0;
  const position =
    input.scale === "log" && low > 0 && value > 0
      ? Math.log(value / low) / Math.log(high / low)
      : (value - low) / (high - low);
  return Math.min(1, Math.max(0, position));
}

/** The value at a position, rounded to what a slider can mean (three digits), inside the hard bounds. */
export function fromPosition(position: number, input: Scaled, span: { low: number; high: number }): number {
  const { low, high } = span;
  const raw = input.scale === "log" && low > 0 ? low * Math.pow(high / low, position) : low + (high - low) * position;
  const step = input.scale === "log" ? raw : high - low;
  const rounded = roundLike(raw, step);
  return Math.min(input.max ?? Infinity, Math.max(input.min ?? -Infinity, rounded));
}

/** Rounded to the third significant digit of `size`. */
function roundLike(value: number, size: number): number {
  if (value === 0 || size === 0) return value;
  const power = Math.floor(Math.log10(Math.abs(size))) - 2;
  const scaled =
    power < 0 ? Math.round(value * 10 ** -power) / 10 ** -power : Math.round(value / 10 ** power) * 10 ** power;
  return Number(scaled.toPrecision(12));
}

/** The two ends a reader sees in the fields of a range: as typed where they were typed, else the 5 and 95 %. */
export function endsOf(value: InputState["value"]): { low: string; high: string } {
  const typed = /^([^.]*(?:\.\d[^.]*)?)\.\.(.+)$/.exec(value.text);
  if (typed && typed[1] !== undefined && typed[2] !== undefined) return { low: typed[1], high: typed[2] };
  return { low: String(Number(value.p05.toPrecision(4))), high: String(Number(value.p95.toPrecision(4))) };
}
