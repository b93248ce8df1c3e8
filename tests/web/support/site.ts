/** What the browser tests share: where the site and the command line are, and how a page is opened. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";

const web = process.cwd(); // npm runs the tests in web/
export const dist = path.resolve(web, process.env.FOOTING_DIST ?? "../dist");
export const cli = path.resolve(web, process.env.FOOTING_CLI ?? "../build/native/core/footing");
export const datasets = path.resolve(web, process.env.FOOTING_DATASETS ?? "../datasets");
export const langs = ["en", "zh-Hans", "zh-Hant"] as const;
export const claims = existsSync(path.join(dist, "claims")) ? readdirSync(path.join(dist, "claims")).sort() : [];

/** Tag of a test that the first browser alone runs: Firefox, driven over WebDriver BiDi, cannot turn scripts off, and what
 * does not depend on the browser is seen once. */
export const kChromium = "@chromium";

/** The claim most tests use: a threshold whose driver is a number of servers. */
export const kClaim = "chatgpt-daily-500mwh";

/** The newest revision of a claim, as the built site has it: "r0" before a first release. */
export function newest(id = kClaim): string {
  const file = path.join(dist, "claims", id, "status.json");
  return `r${existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { newest: number }).newest : 0}`;
}
export const claimPage = (lang: string, id = kClaim): string => `${lang}/claims/${id}/${newest(id)}/`;

interface Numbers {
  p05: number;
  median: number;
  p95: number;
}

export interface Evaluated {
  link: string;
  notices: unknown[];
  inputs: { id: string; value: Numbers }[];
  steps: { id: string; summary: Numbers }[];
}

/** `footing eval CLAIM --json …`: the native build's answer. */
export function evaluate(claim: string, ...more: string[]): Evaluated {
  const args = ["eval", claim, "--json", "--datasets", datasets, ...more];
  return JSON.parse(execFileSync(cli, args, { encoding: "utf8", maxBuffer: 1 << 26 })) as Evaluated;
}

/** The data of a claim's page, for words and ids the tests must not repeat. */
export function claimFile(id: string): {
  title: Record<string, string>;
  driver: string;
  outputs: string[];
} {
  return JSON.parse(readFileSync(path.join(datasets, "claims", `${id}.json`), "utf8"));
}

/** Opens a page and waits until the core has answered and the answer is drawn. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-footing", "ready");
}

/** The same of an embed in somebody's page. */
export const frameReady = (frame: FrameLocator): Promise<void> =>
  expect(frame.locator("html")).toHaveAttribute("data-footing", "ready");

/** Every number of the detail table, as the page holds it. */
export async function pageNumbers(page: Page): Promise<Record<string, Numbers>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("#detail tr[data-id]")].map((row) => [
        row.dataset.id,
        {
          p05: Number(row.dataset.p05),
          median: Number(row.dataset.median),
          p95: Number(row.dataset.p95),
        },
      ]),
    ),
  );
}

/** The same numbers out of the command line's answer. */
export function cliNumbers({ inputs, steps }: Evaluated): Record<string, Numbers> {
  const pick = ({ p05, median, p95 }: Numbers): Numbers => ({
    p05,
    median,
    p95,
  });
  return Object.fromEntries([
    ...inputs.map(({ id, value }): [string, Numbers] => [id, pick(value)]),
    ...steps.map(({ id, summary }): [string, Numbers] => [id, pick(summary)]),
  ]);
}

export const sentence = (page: Page) => page.locator('[data-part="sentence"]').first();
export const slider = (page: Page) => page.locator("footing-input[compact] input[type=range]");

/** The panel for sharing comes when the reader does. */
export async function sharing(page: Page): Promise<Locator> {
  await page.locator("#share").scrollIntoViewIfNeeded();
  await expect(page.locator("#share-link")).toBeVisible();
  return page.locator("#share-link");
}

/** The address bar follows a little later: browsers refuse too many changes of it. */
export async function expectQuery(page: Page, query: string | RegExp): Promise<void> {
  await expect.poll(() => page.evaluate(() => location.search)).toMatch(query);
}

/** Types into a field and leaves it. Firefox, driven over WebDriver BiDi, appends to what a number field holds and forgets
 * to say `change`: there the value is set and said. */
export async function enter(field: Locator, text: string): Promise<void> {
  if (field.page().context().browser()?.browserType().name() !== "firefox") {
    await field.fill(text);
    await field.blur();
    return;
  }
  await field.evaluate((element: HTMLInputElement, value) => {
    element.value = value;
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);
}

/** Names of publications and people, and words quoted as printed: in whatever language they are in. */
export function names(): string[] {
  const found = new Set<string>();
  const read = (folder: string): unknown[] =>
    readdirSync(path.join(datasets, folder))
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(path.join(datasets, folder, name), "utf8")) as unknown);
  const take = (node: unknown): void => {
    if (typeof node === "string") found.add(node.normalize());
    else if (node && typeof node === "object") Object.values(node).forEach(take);
  };
  for (const source of read("sources") as Record<string, unknown>[])
    for (const key of ["title", "container-title", "publisher", "author", "editor"]) take(source[key]);
  for (const claim of read("claims") as { published?: { printed?: string }[] }[])
    for (const { printed } of claim.published ?? []) take(printed);
  for (const { statements } of read("articles") as { statements: { locator?: string }[] }[])
    for (const { locator } of statements) take(locator);
  return [...found].filter((name) => name.length > 3).sort((a, b) => b.length - a.length);
}
