/** "What moves the result most": one bar an input that has a range, and the numbers behind it for who wants them. Printed
 * by the build for the published settings, by the module of details for the reader's. */
import { ranking } from "../charts/ranking";
import type { Estimate, ExplainAnswer, Indices, Lang } from "../engine/types";
import { formatNumber, formatQuantity } from "../format";
import { messages } from "../messages";
import { bundleName, inputLabel, stepLabel, type ClaimData } from "./data";
import { html, markup, type Markup } from "./html";
import { keyOf } from "./signs";
import { why } from "./why_words";

export interface Place {
  lang: Lang;
  data: ClaimData;
}

const kNamed = 4;

type Group = Indices["groups"][number];

function groupName({ lang, data }: Place, group: { inputs: readonly string[]; bundle: string | null }): string {
  return group.bundle === null
    ? inputLabel(data, group.inputs[0] ?? "", lang)
    : bundleName({ lang, data }, group.bundle);
}

const pairOf = (group: Group, scale: Indices["scale"]) => (scale === "log" && group.log ? group.log : group.linear);

/** A share in whole percent: the sampling error allows more, what a reader compares does not. */
export function shareText(share: number, lang: Lang): string {
  return share < 0.005 ? why(lang, "under_one") : `${Math.round(Math.min(1, share) * 100)} %`;
}

export function moves(place: Place, answer: ExplainAnswer): Markup {
  const { lang, data } = place;
  const { indices } = answer;
  // Every input that the result depends on has a row in the details; a few are named here.
  const list = (ids: readonly string[]): string => {
    const names = ids.slice(0, kNamed).map((id) => inputLabel(data, id, lang));
    const more = ids.length - names.length;
    return [...names, ...(more > 0 ? [why(lang, "moves_more", { count: more })] : [])].join(messages[lang].a11y.list);
  };
  const groups = indices?.groups ?? [];
  const chart = ranking(
    {
      lang,
      title: `${why(lang, "moves_title")}: ${stepLabel(data, answer.output, lang)}`,
      rows: groups.map((group) => {
        const share = pairOf(group, indices?.scale ?? "linear").total.value;
        return { label: groupName(place, group), share, text: shareText(share, lang) };
      }),
    },
    { id: "moves-chart" },
  );
  return html`${
    groups.length === 0
      ? html`<p>${why(lang, "moves_none")}</p>`
      : html`<p class="quiet">${why(lang, "moves_note")}</p>
            <figure class="ranking">${markup(chart)}</figure>
            ${keyOf(lang, chart)}
            ${answer.held.length > 0 ? html`<p class="quiet">${why(lang, "moves_held", { list: list(answer.held) })}</p>` : ""}`
  }
    <details>
      <summary>${why(lang, "moves_detail")}</summary>
      ${numbers(place, answer)}
    </details>`;
}

/** Share and sampling error in percent, as many decimals as the error allows. */
function estimate({ value, error }: Estimate): string {
  const percent = (part: number): string => (Math.round(part * 1000) / 10).toFixed(1);
  return `${percent(Math.max(0, value))} ± ${percent(Math.max(0.001, error))}`;
}

/** First-order and total shares, one input at a time, elasticities: a row an input, or a bundle whose members move together. */
function numbers(place: Place, answer: ExplainAnswer): Markup {
  const { lang, data } = place;
  const { indices, unit, centre } = answer;
  const value = (one: number | null): string =>
    one === null ? "\u2014" : formatQuantity(one, unit, lang, { digits: 3 });
  const rows = new Map<string, { name: string; inputs: readonly string[]; group?: Group }>();
  for (const group of indices?.groups ?? [])
    rows.set(group.inputs.join(), { name: groupName(place, group), inputs: group.inputs, group });
  for (const { input, value: slope } of answer.elasticities ?? [])
    if (slope !== null && slope !== 0 && ![...rows.values()].some((row) => row.inputs.includes(input)))
      rows.set(input, { name: inputLabel(data, input, lang), inputs: [input] });
  const bars = new Map((answer.tornado ?? []).map((bar) => [bar.inputs.join(), bar]));
  const slopes = new Map((answer.elasticities ?? []).map(({ input, value: slope }) => [input, slope]));
  const slope = (inputs: readonly string[]): string => {
    const one = inputs.length === 1 ? (slopes.get(inputs[0] ?? "") ?? null) : null;
    if (one === null) return "\u2014";
    return `${one < 0 ? "\u2212" : "+"}${formatNumber(Math.abs(one), lang, { digits: 2 })} %`;
  };
  const scale = indices?.scale ?? "linear";
  const shares = (indices?.groups.length ?? 0) > 0;
  return html`${
    shares && indices
      ? html`<p class="quiet">
            ${why(lang, scale === "log" ? "scale_log" : "scale_linear", { rows: formatNumber(indices.rows, lang) })}
          </p>`
      : ""
  }
    <div class="scroll wide" tabindex="0" role="region" aria-label="${why(lang, "moves_title")}: ${why(lang, "moves_detail")}">
      <table>
        <thead>
          <tr>
            <th scope="col">${messages[lang].detail.quantity}</th>
            ${
              shares
                ? html`<th scope="col">${why(lang, "total")} (%)</th>
                    <th scope="col">${why(lang, "first_order")} (%)</th>
                    <th scope="col">${why(lang, "at_low")}</th>
                    <th scope="col">${why(lang, "at_high")}</th>`
                : ""
            }
            <th scope="col">${why(lang, "elasticity")}</th>
          </tr>
        </thead>
        <tbody>
          ${[...rows.values()].map(({ name, inputs, group }) => {
            const pair = group ? pairOf(group, scale) : null;
            const bar = bars.get(inputs.join());
            return html`<tr data-moves="${inputs.join(" ")}">
              <th scope="row">${name}</th>
              ${
                shares
                  ? html`<td>${pair ? estimate(pair.total) : "\u2014"}</td>
                      <td>${pair ? estimate(pair.first) : "\u2014"}</td>
                      <td>${value(bar?.low ?? null)}</td>
                      <td>${value(bar?.high ?? null)}</td>`
                  : ""
              }
              <td>${slope(inputs)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${centre === null ? "" : html`<p class="quiet">${why(lang, "centre_note", { value: value(centre) })}</p>`}`;
}
