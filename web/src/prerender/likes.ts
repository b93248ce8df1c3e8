/** The values that equivalents convert with, out of the dataset, with words in one language. */
import type { Bundle, DatasetFiles, Lang, Model, Reading, ScenarioInput, Source } from "../engine/types";
import { convert, parseValueText } from "../format";
import { shortCitation } from "../pages/citation";
import { sourceIds } from "../sentences/words";
import type { LikeData, Sourced } from "../pages/like";
import { say } from "../pages/words";

export function likeData({ files }: DatasetFiles, lang: Lang): LikeData {
  const sourced = (entry: ScenarioInput | Reading | undefined, unit: string): Sourced | null => {
    const written = parseValueText(String(entry?.value ?? ""));
    const value = written ? convert(written.value, written.unit, unit) : null;
    const source = sourceIds(entry)
      .map((id) => shortCitation(files[`sources/${id}.json`] as Source))
      .join("; ");
    return entry === undefined || value === null || source === "" || entry.evidence === "unverified"
      ? null
      : { value, unit, source };
  };
  const readings = (all: readonly Reading[] | undefined, unit: string): Sourced[] =>
    (all ?? []).flatMap((reading) => {
      const found = sourced(reading, unit);
      return found ? [{ ...found, source: found.source + (reading.note ? ` · ${say(reading.note, lang)}` : "") }] : [];
    });
  const home = files["bundles/home.json"] as Bundle;
  const grid = files["bundles/grid.json"] as Bundle;
  const place = /^[a-z]{2}$/; // a country or region: not the world, not a second factor of one
  const ids = [...new Set([...home.options, ...grid.options].map(({ id }) => id))].filter((id) => place.test(id));
  const of = (bundle: Bundle, id: string) => bundle.options.find((option) => option.id === id);
  const input = (model: string, id: string) => (files[`models/${model}.json`] as Model).inputs[id]?.readings;
  return {
    countries: ids.map((id) => ({
      id,
      label: say((of(home, id) ?? of(grid, id))?.label, lang),
      home: sourced(of(home, id)?.values?.household_use, "kWh/(household*year)"),
      grid: sourced(of(grid, id)?.values?.grid_intensity, "gCO2e/kWh_facility"),
    })),
    flights: readings(input("flight-equivalent", "passenger_flight_carbon"), "kgCO2e/round_trip"),
    cars: readings(input("car-equivalent", "car_lifetime_carbon"), "kgCO2e/car"),
    distance: readings((files["quantities/car_intensity.json"] as { readings?: Reading[] }).readings, "gCO2e/km"),
  };
}
