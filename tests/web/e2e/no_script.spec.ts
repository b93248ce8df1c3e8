import { expect, test } from "@playwright/test";
import { claimFile, claimPage, claims, langs, newest, sentence } from "../support/site";

test.use({ javaScriptEnabled: false });

for (const lang of langs) {
  test(`without scripts a ${lang} page has its numbers and says whose settings they are`, async ({ page }) => {
    for (const claim of claims) {
      await page.goto(`${claimPage(lang, claim)}?pue=2`);
      await expect(page.locator("h1")).toContainText(/\S/);
      await expect(sentence(page)).toContainText(/\d|[\u4e00-\u9fff]/);
      await expect(page.locator("[data-part=bar] > svg")).toBeVisible();
      await expect(page.locator(".scope").first()).toContainText(/\S/);
      await expect(page.locator("noscript .notice")).toBeVisible();
      await expect(page.locator("#how .sum li").first()).toContainText(/\d/);
      await expect(page.locator("#sources .sources li").first()).toBeVisible();
    }
  });
}

test("without scripts the ways onward are links", async ({ page }) => {
  await page.goto("./");
  await page.locator('a[hreflang="zh-Hant"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  const id = claims[0] ?? "";
  await page.goto(`claims/${id}/`);
  await page.locator('a[hreflang="zh-Hans"]').click();
  await expect(page).toHaveURL(new RegExp(`/zh-Hans/claims/${id}/${newest(id)}/$`));
  expect(claimFile(id).title["zh-Hans"]).toBeTruthy();
});
