/** What a pinned page says above the claim when it is no longer the last word. */
import type { Lang } from "../engine/types";
import { fill, messages } from "../messages";
import { html } from "./html";
import type { Status } from "./status";

/** @param state of this revision, as `stateOf` has it */
export function showState(status: Status, state: string, revision: number, lang: Lang): void {
  const m = messages[lang].revision.strip;
  const date = status.date ?? "";
  if (state === "withdrawn") show("status-strip", fill(m.withdrawn, { date, reason: status.reason?.[lang] ?? "" }));
  else if (state === "corrected") show("status-strip", fill(m.corrected, { date, revision }));
  else if (state === "newer") show("status-strip", fill(m.newer, { revision }));
}

export function showAge(reviewBy: string, lang: Lang): void {
  show("stale", fill(messages[lang].revision.strip.stale, { date: reviewBy }));
}

function show(id: string, text: string): void {
  const strip = document.getElementById(id);
  if (!strip || text === "" || !strip.hidden) return; // a page that was built later says it already
  strip.hidden = false;
  strip.innerHTML = html`<p class="notice">${text}</p>`.text;
}
