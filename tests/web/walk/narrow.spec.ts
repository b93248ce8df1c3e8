/** Nothing is cut at 320 px, which is what 400 % of zoom leaves of 1280: every page of the site once, the languages taking
 * turns (FOOTING_LONG: each page in each), and a small site whose words are two fifths longer, in its states too. */
import path from "node:path";
import { expect, test } from "@playwright/test";
import { amiss } from "../support/amiss";
import { pages } from "../support/kinds";
import { buildPseudoSite } from "../support/pseudo";
import { serve, type Serving } from "../support/server";
import { dist, langs, names } from "../support/site";
import { makeBrowsers, type Browsers, type Tab } from "../support/tab";
import { move, unfold } from "../support/views";

const kNarrow = { size: [320, 640] as [number, number], dark: false, storage: true, print: false };
const kGroups = 6; // of pages, for the workers to share
let browsers: Browsers;
test.beforeAll(() => {
  browsers = makeBrowsers();
});
test.afterAll(() => browsers.stop());

async function look(tab: Tab, address: string, lang: string, found: string[]): Promise<void> {
  for (const line of await tab.run(amiss, lang, allNames)) found.push(`${address}: ${line}`);
}
const allNames = names();

for (let group = 0; group < kGroups; ++group)
  test(`no page is cut at 320 px, part ${group + 1} of ${kGroups}`, async () => {
    const site = await serve(dist, 0, "/some/where/");
    const tab = await browsers.tab("chromium", new URL(site.url).origin, { ...kNarrow, scripts: false });
    const found: string[] = [];
    for (const [i, page] of pages.entries()) {
      if (i % kGroups !== group) continue;
      const turn = langs[Math.floor(i / kGroups) % langs.length] ?? "en";
      for (const lang of process.env.FOOTING_LONG ? langs : [turn]) {
        await tab.open(`${site.url}${lang}/${page}`);
        await look(tab, `${lang}/${page}`, lang, found);
      }
    }
    await tab.close();
    await site.close();
    expect(found).toEqual([]);
  });

test("words that are two fifths longer have room at 320 px, moved and unfolded too", async ({}, { outputDir }) => {
  test.setTimeout(600_000);
  const folder = path.join(outputDir, "pseudo");
  const claims = buildPseudoSite(path.join(folder, "datasets"), path.join(folder, "dist"));
  const site: Serving = await serve(path.join(folder, "dist"), 0, "/some/where/");
  const tab = await browsers.tab("chromium", new URL(site.url).origin, { ...kNarrow, scripts: true });
  const found: string[] = [];
  const texts = ["", "articles/mccrosky-2023/", "method/", "models/request-energy/", "sources/", "policy/", "about/"];
  for (const page of texts) {
    await tab.open(`${site.url}en/${page}`);
    await look(tab, page, "", found);
  }
  for (const claim of claims)
    for (const page of [`claims/${claim}/r0/`, `claims/${claim}/r0/embed/`]) {
      await tab.open(`${site.url}en/${page}?load=nonsense`);
      await expect.poll(() => tab.run(() => document.documentElement.dataset.footing)).toBe("ready");
      // It is this language's words that are looked at.
      expect(await tab.run(() => document.querySelector('[data-part="sentence"]')?.textContent ?? "")).toMatch(
        /[áéíóú]/,
      );
      await look(tab, page, "", found);
      await tab.run(move);
      await tab.run(unfold);
      await expect.poll(() => tab.run(() => document.querySelector<HTMLElement>("#mine")?.hidden ?? false)).toBe(false);
      await look(tab, `${page}, moved`, "", found);
    }
  await tab.close();
  await site.close();
  expect(found).toEqual([]);
});
