import { describe, expect, test } from "vitest";
import { pairsOf, pairwise, product } from "../../support/pairs";

const factors = { lang: ["a", "b", "c"], size: ["s", "l"], theme: ["d", "w"], browser: ["x", "y", "z"] } as const;

describe("pairs", () => {
  test("any two values meet, in far fewer rows than the product", () => {
    const rows = pairwise(factors);
    const met = new Set(rows.flatMap(pairsOf));
    for (const row of product(factors)) for (const pair of pairsOf(row)) expect(met).toContain(pair);
    expect(product(factors)).toHaveLength(36);
    expect(rows.length).toBeLessThanOrEqual(11); // nine at the least: three languages times three browsers
  });

  test("what may not be is in no row, and all else still meets", () => {
    const allowed = (row: { lang: string; browser: string }): boolean => !(row.lang === "a" && row.browser === "z");
    const rows = pairwise(factors, allowed);
    expect(rows.filter((row) => !allowed(row))).toEqual([]);
    const met = new Set(rows.flatMap(pairsOf));
    expect([...new Set(product(factors, allowed).flatMap(pairsOf))].filter((pair) => !met.has(pair))).toEqual([]);
  });
});
