/** A pinned page keeps its numbers; whether it is still the newest is asked of a small file beside the revisions. */
import type { Lang } from "../engine/types";
import { fill, messages } from "../messages";
import { html } from "./html";

export interface Status {
  state: "ok" | "corrected" | "withdrawn";
  newest: number;
  date?: string;
  reason?: Record<Lang, string>;
}

export async function watchStatus(url: string, revision: number): Promise<void> {
  try {
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) return;
    const status = (await response.json()) as Status;
    const lang = document.documentElement.lang as Lang;
    const m = messages[lang].revision.strip;
    const date = status.date ?? "";
    let text = "";
    if (status.state === "withdrawn") text = fill(m.withdrawn, { date, reason: status.reason?.[lang] ?? "" });
    else if (status.state === "corrected") text = fill(m.corrected, { date, revision });
    else if (status.newest > revision) text = fill(m.newer, { revision });
    const strip = document.getElementById("status-strip");
    if (!strip || text === "") return;
    strip.hidden = false;
    strip.innerHTML = html`<p class="notice">${text}</p>`.text;
  } catch {
    // without a network the page still stands
  }
}
