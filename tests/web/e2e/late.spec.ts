import { expect, test } from "@playwright/test";
import { claimPage, kClaim, open, slider } from "../support/site";

test.use({ serviceWorkers: "block" }); // what they fetch no test can refuse

test("a sum that cannot be written for other settings says whose it is", async ({ page }) => {
  await page.route(/\/assets\/sum-[^/]*\.js$/, (route) => route.abort());
  await open(page, claimPage("en", kClaim));
  const note = page.locator("#how .stale");
  const sum = page.locator('[data-part="derivation"]');
  await expect(note).toBeHidden();
  const before = { sum: await sum.innerHTML(), sentence: await page.locator(".lead").textContent() };
  await slider(page).focus();
  await page.keyboard.press("PageUp");
  await expect(note).toBeVisible();
  await expect(note).toHaveText("For the published settings, not for yours.");
  expect(await sum.innerHTML()).toBe(before.sum);
  await expect(page.locator(".lead")).not.toHaveText(before.sentence ?? "");
});

for (const [what, file] of [
  ["its words", /\/assets\/kinds-[^/]*\.js$/],
  ["its data", /\/data\.json$/],
  ["the core", /\/assets\/footing-[^/]*\.wasm$/],
] as const)
  test(`a page to which ${what} never came says so and keeps its numbers`, async ({ page }) => {
    await page.route(file, (route) => route.abort());
    await page.goto(claimPage("en", "chatgpt-17000-us-households"));
    await expect(page.locator("#notices")).toContainText("The calculator could not start in this browser.");
    await expect(page.locator("html")).toHaveAttribute("data-footing", "failed");
    await expect(page.locator(".lead")).toContainText("17,000");
  });
