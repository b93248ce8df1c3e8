/** What a result comes to in homes, flights and cars: a reader turns it on, and chooses the country. Every line converts
 * with one value that has a source; where there is none, it says so. */
import type { Lang } from "../engine/types";
import { convert, formatQuantity, formatRange, typeset } from "../format";
import { likeWord, type LikeWord } from "../messages/like";
import { html, type Markup } from "./html";
import type { View } from "./data";

/** A value with its source, as the build found it in the dataset. */
export interface Sourced {
  value: number;
  unit: string;
  source: string; // a short citation
}

export interface LikeData {
  countries: { id: string; label: string; home: Sourced | null; grid: Sourced | null }[];
  flights: Sourced[];
  cars: Sourced[];
  distance: Sourced[];
}

/** What a unit can be said in, and whether it is so much a year; null for what is neither electricity of the facility nor
 * emissions. */
export function likeKind(unit: string): { of: "energy" | "carbon"; rate: boolean } | null {
  if (/_it\b/.test(unit)) return null; // the building's share is not in it
  for (const rate of [false, true]) {
    const a = rate ? "/year" : "";
    if (convert(1, unit, `kWh${a}`) !== null) return { of: "energy", rate };
    if (convert(1, unit, `kgCO2e${a}`) !== null) return { of: "carbon", rate };
  }
  return null;
}

interface Line {
  label: string;
  by: Sourced | null; // null: nobody says it of this country
  unit: string;
  each: number; // of the result's own unit of electricity or emissions
}

function lines(
  { of, rate }: NonNullable<ReturnType<typeof likeKind>>,
  lang: Lang,
  data: LikeData,
  country: string,
): Line[] {
  const a = rate ? "/year" : "";
  const line = (word: LikeWord, by: Sourced | null, unit: string, each: (value: number) => number): Line => ({
    label: likeWord(lang, word),
    by,
    unit,
    each: by ? each(by.value) : Number.NaN,
  });
  if (of === "energy") {
    const at = data.countries.find(({ id }) => id === country);
    if (!at) return [];
    return [
      line(rate ? "homes" : "homes_year", at.home, "household", (kwh) => 1 / kwh),
      line("carbon", at.grid, `kgCO2e${a}`, (grams) => grams / 1000),
    ];
  }
  return [
    ...data.flights.map((by) => line("flights", by, `round_trip${a}`, (kg) => 1 / kg)),
    ...(rate ? [] : data.cars.map((by) => line("cars", by, "car", (kg) => 1 / kg))),
    ...data.distance.map((by) => line("distance", by, `km${a}`, (grams) => 1000 / grams)),
  ];
}

export function like(view: Pick<View, "lang" | "answer">, data: LikeData, country: string): Markup {
  const { lang, answer } = view;
  const [output] = answer.outputs;
  const kind = output ? likeKind(output.unit) : null;
  if (!output || !kind) return html``;
  const base = `${kind.of === "energy" ? "kWh" : "kgCO2e"}${kind.rate ? "/year" : ""}`;
  const [low, high] = [output.summary.p05, output.summary.p95].map(
    (value) => convert(value, output.unit, base) ?? Number.NaN,
  ) as [number, number];
  const none = likeWord(lang, "none");
  const named = data.countries.find(({ id }) => id === country)?.label ?? "";
  return html`<p class="quiet">${likeWord(lang, "note")}</p>
    ${
      kind.of === "energy"
        ? html`<label class="choice"
            ><span>${likeWord(lang, "country")}</span>
            <select>
              <option value="">${likeWord(lang, "choose")}</option>
              ${data.countries.map(
                ({ id, label, home, grid }) =>
                  html`<option value="${id}" ${id === country ? html` selected` : ""}>${typeset(home || grid ? label : `${label} (${none})`, lang)}</option>`,
              )}
            </select></label
          >`
        : ""
    }
    <dl class="like">
      ${lines(kind, lang, data, country).map(
        ({ label, by, unit, each }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>
              ${
                by
                  ? html`<strong>${amount(low * each, high * each, unit, lang)}</strong>
                      <span class="quiet"
                        >${likeWord(lang, "per", { value: formatQuantity(by.value, by.unit, lang, { digits: 6 }), source: by.source })}</span
                      >`
                  : typeset(`${named}: ${none}`, lang)
              }
            </dd>
          </div>`,
      )}
    </dl>`;
}

/** A range, or one number where nothing is spread; emissions in a unit of their size. */
function amount(low: number, high: number, unit: string, lang: Lang): string {
  const fit = unit.startsWith("kgCO2e") && high >= 1000 ? unit.replace("kg", "t") : unit;
  const [a, b] = [convert(low, unit, fit) ?? low, convert(high, unit, fit) ?? high];
  return a === b
    ? formatQuantity(a, fit, lang, { digits: 2, about: true })
    : formatRange(a, b, fit, lang, { digits: 2 });
}
