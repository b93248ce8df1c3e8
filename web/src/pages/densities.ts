/** The distributions behind "in detail". Loaded when that is opened: most visits never see them. */
import { density } from "../charts";
import type { OutputState } from "../engine/types";
import { claimOf, stepLabel, type View } from "./data";
import { marksOf, showUnit } from "./figures";
import { html, markup, type Markup } from "./html";
import { keyOf } from "./signs";

function densityChart(view: View, output: OutputState): string {
  if (!output.density) return "";
  const { p05, median, p95 } = output.summary;
  return density(
    {
      lang: view.lang,
      unit: output.unit,
      ...showUnit(claimOf(view.data), output),
      density: output.density,
      p05,
      median,
      p95,
      marks: marksOf(view, output),
      samples: view.answer.request.samples,
      title: stepLabel(view.data, output.id, view.lang),
    },
    { id: `density-${output.id}` },
  );
}

export function densities(view: View): Markup {
  const all = html`${view.answer.outputs.map((output) =>
    output.density
      ? html`<figure class="density">
          <figcaption>${stepLabel(view.data, output.id, view.lang)}</figcaption>
          ${markup(densityChart(view, output))}
        </figure>`
      : "",
  )}`;
  return html`${all}${keyOf(view.lang, all)}`;
}
