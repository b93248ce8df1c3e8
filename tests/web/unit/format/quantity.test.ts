import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  convert,
  formatQuantity,
  formatRange,
  isCounted,
  isKnownUnit,
  isRatio,
  parseUnit,
  parseValueText,
  speakQuantity,
  speakRange,
  unitLabel,
} from "../../../../web/src/format/index";
import { kLangs } from "../support/answers";

const kRoot = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

describe("quantities for people", () => {
  test.each([
    [500_000, "kWh_facility/day", "500,000 kWh a day", "每天 50 万度", "每天 50 萬度"],
    [564, "MWh_facility/day", "564 MWh a day", "每天 56.4 万度", "每天 56.4 萬度"],
    [29.2, "TWh_facility/year", "29.2 TWh a year", "每年 29.2 太瓦时", "每年 29.2 TWh"],
    [80, "GWh_facility/day", "80 GWh a day", "每天 8000 万度", "每天 8,000 萬度"],
    [2.9, "Wh_facility/request", "2.9 Wh per request", "每次请求 2.9 瓦时", "每次請求 2.9 Wh"],
    [10_715, "kWh/(household*year)", "10,715 kWh per household a year", "每户每年 10715 度", "每戶每年 10,715 度"],
    [0.43, "kgCO2e/kWh", "0.43 kg CO₂e per kWh", "每度 0.43 千克 CO₂e", "每度 0.43 公斤 CO₂e"],
    [552.1, "tCO2e", "552.1 t CO₂e", "552.1 吨 CO₂e", "552.1 公噸 CO₂e"],
    [1438, "lbCO2e", "1,438 lb CO₂e", "1438 磅 CO₂e", "1,438 磅 CO₂e"],
    [0.26, "mL/request", "0.26 mL per request", "每次请求 0.26 毫升", "每次請求 0.26 毫升"],
    [3617, "server", "3,617 servers", "3617 台服务器", "3,617 台伺服器"],
    [1, "server", "1 server", "1 台服务器", "1 台伺服器"],
    [17_000, "household", "17,000 households", "1.7 万户家庭", "1.7 萬戶家庭"],
    [
      0.57,
      "household/accelerator",
      "0.57 households per accelerator",
      "每张加速卡 0.57 户家庭",
      "每張加速卡 0.57 戶家庭",
    ],
    [703_808, "km", "703,808 km", "703808 公里", "703,808 公里"],
    [1, "round_trip", "1 round trip", "1 次往返", "1 次來回"],
    [57, "%", "57 %", "57%", "57%"],
    [700, "W_it/accelerator", "700 W per accelerator", "每张加速卡 700 瓦", "每張加速卡 700 W"],
    [
      4,
      "Wh/(token*accelerator)",
      "4 Wh per token per accelerator",
      "每个 token 每张加速卡 4 瓦时",
      "每個 token 每張加速卡 4 Wh",
    ],
    [15.3, "GW_it", "15.3 GW", "1530 万千瓦", "15.3 GW"],
    [1.2, "kWh_facility/kWh_it", "1.2", "1.2", "1.2"],
    [
      5_000_000,
      "USD_2023",
      "5 million US dollars (2023 prices)",
      "500 万美元（2023 年价格）",
      "500 萬美元（2023 年價格）",
    ],
    [2019, "date", "2019", "2019", "2019"],
    [100, "accelerator*h", "100 accelerator-hours", "100 张加速卡·小时", "100 張加速卡·小時"],
  ])("%d %s", (value, unit, en, hans, hant) => {
    expect(kLangs.map((lang) => formatQuantity(value, unit, lang))).toEqual([en, hans, hant]);
  });

  test("a range is said with its unit once", () => {
    expect(formatRange(400_123, 619_500, "kWh_facility/day", "en", { digits: 2 })).toBe("400,000–620,000 kWh a day");
    expect(
      formatRange(400_123, 619_500, "kWh_facility/day", "zh-Hans", {
        digits: 2,
      }),
    ).toBe("每天 40 万–62 万度");
    expect(formatRange(71, 130, "TWh/year", "zh-Hant", { about: true })).toBe("每年約 71–130 TWh");
  });

  test("two dates of one year are told apart", () => {
    expect(formatRange(2020.83, 2021.04, "date", "en", { digits: 3 })).toBe("2020.8–2021");
    expect(formatRange(2010, 2018, "date", "zh-Hans", { digits: 3 })).toBe("2010–2018");
  });

  test("the prefix follows the size where asked", () => {
    expect(formatQuantity(54_000_000, "Wh", "en", { prefix: "auto" })).toBe("54 MWh");
    expect(formatQuantity(54_000_000, "Wh", "zh-Hans", { prefix: "auto" })).toBe("5.4 万度");
    expect(formatRange(54e6, 2.2e8, "Wh", "en", { prefix: "auto" })).toBe("54–220 MWh");
    expect(formatQuantity(0.0002, "MWh", "en", { prefix: "auto" })).toBe("200 Wh");
    expect(formatQuantity(652_000, "gCO2e", "en", { prefix: "auto" })).toBe("652 kg CO₂e");
    expect(formatQuantity(10_715, "kWh/(household*year)", "en", { prefix: "auto" })).toBe(
      "10,715 kWh per household a year",
    );
  });

  test("the kinds are named where asked", () => {
    expect(formatQuantity(1, "kWh_it", "en", { kinds: true })).toBe("1 kWh (IT equipment)");
    expect(formatQuantity(5, "L_onsite", "zh-Hans", { kinds: true })).toBe("5 升（现场）");
    expect(formatQuantity(5, "tCO2e_market", "en", { kinds: true })).toBe("5 t CO₂e (market-based)");
  });

  test("the axis label stands alone", () => {
    expect(kLangs.map((lang) => unitLabel("kWh_facility/day", lang).text)).toEqual([
      "kWh a day",
      "度（每天）",
      "度（每天）",
    ]);
    expect(kLangs.map((lang) => unitLabel("server", lang).text)).toEqual(["servers", "服务器（台）", "伺服器（台）"]);
    expect(unitLabel("MWh", "zh-Hans")).toEqual({ text: "度", factor: 1000 });
    expect(unitLabel("1", "en").text).toBe("");
  });

  test("what is read aloud has no abbreviation", () => {
    expect(speakQuantity(500_000, "kWh_facility/day", "en")).toBe("500,000 kilowatt-hours a day");
    expect(speakQuantity(1, "kW_it/server", "en")).toBe("1 kilowatt per server");
    expect(speakRange(400_000, 620_000, "kWh_facility/day", "en")).toBe("400,000 to 620,000 kilowatt-hours a day");
    expect(speakQuantity(2, "tCO2e", "en")).toBe("2 tonnes of carbon dioxide equivalent");
  });

  test("an unknown unit prints as it is written", () => {
    expect(formatQuantity(3, "cooling_tower", "en")).toBe("3 cooling tower");
    expect(isKnownUnit("cooling_tower")).toBe(false);
    expect(parseUnit("")).toEqual([]);
  });

  test("one shape of unit text says the same however it is bracketed", () => {
    expect(convert(1, "kWh/(household*year)", "kWh/household/year")).toBe(1);
    expect(convert(1, "m^3", "L")).toBe(1000);
    expect(convert(1, "tCO2e", "kgCO2")).toBeNull(); // another substance
    expect(convert(1, "kWh", "server")).toBeNull();
    expect(convert(1, "TWh_facility/year", "kWh_facility/day")).toBeCloseTo(1e9 / 365, 3);
    expect(convert(1, "W", "kWh/year")).toBeCloseTo(8.76, 10);
    expect(convert(1, "lbCO2e", "kgCO2e")).toBe(0.45359237);
    expect(convert(0.07, "MWh", "kWh")).toBe(70);
  });

  test("counted things and ratios are told apart", () => {
    expect(isCounted("server")).toBe(true);
    expect(isCounted("kWh")).toBe(false);
    expect(isRatio("kWh_facility/kWh_it")).toBe(true);
    expect(isRatio("L_onsite/kWh_it")).toBe(false);
    expect(isRatio("1")).toBe(false);
  });

  test("a value text is taken apart", () => {
    expect(parseValueText("500000 kWh_facility/day")).toEqual({
      value: 500_000,
      unit: "kWh_facility/day",
    });
    expect(parseValueText("1e-3")).toEqual({ value: 0.001, unit: "1" });
    expect(parseValueText("1..2 kWh")).toBeNull();
    expect(parseValueText("uniform(1,2)")).toBeNull();
  });

  test("conversion there and back is the identity", () => {
    const units = ["kWh/day", "MWh/year", "TWh/year", "W", "kW", "GWh/week"];
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        (value, a, b) => {
          const back = convert(convert(value, a, b) as number, b, a) as number;
          expect(Math.abs(back / value - 1)).toBeLessThan(1e-12);
        },
      ),
    );
  });
});

/** Every text under a key "unit", every unit behind a number in a value text, in every file of datasets/. */
function unitsOfDatasets(): Map<string, string> {
  const found = new Map<string, string>();
  const folder = join(kRoot, "datasets");
  if (!existsSync(folder)) return found;
  const add = (unit: string, file: string): void => {
    if (unit !== "" && !found.has(unit)) found.set(unit, file);
  };
  const walk = (node: unknown, key: string, file: string): void => {
    if (Array.isArray(node)) for (const item of node) walk(item, key, file);
    else if (typeof node === "object" && node !== null)
      for (const [name, item] of Object.entries(node)) walk(item, name, file);
    else if (typeof node === "string" && key === "unit") add(node, file);
    else if (typeof node === "string" && (key === "value" || key === "rounded_to"))
      add(parseValueText(node)?.unit ?? "", file);
  };
  for (const place of ["quantities", "models", "claims", "bundles", "releases"]) {
    const where = join(folder, place);
    if (!existsSync(where)) continue;
    for (const name of readdirSync(where, { recursive: true }) as string[]) {
      if (!name.endsWith(".json")) continue;
      const file = join(where, name);
      walk(JSON.parse(readFileSync(file, "utf8")), "", `${place}/${name}`);
    }
  }
  return found;
}

describe("units of the datasets", () => {
  test("every one has words in every language", () => {
    const unknown: string[] = [];
    for (const [unit, file] of unitsOfDatasets()) {
      if (!isKnownUnit(unit)) unknown.push(`${unit} (${file})`);
      for (const lang of kLangs) {
        const text = formatQuantity(1234.5, unit, lang) + speakQuantity(1, unit, lang) + unitLabel(unit, lang).text;
        expect(text, unit).not.toMatch(/undefined|NaN|_|兆/);
        expect(text, unit).toMatch(/\d/);
        if (lang !== "en") expect(text, unit).not.toMatch(/\b(server|household|request|day|year|accelerator)\b/);
      }
    }
    expect(unknown).toEqual([]);
  });

  test("every counted base of the unit list has words", () => {
    const file = join(kRoot, "datasets/units.json");
    if (!existsSync(file)) return;
    const list = JSON.parse(readFileSync(file, "utf8")) as {
      bases: { unit: string; counted?: boolean }[];
      units: { id: string }[];
    };
    expect(
      [...list.bases.map((base) => base.unit), ...list.units.map((unit) => unit.id)].filter(
        (unit) => !isKnownUnit(unit),
      ),
    ).toEqual([]);
  });
});
