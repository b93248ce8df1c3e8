/** The site as it is published: under nginx with the recipe's own configuration, in a sub-path, at an address it was told.
 * It is used as a reader, a newsroom and an attacker would. It is a small site with a past, made here. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page, type Request } from "@playwright/test";
import fc from "fast-check";
import { kPolicy } from "../support/server";
import { Newsroom } from "../support/newsroom";
import { Nginx } from "../support/nginx";
import { freePort } from "../support/port";
import { buildSite, makeDataset } from "../support/revisions";
import { frameReady, kChromium, kClaim, open, sentence, settled, slider } from "../support/site";

test.describe.configure({ mode: "serial" });

const own = `en/claims/${kClaim}/`;
let folder = "";
let site: Nginx;

const newsroom = new Newsroom();

test.beforeAll(async ({ browserName }, { outputDir }) => {
  test.setTimeout(600_000);
  folder = path.join(outputDir, `published-${browserName}`);
  const port = await freePort();
  site = new Nginx(path.join(folder, "nginx"), path.join(folder, "dist"), port);
  makeDataset(path.join(folder, "datasets"));
  buildSite(path.join(folder, "datasets"), path.join(folder, "dist"), { FOOTING_URL: site.url });
  await site.start();
  await newsroom.open();
});
test.afterAll(async () => {
  await site?.stop();
  await newsroom.close();
});

/** What a page was refused by its policy, and what went wrong in it. */
function complaints(page: Page): string[] {
  const list: string[] = [];
  page.on("console", (message) => message.type() === "error" && list.push(message.text()));
  page.on("pageerror", (error) => list.push(error.message));
  return list;
}

test.describe("nginx", { tag: kChromium }, () => {
  test("each kind of file has its type, its policy and its time", async ({ request }) => {
    const assets = readdirSync(path.join(folder, "dist/assets"));
    const asset = (pattern: RegExp): string => `assets/${assets.find((name) => pattern.test(name)) ?? "none"}`;
    const forever = "public, max-age=31536000, immutable";
    const kinds: [string, string, string][] = [
      [`${own}r2/`, "text/html; charset=utf-8", "no-cache"],
      [`${own}r2/embed/index.html`, "text/html; charset=utf-8", "no-cache"],
      [`${own}r2/oembed.json`, "application/json; charset=utf-8", "no-cache"],
      [`${own}r2/card.png`, "image/png", "no-cache"],
      [`claims/${kClaim}/status.json`, "application/json; charset=utf-8", "no-cache"],
      ["en/feed.xml", "application/atom+xml; charset=utf-8", "no-cache"],
      ["embed/v1.js", "text/javascript; charset=utf-8", "no-cache"],
      ["sw.js", "text/javascript; charset=utf-8", "no-cache"],
      [asset(/^footing-.*\.wasm$/), "application/wasm", forever],
      [asset(/^page-.*\.js$/), "text/javascript; charset=utf-8", forever],
      [asset(/^site-.*\.css$/), "text/css; charset=utf-8", forever],
    ];
    for (const [file, type, time] of kinds) {
      const answer = await request.get(site.url + file);
      const headers = answer.headers();
      expect(answer.status(), file).toBe(200);
      expect(headers["content-type"], file).toBe(type);
      expect(headers["cache-control"], file).toBe(time);
      expect(headers["x-content-type-options"], file).toBe("nosniff");
      expect(headers["referrer-policy"], file).toBe("no-referrer");
      expect(headers["access-control-allow-origin"], file).toBe("*");
      const policy = file.includes("/embed/") ? undefined : `${kPolicy}; frame-ancestors 'self'`;
      expect(headers["content-security-policy"]?.split("; ").sort(), file).toEqual(policy?.split("; ").sort());
      const again = await request.get(site.url + file, { headers: { "If-None-Match": headers.etag ?? "" } });
      expect(again.status(), `${file} again`).toBe(304);
    }
    // Text is sent compressed, the core too.
    const packed = await fetch(site.url + asset(/^footing-.*\.wasm$/), { headers: { "Accept-Encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
  });

  test("what is not there is said, by the site, and not for ever", async ({ request, page }) => {
    for (const name of ["nothing/at/all", "assets/page-00000000.js"]) {
      const answer = await request.get(site.url + name);
      expect(answer.status()).toBe(404);
      expect(answer.headers()["cache-control"]).toBe("no-cache");
      expect((await answer.text()).includes("沒有這個頁面"), name).toBe(true);
    }
    const folders = await request.get(`${site.url}en?pue=2`, { maxRedirects: 0 });
    expect(folders.status()).toBe(301);
    expect(folders.headers().location).toMatch(/^\/press\/footing\/en\//);
    await page.goto(`${site.url}en/claims/${kClaim}/r77/`);
    await expect(page.locator("h1").first()).toBeVisible();
    await expect(page.locator("body")).toHaveCSS("font-family", /system-ui/);
  });
});

test.describe("a reader", { tag: kChromium }, () => {
  test("opens a link with settings, moves, changes the language, and keeps it all without a network", async ({
    page,
  }) => {
    const wrong = complaints(page);
    const asked: string[] = [];
    page.on("request", (request: Request) => asked.push(request.url()));
    await open(page, `${site.url}${own}r2/`);
    const printed = await sentence(page).textContent();
    await open(page, `${site.url}${own}?servers=2000&utm_source=x`);
    expect(page.url()).toMatch(/\/r2\/\?servers=2000/);
    await expect(sentence(page)).toContainText("With your settings");
    await slider(page).focus();
    await slider(page).press("ArrowRight");
    await expect.poll(() => page.evaluate(() => location.search)).not.toBe("?servers=2000");
    await page.locator("a[data-language][lang=zh-Hant]").click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
    await settled(page);
    await expect(sentence(page)).toContainText("依你的設定");
    const address = page.url();
    expect(address).toMatch(/\/zh-Hant\/claims\/.*\/r2\/\?servers=/);

    // The visited pages are kept once the service worker has them.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const names = await caches.keys();
          const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          return all.flat().filter(({ url }) => /zh-Hant\/claims\/.*(\.json|\/r2\/)$|\.wasm$/.test(url)).length;
        }),
      )
      .toBeGreaterThanOrEqual(3);
    expect(wrong).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(site.url) && !/^(data|blob):/.test(url))).toEqual([]);
    await site.stop();
    try {
      await open(page, address);
      await expect(sentence(page)).toContainText("依你的設定");
      await open(page, `${site.url}${own}r2/`);
      await expect(sentence(page)).toHaveText(printed ?? "");
    } finally {
      await site.start();
    }
  });
});

test.describe("a newsroom", { tag: kChromium }, () => {
  // Only the frame's own words are of interest here.
  test.use({ serviceWorkers: "block" });

  test("finds the embed by the page's discovery link and frames it, from another origin", async ({ page }) => {
    await page.goto(newsroom.prints(""));
    // As WordPress does it: from the text of the page, before any script.
    const found = await page.evaluate(async (address) => {
      const text = await (await fetch(address)).text();
      const link = /<link[^>]+type="application\/json\+oembed"[^>]*>/.exec(text.slice(0, 150_000))?.[0] ?? "";
      const href = /href="([^"]+)"/.exec(link)?.[1] ?? "";
      return { href, json: (await (await fetch(href)).json()) as Record<string, unknown> };
    }, `${site.url}${own}r2/`);
    expect(found.href).toBe(`${site.url}${own}r2/oembed.json`);
    await page.goto(newsroom.prints(`<h1>An article</h1>${String(found.json.html)}`));
    const frame = page.frameLocator("iframe");
    await frameReady(frame);
    await expect(frame.locator("[data-part=sentence]").first()).toContainText("kWh");
    await expect(page.locator("iframe")).toHaveAttribute("title", /\S/);
  });

  test("a frame without an origin still learns that its revision is no longer the newest", async ({ page }) => {
    const size = "width:360px;height:700px";
    await page.goto(
      newsroom.prints(`<iframe sandbox="allow-scripts" style="${size}" src="${site.url}${own}r1/embed/"></iframe>`),
    );
    const frame = page.frameLocator("iframe");
    await frameReady(frame);
    await expect(frame.locator("#status-strip")).toBeVisible();
  });

  test("the figure becomes a frame, and without scripts it stays with its picture", async ({ page, browser }) => {
    const picture = `${site.url}${own}r2/card.png`;
    const article = `<footing-claim><figure><img src="${picture}" alt="The claim" width="600"><p>Static words.</p>
      <a href="${site.url}${own}r2/?pue=1.2">The claim</a></figure></footing-claim>
      <script src="${site.url}embed/v1.js" defer></script>`;
    // A host with a policy of its own, and one that isolates itself: pictures say that others may show them.
    const { origin } = new URL(site.url);
    const policy = `default-src 'none'; script-src ${origin}; img-src ${origin}; frame-src ${origin}; style-src 'unsafe-inline'`;
    await page.goto(newsroom.prints(article, { "Content-Security-Policy": policy }));
    const frame = page.frameLocator("iframe");
    await frameReady(frame);
    await expect(frame.locator("#mine")).toBeVisible();
    await expect(page.locator("figure")).toBeHidden();

    const plain = await browser.newContext({ javaScriptEnabled: false });
    try {
      const still = await plain.newPage();
      await still.goto(newsroom.prints(article, { "Cross-Origin-Embedder-Policy": "require-corp" }));
      await expect(still.locator("figure")).toBeVisible();
      const bytes = await still.request.get(picture);
      const png = await bytes.body();
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      await expect
        .poll(() => still.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBe(1200);
    } finally {
      await plain.close();
    }
  });

  test("nobody frames the pages themselves", async ({ page }) => {
    const wrong = complaints(page);
    await page.goto(newsroom.prints(`<iframe src="${site.url}${own}r2/" width="400" height="400"></iframe>`));
    await expect.poll(() => wrong.join()).toContain("frame-ancestors");
  });
});

test.describe("an attacker", { tag: kChromium }, () => {
  test.use({ serviceWorkers: "block" });

  const kEvil = "https://evil.example";
  /** What people put into addresses to make a page theirs. */
  const payloads = [
    `<img src=x onerror="window.taken=1">`,
    `"><script>window.taken=1</script>`,
    `' onmouseover='window.taken=1`,
    `javascript:window.taken=1`,
    `</script><script src=${kEvil}/x.js></script>`,
    `</title><svg/onload=window.taken=1>`,
    "{{constructor.constructor('window.taken=1')()}}",
    "${window.taken=1}",
    `\u202e<iframe srcdoc="<script>top.taken=1</script>">`,
    `//evil.example/%2e%2e/`,
    `<base href=${kEvil}/>`,
    `<style>@import url(${kEvil}/x.css)</style>`,
    "__proto__[taken]=1",
  ];
  const keys = ["pue", "servers", "home", "_scenario", "_seed", "_n", "_view", "_theme", "_show", "from", "__proto__"];
  const query = fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...keys, ...payloads), fc.string({ unit: "binary-ascii", maxLength: 12 })),
        fc.oneof(
          fc.constantFrom(...payloads, "1.2", "2000..6000", "1e999", "NaN", "choice(us:1)", "-0"),
          fc.string({ unit: "binary", maxLength: 40 }),
          fc.tuple(fc.constantFrom("1.2", "2000"), fc.constantFrom(...payloads)).map(([a, b]) => a + b),
        ),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((pairs) =>
      pairs.map(([key, value]) => [key, value].map((one) => encodeURIComponent(wellFormed(one))).join("=")),
    )
    .map((pairs) => pairs.join("&"));
  const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/g, "\ufffd");

  /** Nothing ran, nothing was added, nothing leads or went elsewhere. */
  async function unharmed(page: Page, asked: readonly string[], known: ReadonlySet<string>): Promise<void> {
    const seen = await page.evaluate(() => ({
      taken: "taken" in window || "taken" in {},
      handlers: [...document.querySelectorAll("*")].flatMap((one) =>
        [...one.attributes].filter(({ name }) => /^on/i.test(name)).map(({ name }) => name),
      ),
      elements: [...document.querySelectorAll("script, iframe, base, object, embed, meta[http-equiv]")].map(
        (one) => one.getAttribute("src") ?? one.outerHTML.slice(0, 60),
      ),
      links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href),
      styles: [...document.querySelectorAll("style")].map((one) => one.textContent ?? ""),
    }));
    expect(seen.taken).toBe(false);
    expect(seen.handlers).toEqual([]);
    for (const one of seen.elements) expect(one).not.toMatch(/evil|taken/);
    for (const one of seen.styles) expect(one).not.toMatch(/evil/);
    for (const link of seen.links)
      expect(link.startsWith(site.url) || known.has(new URL(link).origin), link).toBe(true);
    expect(asked.filter((url) => !url.startsWith(site.url) && !/^(data|blob):/.test(url))).toEqual([]);
  }

  for (const [what, at, runs] of [
    ["page", `${own}r2/`, 6],
    ["embed", `${own}r2/embed/`, 6],
  ] as const) {
    test(`no link makes the ${what} say or do another's bidding`, async ({ page }) => {
      test.slow();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      page.on("dialog", (dialog) => asked.push(`dialog ${dialog.message()}`));
      await open(page, site.url + at);
      // Sources are elsewhere: where the untouched page leads, a touched one may lead too.
      const links = await page
        .locator("a[href]")
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      const known = new Set(links.map((href) => new URL(href).origin));
      const tried = [
        ...payloads.map((one) => `pue=${encodeURIComponent(one)}&${encodeURIComponent(one)}=1`).slice(0, 6),
        ...fc.sample(query, { numRuns: process.env.FOOTING_LONG ? 40 * runs : runs, seed: 7 }),
      ];
      for (const text of tried) {
        await open(page, `${site.url}${at}?${text}`);
        await unharmed(page, asked, known);
        const shown = page.locator("#mine, #notices, [data-part=sentence]");
        expect(await shown.locator("img, svg[onload], a[href^=javascript]").count(), text).toBe(0);
      }
      // The same behind the other mark, in a new document: an open page whose hash changes loads itself again.
      await page.goto("about:blank");
      await open(page, `${site.url}${at}#${tried[0]}&servers=2000`);
      await unharmed(page, asked, known);
    });
  }

  test("huge links end in a notice, not in a page that hangs", async ({ page }) => {
    await open(page, `${site.url}${own}r2/?pue=1.2&${"x=1&".repeat(3_900)}`);
    await expect(sentence(page)).toContainText("With your settings");
    await open(page, `${site.url}${own}r2/#pue=1.2&${"servers=1&".repeat(4_000)}`);
    await expect(page.locator("#notices")).toBeVisible();
    await open(page, `${site.url}${own}r2/?_n=99999999999&pue=${"9".repeat(3_000)}`);
    await expect(page.locator("#notices")).toBeVisible();
    await slider(page).focus();
    await slider(page).press("ArrowRight");
    await expect(page.locator("#mine")).toBeVisible();
  });

  test("what is asked of the server by strange means stays in the site", async ({ request }) => {
    for (const name of [
      "..%2f..%2fdatasets/units.json",
      "%2e%2e/%2e%2e/etc/passwd",
      "en/%00",
      "assets/../../site.conf",
    ]) {
      const answer = await request.get(site.url + name);
      expect(answer.status(), name).toBeGreaterThanOrEqual(400);
    }
    const headers = { Host: "evil.example", "X-Forwarded-Host": "evil.example" };
    const answer = await request.get(`${site.url}en/claims`, { headers, maxRedirects: 0 });
    expect(answer.headers().location ?? "").not.toContain("evil");
    expect((await answer.text()).includes("evil")).toBe(false);
  });
});
