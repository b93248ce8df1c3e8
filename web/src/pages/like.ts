/** What a result comes to in homes, flights and cars: a reader turns it on, and chooses the country. Every line converts
 * with one value that has a source; where there is none, it says so. */
import type { Lang } from "../engine/types";
import { convert, formatQuantity, formatRange } from "../format";
import { likeWord } from "../messages/like";
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

/** What a unit can be said in; null for what is neither electricity of the facility nor emissions. */
export function likeKind(unit: string): "energy" | "power" | "carbon" | "carbon_rate" | null {
  if (/_it\b/.test(unit)) return null; // the building's share is not in it
  if (convert(1, unit, "kWh") !== null) return "energy";
  if (convert(1, unit, "kWh/year") !== null) return "power";
  if (convert(1, unit, "kgCO2e") !== null) return "carbon";
  return convert(1, unit, "kgCO2e/year") !== null ? "carbon_rate" : null;
}

/** `_view=like` in a link, or `_view=like.cn`; null where equivalents are off. */
export function countryOf(view: string | null): string | null {
  const match = /^like(?:\.([a-z_]+))?$/.exec(view ?? "");
  return match ? (match[1] ?? "") : null;
}

interface Line {
  label: string;
  low: number;
  high: number;
  unit: string;
  by: Sourced;
}

function lines(lang: Lang, low: number, high: number, unit: string, data: LikeData, country: string): Line[] {
  const kind = likeKind(unit);
  const at = data.countries.find(({ id }) => id === country);
  const scaled = (label: string, to: string, by: Sourced, as: string, factor: number): Line => ({
    label,
    low: (convert(low, unit, to) ?? Number.NaN) * factor,
    high: (convert(high, unit, to) ?? Number.NaN) * factor,
    unit: as,
    by,
  });
  const word = (id: Parameters<typeof likeWord>[1]): string => likeWord(lang, id);
  if (kind === "energy" || kind === "power") {
    const to = kind === "energy" ? "kWh" : "kWh/year";
    const carbon = kind === "energy" ? "kgCO2e" : "kgCO2e/year";
    return [
      ...(at?.home
        ? [scaled(word(kind === "energy" ? "homes_year" : "homes"), to, at.home, "household", 1 / at.home.value)]
        : []),
      ...(at?.grid ? [scaled(word("carbon"), to, at.grid, carbon, at.grid.value / 1000)] : []),
    ];
  }
  if (kind === null) return [];
  const to = kind === "carbon" ? "kgCO2e" : "kgCO2e/year";
  const a = kind === "carbon" ? "" : "/year";
  return [
    ...data.flights.map((by) => scaled(word("flights"), to, by, `round_trip${a}`, 1 / by.value)),
    ...(kind === "carbon" ? data.cars.map((by) => scaled(word("cars"), to, by, "car", 1 / by.value)) : []),
    ...data.distance.map((by) => scaled(word("distance"), to, by, `km${a}`, 1000 / by.value)),
  ];
}

export function like(view: Pick<View, "lang" | "answer">, data: LikeData, country: string): Markup {
  const { lang, answer } = view;
  const [output] = answer.outputs;
  if (!output) return html``;
  const { p05, p95 } = output.summary;
  const kind = likeKind(output.unit);
  const at = data.countries.find(({ id }) => id === country);
  const none = (label: string): Markup =>
    html`<div>
      <dt>${label}</dt>
      <dd>${at?.label}: ${likeWord(lang, "none")}</dd>
    </div>`;
  const electric = kind === "energy" || kind === "power";
  const missing = electric && at !== undefined;
  return html`<p class="quiet">${likeWord(lang, "note")}</p>
    ${
      electric
        ? html`<label class="choice"
            ><span>${likeWord(lang, "country")}</span>
            <select>
              <option value="">${likeWord(lang, "choose")}</option>
              ${data.countries.map(
                ({ id, label, home, grid }) =>
                  html`<option value="${id}" ${id === country ? html` selected` : ""}>${label}${home || grid ? "" : ` (${likeWord(lang, "none")})`}</option>`,
              )}
            </select></label
          >`
        : ""
    }
    <dl class="like">
      ${lines(lang, p05, p95, output.unit, data, country).map(
        ({ label, low, high, unit, by }) =>
          html`<div>
            <dt>${label}</dt>
            <dd>
              <strong>${amount(low, high, unit, lang)}</strong>
              <span class="quiet"
                >${likeWord(lang, "per", { value: formatQuantity(by.value, by.unit, lang, { digits: 6 }), source: by.source })}</span
              >
            </dd>
          </div>`,
      )}
      ${missing && !at.home ? none(likeWord(lang, kind === "energy" ? "homes_year" : "homes")) : ""}
      ${missing && !at.grid ? none(likeWord(lang, "carbon")) : ""}
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
