/** What a sum says of inputs that its author left out or did not know, and of kinds that are counted together. */
import { describe, expect, test } from "vitest";
import type { Claim, InputState, OutputState } from "../../../../web/src/engine/types";
import type { ClaimData, View } from "../../../../web/src/pages/data";
import { authorWords } from "../../../../web/src/pages/parts";
import { sumOf } from "../../../../web/src/pages/sum";
import { answer, files, input, kLangs, output, step, summary, value } from "../support/answers";

const omitted = { state: "omitted", published_value: null } satisfies Partial<InputState>;
const inputs = (pue: number, more: Partial<InputState> = {}): InputState[] => [
  input("servers", "server", value(3617)),
  input("load", "1", value(0.7), { ...omitted, ...more }),
  input("pue", "kWh_facility/kWh_it", value(pue), { ...omitted, ...more }),
];
const steps = [
  step("energy_per_day", "kWh_facility/day", 3000, [], { formula: "servers * load * pue" }),
  step("household_power", "L", 12, [], { formula: "widen(servers, L) + widen(load * pue, L)" }),
];

function sum(
  scenario: string,
  own: InputState[],
  lang: View["lang"] = "en",
  shownSteps = steps,
  outputs: OutputState[] = [],
): string {
  const ends = [{ end: "high", scenario: "high" }];
  const claim = { id: "test", model: "fleet-energy", published: ends } as Claim;
  const data = { claim: "test", files: { ...files, "claims/test.json": claim } } as unknown as ClaimData;
  const shown = answer(claim, outputs, own, { scenario, steps: shownSteps });
  const view = { lang, data, answer: shown, solve: null, populations: [], root: null } satisfies View;
  return sumOf(view, shown, 4)
    .text.replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("a sum", () => {
  test("has no line that hands a number on, and joins no kinds where one is dropped", () => {
    const own = [
      step("of_machines", "kWh_facility", 2532, [], { formula: "servers * load * pue", central: 2532 }),
      step("handed_on", "kWh", 2532, [], { formula: "widen(of_machines, kWh)", central: 2532 }),
      step("emitted", "kgCO2e", 1000, [], { formula: "widen(handed_on, kWh) * load", central: 1000 }),
    ];
    const text = sum("sourced_then", inputs(1), "en", own);
    expect(text.match(/2,532 kWh/g)).toHaveLength(2); // where it is computed, and where it is used
    expect(text).not.toContain("counted as one");
    const result = output("handed_on", "kWh", summary(2532, 2532));
    expect(sum("sourced_then", inputs(1), "en", own, [result]).match(/2,532 kWh/g)).toHaveLength(4);
  });

  test("names what its author left out, with the number that stands in its place", () => {
    const text = sum("as_published", inputs(1));
    expect(text).toContain("0.7 [left out]");
    expect(text).toContain("0.7 [left out] × [left out]"); // a factor of 1 is no number of anybody's
    expect(text).not.toContain("1 [left out]");
    expect(sum("high", inputs(1))).toContain("0.7 [left out]"); // an end of the published range
    expect(sum("as_published", inputs(1.12), "zh-Hant")).toMatch(/× 1\.12\S* \[未計入\]/);
  });

  test("calls nothing left out that a reader or another scenario put in", () => {
    expect(sum("as_published", inputs(1.12, { changed: true }))).not.toContain("left out");
    expect(sum("sourced_then", inputs(1.12))).not.toContain("left out");
  });

  test("names each kind once that is counted with another", () => {
    for (const lang of kLangs) expect(sum("sourced_then", inputs(1.12), lang)).not.toMatch(/L、L|L, L/);
    expect(sum("sourced_then", inputs(1.12))).toMatch(/counted as one here: [^,]+$/);
  });
});

test("an author's value that nobody knows is told as unknown, and the number as a stand-in", () => {
  const unknown = input("load", "1", value(0.7), { state: "unknown" });
  expect(authorWords(unknown, "en")).toBe("unknown; 0.7 is used in its place");
  expect(authorWords({ ...unknown, published_value: null }, "en")).toBe("unknown");
  for (const lang of kLangs) expect(authorWords({ ...unknown, ...omitted }, lang)).not.toMatch(/\d/);
});
