import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { claimPage, kChromium, langs, open, slider } from "../support/site";

for (const lang of langs)
  test(`${lang}: a word of the field is explained beside it, by keyboard too`, async ({ page, browserName }) => {
    await open(page, claimPage(lang));
    const word = page.locator("[data-part=sentence] a.term, [data-part=scope] a.term").first();
    await expect(word).toHaveText("PUE");
    await expect(word).toHaveAttribute("href", /\/method\/#term-pue$/);
    await word.focus();
    await page.keyboard.press("Enter");
    const box = page.locator("#term");
    await expect(box).toBeVisible();
    await expect(box).toBeFocused();
    await expect(box).toContainText(
      { en: "whole building", "zh-Hans": "整个数据中心", "zh-Hant": "整座資料中心" }[lang],
    );
    const place = await box.boundingBox();
    expect(place && place.x >= 0 && place.x + place.width <= (page.viewportSize()?.width ?? 0)).toBe(true);
    if (browserName === "chromium") {
      const { violations } = await new AxeBuilder({ page }).include("#term").analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
    await page.keyboard.press("Escape");
    await expect(box).toHaveCount(0);
    await expect(word).toBeFocused();
    // after a slider has redrawn the sentence, it is there still
    await slider(page).focus();
    await page.keyboard.press("PageUp");
    await expect(page.locator("#mine")).toBeVisible();
    await word.click();
    await expect(box).toBeVisible();
    await box.locator("button").click();
    await expect(box).toHaveCount(0);
    // and in other parts of the page
    await page.locator(".standing a.term").click();
    await expect(box).toContainText("p05");
  });

test("without a script a word leads to the glossary", { tag: kChromium }, async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(test.info().project.use.baseURL + claimPage("en"));
  await page.locator(".standing a.term").click();
  await expect(page).toHaveURL(/\/en\/method\/#term-range90$/);
  await expect(page.locator("#term-range90")).toBeVisible();
  await context.close();
});
