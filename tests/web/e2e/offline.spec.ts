/** Without a network: what was visited is there, links with queries too; with one, nothing newer is held back. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { serve, type Serving } from "../support/server";
import { claimPage, dist, kClaim, open, sentence } from "../support/site";

/** A copy of what one page needs, so that it can be corrected. */
let folder = "";
let serving: Serving;
test.beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "footing-offline-"));
  for (const name of ["assets", "disk.js", "sw.js", claimPage("en"), `claims/${kClaim}`])
    cpSync(path.join(dist, name), path.join(folder, name), { recursive: true });
  serving = await serve(folder, 0, "/news/");
});
test.afterEach(async () => {
  await serving.close();
  rmSync(folder, { recursive: true });
});

test("a visited claim opens without the server, with settings never seen before", async ({ page }) => {
  const address = `${serving.url}${claimPage("en")}`;
  await open(page, address);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const kept = await Promise.all(
          names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
        );
        return kept.flat().filter((url) => /\.wasm$|data\.json$|\/r\d+\/$/.test(url)).length;
      }),
    )
    .toBe(3);
  // What is kept is the site's own, and holds nothing of the reader's.
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return { names, urls: all.flat().map(({ url }) => url) };
  });
  expect(kept.names).toEqual([`footing 1 ${serving.url}`]);
  for (const url of kept.urls) expect(url.startsWith(serving.url) && !/[?#]/.test(url), url).toBe(true);

  // With a network the newest is shown: a correction reaches a reader who has the page.
  const file = path.join(folder, claimPage("en"), "index.html");
  writeFileSync(file, readFileSync(file, "utf8").replace(/<title>/, "<title>Corrected: "));
  await page.goto(address);
  await expect(page).toHaveTitle(/^Corrected: /);

  await serving.close();
  await open(page, `${address}?servers=2000`);
  await expect(sentence(page)).toContainText("With your settings");
});
