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

const kStops = 100;

/** Where a key takes a slider: about a hundred stops between its ends, even on a linear scale, each a like factor on a log
 * one, and all of them round numbers. Going back over them meets the same ones. */
export function stopsOf(input: Scaled, span: { low: number; high: number }): number[] {
  const { low, high } = span;
  const stops = [low, high];
  if (input.scale === "log" && low > 0) {
    const factor = Math.pow(high / low, 1 / kStops);
    for (let i = 1; i < kStops; ++i) {
      const value = low * Math.pow(factor, i);
      stops.push(roundTo(value, niceStep(value * (factor - 1))));
    }
  } else {
    const step = niceStep((high - low) / kStops);
    for (let i = Math.ceil(low / step); i * step < high; ++i) stops.push(roundTo(i * step, step));
  }
  const within = (value: number): number => Math.min(input.max ?? Infinity, Math.max(input.min ?? -Infinity, value));
  return [...new Set(stops.map(within))].filter((stop) => stop >= low && stop <= high).sort((a, b) => a - b);
}

/** The stop so many stops away from a value, which need not be one. */
export function stopFrom(value: number, by: number, stops: readonly number[]): number {
  const close = (stop: number): boolean => Math.abs(stop - value) <= 1e-9 * Math.abs(value);
  const beyond =
    by > 0
      ? stops.filter((stop) => stop > value && !close(stop))
      : [...stops].reverse().filter((stop) => stop < value && !close(stop));
  return beyond[Math.min(Math.abs(by), beyond.length) - 1] ?? value;
}

/** The next 1, 2 or 5 times a power of ten. */
function niceStep(size: number): number {
  const power = Math.pow(10, Math.floor(Math.log10(size)));
  return power * ([1, 2, 5].find((digit) => digit * power >= size * (1 - 1e-9)) ?? 10);
}

function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
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
