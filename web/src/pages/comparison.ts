/** An older revision beside the newest: what both give for the same settings. Printed by the build for the page's own, and
 * by the browser when a reader or a link has changed them. */
import type { EvaluateAnswer, Lang } from "../engine/types";
import { formatQuantity, formatRange } from "../format";
import { historyWord } from "../messages/history";
import { claimOf, stepLabel, type ClaimData } from "./data";
import { html, type Markup } from "./html";

interface Figures {
  p05: number;
  median: number;
  p95: number;
}

function range({ p05, median, p95 }: Figures, unit: string, lang: Lang): string {
  return p05 === p95
    ? formatQuantity(median, unit, lang, { digits: 4 })
    : formatRange(p05, p95, unit, lang, { digits: 3 });
}

export function comparison(
  { data, lang }: { data: ClaimData; lang: Lang },
  own: EvaluateAnswer,
  newest: EvaluateAnswer | null,
): Markup {
  if (!newest) return html`<p>${historyWord(lang, "not_there")}</p>`;
  const rows = claimOf(data).outputs.flatMap((id) => {
    const of = (answer: EvaluateAnswer) => answer.outputs.find((output) => output.id === id);
    return [{ id, here: of(own), there: of(newest) }];
  });
  const numbers = (output: EvaluateAnswer["outputs"][number] | undefined): string => {
    if (!output) return "";
    const { p05, median, p95 } = output.summary;
    return JSON.stringify([output.unit, p05, median, p95]);
  };
  if (rows.every(({ here, there }) => numbers(here) === numbers(there)))
    return html`<p data-same>${historyWord(lang, "same")}</p>`;
  const cell = (output: EvaluateAnswer["outputs"][number] | undefined): Markup =>
    output
      ? html`<td data-median="${output.summary.median}">${range(output.summary, output.unit, lang)}</td>`
      : html`<td>${historyWord(lang, "nothing")}</td>`;
  return html`<table class="both">
    <thead>
      <tr>
        <td></td>
        <th scope="col">r${own.revision}</th>
        <th scope="col">r${newest.revision}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ id, here, there }) =>
          html`<tr>
            <th scope="row">${stepLabel(data, id, lang)}</th>
            ${cell(here)}${cell(there)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
