/** Every line of every sum, as it is printed, put into a pocket calculator: a reader of its own, not the page's. */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { sumOf } from "../../../../web/src/pages/sum";
import { kLangs } from "../support/answers";
import { Built } from "../support/built";

const kClaims = readdirSync(join(dirname(fileURLToPath(import.meta.url)), "../../../../datasets/claims"))
  .map((name) => name.replace(".json", ""))
  .sort();

const kWords: Record<string, number> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
  萬億: 1e12,
};
const kRaised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const raised = (text: string): number =>
  Number([...text].map((c) => (c === "⁻" ? "-" : String(kRaised.indexOf(c)))).join(""));

type Cell = { number: number } | { sign: string };

/** Keys to press: numbers with their words of size and per cent, signs, brackets and functions; units are left out. */
function keys(line: string): Cell[] {
  const out: Cell[] = [];
  const text = line
    .replace(/（[^（）]*）|\(\d{4} prices\)/g, " ")
    .replace(/per (?:million|billion) /g, "per ") // a unit's own word
    .replace(/每(?:百万|百萬|十亿|十億)/g, "每");
  const pattern =
    /\[[^\]]*\]|(?<![A-Za-z])(\d[\d,]*(?:\.\d+)?)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?(?: ?(thousand|million|billion|trillion|万亿|萬億|[万萬亿億]))?(\s?%)?|\b(exp|ceil|log2)(?=\()|([+−×÷^(),])/g;
  for (const [whole, digits, power, word, percent, name, sign] of text.matchAll(pattern)) {
    if (whole.startsWith("[")) {
      const before = out.at(-1);
      // A mark behind a number is a remark; alone, it stands for a factor of one.
      if (!before || "sign" in before) out.push({ number: 1 });
    } else if (digits !== undefined) {
      const scale = (word ? (kWords[word] as number) : 1) * (percent ? 0.01 : 1);
      out.push({
        number: Number(digits.replace(/,/g, "")) * 10 ** (power ? raised(power) : 0) * scale,
      });
    } else out.push({ sign: name ?? (sign as string) });
  }
  return out;
}

/** What the keys give. */
function press(cells: readonly Cell[]): number {
  let at = 0;
  const sign = (): string => {
    const cell = cells[at];
    return cell && "sign" in cell ? cell.sign : "";
  };
  const sum = (): number => {
    let value = product();
    while (sign() === "+" || sign() === "−")
      value += cells[at++] && (cells[at - 1] as { sign: string }).sign === "+" ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = power();
    while (sign() === "×" || sign() === "÷")
      value *= (cells[at++] as { sign: string }).sign === "×" ? power() : 1 / power();
    return value;
  };
  const power = (): number => {
    const base = atom();
    if (sign() !== "^") return base;
    ++at;
    return base ** atom();
  };
  const atom = (): number => {
    const cell = cells[at++];
    if (!cell) throw new Error("the line ends too early");
    if ("number" in cell) return cell.number;
    if (cell.sign === "−") return -power();
    if (cell.sign !== "(") ++at; // a function's bracket
    const given = [sum()];
    while (sign() === ",") {
      ++at;
      given.push(sum());
    }
    if (sign() !== ")") throw new Error("a bracket is left open");
    ++at;
    const [x = 0, y = 1] = given;
    if (cell.sign === "exp") return Math.exp(x);
    if (cell.sign === "log2") return Math.log2(x);
    if (cell.sign === "ceil") return Math.ceil(x / y - 1e-9) * y;
    return x;
  };
  const value = sum();
  if (at !== cells.length) throw new Error("something is left over");
  return value;
}

/** How far the printed digits let the result be off: each number by half of its last. */
function slack(cells: readonly Cell[], digits: number, value: number): number {
  return cells.reduce((all, cell, i) => {
    if ("sign" in cell) return all;
    const moved = cells.map((one, k) => (k === i ? { number: cell.number * (1 + 0.51 * 10 ** (1 - digits)) } : one));
    return all + Math.abs(press(moved) - value);
  }, 0);
}

/** Dates have more digits: "2024.667 − 2012". */
const digitsOf = (left: string, digits: number): number => (/^\d{4}(\.\d+)? − \d{4}/.test(left) ? 7 : digits);

const lines = (html: string): [string, string][] =>
  [...html.matchAll(/class="terms">([^<]*)<\/span>\s*<span class="result">=([^<]*)</g)].map(
    ([, left = "", right = ""]) => [left.replace(/ /g, " ").replace(/&#39;/g, "'"), right.replace(/ /g, " ").trim()],
  );

let built: Built;
beforeAll(async () => {
  built = await Built.start();
});

test("the calculator calculates", () => {
  expect(press(keys("1 + 2 × 3 ÷ 4"))).toBe(2.5);
  expect(press(keys("(1 + 30 %)^(2 years ÷ 1 year)"))).toBeCloseTo(1.69, 12);
  expect(press(keys("7.5 MW × [left out] × 24 h"))).toBe(180);
  expect(press(keys("128.7 万度 [代入] ÷ 每户每年 10715 度"))).toBeCloseTo(120.112, 3);
  expect(press(keys("1.5 × 10⁻³ Wh × exp(0 − 1)"))).toBeCloseTo(0.0015 / Math.E, 12);
});

describe.each(kClaims)("%s", (id) => {
  test.each(kLangs)("%s: each line comes out as printed", async (lang) => {
    const view = await built.view(id, lang);
    for (const [answer, digits] of [
      [view.answer, 4],
      [view.data.published, 6],
    ] as const) {
      const all = lines(sumOf(view, answer, digits).text);
      expect(all.length, id).toBeGreaterThan(0);
      for (const [left, right] of all) {
        const told = `${left} = ${right}`;
        const [cells, result] = [keys(left), keys(right)];
        const value = press(cells);
        const printed = press(result);
        const off = slack(cells, digitsOf(left, digits), value) + slack(result, digits, printed);
        expect(Math.abs(value - printed), `${told}: ${value}`).toBeLessThanOrEqual(off + 1e-12);
        expect(off, told).toBeLessThanOrEqual(0.05 * Math.max(Math.abs(printed), 1e-9) + 1e-9);
      }
    }
  });
});

test("a change of the time base and of units shows its factor", async () => {
  const of = async (id: string, lang: (typeof kLangs)[number]): Promise<string> => {
    const view = await built.view(id, lang);
    return lines(sumOf(view, view.answer, 4).text)
      .map(([left, right]) => `${left} = ${right}`)
      .join("\n");
  };
  const day = await of("chatgpt-daily-500mwh", "en");
  expect(day).toContain("MW × 24 h × 1,000 = 457,000 kWh a day");
  expect(day).toMatch(/kWh a day ÷ 10,715 kWh per household a year × 365 days = /);
  expect(await of("chatgpt-daily-500mwh", "zh-Hans")).toContain("× 24 小时");
  expect(await of("ai-2027-85-134twh", "zh-Hant")).toContain("× 8,760 小時");
  expect(await of("gpt3-hundred-homes", "en")).toContain("÷ 1 year = ");
});
