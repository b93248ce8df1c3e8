/** `npm run screenshots -- <folder> [--claim <id>] [--only <text>]`: pictures of the built site for looking at: phone
 * and desktop, light and dark, three languages. */
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium, type BrowserContextOptions } from "@playwright/test";
import { serve } from "../../tests/web/support/server.ts";
import type { Status } from "../src/pages/status";
import { dist, repository } from "./paths";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { claim: { type: "string" }, only: { type: "string", default: "" } },
});
const folder = path.resolve(positionals[0] ?? path.join(repository, "build", "screenshots"));
await mkdir(folder, { recursive: true });

const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 2,
  hasTouch: true,
};
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const claims = (await readdir(path.join(dist, "claims"))).sort();
const claim = values.claim ?? claims.find((id) => id.startsWith("chatgpt-daily")) ?? claims[0] ?? "";

const status = await readFile(path.join(dist, "claims", claim, "status.json"), "utf8");
const { newest } = JSON.parse(status) as Status;

interface Shot {
  name: string;
  url: string;
  options: BrowserContextOptions;
  full?: boolean;
}

const shots: Shot[] = [];
for (const lang of ["en", "zh-Hans", "zh-Hant"]) {
  const page = `${lang}/claims/${claim}/r${newest}/`;
  shots.push(
    { name: `${lang}-phone-first`, url: page, options: phone },
    { name: `${lang}-phone-full`, url: page, options: phone, full: true },
    { name: `${lang}-phone-dark`, url: page, options: { ...phone, colorScheme: "dark" } },
    { name: `${lang}-phone-home`, url: `${lang}/`, options: phone, full: true },
    { name: `${lang}-desktop`, url: page, options: desktop },
    {
      name: `${lang}-desktop-dark-full`,
      url: page,
      options: { ...desktop, colorScheme: "dark" },
      full: true,
    },
    { name: `${lang}-desktop-home`, url: `${lang}/`, options: desktop },
    { name: `${lang}-embed`, url: `${page}embed/`, options: { viewport: { width: 600, height: 560 } } },
    { name: `${lang}-policy`, url: `${lang}/policy/`, options: phone },
  );
}

const serving = await serve(dist);
const browser = await chromium.launch({
  executablePath: process.env.FOOTING_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const shot of shots.filter(({ name }) => name.includes(values.only))) {
  const context = await browser.newContext(shot.options);
  const page = await context.newPage();
  await page.goto(serving.url + shot.url);
  if (shot.url.includes("claims/"))
    await page.waitForSelector("html[data-footing]", { state: "attached", timeout: 10_000 }).catch(() => undefined);
  await page.waitForTimeout(150);
  await page.screenshot({ path: path.join(folder, `${shot.name}.png`), fullPage: shot.full ?? false });
  await context.close();
}
await browser.close();
await serving.close();
console.log(`pictures in ${folder}`);
