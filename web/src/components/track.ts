/** The track of an input: the sourced range as a grey bar (hatched where it is our assumption), a tick per reading,
 * the author's value as a diamond. Positions are shares of the width, so that the native slider laid over it
 * agrees with it at any width. What it shows is also said in words beside it. */
import type { InputState } from "../engine/types";
import { parseValueText, shownIn } from "../format";
import { inputDef, type View } from "../pages/data";
import { html, type Markup } from "../pages/html";
import { spanOf, toPosition } from "./scale";

const share = (position: number): string => `${(position * 100).toFixed(2)}%`;

export function track(view: View, input: InputState): Markup {
  const span = spanOf(input);
  const at = (value: number): string => share(toPosition(value, input, span));
  const range = input.scenario_value;
  const from = toPosition(range.p05, input, span);
  const to = toPosition(range.p95, input, span);
  const author = input.published_value;
  const yours = input.changed && input.value.p05 !== input.value.p95 ? input.value : null;
  return html`<span class="track-marks" aria-hidden="true"><span class="track-rail"></span>${
    range.p05 === range.p95
      ? ""
      : html`<span class="track-range ${input.range === "assumed" ? "assumed" : ""}" style="left:${share(from)};width:${share(to - from)}"></span>`
  }${
    yours
      ? html`<span class="track-yours" style="left:${at(yours.p05)};width:${share(toPosition(yours.p95, input, span) - toPosition(yours.p05, input, span))}"></span>`
      : ""
  }${readingValues(view, input).map((value) => html`<span class="track-tick" style="left:${at(value)}"></span>`)}${
    author && input.state !== "omitted" && input.state !== "unknown"
      ? html`<span class="track-author" style="left:${at(author.median)}"></span>`
      : ""
  }</span>`;
}

/** The readings in the input's own unit; those that are no single number are left to the list of readings. */
function readingValues(view: View, input: InputState): number[] {
  return (inputDef(view.data, input.id).readings ?? []).flatMap((reading) => {
    const parsed = parseValueText(reading.value);
    if (!parsed) return [];
    const there = shownIn(parsed.value, parsed.unit, input.unit);
    return there.unit === input.unit && Number.isFinite(there.value) ? [there.value] : [];
  });
}
