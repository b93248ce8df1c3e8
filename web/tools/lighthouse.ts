/** `npm run lighthouse`: Lighthouse's phone profile over a page of each kind. Accessibility, best practices and search must
 * reach 100, nothing may move while a page loads, and what it loads stays under its limit. The performance score is printed
 * with what it is made of and no more: it is a clock. */
import { readdir } from "node:fs/promises";
import { launch } from "chrome-launcher";
import lighthouse, { type Config } from "lighthouse";
import { serve } from "../../tests/web/support/server";
import { dist } from "./paths";

const kPages = [
  "en/",
  "zh-Hans/claims/chatgpt-daily-500mwh/",
  "zh-Hant/articles/",
  "en/method/",
  "zh-Hant/models/request-energy/",
];
const kWhole = ["accessibility", "best-practices", "seo"];
const kMoved = 0.02; // cumulative layout shift
const kBytes = 128_000; // of all answers with their headers, at a host's compression
const kClocks = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "speed-index"];

/** The first page below a folder, for kinds whose ids the tool need not know; a claim's newest revision. */
async function addressOf(page: string): Promise<string> {
  const below = (await readdir(`${dist}/${page}`, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  if (page.endsWith("articles/")) return `${page}${below[0] ?? ""}/`;
  const revisions = below.filter((name) => /^r\d+$/.test(name)).sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)));
  return revisions[0] ? `${page}${revisions[0]}/` : page;
}

const serving = await serve(dist, 0, "/some/where/");
const chrome = await launch({
  chromePath: process.env.FOOTING_CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
const config: Config = { extends: "lighthouse:default", settings: { skipAudits: ["bf-cache"] } };
let passed = 0;
let failed = 0;
for (const page of kPages) {
  const address = await addressOf(page);
  const run = await lighthouse(serving.url + address, { port: chrome.port, output: "json", logLevel: "error" }, config);
  if (!run) throw new Error(`Lighthouse said nothing about ${address}`);
  const { categories, audits } = run.lhr;
  const scores = Object.entries(categories).map(([id, { score }]) => `${id} ${Math.round((score ?? 0) * 100)}`);
  const amiss = kWhole.flatMap((id) =>
    (categories[id]?.auditRefs ?? [])
      .filter((ref) => ref.weight > 0 && (audits[ref.id]?.score ?? 1) < 1)
      .map((ref) => `${id}: ${ref.id}: ${audits[ref.id]?.title ?? ""}`),
  );
  const shift = audits["cumulative-layout-shift"]?.numericValue ?? 1;
  if (shift > kMoved) amiss.push(`things move while it loads: ${shift.toFixed(3)}`);
  const bytes = audits["total-byte-weight"]?.numericValue ?? Infinity;
  if (bytes > kBytes) amiss.push(`it loads ${bytes} bytes, more than ${kBytes}`);
  const clocks = kClocks.map((id) => `${id} ${audits[id]?.displayValue ?? "?"}`);
  console.log(
    `${address}: ${scores.join(", ")}, layout shift ${shift.toFixed(3)}, ${bytes} bytes; ${clocks.join(", ")}`,
  );
  for (const line of amiss) console.error(`  ${line}`);
  if (amiss.length === 0) ++passed;
  else ++failed;
}
chrome.kill();
await serving.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
