import { describe, expect, it } from "vitest";
import { readFormula, soleName, widened } from "../../../../web/src/pages/formula";

const name = (id: string): string => `<${id}>`;
const unit = (text: string): string => text;

describe("a formula for readers", () => {
  it("replaces names and signs, and keeps brackets where they are needed", () => {
    expect(readFormula("a * (b - c) / d", name, unit)).toBe("<a> \u00d7 (<b> \u2212 <c>) \u00f7 <d>");
  });
  it("writes a number with its unit, and no unit for plain numbers", () => {
    expect(readFormula("80 [GB/accelerator] * n", name, unit)).toBe("80\u00a0GB/accelerator \u00d7 <n>");
    expect(readFormula("2 [1] * n", name, unit)).toBe("2 \u00d7 <n>");
    const counted = (text: string, one: boolean): string => (one ? text : `${text}s`);
    expect(readFormula("n / 1 [year] * 21 [day]", name, counted)).toBe("<n> \u00f7 1\u00a0year \u00d7 21\u00a0days");
    expect(readFormula("0.1 [year] * n", name, counted)).toBe("0.1\u00a0years \u00d7 <n>");
  });
  it("leaves widen out, with brackets round a sum, and says what it joins", () => {
    expect(readFormula("widen(a, kWh) / b", name, unit)).toBe("<a> \u00f7 <b>");
    expect(readFormula("b * widen(a + c, L)", name, unit)).toBe("<b> \u00d7 (<a> + <c>)");
    expect(widened("b * widen(a * (c + d), L) + widen(e, kWh)")).toEqual(["L", "kWh"]);
    expect(widened("a * b")).toEqual([]);
  });
  it("keeps functions as words, and does not take their names for inputs", () => {
    expect(readFormula("ceil(a / b)", name, unit)).toBe("ceil(<a> \u00f7 <b>)");
  });
  it("knows a formula that is nothing but a name", () => {
    expect(soleName(" servers ")).toBe("servers");
    expect(soleName("servers * 1")).toBeNull();
    expect(soleName("3")).toBeNull();
  });
});
