/** The site, walked: every view with every language, size, theme and browser, pair by pair (FOOTING_LONG: each with each).
 * Whatever the view, nothing may be cut, lie over something else, be in another language, go wrong or ask elsewhere. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test as base, expect } from "@playwright/test";
import { amiss } from "../support/amiss";
import { kListen, kNoStorage } from "../support/first";
import { pairwise, product, type Row } from "../support/pairs";
import { serve, type Serving } from "../support/server";
import { dist, langs, names } from "../support/site";
import { makeBrowsers, type Browsers, type Tab } from "../support/tab";
import { addressOf, views } from "../support/views";

const factors = {
  view: Object.keys(views),
  browser: ["chromium", "firefox", "webkit"],
  lang: langs,
  size: ["phone", "desktop"],
  theme: ["light", "dark"],
} as const;
const kSizes = { phone: [360, 640], desktop: [1280, 900] } as const;
/** Chromium alone can be told to show paper, which is as wide as it is. */
const allowed = ({ view, browser, size }: Row<typeof factors>): boolean =>
  !views[view]?.print || (browser === "chromium" && size === "desktop");
const rows = process.env.FOOTING_LONG ? product(factors, allowed) : pairwise(factors, allowed);

const axe = readFileSync("node_modules/axe-core/axe.min.js", "utf8"); // npm runs the tests in web/
const allNames = names();

/** A folder for pictures of what was walked, for looking at. */
const pictures = process.env.FOOTING_PICTURES;
if (pictures) mkdirSync(pictures, { recursive: true });

const test = base.extend<object, { browsers: Browsers; sites: (first: string) => Promise<Serving> }>({
  browsers: [
    async ({}, use) => {
      const browsers = makeBrowsers();
      await use(browsers);
      await browsers.stop();
    },
    { scope: "worker" },
  ],
  sites: [
    async ({}, use) => {
      const started: Serving[] = [];
      await use(async (first) => {
        const site = await serve(dist, 0, "/some/where/", first || undefined);
        started.push(site);
        return site;
      });
      await Promise.all(started.map((site) => site.close()));
    },
    { scope: "worker" },
  ],
});

for (const [i, row] of rows.entries()) {
  const { view: name, browser, lang, size, theme } = row;
  const view = views[name];
  if (!view) continue;
  test(`${name}: ${lang}, ${size}, ${theme}, in ${browser}`, async ({ browsers, sites }, info) => {
    const { scripts = true, storage = true, print = false, offline = false, act, seen, speaks } = view;
    const site = await sites(browser !== "webkit" ? "" : storage ? kListen : kNoStorage);
    const tab = await browsers.tab(browser, new URL(site.url).origin, {
      size: [...kSizes[size]],
      dark: theme === "dark",
      scripts,
      storage,
      print,
    });
    const address = `${site.url}${lang}/${addressOf(view, i)}`;
    await tab.open(address);
    if (speaks && scripts) await ready(tab);
    if (offline) {
      await expect.poll(() => tab.run(keptKinds)).toEqual([true, true, true]);
      await site.close();
      await tab.open(address);
      await ready(tab);
    }
    if (act) await tab.run(act);
    if (seen) await expect.poll(() => tab.run(seen)).toBe(true);
    if (speaks)
      expect(await tab.run(() => document.querySelector('[data-part="sentence"]')?.textContent ?? "")).toMatch(/\S{4}/);
    expect(await tab.run(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(theme === "dark");
    // A page that is not there answers 404, which a console may call an error.
    const errors = (await tab.errors()).filter((line) => !(name === "a page that is not there" && / 404 /.test(line)));
    if (!offline) expect(errors).toEqual([]);
    if (pictures) writeFileSync(path.join(pictures, `${info.title.replace(/[^\w-]+/g, "-")}.png`), await tab.picture());
    expect(await tab.run(amiss, lang, allNames)).toEqual([]);
    // Where scripts are turned off, nothing that waits comes back; WebKit turns off those of pages alone.
    if (scripts || browser === "webkit") expect(await tab.runWith(axe, violations)).toEqual([]);
    await tab.close();
  });
}

const ready = (tab: Tab): Promise<void> =>
  expect.poll(() => tab.run(() => document.documentElement.dataset.footing)).toBe("ready");

/** Whether the core, the claim's data and the page are kept; runs in the page. */
async function keptKinds(): Promise<boolean[]> {
  const all = await Promise.all((await caches.keys()).map(async (one) => (await caches.open(one)).keys()));
  return [/\/footing-[^/]+\.wasm$/, /\/data\.json$/, /\/r\d+\/$/].map((what) =>
    all.flat().some(({ url }) => what.test(url)),
  );
}

/** What axe finds; runs in the page after its script. */
async function violations(): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
  };
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await axe.run({ runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}
