/** The site in WebKit: every kind of page, what moves, links, frames, disks, no network, nothing kept, no scripts. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "@playwright/test";
import { hosts } from "../support/hosts";
import { kinds } from "../support/kinds";
import { Newsroom } from "../support/newsroom";
import { serve } from "../support/server";
import { claimPage, cliNumbers, dist, evaluate, kClaim, langs } from "../support/site";
import type { WebKit } from "../support/webkit";
import { errorsOf, test } from "../support/webkit_test";

const kPageUp = "\uE00E";
const kSlider = "footing-input[compact] input[type=range]";

const isReady = (browser: WebKit): Promise<void> =>
  expect.poll(() => browser.run(() => document.documentElement.dataset.footing)).toBe("ready");

const textOf = (browser: WebKit, selector: string): Promise<string | undefined> =>
  browser.run((one) => document.querySelector(one)?.textContent ?? undefined, selector);

/** Sentence, bar and address, as a reader has them. */
const shown = (browser: WebKit): Promise<{ sentence?: string; bar?: string; query: string }> =>
  browser.run(() => ({
    sentence: document.querySelector('[data-part="sentence"]')?.textContent ?? "",
    bar: document.querySelector('[data-part="bar"]')?.innerHTML ?? "",
    query: location.search,
  }));

const newsroom = new Newsroom();
test.beforeAll(newsroom.open);
test.afterAll(newsroom.close);

async function framed(browser: WebKit, content: string): Promise<void> {
  await browser.open(newsroom.prints(content));
  await browser.enterFrame();
  await isReady(browser);
}

for (const lang of langs)
  test(`every kind of page opens in ${lang} without an error, and asks nobody else`, async ({ webkit, site }) => {
    const browser = await webkit({ dark: lang === "zh-Hant", size: [360, 640] });
    for (const [kind, address] of Object.entries(kinds)) {
      await browser.open(`${site.url}${lang}/${address}`);
      if (kind === "claim" || kind === "embed") await isReady(browser);
      const found = await browser.run(() => ({
        lang: document.documentElement.lang,
        headings: document.querySelectorAll("h1").length,
        width: document.documentElement.scrollWidth,
        foreign: performance
          .getEntriesByType("resource")
          .map(({ name }) => name)
          .filter((name) => !name.startsWith(location.origin) && !/^(blob|data):/.test(name)),
      }));
      expect(found, kind).toEqual({ lang, headings: 1, width: 360, foreign: [] });
      expect(await errorsOf(browser), kind).toEqual([]);
    }
  });

test("a slider moves; sentence, bar and address follow; undo leads back", async ({ webkit, site }) => {
  const browser = await webkit();
  await browser.open(`${site.url}${claimPage("en")}`);
  await isReady(browser);
  const before = await shown(browser);
  await browser.type(kSlider, kPageUp.repeat(4));
  await expect.poll(() => shown(browser)).not.toMatchObject({ sentence: before.sentence });
  await expect.poll(() => shown(browser)).not.toMatchObject({ bar: before.bar });
  await expect.poll(async () => (await shown(browser)).query).toMatch(/^\?servers=\d+$/);
  await browser.click("#mine [data-do=reset]");
  await expect.poll(() => shown(browser)).toEqual(before);
  expect(await errorsOf(browser)).toEqual([]);
});

test("a link with a value, a range and a scenario restores the command line's digits", async ({ webkit, site }) => {
  const browser = await webkit();
  await browser.open(`${site.url}${claimPage("zh-Hans")}?_scenario=as_published&load=0.6..0.9&servers=3000`);
  await isReady(browser);
  const numbers = await browser.run(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("#detail tr[data-id]")].map(({ dataset }) => [
        dataset.id ?? "",
        { p05: Number(dataset.p05), median: Number(dataset.median), p95: Number(dataset.p95) },
      ]),
    ),
  );
  const native = evaluate(kClaim, "--scenario", "as_published", "--set", "load=0.6..0.9", "--set", "servers=3000");
  expect(numbers).toEqual(cliNumbers(native));
  await expect.poll(async () => (await shown(browser)).query).toBe(native.link.slice(native.link.indexOf("?")));
});

for (const [name, pageOf] of Object.entries(hosts))
  test(`under ${name} the embed has no scroll bar`, async ({ webkit, site }) => {
    const browser = await webkit({ size: [760, 700] });
    for (const width of [320, 480, 700]) {
      await framed(browser, pageOf(`${site.url}${claimPage("en")}embed/?servers=2000`, width));
      await expect
        .poll(() =>
          browser.run(() => {
            const { scrollHeight, scrollWidth } = document.documentElement;
            return scrollHeight <= innerHeight && innerHeight > 310 && scrollWidth <= innerWidth;
          }),
        )
        .toBe(true);
    }
    expect(await errorsOf(browser)).toEqual([]);
  });

test("a figure becomes the frame, in the language and colours asked for", async ({ webkit, site }) => {
  const figure = `<footing-claim language="zh-Hans" theme="dark"><figure><p>Static words.</p>
    <a href="${site.url}${claimPage("en")}?servers=2000">The claim</a></figure></footing-claim>`;
  const script = `<script src="${site.url}embed/v1.js"></script>`;
  const browser = await webkit();
  for (const width of [320, 480, 700]) {
    await browser.resize(width, 700);
    await framed(browser, figure + script);
    const fits = (): Promise<boolean> => browser.run(() => document.documentElement.scrollHeight <= innerHeight);
    await expect.poll(fits).toBe(true);
    expect(await browser.run(() => [document.documentElement.lang, document.documentElement.dataset.theme])).toEqual([
      "zh-Hans",
      "dark",
    ]);
    await browser.leaveFrame();
    expect(await browser.run(() => document.querySelector("figure")?.hidden)).toBe(true);
  }
});

test("a frame without an origin works, and is readable at 320 × 480", async ({ webkit, site }) => {
  const browser = await webkit();
  const src = `${site.url}${claimPage("en")}embed/`;
  await framed(
    browser,
    `<iframe sandbox="allow-scripts" style="width:320px;height:480px;border:0" src="${src}"></iframe>`,
  );
  for (const part of ["h1", "[data-part=sentence]", "[data-part=bar]", "[data-part=scope]"]) {
    const bottom = await browser.run((one) => document.querySelector(one)?.getBoundingClientRect().bottom, part);
    expect(bottom, part).toBeLessThanOrEqual(480);
  }
  const before = await shown(browser);
  await browser.click(kSlider); // in its middle; keys go nowhere before a reader has touched a frame
  await expect.poll(() => shown(browser)).not.toMatchObject({ sentence: before.sentence });
  // Its status.json is out of reach without an origin: that is all that may be refused.
  expect((await errorsOf(browser)).filter((line) => !line.endsWith("/status.json"))).toEqual([]);
});

test("the file opens from a disk with a reader's settings, and moves", async ({ webkit }) => {
  const browser = await webkit();
  await browser.open(`${pathToFileURL(path.join(dist, claimPage("en"), "embed/index.html")).href}?servers=2000`);
  await isReady(browser);
  expect(await textOf(browser, "[data-show=slider] .input-value")).toContain("2,000");
  const before = await shown(browser);
  await browser.type(kSlider, kPageUp.repeat(4));
  await expect.poll(() => shown(browser)).not.toMatchObject({ sentence: before.sentence });
});

test("from a disk a claim's page has its numbers, in any language", async ({ webkit }) => {
  const browser = await webkit();
  for (const lang of langs) {
    await browser.open(pathToFileURL(path.join(dist, claimPage(lang), "index.html")).href);
    expect(await textOf(browser, '[data-part="sentence"]')).toMatch(/\d/);
    expect(await browser.run(() => getComputedStyle(document.body).margin)).toBe("0px"); // its styles are there
  }
});

test("a visited claim opens without its server, with settings never seen before", async ({ webkit }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "footing-offline-"));
  for (const name of ["assets", "disk.js", "sw.js", claimPage("en"), `claims/${kClaim}`])
    cpSync(path.join(dist, name), path.join(folder, name), { recursive: true });
  const site = await serve(folder, 0, "/news/");
  const browser = await webkit();
  const address = `${site.url}${claimPage("en")}`;
  await browser.open(address);
  await isReady(browser);
  // Scripts of tests give what they return at once: what the worker has kept is asked for, and looked at later.
  const kept = (): Promise<number> =>
    browser.run(() => {
      const place = window as unknown as { footingKept?: number };
      void caches
        .keys()
        .then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).keys())))
        .then(
          (all) =>
            (place.footingKept = all.flat().filter(({ url }) => /\.wasm$|data\.json$|\/r\d+\/$/.test(url)).length),
        );
      return place.footingKept ?? 0;
    });
  await expect.poll(kept).toBe(3);
  await site.close();
  await browser.open(`${address}?servers=2000`);
  await isReady(browser);
  expect(await textOf(browser, '[data-part="sentence"]')).toContain("With your settings");
  rmSync(folder, { recursive: true });
});

test("where nothing may be kept, everything works", async ({ webkit, bareSite }) => {
  const browser = await webkit();
  await browser.open(`${bareSite.url}${claimPage("en")}?servers=2000`);
  await isReady(browser);
  const before = await shown(browser);
  await browser.type(kSlider, kPageUp.repeat(4));
  await expect.poll(() => shown(browser)).not.toMatchObject({ sentence: before.sentence });
  expect(await errorsOf(browser)).toEqual([]);
});

test("without scripts a page has its numbers, and says whose settings they are", async ({ webkit, site }) => {
  const browser = await webkit({ scripts: false });
  for (const lang of langs) {
    await browser.open(`${site.url}${claimPage(lang)}?servers=2000`);
    expect(await browser.run(() => document.documentElement.dataset.footing ?? "printed")).toBe("printed");
    expect(await textOf(browser, '[data-part="sentence"]')).toMatch(/\d/);
    expect(
      await browser.run(() => document.querySelector("figure.bar > svg")?.getBoundingClientRect().height),
    ).toBeGreaterThan(40);
    expect(await textOf(browser, "noscript")).toMatch(/\S/);
  }
});
