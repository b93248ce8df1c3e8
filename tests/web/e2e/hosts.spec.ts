/** Articles in other people's systems: a Hugo site with the shortcode, a WordPress post whose author may write no markup
 * but the plain, and a publisher whose policy names what may be framed. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type FrameLocator, type Page } from "@playwright/test";
import { figureCode, frameCode } from "../../../web/src/pages/metadata_code";
import { kses } from "../support/kses";
import { Newsroom } from "../support/newsroom";
import { claimPage, frameReady, kChromium, newest } from "../support/site";

const newsroom = new Newsroom();
test.beforeAll(newsroom.open);
test.afterAll(newsroom.close);
// What a service worker asks for no test can answer.
test.use({ serviceWorkers: "block" });

async function read(page: Page, body: string, headers: Record<string, string> = {}): Promise<FrameLocator> {
  await page.goto(newsroom.prints(body, headers));
  return page.frameLocator("iframe").first();
}

const article = (content: string): string => `<h1>An article</h1>${content}`;
const link = (root = "", lang = "en"): string => `${root}${claimPage(lang)}?servers=2000`;
const figure = (root = "", more = ""): string =>
  figureCode('A claim & its "title"', "Static <words>.", link(root), `${root}embed/v1.js`, "light") + more;

/** What hugo makes of the article, with this site's address in it (tests/web/hosts/hugo/check compares). */
const hugo = (root = ""): string =>
  readFileSync(path.join(process.cwd(), "../tests/web/hosts/hugo/article.expected"), "utf8")
    .replaceAll("https://site.example/press/footing/", root)
    .replaceAll("/r1/", `/${newest()}/`);

test("Hugo's shortcode makes a frame of each figure, with one script", async ({ page, baseURL }) => {
  await read(page, hugo(baseURL));
  await expect(page.locator("iframe")).toHaveCount(2);
  await expect(page.locator("script")).toHaveCount(1);
  for (const [at, lang] of ["en", "zh-Hant"].entries()) {
    const holder = page.locator("footing-claim").nth(at);
    await holder.scrollIntoViewIfNeeded();
    const frame = holder.frameLocator("iframe");
    await frameReady(frame);
    await expect(frame.locator("html")).toHaveAttribute("lang", lang);
    await expect(holder.locator("figure")).toBeHidden();
    // As high as what is in it, and no higher than the article is wide.
    await expect.poll(() => frame.locator("html").evaluate((html) => html.scrollHeight <= innerHeight)).toBe(true);
    await expect(frame.locator("#mine")).toBeVisible({ visible: at === 0 });
  }
});

test("Hugo's figure stays where scripts do not run", { tag: kChromium }, async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await read(page, hugo(baseURL));
    await expect(page.locator("figure p").first()).toContainText('"500,000" lies <inside>.');
    await expect(page.locator("figcaption a")).toHaveCount(2);
    const image = page.locator("figure img");
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1200);
    await page.locator("figcaption a").first().click();
    await expect(page).toHaveURL(/\/claims\/.*\/r\d+\/\?pue=1\.2&servers=2000\.\.6000$/);
    await expect(page.locator("h1")).toBeVisible();
  } finally {
    await context.close();
  }
});

test("WordPress' filter leaves the figure, to the letter, and nothing that does not work", async ({
  page,
  baseURL,
}) => {
  const left = kses(figure(baseURL));
  expect(left).not.toMatch(/<\/?(script|footing-claim|iframe)/);
  await read(page, article(left));
  await expect(page.locator("figure p")).toHaveText("Static <words>.");
  await expect(page.locator("figcaption a")).toHaveText('A claim & its "title"');
  await expect(page.locator("figcaption a")).toHaveAttribute("href", link(baseURL));
  await page.locator("figcaption a").dispatchEvent("click");
  await expect(page.locator("#mine")).toBeVisible();
  // The frame alone would leave nothing: that is why the figure is offered beside it.
  expect(kses(frameCode("Title", link(baseURL))).trim()).toBe("");
});

test("WordPress' own frame for what oEmbed gives, without an origin, works", async ({ page, baseURL }) => {
  // It sets `sandbox="allow-scripts"` and `security="restricted"` on frames of providers that it does not know.
  const code = frameCode("Title", `${baseURL}${claimPage("en")}embed/index.html`).replace(
    /sandbox="[^"]*"/,
    'class="wp-embedded-content" sandbox="allow-scripts" security="restricted"',
  );
  const frame = await read(page, article(code));
  await frameReady(frame);
  await expect(frame.locator("[data-part=sentence]").first()).toContainText("kWh");
});

/** A news site's policy: what may be framed is listed, scripts are its own. */
const policy = (frames: string): Record<string, string> => ({
  "Content-Security-Policy":
    `default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; ` +
    `frame-src https://www.scribd.com https://www.google.com ${frames}; font-src 'self'; connect-src 'self'; media-src 'self'; ` +
    "object-src 'none'; base-uri 'none'",
});

test("under a policy that does not list the site, the figure stays", async ({ page, baseURL }) => {
  await read(page, article(figure(baseURL)), policy(""));
  await expect(page.locator("figure p")).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
  await page.locator("figcaption a").dispatchEvent("click");
  await expect(page.locator("#mine")).toBeVisible();
});

test("under a policy that lists the site's host, the frame works and has its height", async ({ page, baseURL }) => {
  const root = baseURL ?? "";
  // The height is set by what many articles carry already: Datawrapper's listener.
  const listener =
    '<script>addEventListener("message",(e)=>{for(const f of document.querySelectorAll("iframe"))' +
    'if(f.contentWindow===e.source&&e.data["datawrapper-height"])f.style.height=Object.values(e.data["datawrapper-height"])[0]+"px"})</script>';
  const frame = await read(
    page,
    article(`${frameCode("Title", `${root}${claimPage("en")}embed/index.html?servers=2000`)}${listener}`),
    policy(new URL(root).origin),
  );
  await frameReady(frame);
  await expect(frame.locator("#mine")).toBeVisible();
  await expect.poll(() => frame.locator("html").evaluate((html) => html.scrollHeight <= innerHeight)).toBe(true);
});
