import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import type { ExplainAnswer } from "../../../web/src/engine/types";
import {
  claimPage,
  cli,
  datasets,
  enter,
  expectQuery,
  kClaim,
  langs,
  open,
  pageNumbers,
  slider,
  kChromium,
} from "../support/site";

const field = (page: Page, id: string) =>
  page.locator(`footing-input[data-input=${id}]:not([compact]) input[name=value]`);
const live = (page: Page) => expect(page.locator("#main")).toHaveAttribute("data-shown", "live");
const shares = (page: Page) => page.locator("#moves figure svg desc").textContent();
const need = (page: Page, id: string) => page.locator(`#inputs .input-need[data-need=${id}]`);

function explain(claim: string, ...more: string[]): ExplainAnswer {
  const args = ["explain", claim, "--json", "--datasets", datasets, ...more];
  return JSON.parse(execFileSync(cli, args, { encoding: "utf8", maxBuffer: 1 << 26 })) as ExplainAnswer;
}

/** Every address the page asks for from now on. */
function requests(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  return asked;
}
const details = (asked: string[]): string[] => asked.filter((url) => /footing_detail|\/why-/.test(url));

test("a sign that settings bring is explained as long as it is drawn", async ({ page }) => {
  const line = (id: string) => page.locator(`#inputs .legend [data-sign="${id}"]`);
  const held = page.locator("#inputs footing-input[data-input=servers] .input-held");
  await open(page, claimPage("en"));
  await expect(held).toBeVisible();
  await expect(line(".track-yours-span")).toBeHidden();
  await expect(page.locator("#inputs .track-need path.need-beyond")).toHaveCount(0);
  await expect(line(".need-beyond")).toBeHidden();
  await open(page, `${claimPage("en")}?servers=2000..3000&pue=1.2`);
  await live(page);
  await expect(line(".track-yours-span")).toBeVisible();
  await expect(held).toBeHidden();
  await expect(line(".need-beyond")).toBeVisible({
    visible: (await page.locator("#inputs .track-need path.need-beyond").count()) > 0,
  });
  await page.locator("#mine [data-do=reset]").click();
  await expect(line(".track-yours-span")).toBeHidden();
  await expect(held).toBeVisible();
});

test("the module of details comes once a setting changes, and not before", async ({ page }) => {
  const asked = requests(page);
  await open(page, claimPage("en"));
  await page.locator("#moves").scrollIntoViewIfNeeded();
  await page.locator("#moves details summary").click();
  await page.waitForTimeout(300);
  expect(details(asked)).toEqual([]);
  const before = await shares(page);
  await page.goto(`${claimPage("en")}?load=0.7`); // a range becomes one value
  await live(page);
  expect(details(asked).length).toBeGreaterThan(0);
  await expect.poll(() => shares(page)).not.toBe(before);
  await page.locator("#moves details summary").click();
  const held = await page.locator("#moves tr").count();
  await page.locator("footing-input[data-input=servers]:not([compact]) select").selectOption("interval");
  await enter(page.locator("footing-input[data-input=servers] input[name=low]"), "2000");
  await expectQuery(page, /servers=2000\.\./);
  await enter(page.locator("footing-input[data-input=servers] input[name=high]"), "6000");
  await expect.poll(() => shares(page)).toMatch(/Servers/);
  await expect(page.locator("#moves details")).toHaveAttribute("open", "");
  expect(await page.locator("#moves tr").count()).toBe(held);
});

test("on a connection that saves data it waits until one of its parts is on the screen", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const asked = requests(page);
  await open(page, claimPage("en"));
  await slider(page).focus();
  await page.keyboard.press("PageUp");
  await expectQuery(page, /servers=/);
  expect(details(asked)).toEqual([]);
  await expect(page.locator("#main")).toHaveAttribute("data-shown", "stale");
  await page.locator("#moves").scrollIntoViewIfNeeded();
  await live(page);
});

test("what an unmoved page shows is what the command line says", async ({ page }) => {
  await open(page, claimPage("en"));
  const answer = explain(kClaim);
  const wanted = (answer.indices?.groups ?? []).map(({ log }) => Math.round((log?.total.value ?? 0) * 100));
  const shown = [...((await shares(page)) ?? "").matchAll(/(\d+) %/g)].map((match) => Number(match[1]));
  expect(shown).toEqual(wanted);
});

test("a break-even put back into its input gives the published figure", async ({ page }) => {
  await open(page, claimPage("en"));
  for (const id of ["load", "pue", "servers"]) {
    await need(page, id).getByRole("button").click();
    await expectQuery(page, new RegExp(`${id}=`));
    await expect(page.locator(`footing-input[data-input=${id}]:not([compact]) .changed`)).toHaveCount(1);
    const { load, pue, servers, server_power } = await pageNumbers(page);
    const product = [load, pue, servers, server_power].reduce((all, one) => all * (one?.median ?? Number.NaN), 24);
    expect(Math.abs(product / 500_000 - 1)).toBeLessThan(0.001);
    await page.locator("#mine [data-do=reset]").click();
    await expectQuery(page, /^$/);
  }
});

test("break-evens follow the reader's settings, at the digits of the command line", async ({ page }) => {
  await open(page, claimPage("en"));
  await enter(field(page, "server_power"), "6");
  await live(page);
  const wanted = explain(kClaim, "--set", "server_power=6").break_evens ?? [];
  for (const id of ["load", "pue", "servers"]) {
    const value = wanted.find((one) => one.input === id)?.crossings[0]?.value;
    await expect(need(page, id).getByRole("button")).toHaveAttribute("data-to", String(value));
  }
});

test("what a moving slider overtakes is dropped: the last position is what stands", async ({ page }) => {
  await open(page, `${claimPage("en")}?load=0.7`);
  await live(page);
  const drawn = await page.evaluate(async () => {
    const line = document.querySelector("#inputs .input-need[data-need=pue]") as HTMLElement;
    const seen = new Set<string>();
    new MutationObserver(() => seen.add(line.textContent ?? "")).observe(line, { childList: true });
    const slider = document.querySelector("footing-input[compact] input[type=range]") as HTMLInputElement;
    const from = Number(slider.value) - 50;
    for (let i = 0; i < 60; ++i) {
      slider.value = String(from + i);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      if (i % 10 === 9) await new Promise(requestAnimationFrame);
    }
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    return seen.size;
  });
  expect(drawn).toBeLessThan(60);
  await expectQuery(page, /servers=/);
  const servers = new URL(page.url()).searchParams.get("servers") ?? "";
  const wanted = explain(kClaim, "--set", "load=0.7", "--set", `servers=${servers}`).break_evens;
  const value = wanted?.find((one) => one.input === "pue")?.crossings[0]?.value;
  await expect(need(page, "pue").getByRole("button")).toHaveAttribute("data-to", String(value));
});

test("a choice goes option by option, and is read without scripts too", async ({ page }) => {
  await page.route(/\.js$/, (route) => route.abort());
  for (const lang of langs) {
    await page.goto(claimPage(lang, "h100-700w-vs-household"));
    await expect(page.locator(".input-need[data-need=home]")).toHaveText(/[;；]/);
    await expect(page.locator("#moves")).toBeVisible();
  }
});

test("in the details an output is drawn against the input that the reader holds, or chooses", async ({ page }) => {
  await open(page, claimPage("en"));
  await page.locator("#detail summary").first().click();
  const words = () => page.locator(".sweep > svg > desc").textContent();
  await expect(page.locator('[data-sweep="input"]')).toHaveValue("servers");
  await expect.poll(words).toMatch(/Now: 3,617 servers/);
  await enter(field(page, "server_power"), "6");
  await expect(page.locator('[data-sweep="input"]')).toHaveValue("server_power");
  await page.locator('[data-sweep="input"]').selectOption("pue");
  await page.locator('[data-sweep="output"]').selectOption("households");
  await expect(page.locator(".sweep > svg > title")).toHaveText(/over Building overhead/);
  const answer = JSON.parse(
    execFileSync(
      cli,
      [
        "sweep",
        kClaim,
        "--for",
        "pue",
        "--output",
        "households",
        "--set",
        "server_power=6",
        "--json",
        "--datasets",
        datasets,
      ],
      { encoding: "utf8" },
    ),
  ) as { points: { central: number }[] };
  const last = answer.points.at(-1)?.central ?? 0;
  const shown = Number(
    ((await words()) ?? "")
      .split("; ")[2]
      ?.match(/\u2192 ([\d,]+)/)?.[1]
      ?.replace(/,/g, ""),
  );
  expect(Math.abs(shown / last - 1)).toBeLessThan(5e-3);
});

test("axe finds nothing in the opened details and the parts that say why", { tag: kChromium }, async ({ page }) => {
  test.slow(); // three languages, everything unfolded
  for (const lang of langs) {
    await open(page, `${claimPage(lang)}?servers=3000..5000`);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await expect(page.locator(".sweep > svg")).toBeVisible();
    await live(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});
