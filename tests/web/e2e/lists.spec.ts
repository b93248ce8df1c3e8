/** The pages that lead to claims: an article's, where every number must be reached, and the first one, which narrows. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { datasets, kChromium, langs, newest } from "../support/site";

interface Statement {
  id: string;
  quote: string;
  state: "computed" | "record" | "open";
  claim?: string;
}
interface ClaimFile {
  id: string;
  topic: string;
  appears_in: { source: string }[];
}

const files = <T>(folder: string): T[] =>
  readdirSync(path.join(datasets, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(path.join(datasets, folder, name), "utf8")) as T);
const articles = files<{ id: string; statements: Statement[] }>("articles");
const all = files<ClaimFile>("claims");

// Text is text: the second browser reads one language.
for (const lang of langs) {
  const told = `in ${lang}, every statement of every article leads to a claim or says what the record shows`;
  test(told, { tag: lang === "en" ? [] : kChromium }, async ({ page }) => {
    const pages = new Map<string, string>();
    for (const { id, statements } of articles) {
      await page.goto(`${lang}/articles/${id}/`);
      const rows = await page.evaluate(() =>
        [...document.querySelectorAll(".statements > li")].map((row) => ({
          id: row.id,
          quote: row.querySelector("blockquote")?.textContent?.trim(),
          claim: row.querySelector<HTMLAnchorElement>(".row-claim a")?.href,
          findings: [...row.querySelectorAll<HTMLAnchorElement>('a[href*="#finding-"]')].map((link) => link.href),
          said: [...row.querySelectorAll(".told dd")].map((part) => part.textContent?.trim().length ?? 0),
          lost: [...row.querySelectorAll<HTMLAnchorElement>("a.cite")].filter(
            (link) => !document.getElementById(link.hash.slice(1)),
          ).length,
        })),
      );
      expect(rows.map((row) => [row.id, row.quote])).toEqual(statements.map((one) => [one.id, one.quote]));
      for (const [i, row] of rows.entries()) {
        const name = `${id} ${row.id}`;
        expect(row.lost, name).toBe(0);
        if (statements[i]?.state === "computed") {
          expect(row.claim, name).toContain(`/${lang}/claims/${statements[i].claim}/r`);
          for (const href of [row.claim ?? "", ...row.findings]) {
            const [address = "", anchor] = href.split("#");
            if (!pages.has(address)) {
              const answer = await page.request.get(address);
              expect(answer.status(), address).toBe(200);
              pages.set(address, await answer.text());
            }
            if (anchor) expect(pages.get(address), href).toContain(`id="${anchor}"`);
          }
        } else {
          expect(row.claim, name).toBeUndefined();
          expect(row.said.length, name).toBe(2);
          expect(Math.min(...row.said), name).toBeGreaterThan(5);
        }
      }
    }
    expect(pages.size).toBe(new Set(articles.flatMap((one) => one.statements.flatMap((s) => s.claim ?? []))).size);
  });
}

test("from a row to the claim, and from the claim back to the row", async ({ page }) => {
  await page.goto("en/articles/benevo-2023/");
  await page.locator("#s16 .row-claim a").click();
  await expect(page).toHaveURL(new RegExp(`/en/claims/gpt3-700kl-water/${newest("gpt3-700kl-water")}/$`));
  await page.locator('a[href*="articles/benevo-2023/#s16"]').first().click();
  await expect(page).toHaveURL(/\/en\/articles\/benevo-2023\/#s16$/);
  await expect(page.locator("#s16")).toBeInViewport();
});

const shown = (page: Page): Promise<string[]> =>
  page
    .locator(".claims > li:not([hidden]) h4 a")
    .evaluateAll((links) =>
      links.map((link) => /claims\/([^/]+)/.exec((link as HTMLAnchorElement).href)?.[1] ?? "").sort(),
    );
const expectShown = (page: Page, ids: string[]): Promise<void> =>
  expect.poll(() => shown(page)).toEqual([...ids].sort());
const ids = (which: (claim: ClaimFile) => boolean): string[] => all.filter(which).map((claim) => claim.id);

test("the list narrows by topic, article, year and words, and the address keeps it", async ({ page }) => {
  await page.goto("en/");
  await expectShown(
    page,
    ids(() => true),
  );

  await page.locator("[name=topic]").selectOption("water");
  await expectShown(
    page,
    ids((claim) => claim.topic === "water"),
  );
  await page.locator("[name=article]").selectOption("benevo-2023");
  const both = ids((claim) => claim.topic === "water" && claim.appears_in.some((one) => one.source === "benevo-2023"));
  expect(both.length).toBeGreaterThan(2);
  await expectShown(page, both);
  await expect(page.locator("form output")).toContainText(`${both.length} of ${all.length}`);
  await expect.poll(() => page.evaluate(() => location.search)).toBe("?topic=water&article=benevo-2023");

  await page.reload();
  await expectShown(page, both);
  await page.locator('a[data-language][hreflang="zh-Hant"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant");
  await expectShown(page, both);

  await page.locator("button[type=reset]").click();
  await expectShown(
    page,
    ids(() => true),
  );
  await page.locator("[name=year]").selectOption("2019");
  const years = (): Promise<string[]> =>
    page
      .locator(".claims > li:not([hidden])")
      .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.years ?? ""));
  await expect.poll(async () => (await years()).every((text) => text.split(" ").includes("2019"))).toBe(true);
  expect(await shown(page)).toContain("google-2p3b-gallons-2019");
  expect(await page.locator('.claims > li[hidden][data-years~="2019"]').count()).toBe(0);
});

test("words are found in titles and in what the articles print, and nothing found is said", async ({ page }) => {
  await page.goto("zh-Hans/");
  const field = page.locator("[name=q]");
  await field.fill("爱尔兰");
  await expectShown(page, ["google-ai-29twh-ireland"]);
  await field.fill("核反應堆冷卻塔"); // as printed, in another script than the page's
  await expectShown(page, ["reactor-cooling-tower"]);
  await expect(page.locator("#nothing")).toBeHidden();
  await field.fill("no such words");
  await expectShown(page, []);
  await expect(page.locator("#nothing")).toBeVisible();
  await expect(page.locator(".topic:not([hidden])")).toHaveCount(0);
});
