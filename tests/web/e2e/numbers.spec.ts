import { expect, test } from "@playwright/test";
import { claimPage, claims, cliNumbers, evaluate, kClaim, open, pageNumbers } from "../support/site";

test.describe("the page and the command line say the same", () => {
  for (const claim of claims) {
    test(`every digit of ${claim} is the command line's`, async ({ page }) => {
      await open(page, claimPage("en", claim));
      expect(await pageNumbers(page)).toEqual(cliNumbers(evaluate(claim)));
    });
  }

  test("digits of a link with a value, a range and a scenario are the command line's", async ({ page }) => {
    const link = "?_scenario=as_published&load=0.6..0.9&servers=3000";
    await open(page, claimPage("en") + link);
    const native = evaluate(kClaim, "--scenario", "as_published", "--set", "load=0.6..0.9", "--set", "servers=3000");
    expect(await pageNumbers(page)).toEqual(cliNumbers(native));
    await expect.poll(() => page.evaluate(() => location.search)).toBe(native.link.slice(native.link.indexOf("?")));
  });
});
