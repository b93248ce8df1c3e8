import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { evaluate, kChromium, langs, open, settled } from "../support/site";

const address = (lang: string, a: string, b: string): string => `${lang}/compare/?a=${a}/r1&b=${b}/r1`;
const kHigh = "chatgpt-year-15000t";
const kLow = "chatgpt-year-1400t";

/** What the author's own inputs give, by the command line. */
const author = (claim: string, step: string): number =>
  evaluate(claim, "--scenario", "as_published").steps.find(({ id }) => id === step)?.summary.median ?? Number.NaN;

for (const lang of langs)
  test(`${lang}: two claims stand beside each other at the revisions of the link`, async ({ page }) => {
    await open(page, address(lang, kHigh, kLow));
    const times = author(kHigh, "carbon") / author(kLow, "carbon");
    await expect(page.locator("#pair .lead")).toContainText(
      lang === "en" ? `${times.toPrecision(3)} times` : `${times.toPrecision(3)} 倍`,
    );
    await expect(page.locator("#pair svg.chart")).toHaveCount(1);
    await expect(page.locator("#pair tr.differs").first()).toBeVisible();
    await expect(page.locator("#pair thead a").first()).toHaveAttribute("href", new RegExp(`/claims/${kHigh}/r1/$`));
    await expect(page.locator(`#pair a[href*="/compare/${kHigh}/#"]`)).toBeVisible(); // taken apart on a page of its own
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

test("another choice changes the address and the ways to other languages", async ({ page }) => {
  await open(page, "en/compare/");
  await page.locator("select[name=a]").selectOption(`${kLow}/r1`);
  await expect(page).toHaveURL(new RegExp(`\\?a=${kLow}/r1&b=(?!${kLow}/)`));
  const options = page.locator("select[name=b] option");
  const other = (await options.last().getAttribute("value")) ?? "";
  await page.locator("select[name=b]").selectOption(other);
  await expect(page).toHaveURL(new RegExp(`\\?a=${kLow}/r1&b=${other}$`));
  await expect(page.locator("a[data-language]").first()).toHaveAttribute("href", new RegExp(`b=${other}$`));
  await expect(page.locator("#pair")).toContainText(
    /no sum from one to the other|computed by one model|factor by factor/,
  );
});

test("claims of different models are said to have no sum between them", async ({ page }) => {
  await open(page, address("en", "chatgpt-daily-500mwh", "epoch-chatgpt-0p3wh"));
  await expect(page.locator("#pair")).toContainText(
    /different models .*no sum from one to the other|nothing to set on one axis/,
  );
});

test("a name that is not here is said to be unknown, as text", async ({ page }) => {
  await open(page, `en/compare/?a=${encodeURIComponent("<b>x</b>")}&b=${kLow}/r9`);
  await expect(page.locator("#pair .notice").first()).toContainText("<b>x</b>");
  await expect(page.locator("#pair .notice").nth(1)).toContainText(`${kLow}/r9`);
});

test.describe("without what it fetches", () => {
  test.use({ serviceWorkers: "block" });
  test("the page says so and leads to the printed comparisons", async ({ page }) => {
    await page.route(/claims\.json$/, (route) => route.abort());
    await page.goto("en/compare/");
    await settled(page);
    await expect(page.locator("#pair")).toContainText("could not be loaded");
    await expect(page.locator("#printed li a").first()).toBeVisible();
  });
});

test("without a script the printed comparisons are there", { tag: kChromium }, async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("zh-Hant/compare/");
  await expect(page.locator("noscript .notice")).toContainText("JavaScript");
  expect(await page.locator("#printed li a").count()).toBeGreaterThan(3);
  await context.close();
});
