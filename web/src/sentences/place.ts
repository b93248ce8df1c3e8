/** Where a published figure lies, from numbers alone. The engine's answer is preferred wherever it is there;
 * these pure functions are its oracle and serve figures the engine was not asked about. */
import type { EndPosition, Placement, PointPosition, Summary, ThresholdPosition } from "../engine/types";

/** A figure against the 5, 25, 75 and 95 % quantiles; a quantile itself belongs to the inner part. */
export function pointPosition(value: number, range: Pick<Summary, "p05" | "p25" | "p75" | "p95">): PointPosition {
  if (value < range.p05) return "below";
  if (value < range.p25) return "lower";
  if (value <= range.p75) return "middle";
  if (value <= range.p95) return "upper";
  return "above";
}

/** Where the range lies against a threshold. The same words serve "more than" and "at most": the range above a
 * ceiling speaks against it as the range below a floor does. */
export function thresholdPosition(threshold: number, range: Pick<Summary, "p05" | "p95">): ThresholdPosition {
  if (range.p05 > threshold) return "above";
  if (range.p95 < threshold) return "below";
  return "inside";
}

/** A published end against ours: within 10 % is the same. */
export function endPosition(published: number, ours: number): EndPosition {
  if (Math.abs(published - ours) <= 0.1 * Math.abs(ours)) return "same";
  return published > ours ? "higher" : "lower";
}

/** How many times beyond the nearer end a figure lies, from a factor of 3 on; null when it does not, or where
 * signs make a factor meaningless. */
export function timesBeyond(value: number, range: Pick<Summary, "p05" | "p95">): number | null {
  if (value > range.p95 && range.p95 > 0 && value / range.p95 >= 3) return value / range.p95;
  if (value < range.p05 && value > 0 && range.p05 / value >= 3) return range.p05 / value;
  return null;
}

/** Within 10 % of the recomputed number a conversion comes out; a bound comes out where the engine finds it met. */
export function comesOut(placement: Pick<Placement, "value" | "relation" | "holds">, recomputed: number): boolean {
  if (placement.relation !== "about") return placement.holds;
  return endPosition(placement.value, recomputed) === "same";
}
