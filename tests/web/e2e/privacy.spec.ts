import { expect, test } from "@playwright/test";
import { claimPage, langs, open } from "../support/site";

test("no page asks anybody else, sets a cookie or stores anything", async ({ context, baseURL }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "?") && !/^(blob|data):/.test(request.url())) foreign.push(request.url());
  });
  context.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  context.on("weberror", (error) => refused.push(error.error().message));
  // Each in a page of its own: one that is left while its workers load complains of that.
  for (const lang of langs) {
    await open(await context.newPage(), `${claimPage(lang)}?pue=1.2`);
    await open(await context.newPage(), `${claimPage(lang)}embed/`);
    await (await context.newPage()).goto(`${lang}/`);
    await (await context.newPage()).goto(`${lang}/policy/`);
  }
  expect(foreign).toEqual([]);
  expect(refused).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const stored = await context.pages()[0]?.evaluate(async () => [
    window.localStorage.length,
    window.sessionStorage.length,
    // The service worker keeps the site's own files (offline.spec.ts looks at which), and nothing else is kept.
    (await window.caches.keys()).filter((name) => !name.startsWith("footing 1 ")).length,
  ]);
  expect(stored).toEqual([0, 0, 0]);
});

test("the browser's language leads the way, English where there is none", async ({ browser, baseURL }) => {
  for (const [locale, lang] of [
    ["zh-TW", "zh-Hant"],
    ["zh-CN", "zh-Hans"],
    ["de-DE", "en"],
  ] as const) {
    const context = await browser.newContext({
      locale,
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    await page.goto("./");
    await page.waitForURL(`**/${lang}/`);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await context.close();
  }
});
