/** An output against an input, in the details: which of both the reader chooses; the input held last is drawn first. */
import { sweep, type SweepData } from "../charts/sweep";
import type { InputState, OutputState, SweepAnswer } from "../engine/types";
import { formatQuantity, formatRange, typeset } from "../format";
import { messages } from "../messages";
import { relationText } from "../charts/bar_words";
import { claimOf, inputLabel, stepLabel, type View } from "./data";
import { marksOf, showUnit } from "./figures";
import { html, markup, type Markup } from "./html";
import { keyOf } from "./signs";
import { why } from "./why_words";

export interface Chosen {
  input: string;
  output: string;
}

/** Inputs that move an output, in the order of the page. */
export const sweepable = (view: View, output: string): InputState[] =>
  view.answer.inputs.filter((input) => input.moves.includes(output) && input.value.shape !== "choice");

/** What is drawn first: over time where the claim has a time to go along, else the input the claim turns on.
 * @param flat outputs that say nothing along it */
export function firstChoice(view: View, flat: ReadonlySet<string>): Chosen | null {
  const { outputs, driver } = claimOf(view.data);
  for (const output of outputs.filter((id) => !flat.has(id))) {
    const inputs = sweepable(view, output);
    const first = inputs.findLast(({ unit }) => unit === "date") ?? inputs.find(({ id }) => id === driver) ?? inputs[0];
    if (first) return { input: first.id, output };
  }
  return null;
}

function dataOf(view: View, output: OutputState, input: InputState, answer: SweepAnswer): SweepData {
  const { lang, data } = view;
  const [mark] = marksOf(view, output);
  const unit = showUnit(claimOf(data), output);
  return {
    lang,
    title: why(lang, "sweep_of", { output: stepLabel(data, output.id, lang), input: inputLabel(data, input.id, lang) }),
    input: { label: inputLabel(data, input.id, lang), unit: input.unit, scale: answer.scale, now: input.value.median },
    output: { label: stepLabel(data, output.id, lang), unit: output.unit, ...unit },
    points: answer.points.map(({ value, central, band }) => ({
      value,
      central,
      low: band?.p05 ?? null,
      high: band?.p95 ?? null,
    })),
    figure: mark
      ? {
          value: mark.value,
          label: typeset(
            `${messages[lang].a11y[mark.role === "article" ? "mark_article" : "mark_original"]}: ${relationText(mark, output.unit, lang)}`,
            lang,
          ),
        }
      : null,
    now: why(lang, "sweep_now", { value: formatQuantity(input.value.median, input.unit, lang, { digits: 4 }) }),
  };
}

const kRows = 9;

export function sweeps(view: View, chosen: Chosen, answer: SweepAnswer | null): Markup {
  const { lang, data } = view;
  const output = view.answer.outputs.find((candidate) => candidate.id === chosen.output);
  const input = view.answer.inputs.find((candidate) => candidate.id === chosen.input);
  const choice = (name: string, label: string, options: { id: string; text: string }[], at: string): Markup =>
    html`<label class="choice"
      ><span>${label}</span>
      <select data-sweep="${name}">
        ${options.map(({ id, text }) => html`<option value="${id}" ${id === at ? html` selected` : ""}>${text}</option>`)}
      </select></label
    >`;
  const drawn = output && input && answer?.ok ? dataOf(view, output, input, answer) : null;
  const chart = drawn ? sweep(drawn, { id: "sweep-chart" }) : "";
  const every = drawn ? Math.max(1, Math.floor((drawn.points.length - 1) / (kRows - 1))) : 1;
  const show = (value: number | null): string =>
    value === null || !output ? "\u2014" : formatQuantity(value, output.unit, lang, { digits: 3 });
  return html`<h3>${why(lang, "sweep_title")}</h3>
    <div class="choices">
      ${choice(
        "output",
        messages[lang].derivation.result,
        view.answer.outputs.map(({ id }) => ({ id, text: stepLabel(data, id, lang) })),
        chosen.output,
      )}
      ${choice(
        "input",
        why(lang, "sweep_over"),
        sweepable(view, chosen.output).map(({ id }) => ({ id, text: inputLabel(data, id, lang) })),
        chosen.input,
      )}
    </div>
    ${
      drawn && output && input
        ? html`<figure class="sweep">${markup(chart)}</figure>
            ${keyOf(lang, chart)}
            <p class="quiet">${drawn.now}</p>
            <details>
              <summary>${messages[lang].detail.table}</summary>
              <div class="scroll" tabindex="0" role="region" aria-label="${why(lang, "sweep_title")}">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">${inputLabel(data, input.id, lang)}</th>
                      <th scope="col">${messages[lang].detail.median}</th>
                      <th scope="col">${messages[lang].detail.range90}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${drawn.points
                      .filter((_, i) => i % every === 0)
                      .map(
                        ({ value, central, low, high }) =>
                          html`<tr>
                            <th scope="row">${formatQuantity(value, input.unit, lang, { digits: 3 })}</th>
                            <td>${show(central)}</td>
                            <td>
                              ${low === null || high === null ? "\u2014" : formatRange(low, high, output.unit, lang, { digits: 3 })}
                            </td>
                          </tr>`,
                      )}
                  </tbody>
                </table>
              </div>
            </details>`
        : ""
    }`;
}
