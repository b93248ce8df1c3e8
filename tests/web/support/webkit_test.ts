/** `test` with WebKit: a driver a worker, a browser when it is asked for, and a site whose pages tell what went wrong in
 * them. */
import { test as base } from "@playwright/test";
import { kListen, kNoStorage } from "./first";
import { serve, type Serving } from "./server";
import { dist } from "./site";
import { startDriver, type Driver, type Options, type WebKit } from "./webkit";

interface ForTest {
  /** Starts a browser in place of the one before. */
  webkit: (options?: Options) => Promise<WebKit>;
}
interface ForWorker {
  driver: Driver;
  site: Serving;
  bareSite: Serving; // the same for a browser that keeps nothing
}

export const test = base.extend<ForTest, ForWorker>({
  driver: [
    async ({}, use) => {
      const driver = await startDriver();
      await use(driver);
      await driver.stop();
    },
    { scope: "worker" },
  ],
  site: [
    async ({}, use) => {
      const site = await serve(dist, 0, "/some/where/", kListen);
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],
  bareSite: [
    async ({}, use) => {
      const site = await serve(dist, 0, "/some/where/", kNoStorage);
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],
  webkit: async ({ driver }, use) => {
    let browser: WebKit | null = null;
    await use(async (options) => {
      await browser?.close();
      browser = null;
      browser = await driver.start(options);
      return browser;
    });
    await (browser as WebKit | null)?.close();
  },
});

/** What went wrong in the page so far. */
export const errorsOf = (browser: WebKit): Promise<string[]> =>
  browser.run(
    () => (window as unknown as { footingErrors?: string[] }).footingErrors ?? ["the first script did not run"],
  );
