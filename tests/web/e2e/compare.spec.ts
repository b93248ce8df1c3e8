import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { CompareAnswer } from "../../../web/src/engine/types";
import { claimPage, cli, datasets, langs, kChromium } from "../support/site";

const comparePage = (lang: string, claim: string): string => `${lang}/compare/${claim}/`;

function compare(a: string, b: string): CompareAnswer {
  return JSON.parse(execFileSync(cli, ["compare", a, b, "--json", "--datasets", datasets], { encoding: "utf8" }));
}

/** The factors written in a pair's waterfall, as numbers. */
const factors = (text: string): number[] => [...text.matchAll(/×([\d.,]+)/g)].map((match) => Number(match[1]));

test("a comparison opens from a claim, holds figures and reasons without a script, and leads back", async ({
  page,
}) => {
  await page.route(/\.js$/, (route) => route.abort());
  for (const lang of langs) {
    await page.goto(claimPage(lang, "chatgpt-year-1400t"));
    await expect(page.locator("#rivals figure.ladder > svg")).toBeVisible();
    await page.locator('#rivals a[href*="/compare/"]').click();
    await expect(page).toHaveURL(new RegExp(`${lang}/compare/chatgpt-year-1400t/#chatgpt-year-15000t$`));
    const pair = page.locator("#chatgpt-year-15000t");
    await expect(pair.locator("figure.waterfall > svg")).toBeVisible();
    expect(factors((await pair.locator(".lead").textContent()) ?? "")).toEqual([24.7, 0.614, 0.745]);
    await expect(page.locator("tr.differs").first()).toContainText("≠");
    await pair.locator("h3 a").click();
    await expect(page).toHaveURL(/claims\/chatgpt-year-15000t\//);
  }
});

test("the 88-fold search is told as an error and other scenarios, with the ledger's factors", async ({ page }) => {
  await page.goto(comparePage("en", "nas-88x-overestimate"));
  const words = (await page.locator("#nas-3p2t figure.waterfall > svg > desc").textContent()) ?? "";
  const all = factors(words);
  expect(all.reduce((product, factor) => product * factor, 1)).toBeCloseTo(88.24, -0.3);
  for (const factor of [8, 2.33, 3.6, 1.44, 1.004]) expect(all).toContain(factor);
  await expect(page.locator("#nas-3p2t figure.waterfall")).toContainText("×18.7");
  await expect(page.locator("#nas-3p2t figure.waterfall")).toContainText(/misread \(an error\)/);
});

test("factors on a page are those of the command line", async ({ page }) => {
  await page.goto(comparePage("en", "gpt3-500t"));
  const answer = compare("gpt3-moon-round-trip:as_published", "gpt3-500t:as_published");
  const wanted = answer.factors.map(({ value }) => Number(value.toPrecision(3))).filter((value) => value !== 1);
  const shown = factors((await page.locator("#gpt3-moon-round-trip .lead").textContent()) ?? "");
  expect(shown.sort()).toEqual(wanted.sort());
});

test("where the order plays a part, one order is shown", async ({ page }) => {
  await page.goto(comparePage("en", "gemini-0p26ml"));
  await expect(page.locator("#chat-500ml-25-50")).toContainText(/0\.253 mL.*0\.121 mL.*2\.2 mL.*16\.9 mL/);
});

test("axe finds nothing on a comparison", { tag: kChromium }, async ({ browser, baseURL }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 320, height: 640 },
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    for (const lang of langs) {
      await page.goto(comparePage(lang, "gpt3-500t"));
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await context.close();
  }
});
