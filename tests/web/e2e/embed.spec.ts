/** The embed, one file: from a disk, in frames of every sort, and in the systems that frame it. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test, type FrameLocator, type Page } from "@playwright/test";
import { hosts } from "../support/hosts";
import { Newsroom } from "../support/newsroom";
import { claimPage, dist, enter, frameReady, kClaim, langs, open, sentence } from "../support/site";

const file = (lang: string): string => path.join(dist, claimPage(lang), "embed/index.html");

/** "r0", or the newest revision there is. */
const revision = /\/(r\d+)\/$/.exec(claimPage("en"))?.[1] ?? "";

const values = (page: Page): Promise<(string | null)[]> =>
  page
    .locator("#inputs footing-input")
    .evaluateAll((all) => all.map((one) => one.querySelector(".input-value")?.textContent ?? null));

const newsroom = new Newsroom();
test.beforeAll(newsroom.open);
test.afterAll(newsroom.close);

async function host(page: Page, content: string): Promise<FrameLocator> {
  await page.goto(newsroom.prints(content));
  return page.frameLocator("iframe");
}

for (const lang of langs) {
  test(`the ${lang} file opens from a disk, asks for nothing and says the same`, async ({ page, context }) => {
    const site = await context.newPage(); // it may go on loading while the file is looked at
    await open(site, `${claimPage(lang)}?servers=2000`);
    const before = await values(site);
    const text = await sentence(site).textContent();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
    });
    await open(page, `${pathToFileURL(file(lang)).href}?servers=2000`);
    expect(await values(page)).toEqual(before);
    await expect(sentence(page)).toHaveText(text ?? "");
    await expect(page.locator("#mine")).toBeVisible();
    expect(asked).toEqual([]);
  });
}

for (const lang of langs) {
  test(`from a disk the ${lang} site opens page by page, and its claim offers the file that moves`, async ({
    page,
  }) => {
    await page.goto(pathToFileURL(path.join(dist, lang, "index.html")).href);
    await page.locator(`a[href*="/${kClaim}/"], a[href^="claims/${kClaim}/"]`).first().click();
    await expect(page).toHaveURL(new RegExp(`^file:.*/claims/${kClaim}/.*index\\.html`));
    await page.goto(`${pathToFileURL(path.join(dist, claimPage(lang), "index.html")).href}?servers=2000`);
    await expect(sentence(page)).toContainText(/\d/);
    await page.locator("#disk a").click();
    await expect(page.locator("html")).toHaveAttribute("data-footing", "ready");
    await expect(page.locator("#mine")).toBeVisible();
    await expect(page.locator("[data-show=slider] .input-value")).toContainText(/2[,\s]?000/);
    expect(page.url()).toMatch(/^file:.*\/embed\/index\.html\?servers=2000$/);
    await page.goto(pathToFileURL(path.join(dist, claimPage(lang), "index.html")).href);
    for (const link of await page
      .locator("footer.site a, header.site a")
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href)))
      expect(existsSync(fileURLToPath(link)), link).toBe(true);
    expect(
      await page
        .locator("a")
        .evaluateAll((all) => all.filter((one) => /^file:.*\/$/.test((one as HTMLAnchorElement).href)).length),
    ).toBe(0);
  });
}

test("the file from a disk moves, by its slider's field, and takes nonsense as a notice", async ({ page }) => {
  await open(page, `${pathToFileURL(file("en")).href}?servers=2000&load=nonsense`);
  await expect(page.locator("#notices")).toContainText("value-syntax");
  await page.locator("#inputs > summary").click();
  await enter(page.locator("#inputs footing-input[data-input=servers] input[name=value]"), "4000");
  await expect(page.locator("[data-show=slider] .input-value")).toContainText("4,000");
});

test("a frame without an origin, from a server without CORS, works", async ({ page, baseURL }) => {
  const frame = await host(
    page,
    `<iframe sandbox="allow-scripts" style="width:360px;height:900px" src="${baseURL}${claimPage("en")}embed/"></iframe>`,
  );
  await frameReady(frame);
  await frame.locator("#inputs").evaluate((details: HTMLDetailsElement) => (details.open = true));
  await frame
    .locator("#inputs footing-input[data-input=servers] input[name=value]")
    .evaluate((element: HTMLInputElement) => {
      element.value = "4000";
      element.dispatchEvent(new Event("change", { bubbles: true }));
    });
  await expect(frame.locator("[data-show=slider] .input-value")).toContainText("4,000");
});

test("where a frame may start no worker, the core runs on the page", async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error("no workers here");
      }
    } as unknown as typeof Worker;
  });
  await open(page, `${pathToFileURL(file("en")).href}?servers=2000`);
  await expect(page.locator("[data-show=slider] .input-value")).toContainText("2,000");
});

test("the frame follows what the embedding page asks for, and keeps its marks", async ({ page }) => {
  await open(page, `${claimPage("en")}embed/?_theme=dark&_show=sentence.bar&servers=2000&_show=x`);
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(20, 24, 31)");
  await expect(sentence(page)).toBeVisible();
  await expect(page.locator("[data-show=slider]")).toBeHidden();
  await expect(page.locator("#inputs")).toBeHidden();
  await expect(page.locator("[data-part=scope]")).toBeVisible();
  await expect(page.locator("#mine")).toContainText("Changed");
  await expect(page.locator("a[data-full]")).toHaveAttribute("href", /\?servers=2000$/);
});

test("a core that cannot start leaves the printed numbers, says why and tells the host", async ({ page, baseURL }) => {
  const broken = readFileSync(file("en"), "utf8").replace(/(id="footing-wasm">.{20})./, "$1!");
  await page.route("**/embed/", (route) => route.fulfill({ contentType: "text/html", body: broken }));
  const frame = await host(
    page,
    `<script>addEventListener("message",(e)=>{if(e.data.footing===1&&e.data.type==="failed")document.title=JSON.stringify(e.data)})</script>
     <iframe style="width:360px;height:900px" src="${baseURL}${claimPage("en")}embed/"></iframe>`,
  );
  await expect(frame.locator("#notices")).toContainText(`(engine-unavailable, 0.1.0, ${revision})`);
  await expect(frame.locator("[data-part=sentence]")).toContainText("kWh");
  await expect(page).toHaveTitle(/"code":"engine-unavailable"/);
});

/* ---- Hosts ---- */

for (const [name, pageOf] of Object.entries(hosts)) {
  test(`under ${name} the frame has no scroll bar`, async ({ page, baseURL }) => {
    for (const width of [320, 480, 700]) {
      await page.setViewportSize({ width: 760, height: 600 });
      const frame = await host(page, pageOf(`${baseURL}${claimPage("en")}embed/?servers=2000`, width));
      await frameReady(frame);
      const fits = (): Promise<boolean> =>
        frame.locator("html").evaluate((html) => html.scrollHeight <= window.innerHeight && window.innerHeight > 310);
      await expect.poll(fits, { message: `${name} at ${width}` }).toBe(true);
      expect(await frame.locator("html").evaluate((html) => html.scrollWidth <= window.innerWidth)).toBe(true);
    }
  });
}

for (const lang of langs) {
  test(`without any of them the ${lang} frame is readable at 320 × 480`, async ({ page, baseURL }) => {
    const frame = await host(
      page,
      `<iframe src="${baseURL}${claimPage(lang)}embed/" style="width:320px;height:480px;border:0"></iframe>`,
    );
    await frameReady(frame);
    for (const part of ["h1", "[data-part=sentence]", "[data-part=bar]", "[data-part=scope]"]) {
      const bottom = await frame
        .locator(part)
        .first()
        .evaluate((element) => element.getBoundingClientRect().bottom);
      expect(bottom, part).toBeLessThanOrEqual(480);
    }
  });
}

/* ---- <footing-claim> ---- */

const figure = (root: string, more = "", link = `${root}${claimPage("en")}?servers=2000`): string =>
  `<footing-claim ${more}><figure><p>Static words.</p><a href="${link}">The claim</a></figure></footing-claim>
   <script>addEventListener("footing-failed",(e)=>{document.title=JSON.stringify(e.detail)})</script>
   <script src="${root}embed/v1.js"></script>`;

test("the figure becomes the frame, in the language and colours asked for", async ({ page, baseURL }) => {
  const frame = await host(page, figure(baseURL ?? "", 'language="zh-Hans" theme="dark" show="sentence.bar"'));
  await frameReady(frame);
  await expect(page.locator("figure")).toBeHidden();
  await expect(frame.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(frame.locator("[data-show=slider]")).toBeHidden();
  await expect(frame.locator("#mine")).toBeVisible();
  await expect.poll(() => frame.locator("html").evaluate((html) => html.scrollHeight <= window.innerHeight)).toBe(true);
});

test("whatever fails, the figure stays with one small line, and the page is told", async ({ page, baseURL }) => {
  const root = baseURL ?? "";
  await host(page, figure(root, "", "https://example.org/elsewhere"));
  await expect(page.locator("footing-claim small")).toHaveText("Footing · no-claim");
  await expect(page.locator("figure")).toBeVisible();

  const broken = readFileSync(file("en"), "utf8").replace(/(id="footing-wasm">.{20})./, "$1!");
  await page.route("**/embed/index.html*", (route) => route.fulfill({ contentType: "text/html", body: broken }));
  await host(page, figure(root));
  await expect(page.locator("footing-claim small")).toHaveText(`Footing · engine-unavailable · 0.1.0 · ${revision}`);
  await expect(page.locator("iframe")).toHaveCount(0);
  await expect(page.locator("figure")).toBeVisible();
  await expect(page).toHaveTitle(/"code":"engine-unavailable"/);

  await page.unrouteAll();
  await page.clock.install();
  // Something else stands at the address; and a frame that speaks, and goes no further.
  for (const [answer, code] of [
    ["", "frame-silent"],
    [`<script>parent.postMessage({ footing: 1, type: "height", height: 100 }, "*")</script>`, "timeout"],
  ]) {
    await page.route("**/embed/index.html*", (route) =>
      route.fulfill({ status: 404, contentType: "text/html", body: answer }),
    );
    await host(page, figure(root));
    await expect(page.locator("iframe")).toHaveCSS("height", code === "timeout" ? "100px" : "1px");
    await page.waitForLoadState("load");
    await expect
      .poll(async () => {
        await page.clock.runFor(21_000);
        return page.locator("footing-claim small").allTextContents();
      })
      .toEqual([`Footing · ${code} · ${revision}`]);
    await expect(page.locator("figure")).toBeVisible();
    await page.unrouteAll();
  }
});

test("where the page's policy forbids the frame, the line says so, and no time has to pass", async ({
  page,
  baseURL,
}) => {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(newsroom.prints(figure(baseURL ?? ""), { "Content-Security-Policy": "frame-src 'self'" }));
  await expect(page.locator("footing-claim small")).toHaveText(`Footing · frame-blocked · ${revision}`);
  await expect(page.locator("iframe")).toHaveCount(0);
  await expect(page.locator("figure")).toBeVisible();
  await expect(page).toHaveTitle(/"code":"frame-blocked"/);
});

test("v1.js is small", () => {
  expect(readFileSync(path.join(dist, "embed/v1.js")).length).toBeLessThanOrEqual(2_000);
});
