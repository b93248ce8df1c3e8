import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { claimPage, dist, kClaim, langs, newest, open, sharing } from "../support/site";

/** Width and height out of a PNG's header. */
function pngSize(bytes: Buffer): [number, number] {
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

for (const lang of langs) {
  test(`the ${lang} picture can be saved, with its caption and text beside it`, async ({ page, browserName }) => {
    await open(page, `${claimPage(lang)}?servers=2000`);
    await sharing(page);
    await page.locator("footing-share button.primary").first().click();
    const link = page.locator("footing-share a[download$='.png']");
    await expect(link).toBeVisible();
    const shown = page.locator("footing-share img");
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    expect(await shown.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(630);
    if (browserName === "chromium") {
      // Firefox, driven over WebDriver BiDi, tells of no downloads.
      const downloading = page.waitForEvent("download");
      await link.click();
      expect(pngSize(readFileSync(await (await downloading).path()))).toEqual([1200, 630]);
    }
    await expect(page.locator("#share-caption")).toHaveValue(/servers=2000/);
    await expect(page.locator("#share-alt")).toHaveValue(/\S{3}/);
    expect(pngSize(readFileSync(path.join(dist, claimPage(lang), "card.png")))).toEqual([1200, 630]);
  });
}

test("copy link says that it did, or selects the text", async ({ page }) => {
  await open(page, claimPage("en"));
  await sharing(page);
  await page.locator("[data-copy=link]").click();
  await expect(page.locator(".share-said")).toContainText(/\S/);
  await expect(page.locator("#share-link")).toHaveValue(new RegExp(`/en/claims/${kClaim}/${newest()}/$`));
});
