import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { claimPage, evaluate, kChromium, kClaim, langs, open } from "../support/site";

const kHome = { us: 10715, cn: 2732 }; // kWh a household and year, as their sources print them

for (const lang of langs)
  test(`${lang}: equivalents are off until they are opened, and the link says the country`, async ({ page }) => {
    await open(page, claimPage(lang, kClaim));
    const part = page.locator("#like");
    await expect(part.locator("select")).toHaveCount(0);
    await part.locator("summary").click();
    await expect(page).toHaveURL(/\?_view=like$/);
    await part.locator("select").selectOption("cn");
    await expect(page).toHaveURL(/\?_view=like\.cn$/);
    await expect(page.locator("#mine")).toBeHidden(); // no digit has moved
    await expect(page.locator("a[data-language]").first()).toHaveAttribute("href", /\?_view=like\.cn$/);
    const found = evaluate(kClaim).steps.find(({ id }) => id === "energy_per_day")?.summary;
    const homes = [found?.p05 ?? 0, found?.p95 ?? 0].map((kwh) => Number(((kwh * 365) / kHome.cn).toPrecision(2)));
    const shown = (number: number): string =>
      lang === "en" ? number.toLocaleString("en") : `${(number / 10_000).toString()}`;
    for (const number of homes) await expect(part.locator("dl")).toContainText(shown(number));
    const { violations } = await new AxeBuilder({ page }).include("#like").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await part.locator("summary").click();
    await expect(page).toHaveURL(/\/r\d+\/$/);
  });

test("equivalents are on paper where a reader opened them", { tag: kChromium }, async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const [query, shown] of [
    ["", false],
    ["?_view=like", true],
  ] as const) {
    await open(page, `${claimPage("en", kClaim)}${query}`);
    await expect(page.locator("#like h2")).toBeVisible({ visible: shown });
    await expect(page.locator("#like dl")).toHaveCount(shown ? 1 : 0);
  }
});

test("a country without a sourced figure is said to have none, what is known of it is shown", async ({ page }) => {
  await open(page, `${claimPage("en", kClaim)}?_view=like.tw`);
  const part = page.locator("#like");
  await expect(part.locator("select")).toHaveValue("tw");
  await expect(part.locator("dl")).toContainText("Taiwan: no sourced figure");
  await expect(part.locator("dl")).toContainText("The same electricity on this grid");
});

test("a claim of another kind of quantity has no equivalents, and what a stranger typed opens none", async ({
  page,
}) => {
  await open(page, claimPage("en", "h100-700w-vs-household"));
  await expect(page.locator("#like")).toHaveCount(0);
  await open(page, `${claimPage("en", kClaim)}?_view=like.%3Cb%3E`);
  await expect(page.locator("#like details")).not.toHaveAttribute("open");
});

test.describe("without their values", () => {
  test.use({ serviceWorkers: "block" });
  test("equivalents say that they could not come", async ({ page }) => {
    await page.route(/alike\.json$/, (route) => route.abort());
    await open(page, `${claimPage("en", kClaim)}?_view=like.us`);
    await expect(page.locator("#like .notice")).toBeVisible();
  });
});
