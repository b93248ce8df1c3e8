import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import {
  claimPage,
  enter,
  expectQuery,
  kClaim,
  langs,
  newest,
  open,
  sentence,
  settled,
  sharing,
  kChromium,
} from "../support/site";

const kSettings = "?home=cn&pue=1.3&servers=2000..6000";
const taken = (page: Page) => page.locator("footing-take");

/** The text that a button would save: Firefox, driven over WebDriver BiDi, tells of no downloads. */
async function saved(page: Page, format: string): Promise<string> {
  const blob = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const create = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (made: Blob) => {
          URL.createObjectURL = create;
          void made.arrayBuffer().then((bytes) => resolve(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)));
          return create(made);
        };
      }),
  );
  await page.locator(`[data-save=${format}]`).click();
  return blob;
}

test("a saved scenario opens again, on a page that shows something else", async ({ page }) => {
  await open(page, `${claimPage("en")}${kSettings}`);
  await sharing(page);
  const said = await sentence(page).textContent();
  const file = await saved(page, "json");
  await open(page, claimPage("en"));
  await sharing(page);
  await taken(page).locator("[data-take=open] summary").click();
  await page
    .locator("#take-file")
    .setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await expect(page.locator(".take-found")).toContainText("3");
  await expectQuery(page, kSettings);
  await expect(sentence(page)).toHaveText(said ?? "");
  // and what was there before comes back
  await page.locator("[data-do=undo]").click();
  await expectQuery(page, /^$/);
  // the text of it does the same, and so does a link
  for (const text of [file, `https://x.org/zh-Hans/claims/${kClaim}/${kSettings}`]) {
    await page.locator("#take-paste").fill(text);
    await page.locator("[data-do-open]").click();
    await expectQuery(page, /servers=2000\.\.6000/);
    await page.locator("[data-do=undo]").click();
    await expectQuery(page, /^$/);
  }
});

test("of a file that somebody changed the good parts are kept, the others said at their controls", async ({ page }) => {
  await open(page, claimPage("en"));
  await sharing(page);
  await taken(page).locator("[data-take=open] summary").click();
  const request = {
    claim: kClaim,
    scenario: "nowhere",
    set: { pue: "1.2", load: "seven", servers: [1], nothing: "1" },
  };
  await page.locator("#take-paste").fill(JSON.stringify({ footing: 1, type: "scenario", claim: kClaim, request }));
  await page.locator("[data-do-open]").click();
  await expectQuery(page, /^\?pue=1\.2$/);
  await expect(page.locator("footing-input[data-input=load] .input-error").last()).toBeVisible();
  await expect(page.locator("footing-input[data-input=servers]:not([compact]) .input-error")).toBeVisible();
  await expect(page.locator("footing-scenario .input-error")).toBeVisible();
  await expect(page.locator("#notices")).toContainText(/\S/);
  for (const [text, says] of [
    ["{", /neither/],
    ["x".repeat(300_000), /larger/],
    ["https://x.org/en/claims/gpt3-500t/r0/?pue=1.2", /another claim/],
  ] as const) {
    await page.locator("#take-paste").fill(text);
    await page.locator("[data-do-open]").click();
    await expect(page.locator(".take-found")).toContainText(says);
  }
  await expect(page.locator(".take-found a")).toHaveAttribute("href", /\/en\/claims\/gpt3-500t\/r0\/\?pue=1\.2$/);
});

for (const lang of langs)
  test(`${lang}: files, methods and citation follow what is shown`, async ({ page, browserName }) => {
    await open(page, `${claimPage(lang)}${kSettings}`);
    await sharing(page);
    const table = await saved(page, "csv");
    expect(table.startsWith("\ufeffkind,id,name,unit,")).toBe(true);
    expect(table).toContain("servers=2000..6000");
    expect(await saved(page, "svg")).toContain("</svg>");
    for (const part of ["methods", "cite", "open"]) await taken(page).locator(`[data-take=${part}] summary`).click();
    await expect(page.locator("#take-methods")).toHaveValue(/Chien 2023/);
    await expect(page.locator("#take-bibtex")).toHaveValue(/^@misc\{footing-/);
    await page.locator("[data-do=reset]").click();
    await expect(page.locator("#take-methods")).toHaveValue(new RegExp(`${newest()}/$`));
    if (browserName === "chromium" && lang === "zh-Hant") {
      const { violations } = await new AxeBuilder({ page }).include("#share").include("#mine").analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      const downloading = page.waitForEvent("download");
      await page.locator("[data-save=csv]").click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe(`footing-${kClaim}-${newest()}-zh-Hant.csv`);
      expect(readFileSync(await download.path(), "utf8")).toContain("每日用電");
    }
  });

test("a slider moves by keys, undoes and redoes; text fields keep their own undo", async ({ page }) => {
  await open(page, claimPage("en"));
  const servers = page.locator("footing-input[data-input=servers]:not([compact])");
  const slider = servers.locator("input[type=range]");
  const value = servers.locator("input[name=value]");
  await slider.focus();
  const start = Number(await value.inputValue());
  const spoken = await slider.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowRight");
  await expect(value).not.toHaveValue(String(start));
  const one = Number(await value.inputValue());
  expect(one / start).toBeGreaterThan(1);
  expect(one / start).toBeLessThan(1.2);
  await expect(slider).not.toHaveAttribute("aria-valuetext", spoken ?? "");
  await expect(servers.locator(".mark-changed")).toHaveText("changed");
  await page.keyboard.press("PageUp");
  await expect.poll(async () => Number(await value.inputValue()) / one).toBeGreaterThan(1.2);
  await page.keyboard.press("End");
  await page.keyboard.press("End");
  const end = await slider.evaluate((element: HTMLInputElement) => element.value);
  expect(end).toBe("1000");
  await page.keyboard.press("Home");
  await expect(slider).toHaveJSProperty("value", "0");
  await expect(slider).toBeFocused();
  await expectQuery(page, /servers=/);
  // back to the start, each press by itself, and forth again
  for (let i = 0; i < 4; ++i) await page.keyboard.press("Control+z");
  await expectQuery(page, /^$/);
  await expect(value).toHaveValue(String(start));
  await page.keyboard.press("Control+Shift+z");
  await expect(value).toHaveValue(String(one));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+y");
  await expect(value).toHaveValue(String(one));
  // in a field the browser's own undo is meant
  await value.focus();
  await page.keyboard.press("Control+z");
  await expectQuery(page, new RegExp(`servers=${one}$`));
  // one input goes back alone
  await enter(page.locator("footing-input[data-input=pue]:not([compact]) input").nth(1), "1.2");
  await servers.locator(".reset").click();
  await expect(value).toHaveValue(String(start));
  await expect(slider).toBeFocused();
  await expectQuery(page, /pue=/);
  await page.locator("[data-do=reset]").click();
  await expectQuery(page, /^$/);
  await expect(page.locator("[data-do=reset]")).toHaveAttribute("aria-disabled", "true");
  await expect(page.locator("[data-do=reset]")).toBeFocused();
});

test("on paper everything is open, without controls, with the address", { tag: kChromium }, async ({ page }) => {
  await open(page, `${claimPage("en")}${kSettings}`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect(page.locator("[data-permalink]")).toBeVisible();
  await expect.poll(() => page.locator("[data-permalink]").textContent()).toMatch(/^http.*servers=2000\.\.6000$/);
  // Equivalents are for who turned them on.
  await expect(page.locator("main details:not([open], [data-like])")).toHaveCount(0);
  await expect(page.locator("main details[data-like]")).toBeHidden();
  await expect(page.locator("main .input-notes dl").first()).toBeVisible();
  for (const control of ["button", "select", "input", "textarea"])
    expect(await page.locator(control).filter({ visible: true }).count(), control).toBe(0);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(page.locator("main .input-notes[open]")).toHaveCount(0);
  await settled(page);
});
