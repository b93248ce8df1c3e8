/** A pinned page keeps its numbers; whether it is still the newest is asked of a small file beside the revisions, and
 * whether its sources were due to be looked at again of the reader's clock. Neither holds anything up. */
import type { Lang, Text } from "../engine/types";
import { fill, messages } from "../messages";
import { html } from "./html";

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

function show(id: string, text: string): void {
  const strip = document.getElementById(id);
  if (!strip || text === "" || !strip.hidden) return; // a page that was built later says it already
  strip.hidden = false;
  strip.innerHTML = html`<p class="notice">${text}</p>`.text;
}

export async function watchStatus(url: string, revision: number): Promise<void> {
  if (revision === 0) return;
  try {
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) return;
    const status = (await response.json()) as Status;
    const lang = document.documentElement.lang as Lang;
    const m = messages[lang].revision.strip;
    const date = status.date ?? "";
    const state = stateOf(status, revision);
    if (state === "withdrawn") show("status-strip", fill(m.withdrawn, { date, reason: status.reason?.[lang] ?? "" }));
    else if (state === "corrected") show("status-strip", fill(m.corrected, { date, revision }));
    else if (state === "newer") show("status-strip", fill(m.newer, { revision }));
  } catch {
    // without a network the page still stands
  }
}

/** Both dates are year-month-day: they compare as texts. */
export const isStale = (reviewBy: string, today: string): boolean => reviewBy !== "" && today > reviewBy;

export function watchAge(today: string = new Date().toISOString().slice(0, 10)): void {
  const reviewBy = document.getElementById("main")?.dataset.reviewBy ?? "";
  const lang = document.documentElement.lang as Lang;
  if (isStale(reviewBy, today)) show("stale", fill(messages[lang].revision.strip.stale, { date: reviewBy }));
}
