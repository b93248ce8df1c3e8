/** Pages with a past: an older revision beside the newest, a withdrawn claim, changes that are not released, and an old
 * preview's link. The site is a small one, made here. Then the real site's golden links, every one in this browser. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { buildSite, kAhead, kWithdrawn, makeDataset } from "../support/revisions";
import { serve, type Serving } from "../support/server";
import { dist, enter, kClaim, langs, newest, open, sentence, settled, sharing } from "../support/site";

// What a service worker asks for no test can answer.
test.use({ serviceWorkers: "block" });

test.describe("a site with a past", () => {
  test.describe.configure({ mode: "serial" });
  let site: Serving;

  test.beforeAll(async ({ browserName }, { outputDir }) => {
    test.setTimeout(600_000);
    const folder = path.join(outputDir, `past-${browserName}`);
    makeDataset(path.join(folder, "datasets"));
    buildSite(path.join(folder, "datasets"), path.join(folder, "dist"));
    site = await serve(path.join(folder, "dist"), 0, "/some/where/");
  });
  test.afterAll(async () => site?.close());

  const cells = (page: Page) => page.locator("[data-both] tbody tr").first().locator("td[data-median]");
  const medians = async (page: Page): Promise<number[]> =>
    await cells(page).evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset.median)));

  test("an older revision keeps its figures, names the newest, and shows both with what changed", async ({ page }) => {
    for (const lang of langs) {
      await open(page, `${site.url}${lang}/claims/${kClaim}/r1/`);
      await expect(page.locator("#status-strip")).toBeVisible();
      await expect(page.locator("#status-strip a[data-newest]")).toHaveAttribute("href", /\/r2\/$/);
      await expect(page.locator("#newer")).toContainText("r1");
      await expect(page.locator("#newer")).toContainText("r2");
      await expect(page.locator(".changes code").first()).toContainText("/scenarios/sourced_then/inputs/servers/value");
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
      await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
        "href",
        new RegExp(`${lang}/claims/${kClaim}/r2/$`),
      );
    }
    const [before = 0, now = 0] = await medians(page);
    expect(now / before).toBeCloseTo(4000 / 3617, 6);
    await open(page, `${site.url}en/claims/${kClaim}/r2/`);
    await expect(page.locator("#newer")).toHaveCount(0);
    await expect(page.locator("#status-strip")).toBeHidden();
    await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
    await expect(page.locator(".revisions li")).toHaveCount(2);
    await expect(page.locator(".corrections li")).toContainText("2026-12-24");
  });

  test("with a reader's settings both revisions are evaluated again", async ({ page }) => {
    await open(page, `${site.url}en/claims/${kClaim}/r1/?server_power=5`);
    await expect
      .poll(async () => (await medians(page))[0])
      .toBe(
        await page
          .locator("#main")
          .evaluate(() => Number(document.querySelector<HTMLElement>("[data-both] td[data-median]")?.dataset.median)),
      );
    await expect
      .poll(async () => {
        const [before = 1, now = 0] = await medians(page);
        return Math.round((now / before) * 1e6) / 1e6;
      })
      .toBe(Math.round((4000 / 3617) * 1e6) / 1e6);
    const [changed = 0] = await medians(page);
    // With the servers set by the reader too, nothing that differs is left.
    await enter(page.locator("footing-input[data-input=servers]:not([compact]) input[name=value]"), "3000");
    await expect(page.locator("[data-both] [data-same]")).toBeVisible();
    await page.locator("#mine [data-do=reset]").click();
    await expect.poll(async () => (await medians(page))[0]).not.toBe(changed);
    const link = await (await sharing(page)).inputValue();
    expect(link).toContain("/r1/");
  });

  test("status.json says what a pinned page has to say, and a page that was built before learns it", async ({
    page,
  }) => {
    const status = await (await page.request.get(`${site.url}claims/${kClaim}/status.json`)).json();
    expect(status).toEqual({ state: "ok", newest: 2, revisions: { r1: "newer", r2: "ok" } });
    const gone = await (await page.request.get(`${site.url}claims/${kWithdrawn}/status.json`)).json();
    expect(gone).toMatchObject({ state: "withdrawn", date: "2027-01-02", revisions: { r1: "withdrawn" } });
    for (const [state, text] of [
      [{ state: "ok", newest: 3, revisions: { r2: "newer" } }, /newer revision/],
      [{ state: "ok", newest: 3, revisions: { r2: "corrected" }, date: "2027-02-03" }, /corrected on 2027-02-03/],
      [
        { state: "withdrawn", newest: 2, date: "2027-02-03", reason: { en: "<b>x</b>" } },
        /withdrawn on 2027-02-03.*<b>x<\/b>/,
      ],
    ] as const) {
      await page.route("**/status.json", (route) => route.fulfill({ json: state }));
      await open(page, `${site.url}en/claims/${kClaim}/r2/`);
      await expect(page.locator("#status-strip")).toHaveText(text);
      await page.unroute("**/status.json");
    }
    await page.route("**/status.json", (route) => route.abort());
    await open(page, `${site.url}en/claims/${kClaim}/r2/`);
    await expect(page.locator("#status-strip")).toBeHidden();
  });

  test("a claim whose review is due says so by the reader's clock", async ({ page }) => {
    await open(page, `${site.url}en/claims/${kClaim}/r2/`);
    await expect(page.locator("#stale")).toBeHidden();
    await page.clock.setSystemTime(new Date("2031-01-01T12:00:00Z"));
    await open(page, `${site.url}en/claims/${kClaim}/r2/embed/`);
    await expect(page.locator("#stale")).toBeVisible();
  });

  test("a withdrawn claim keeps every address, with reason, date and the hash of what it said", async ({ page }) => {
    for (const at of ["", "r1/", "r0/", "r1/embed/"]) {
      await page.goto(`${site.url}en/claims/${kWithdrawn}/${at}`);
      await expect(page.locator("#main")).toContainText("A test of <this>.");
      await expect(page.locator("#main")).toContainText("2027-01-02");
      await expect(page.locator(".hash code")).toHaveText(/^[0-9a-f]{64}$/);
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
    }
    const file = await page.request.get(`${site.url}claims/${kWithdrawn}/r1.json`);
    expect(((await file.json()) as { revision: number }).revision).toBe(1);
    await page.goto(`${site.url}en/`);
    await expect(page.locator(`a[href*="${kWithdrawn}"]`)).toHaveCount(0);
  });

  test("changes that are not released are a preview of their own; the released revision stands beside them", async ({
    page,
  }) => {
    await open(page, `${site.url}en/claims/${kAhead}/r1/`);
    await expect(page.locator("#status-strip")).toBeHidden();
    const released = await sentence(page).textContent();
    await open(page, `${site.url}en/claims/${kAhead}/preview/`);
    await expect(page.locator("#status-strip")).toContainText("not released");
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
    const link = await (await sharing(page)).inputValue();
    expect(link).toContain("/preview/");
    expect(link).not.toContain("r0");
    await page.goto(`${site.url}en/claims/${kAhead}/`);
    await page.waitForURL(/\/r1\/$/);
    await settled(page);
    expect(await sentence(page).textContent()).toBe(released);
  });

  test("a preview's old link leads to the newest revision, with its settings and a notice", async ({ page }) => {
    await page.goto(`${site.url}en/claims/${kClaim}/r0/?servers=2000`);
    await page.waitForURL(/\/r2\//);
    await settled(page);
    await expect(page.locator("#notices li")).toHaveCount(1);
    await expect(page.locator("#notices")).toContainText("preview");
    await expect.poll(() => page.evaluate(() => location.search)).toBe("?servers=2000");
    const html = await (await page.request.get(`${site.url}en/claims/${kClaim}/r2/`)).text();
    expect(html).not.toMatch(/\/r0\//);
  });

  test("the feed lists revisions, corrections and withdrawals, the newest first", async ({ page }) => {
    const text = await (await page.request.get(`${site.url}zh-Hant/feed.xml`)).text();
    await page.goto(`${site.url}en/`);
    const feed = await page.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, "application/xml");
      const all = (name: string) => [...parsed.getElementsByTagName(name)].map((one) => one.textContent ?? "");
      return {
        broken: parsed.querySelector("parsererror") !== null,
        ids: all("id"),
        updated: all("updated"),
        titles: all("title"),
      };
    }, text);
    expect(feed.broken).toBe(false);
    expect(new Set(feed.ids).size).toBe(feed.ids.length);
    for (const id of feed.ids)
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const dates = feed.updated.slice(1);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(dates.length).toBe(6); // three first revisions, one second, a correction, a withdrawal
    await expect(page.locator('link[type="application/atom+xml"]')).toHaveAttribute("href", /en\/feed\.xml$/);
  });
});

interface Golden {
  link: string;
  hash: string;
  outputs: Record<string, Record<string, number>>;
}
const file = path.resolve(process.cwd(), "../tests/links/golden.jsonl");
const golden: Golden[] = existsSync(file)
  ? readFileSync(file, "utf8")
      .split("\n")
      .slice(1)
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Golden)
  : [];

test("every golden link gives its result in this browser, from what the site serves", async ({ page }) => {
  expect(golden.length).toBeGreaterThan(0);
  test.setTimeout(300_000);
  // The module that pages carry, as the build made it; the claims as the site's pages fetch them.
  const glue = path.resolve(process.cwd(), "generated/footing.mjs");
  await page.route("**/golden/footing.mjs", (route) => route.fulfill({ path: glue, contentType: "text/javascript" }));
  await page.route("**/golden/footing.wasm", (route) =>
    route.fulfill({ path: glue.replace(/mjs$/, "wasm"), contentType: "application/wasm" }),
  );
  await page.goto("en/");
  const wrong = await page.evaluate(async (links) => {
    const here = location.href;
    const { default: create } = (await import(new URL("golden/footing.mjs", here).href)) as {
      default: (options: {
        wasm: WebAssembly.Module;
      }) => Promise<{ call(name: string, text: Uint8Array): Uint8Array; samples(): Float64Array }>;
    };
    const bytes = await (await fetch(new URL("golden/footing.wasm", here))).arrayBuffer();
    const core = await create({ wasm: await WebAssembly.compile(bytes) });
    const call = (name: string, request: unknown) =>
      JSON.parse(new TextDecoder().decode(core.call(name, new TextEncoder().encode(JSON.stringify(request)))));
    const fnv = (samples: Float64Array): string => {
      const view = new DataView(samples.buffer, samples.byteOffset, samples.byteLength);
      let low = 0x84222325;
      let high = 0xcbf29ce4;
      for (let i = 0; i < view.byteLength; ++i) {
        low = (low ^ view.getUint8(i)) >>> 0;
        const product = low * 0x1b3;
        high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
        low = product >>> 0;
      }
      return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
    };
    const found: string[] = [];
    let held = "";
    for (const { link, hash, outputs } of links) {
      const folder = link.replace(/\?.*$/, "");
      if (folder !== held) {
        held = folder;
        const { prepared } = await (await fetch(new URL(`${folder}data.json`, here))).json();
        if (!call("load", { footing: 1, prepared }).ok) found.push(`${link}: does not load`);
      }
      const { request } = call("link", { text: link });
      const quick = { ...request, density: false, shapes: false };
      const answer = call("evaluate", quick);
      for (const { id, summary } of answer.outputs as { id: string; summary: Record<string, number> }[])
        for (const [key, value] of Object.entries(outputs[id] ?? {}))
          if (summary[key] !== value) found.push(`${link}: ${id} ${key} is ${summary[key]}, was ${value}`);
      call("evaluate", { ...quick, samples_of: answer.steps.map(({ id }: { id: string }) => id) });
      if (fnv(core.samples().slice()) !== hash) found.push(`${link}: another hash`);
    }
    return found;
  }, golden);
  expect(wrong).toEqual([]);
});

test("a sample of golden links shows its numbers on the page itself", async ({ page }) => {
  expect(golden.length).toBeGreaterThan(0);
  test.setTimeout(120_000);
  for (const { link, outputs } of golden.filter(
    ({ link: one }, i) => i % 40 === 0 || one.includes(`${kClaim}/${newest()}/?`),
  )) {
    await open(page, `en/${link}`);
    await page.locator("#detail summary").first().click();
    for (const [id, numbers] of Object.entries(outputs)) {
      const row = page.locator(`#detail tr[data-id="${id}"]`);
      for (const [name, value] of Object.entries(numbers))
        await expect(row).toHaveAttribute(`data-${name}`, String(value));
    }
  }
  expect(existsSync(dist)).toBe(true);
});
