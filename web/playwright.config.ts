import { defineConfig } from "@playwright/test";

const base = process.env.FOOTING_TEST_BASE ?? "/some/where/";
const port = Number(process.env.FOOTING_TEST_PORT ?? 4317);
const chromium = process.env.FOOTING_CHROMIUM ?? "/usr/bin/chromium";
const firefox = process.env.FOOTING_FIREFOX ?? "/usr/bin/firefox-esr";
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "../tests/web",
  outputDir: "../tests/web/results",
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  retries: process.env.CI ? 2 : 0, // a busy machine may be slow; what needed it is listed as flaky
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? [["list"]] : [["line"]],
  use: { baseURL: `http://127.0.0.1:${port}${base}`, locale: "en" },
  webServer: {
    command: `node tools/run.mjs tools/serve.ts --port ${port} --base ${base}`,
    url: `http://127.0.0.1:${port}${base}index.html`,
    reuseExistingServer: true,
  },
  projects: [
    {
      name: "chromium",
      testMatch: "e2e/*.spec.ts",
      use: { browserName: "chromium", launchOptions: { executablePath: chromium, args: quiet } },
    },
    {
      // Firefox is driven over WebDriver BiDi: scripts cannot be turned off there, nor the colour scheme set.
      name: "firefox",
      testMatch: "e2e/*.spec.ts",
      grepInvert: /@chromium/,
      testIgnore: /(no_script|accessibility)\.spec\.ts/,
      use: {
        browserName: "firefox",
        channel: "moz-firefox",
        // The Tab key visits links too, whatever the system has it do.
        launchOptions: { executablePath: firefox, firefoxUserPrefs: { "accessibility.tabfocus": 7 } },
      },
    },
    {
      // Spoken to over WebDriver: see ../tests/web/support/webkit.ts.
      name: "webkit",
      testMatch: "webkit/*.spec.ts",
      timeout: 120_000,
      expect: { timeout: 30_000 },
    },
    // Each page of the walk asks for its own browser.
    { name: "walk", testMatch: "walk/*.spec.ts", timeout: 120_000, expect: { timeout: 30_000 } },
  ],
});
