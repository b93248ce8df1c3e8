import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { claimPage, claims, kChromium, langs, open } from "../support/site";

for (const colorScheme of ["light", "dark"] as const) {
  for (const lang of langs) {
    test(`axe finds nothing in ${lang}, ${colorScheme}`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({
        colorScheme,
        reducedMotion: "reduce",
        viewport: { width: 360, height: 640 },
        ...(baseURL ? { baseURL } : {}),
      });
      const page = await context.newPage();
      for (const address of [`${claimPage(lang)}?servers=2000&load=nonsense`, `${claimPage(lang)}embed/`]) {
        await open(page, address);
        await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
        await check(page, address, colorScheme);
      }
      for (const address of [
        `${lang}/`,
        `${lang}/articles/mccrosky-2023/`,
        `${lang}/policy/`,
        `${lang}/method/`,
        `${lang}/models/request-energy/`,
        `${lang}/about/`,
        `${lang}/sources/`,
      ]) {
        await page.goto(address);
        await check(page, address, colorScheme);
      }
      await context.close();
    });
  }
}

/** In the dark the same page has other colours, and nothing else: there only the rules about colours are asked. */
async function check(page: Page, address: string, colorScheme: "light" | "dark"): Promise<void> {
  const axe = new AxeBuilder({ page });
  if (colorScheme === "light") axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  else axe.withRules(["color-contrast", "link-in-text-block"]);
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  expect(found, address).toEqual([]);
}

test(
  "in forced colours charts are drawn in the reader's text and background alone",
  { tag: kChromium },
  async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      forcedColors: "active",
      colorScheme: "dark",
      ...(baseURL ? { baseURL } : {}),
    });
    // Chromium's are white and black here; every other system colour has a hue.
    const hued = (): string[] =>
      [...document.querySelectorAll("svg.chart :is(rect, path, line, circle, text)")].flatMap((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return [fill, stroke].filter((colour) => {
          if (colour === "none" || colour.startsWith("url")) return false;
          const [red, green, blue] = colour.match(/[\d.]+/g) ?? [];
          return red !== green || green !== blue;
        });
      });
    for (const address of [claimPage("en"), claimPage("en").replace(/claims\/.*$/, "compare/chatgpt-year-1400t/")]) {
      const page = await context.newPage();
      await page.goto(address);
      await expect(page.locator("svg.chart").first()).toBeVisible();
      expect(await page.evaluate(hued), address).toEqual([]);
      const link = await page
        .locator("main a")
        .first()
        .evaluate((one) => getComputedStyle(one).color);
      expect(link, "links keep the colour that links have").toBe("rgb(255, 255, 0)");
      await page.close();
    }
    await context.close();
  },
);

test("the first screen of a phone holds claim, sentence, bar, scope and slider, and nothing is cut off", async ({
  browser,
  baseURL,
}) => {
  test.slow(); // every claim in every language
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await page.route(/\.(js|wasm|json)$/, (route) => route.abort()); // it is the printed page that is measured
  for (const lang of langs)
    for (const claim of claims) {
      const address = claimPage(lang, claim);
      await page.goto(address, { waitUntil: "domcontentloaded" }); // printed where it stays: see "nothing moves" below
      const found = await page.evaluate(() => {
        const track = document.querySelector("footing-input[compact] .track")?.getBoundingClientRect();
        return {
          bottom: track?.bottom ?? 1e4,
          touch: track?.height ?? 0,
          bar: document.querySelector("figure.bar")?.getBoundingClientRect().height,
          width: document.documentElement.scrollWidth,
        };
      });
      expect.soft(found.bottom, address).toBeLessThanOrEqual(640);
      expect.soft(found.touch, address).toBeGreaterThanOrEqual(44);
      expect.soft(found.bar, address).toBeLessThanOrEqual(110);
      expect.soft(found.width, address).toBeLessThanOrEqual(360);
    }
  await context.close();
});

test("nothing moves while the page comes to life", async ({ page }) => {
  await page.addInitScript(() => {
    const found: number[] = [];
    Object.assign(window, { footingShifts: found });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) found.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await open(page, claimPage("en"));
  const total = await page.evaluate(() =>
    (window as unknown as { footingShifts: number[] }).footingShifts.reduce((sum, shift) => sum + shift, 0),
  );
  expect(total).toBeLessThan(0.02);
});
