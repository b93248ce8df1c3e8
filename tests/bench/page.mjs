// Times a claim's page in Chromium: first result after navigation, and the longest frame while a slider is dragged.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { kRounds, row } from "./measure.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const port = 4391;
const base = `http://127.0.0.1:${port}/`;
const claim = readdirSync(path.join(root, "dist/en/claims")).sort()[0];
const server = spawn("node", ["tools/run.mjs", "tools/serve.ts", "--port", String(port)], {
  cwd: path.join(root, "web"),
  stdio: "ignore",
});

async function untilServed() {
  for (let attempt = 0; attempt < 100; ++attempt) {
    try {
      if ((await fetch(`${base}index.html`)).ok) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("dist/ is not served");
}

try {
  await untilServed();
  const browser = await chromium.launch({
    executablePath: process.env.FOOTING_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  const ready = [];
  for (let round = 0; round <= kRounds; ++round) {
    const start = performance.now();
    await page.goto(`${base}en/claims/${claim}/`);
    await page.locator("input[type=range]").first().waitFor();
    if (round > 0) ready.push(performance.now() - start);
  }
  row(`open ${claim} until its slider is there`, ready);

  const frames = await page.locator("input[type=range]").first().evaluate(
    (slider, rounds) =>
      new Promise((resolve) => {
        const longest = [];
        const [low, high] = [Number(slider.min), Number(slider.max)];
        let last = performance.now();
        let step = 0;
        let worst = 0;
        const frame = (now) => {
          if (step > 1) worst = Math.max(worst, now - last);
          last = now;
          slider.value = String(low + ((high - low) * (step % 30)) / 30);
          slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
          if (++step % 30 === 0) {
            longest.push(worst);
            worst = 0;
          }
          if (longest.length < rounds) requestAnimationFrame(frame);
          else resolve(longest);
        };
        requestAnimationFrame(frame);
      }),
    kRounds,
  );
  row("longest frame of 30 while a slider is dragged", frames);
  await browser.close();
} finally {
  server.kill();
}
