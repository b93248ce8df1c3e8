/** A pinned page keeps its numbers; whether it is still the newest is asked of a small file beside the revisions, and
 * whether its sources were due to be looked at again of the reader's clock. Neither holds anything up. */
import type { Lang, Text } from "../engine/types";

/** claims/<id>/status.json */
export interface Status {
  state: "ok" | "corrected" | "withdrawn"; // of the newest revision
  newest: number;
  revisions?: Record<string, "ok" | "newer" | "corrected" | "withdrawn">; // r<n>, as a pinned page says it
  date?: string; // of the correction or withdrawal
  reason?: Text;
}

/** What a pinned revision has to say of itself. */
export function stateOf({ state, newest, revisions }: Status, revision: number): string {
  const own = revisions?.[`r${revision}`] ?? state;
  return own === "ok" && newest > revision ? "newer" : own;
}

/** What says it (strip.ts). Most pages have nothing to say, and ask for the words where they need them. */
export type Strip = () => Promise<Pick<typeof import("./strip"), "showState" | "showAge">>;
const language = (): Lang => document.documentElement.lang as Lang;

export async function watchStatus(url: string, revision: number, strip: Strip): Promise<void> {
  if (revision === 0) return;
  try {
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) return;
    const status = (await response.json()) as Status;
    const state = stateOf(status, revision);
    if (state !== "ok") (await strip()).showState(status, state, revision, language());
  } catch {
    // without a network the page still stands
  }
}

/** Both dates are year-month-day: they compare as texts. */
export const isStale = (reviewBy: string, today: string): boolean => reviewBy !== "" && today > reviewBy;

export function watchAge(strip: Strip, today: string = new Date().toISOString().slice(0, 10)): void {
  const reviewBy = document.getElementById("main")?.dataset.reviewBy ?? "";
  if (isStale(reviewBy, today)) void strip().then((said) => said.showAge(reviewBy, language()));
}
