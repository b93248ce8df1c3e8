// Times a claim's page in Chromium: how long until it can be moved, and how soon a moved slider is a new picture.
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { kRounds, row } from "./measure.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const port = Number(process.env.FOOTING_BENCH_PORT ?? 4391);
const base = `http://127.0.0.1:${port}/`;
/** A threshold, a pair of rivals, an ordering (which evaluates once more for every country). */
const claims = ["chatgpt-daily-500mwh", "gpt3-moon-round-trip", "h100-700w-vs-household"];
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

/** In the page: moves the first slider at the start of every `every`th frame by the event that a pointer gives, for
 * `rounds` times 30 frames. A picture is new in the frame in which the numbers of the derivation changed; `apart` counts
 * frames in which bar or sentence changed without them. */
function move([rounds, every]) {
  return new Promise((resolve) => {
    const slider = document.querySelector("input[type=range]");
    const parts = ["derivation", "bar", "sentence"].map((name) => document.querySelector(`[data-part="${name}"]`));
    const [low, high] = [Number(slider.min), Number(slider.max)];
    const found = { latency: [], longest: [], pictures: 0, apart: 0 };
    let [frame, last, longest, asked] = [0, 0, 0, 0];
    let before = parts.map((part) => part.innerHTML);
    const tick = (now) => {
      ++frame;
      if (frame > 2) longest = Math.max(longest, now - last);
      last = now;
      // What was drawn since the last of these is on the screen since the frame before this one.
      const after = parts.map((part) => part.innerHTML);
      if (after[0] !== before[0]) {
        ++found.pictures;
        if (asked > 0) found.latency.push(frame - 1 - asked);
        asked = 0;
      } else if (after.some((text, i) => text !== before[i])) ++found.apart;
      before = after;
      if (frame % every === 0) {
        const share = 0.5 - 0.45 * Math.cos((2 * Math.PI * frame) / (60 * every));
        slider.value = String(Math.round(low + (high - low) * share));
        slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        asked = frame;
      }
      if (frame % 30 === 0) found.longest.push(longest);
      if (frame % 30 === 0) longest = 0;
      if (found.longest.length < rounds) requestAnimationFrame(tick);
      else resolve(found);
    };
    requestAnimationFrame(tick);
  });
}

/** In the page: lets the slider go at another place, and gives the time until break-evens and shares stand for it. */
function settle(share) {
  return new Promise((resolve) => {
    const slider = document.querySelector("input[type=range]");
    const wanted = [...document.querySelectorAll("#moves [data-why], #inputs .input-need")].filter((part) => part.textContent !== "");
    const start = performance.now();
    let last = start;
    const seen = new MutationObserver(() => (last = performance.now()));
    for (const part of wanted) seen.observe(part, { childList: true, subtree: true });
    const [low, high] = [Number(slider.min), Number(slider.max)];
    slider.value = String(Math.round(low + (high - low) * share));
    slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    slider.dispatchEvent(new Event("change", { bubbles: true }));
    setTimeout(() => {
      seen.disconnect();
      resolve(last - start);
    }, 1500);
  });
}

/** Frames have no unit of time. */
function frames(name, counts) {
  const sorted = [...counts].sort((a, b) => a - b);
  console.log(`| ${name} | ${sorted[sorted.length >> 1]} | ${sorted.at(-1)} |`);
}

try {
  await untilServed();
  const browser = await chromium.launch({
    executablePath: process.env.FOOTING_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await cdp.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
    return of("ScriptDuration") + of("RecalcStyleDuration") + of("LayoutDuration");
  };
  for (const claim of claims) {
    const { newest } = await (await fetch(`${base}claims/${claim}/status.json`)).json();
    const ready = [];
    for (let round = 0; round <= kRounds; ++round) {
      const start = performance.now();
      await page.goto(`${base}en/claims/${claim}/r${newest}/`);
      await page.locator("html[data-footing=ready]").waitFor({ state: "attached" });
      if (round > 0) ready.push(performance.now() - start);
    }
    row(`${claim}: open until it can be moved`, ready);
    const single = await page.evaluate(move, [2 * kRounds, 6]);
    frames(`${claim}: frames from one move to its picture`, single.latency);
    const work = [];
    const longest = [];
    for (let round = 0; round < kRounds; ++round) {
      const start = await spent();
      const drag = await page.evaluate(move, [2, 1]);
      work.push(((await spent()) - start) / drag.pictures);
      longest.push(...drag.longest);
    }
    row(`${claim}: work of the page for a picture, dragged`, work);
    row(`${claim}: longest frame of 30, dragged`, longest);
    await page.locator("#main[data-shown=live]").waitFor({ state: "attached" });
    const settled = [];
    for (let round = 0; round < kRounds; ++round) settled.push(await page.evaluate(settle, 0.3 + 0.04 * round));
    row(`${claim}: break-evens and shares after the slider stops`, settled);
    if (single.apart > 0) console.log(`| ${claim}: frames with a part of a picture | ${single.apart} | |`);
  }
  await browser.close();
  console.log(`
A move is the input event that a pointer gives, at the start of a frame, on a phone's window (360 x 640). Frames are counted from
the event's own to the one in which bar, sentence and derivation are new: 1 is the next one, 1/60 s later. Work is the main
thread's processor time for scripts, style and layout. Break-evens and
shares are worked out in a worker of their own, and timed from the last event to the last of them drawn. How long a frame takes depends on what else the machine does.`);
} finally {
  server.kill();
}
