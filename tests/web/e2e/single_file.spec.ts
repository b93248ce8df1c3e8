import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { claimPage, dist, enter, kClaim, langs, open, pageNumbers, sentence } from "../support/site";

const file = (lang: string): string => path.join(dist, claimPage(lang), `footing-${kClaim}.html`);

for (const lang of langs) {
  test(`the ${lang} single file opens from a disk, asks for nothing and says the same`, async ({ page }) => {
    await open(page, claimPage(lang));
    const numbers = await pageNumbers(page);
    const text = await sentence(page).textContent();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
    });
    await open(page, pathToFileURL(file(lang)).href);
    expect(await pageNumbers(page)).toEqual(numbers);
    await expect(sentence(page)).toHaveText(text ?? "");
    expect(asked).toEqual([]);
  });
}

test("the single file opens a link's settings and moves", async ({ page }) => {
  await open(page, `${pathToFileURL(file("en")).href}?servers=2000`);
  expect((await pageNumbers(page)).servers?.median).toBe(2000);
  const field = page.locator("footing-input[data-input=servers]:not([compact]) input[name=value]");
  await enter(field, "4000");
  await expect.poll(async () => (await pageNumbers(page)).servers?.median).toBe(4000);
});

test("the single file works in a sandboxed frame without an origin", async ({ page, baseURL }) => {
  const address = `${baseURL}${claimPage("en")}footing-${kClaim}.html`;
  await page.route("**/frame.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>host</title><iframe sandbox="allow-scripts" style="width:360px;height:900px" src="${address}"></iframe>`,
    }),
  );
  await page.goto(`${baseURL}frame.html`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-footing", "ready");
  const field = frame.locator("footing-input[data-input=servers]:not([compact]) input[name=value]");
  await field.evaluate((element: HTMLInputElement) => {
    element.value = "4000";
    element.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expect(frame.locator("#detail tr[data-id=servers]")).toHaveAttribute("data-median", "4000");
});

test("the embed tells its height and moves inside a frame", async ({ page, baseURL }) => {
  await page.route("**/frame.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>host</title><script>addEventListener("message",e=>{if(e.data["datawrapper-height"])document.title="height "+Object.values(e.data["datawrapper-height"])[0]})</script><iframe style="width:360px;height:600px" src="${baseURL}${claimPage("en")}embed/?servers=2000"></iframe>`,
    }),
  );
  await page.goto(`${baseURL}frame.html`);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-footing", "ready");
  await expect(frame.locator("footing-input .input-value")).toContainText("2,000");
  await expect(page).toHaveTitle(/^height \d{3}$/);
  await expect(frame.locator("a[data-full]")).toHaveAttribute("href", /\?servers=2000$/);
});
