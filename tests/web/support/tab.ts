/** A page in any of the three browsers, as far as the walk needs one. */
import { chromium, firefox, type Browser, type BrowserContextOptions } from "@playwright/test";
import { kNoStorage } from "./first";
import { startDriver, type Driver } from "./webkit";

export interface Tab {
  open(address: string): Promise<void>;
  run<A extends unknown[], T>(act: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Runs a script's text for what it leaves behind, then the function. */
  runWith<T>(script: string, act: () => T | Promise<T>): Promise<T>;
  /** What went wrong in its pages, requests to other origins among it. */
  errors(): Promise<string[]>;
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface TabOptions {
  size: [width: number, height: number];
  dark: boolean;
  scripts: boolean;
  storage: boolean;
  print: boolean; // Chromium alone can show paper
}

export interface Browsers {
  tab(browser: string, origin: string, options: TabOptions): Promise<Tab>;
  stop(): Promise<void>;
}

const kChromiumArgs = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];

/** Starts what is asked for, once. */
export function makeBrowsers(): Browsers {
  const started = new Map<string, Promise<Browser>>();
  let driver: Promise<Driver> | null = null;
  const once = (name: string, start: () => Promise<Browser>): Promise<Browser> => {
    const found = started.get(name) ?? start();
    started.set(name, found);
    return found;
  };
  return {
    async tab(name, origin, options) {
      if (name === "webkit") return webkitTab(await (driver ??= startDriver()), options);
      const browser = await (name === "chromium"
        ? once(name, () =>
            chromium.launch({
              executablePath: process.env.FOOTING_CHROMIUM ?? "/usr/bin/chromium",
              args: kChromiumArgs,
            }),
          )
        : once(`firefox ${options.dark} ${options.scripts}`, () =>
            firefox.launch({
              executablePath: process.env.FOOTING_FIREFOX ?? "/usr/bin/firefox-esr",
              channel: "moz-firefox",
              // Over WebDriver BiDi a page cannot be told these; the whole browser can.
              firefoxUserPrefs: {
                "layout.css.prefers-color-scheme.content-override": options.dark ? 0 : 1,
                "javascript.enabled": options.scripts,
              },
            }),
          ));
      return playwrightTab(browser, name === "chromium", origin, options);
    },
    async stop() {
      await Promise.all([...started.values()].map(async (browser) => (await browser).close()));
      await (await driver)?.stop();
    },
  };
}

async function playwrightTab(browser: Browser, full: boolean, origin: string, options: TabOptions): Promise<Tab> {
  const [width, height] = options.size;
  const context = await browser.newContext({
    viewport: { width, height },
    ...(full
      ? ({
          colorScheme: options.dark ? "dark" : "light",
          javaScriptEnabled: options.scripts,
          reducedMotion: "reduce",
        } satisfies BrowserContextOptions)
      : {}),
  });
  const page = await context.newPage();
  const found: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") found.push(message.text());
  });
  page.on("pageerror", (error) => found.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) found.push(`asked ${request.url()}`);
  });
  if (!options.storage) await page.addInitScript(kNoStorage);
  if (options.print) await page.emulateMedia({ media: "print" });
  return {
    open: async (address) => {
      await page.goto(address);
    },
    run: (act, ...args) => page.evaluate(`(${act})(...${JSON.stringify(args)})`),
    runWith: async (script, act) => {
      await page.evaluate(script);
      return page.evaluate(act) as never;
    },
    errors: () => Promise.resolve(found),
    picture: () => page.screenshot({ fullPage: true }),
    close: () => context.close(),
  };
}

async function webkitTab(driver: Driver, options: TabOptions): Promise<Tab> {
  const { dark, scripts, size } = options;
  const browser = await driver.start({ dark, scripts, size });
  return {
    open: (address) => browser.open(address),
    run: (act, ...args) => browser.run(act, ...args) as never,
    runWith: (script, act) => browser.runText(`${script}\n;return (${act})()`),
    errors: () =>
      browser.run(() => {
        const listened = (window as unknown as { footingErrors?: string[] }).footingErrors ?? [];
        const asked = performance.getEntriesByType("resource").map(({ name }) => name);
        return [
          ...listened,
          ...asked
            .filter((name) => !name.startsWith(location.origin) && !/^(blob|data):/.test(name))
            .map((name) => `asked ${name}`),
        ];
      }),
    picture: () => browser.picture(),
    close: () => browser.close(),
  };
}
