import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { expect, test, type Page } from "@playwright/test";
import { rounds } from "../support/rounds";
import {
  claimPage,
  cliNumbers,
  dist,
  enter,
  evaluate,
  kChromium,
  kClaim,
  open,
  pageNumbers,
  slider,
} from "../support/site";

const sizes = new Map<string, number>();

function brotli(name: string): number {
  const size = sizes.get(name) ?? brotliCompressSync(readFileSync(path.join(dist, name))).length;
  sizes.set(name, size);
  return size;
}

/** What a reader sees of the live parts, without the spaces between elements. */
function shown(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ["sentence", "bar", "scope", "derivation", "detail"].map((name) =>
      (document.querySelector(`[data-part="${name}"]`)?.outerHTML ?? "")
        .replace(/ data-(p05|median|p95)="[^"]*"/g, "") // digits that are computed are not printed
        .replace(/\s+/g, " ")
        .replace(/> </g, "><"),
    ),
  );
}

/** Labels, values and the author's words of every input, however they are drawn. */
function inputs(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("footing-input")].map((input) =>
      [".input-label", ".input-value", ".track-marks svg desc", ".input-author", ".input-notes dl"]
        .map((part) => input.querySelector(part)?.textContent?.replace(/\s+/g, " ").trim() ?? "")
        .join(" | "),
    ),
  );
}

for (const { name, visits } of rounds) {
  const drawn = `what scripts draw is what was printed without them: ${name}`;
  test(drawn, { tag: kChromium }, async ({ browser, page, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    const still = await context.newPage();
    for (const { lang, claim } of visits) {
      await still.goto(claimPage(lang, claim));
      await open(page, claimPage(lang, claim));
      expect(await shown(page), claim).toEqual(await shown(still));
      expect(await inputs(page), claim).toEqual(await inputs(still));
    }
    await context.close();
  });

  test(`a first visit loads the page's own few files, at most 120,000 bytes, and has every digit of the command line: ${name}`, async ({
    context,
    baseURL,
  }) => {
    for (const { lang, claim } of visits) {
      const asked = new Set<string>();
      const page = await context.newPage(); // what the one before still asks for is its own
      page.on("request", (request) => asked.add(request.url().split(/[?#]/)[0] ?? ""));
      await open(page, claimPage(lang, claim));
      page.removeAllListeners("request");
      expect.soft(await pageNumbers(page), claim).toEqual(cliNumbers(evaluate(claim)));
      await page.close();
      const files = [...asked].map((url) => url.slice((baseURL ?? "").length)).filter((file) => file !== "");
      const total = files.reduce((sum, file) => sum + brotli(file.endsWith("/") ? `${file}index.html` : file), 0);
      expect.soft(total, files.join(" ")).toBeLessThanOrEqual(120_000);
      // Ten, and for kinds that also need the words of two answers side by side one more: pages of those alone save a kilobyte.
      const most = files.some((file) => /\/kinds-[^/]*\.js$/.test(file)) ? 11 : 10;
      expect.soft(files.length, files.join(" ")).toBeLessThanOrEqual(most);
    }
  });
}

test("the distribution is drawn when it is opened, and follows the slider", async ({ page }) => {
  await open(page, claimPage("en"));
  await expect(page.locator("#detail figure.density")).toHaveCount(0);
  await page.locator("#detail summary").click();
  const chart = page.locator("#detail figure.density svg").first();
  await expect(chart).toBeVisible();
  const before = await chart.innerHTML();
  const numbers = await pageNumbers(page);
  await slider(page).focus();
  await page.keyboard.press("PageUp");
  await expect.poll(() => chart.innerHTML()).not.toBe(before);
  expect(await pageNumbers(page)).not.toEqual(numbers);
});

test("digits of a link with a value, a range and a scenario are the command line's", async ({ page }) => {
  await open(page, `${claimPage("en")}?_scenario=as_published&load=0.6..0.9&servers=3000`);
  const native = evaluate(kClaim, "--scenario", "as_published", "--set", "load=0.6..0.9", "--set", "servers=3000");
  expect(await pageNumbers(page)).toEqual(cliNumbers(native));
  await expect.poll(() => page.evaluate(() => location.search)).toBe(native.link.slice(native.link.indexOf("?")));
});

test("notes behind an input are those of the settings the reader starts from", async ({ page }) => {
  const notes = page.locator("[data-notes=load]").first();
  await open(page, claimPage("en"));
  const before = (await notes.textContent()) ?? "";
  await page.locator("footing-scenario select").selectOption("as_published");
  await expect(notes).not.toHaveText(before);
  await open(page, `${claimPage("en")}?_scenario=as_published`);
  await expect(notes).not.toHaveText(before);
});

test("what is typed while the slider rests is in the table before the address says so", async ({ page }) => {
  await open(page, claimPage("en", kClaim));
  await enter(page.locator("footing-input[data-input=servers]:not([compact]) input[name=value]"), "4000");
  await page.waitForURL(/servers=4000/);
  expect((await pageNumbers(page)).servers?.median).toBe(4000);
});
