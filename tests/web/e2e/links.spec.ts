import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import {
  claimPage,
  datasets,
  enter,
  expectQuery,
  newest,
  open,
  pageNumbers,
  sentence,
  settled,
  sharing,
  slider,
} from "../support/site";

test("a link restores everything in a fresh browser", async ({ page, browser, baseURL }) => {
  await open(page, claimPage("zh-Hant"));
  const field = page.locator("footing-input[data-input=server_power]:not([compact]) input[name=value]");
  await enter(field, "5");
  await page.locator("footing-bundle select").first().selectOption("cn");
  await expectQuery(page, /home=cn/);
  await expectQuery(page, /server_power=5/);
  const numbers = await pageNumbers(page);
  const text = await sentence(page).textContent();
  const link = await (await sharing(page)).inputValue();
  expect(link.startsWith(baseURL ?? "?")).toBe(true);
  expect(link).toContain(`/${newest()}/?`);

  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const fresh = await context.newPage();
  await open(fresh, link);
  expect(await pageNumbers(fresh)).toEqual(numbers);
  await expect(sentence(fresh)).toHaveText(text ?? "");
  await expect(fresh.locator("#mine")).toBeVisible();
  await expect(fresh.locator("footing-bundle select").first()).toHaveValue("cn");
  await context.close();
});

test("the same text works after the hash, and stays there", async ({ page }) => {
  await open(page, `${claimPage("en")}#servers=2000`);
  expect((await pageNumbers(page)).servers?.median).toBe(2000);
  await page.locator("#mine [data-do=reset]").click();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe("");
});

test("with both a query and a hash the query wins, and a notice says so", async ({ page }) => {
  await open(page, `${claimPage("en")}?servers=2000#servers=9000`);
  expect((await pageNumbers(page)).servers?.median).toBe(2000);
  await expect(page.locator("#notices li")).toHaveCount(1);
});

test("an invalid part becomes a notice beside its control, and the rest still works", async ({ page }) => {
  await open(page, `${claimPage("en")}?servers=2000&load=nonsense&utm_source=x&from=timeline`);
  expect((await pageNumbers(page)).servers?.median).toBe(2000);
  await expect(page.locator("#notices li")).toHaveCount(1);
  await expect(page.locator("footing-input[data-input=load] .input-error")).toBeVisible();
  await expect(page.locator("footing-input[data-input=servers]:not([compact]) .input-error")).toHaveCount(0);
  await page.locator("#notices [data-do=dismiss]").click();
  await expect(page.locator("#notices li")).toHaveCount(0);
});

test("a value outside the hard bounds is refused with its reason, whoever typed it", async ({ page }) => {
  await open(page, `${claimPage("en")}?load=7`);
  await expect(page.locator("footing-input[data-input=load] .input-error")).toBeVisible();
  const before = await pageNumbers(page);
  const field = page.locator("footing-input[data-input=server_power]:not([compact]) input[name=value]");
  await enter(field, "-3");
  await expect(page.locator("footing-input[data-input=server_power]:not([compact]) .input-error")).toBeVisible();
  expect(await pageNumbers(page)).toEqual(before);
});

test("markup in a link is text", async ({ page }) => {
  const messages: string[] = [];
  page.on("dialog", (dialog) => {
    messages.push(dialog.message());
    void dialog.dismiss();
  });
  await open(page, `${claimPage("en")}?servers=${encodeURIComponent('<img src=x onerror="alert(1)">')}`);
  await expect(page.locator("#notices")).toContainText("<img src=x");
  await expect(page.locator("#notices img")).toHaveCount(0);
  expect(messages).toEqual([]);
});

test("the language links carry the settings", async ({ page }) => {
  await open(page, `${claimPage("en")}?servers=2000`);
  await page.locator("a[data-language][hreflang=zh-Hans]").click();
  await settled(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  expect((await pageNumbers(page)).servers?.median).toBe(2000);
});

test("an address without revision or language leads on and keeps query and hash", async ({ page }) => {
  await page.goto("claims/chatgpt-daily-500mwh/?servers=2000");
  await page.waitForURL(new RegExp(`/en/claims/chatgpt-daily-500mwh/${newest()}/\\?servers=2000`));
  await page.goto("zh-Hans/claims/chatgpt-daily-500mwh/#servers=2500");
  await page.waitForURL(new RegExp(`/zh-Hans/claims/chatgpt-daily-500mwh/${newest()}/#servers=2500`));
});

test("moving the slider changes the bar, the sentence, the sum and the address together", async ({ page }) => {
  await open(page, claimPage("en"));
  const text = (await sentence(page).textContent()) ?? "";
  const [, bar, sum] = await parts(page);
  await slider(page).focus();
  for (let i = 0; i < 4; ++i) await page.keyboard.press("PageUp");
  await expect(sentence(page)).not.toHaveText(text);
  await expect.poll(async () => (await parts(page))[1]).not.toBe(bar);
  await expect.poll(async () => (await parts(page))[2]).not.toBe(sum);
  await expect(page.locator("#mine")).toBeVisible();
  await expectQuery(page, /^\?servers=\d+$/);

  await page.locator("#mine [data-do=reset]").click();
  await expect(sentence(page)).toHaveText(text);
  await expectQuery(page, /^$/);
  await page.locator("#mine [data-do=undo]").click();
  await expectQuery(page, /^\?servers=\d+$/);
});

async function parts(page: import("@playwright/test").Page): Promise<(string | undefined)[]> {
  return page.evaluate(() =>
    ["sentence", "bar", "derivation"].map((name) => document.querySelector(`[data-part="${name}"]`)?.innerHTML),
  );
}

test("a country without a sourced figure is said to have none, in the choice and in the sentence", async ({ page }) => {
  const homes = JSON.parse(readFileSync(path.join(datasets, "bundles", "home.json"), "utf8")) as {
    options: { id: string; label: Record<string, string>; none?: object }[];
  };
  const without = homes.options.filter((option) => option.none);
  expect(without.length).toBeGreaterThan(0);
  await open(page, `${claimPage("en", "chatgpt-17000-us-households")}?home=${without[0]?.id ?? ""}`);
  await expect(sentence(page)).toContainText(`${without[0]?.label.en ?? ""}: no sourced figure yet`);
  const offered = await page.locator("footing-bundle option").allTextContents();
  expect(offered.filter((text) => text.includes("(no sourced figure yet)"))).toHaveLength(without.length);
});
