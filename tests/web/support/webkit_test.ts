/** `test` with WebKit: a driver a worker, a browser when it is asked for, and a site whose pages tell what went wrong in
 * them. */
import { test as base, type WorkerFixture } from "@playwright/test";
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

/** The site with a script before any of the page's own. */
const served =
  (first: string): WorkerFixture<Serving, object> =>
  async ({}, use) => {
    const site = await serve(dist, 0, "/some/where/", first);
    await use(site);
    await site.close();
  };

export const test = base.extend<ForTest, ForWorker>({
  driver: [
    async ({}, use) => {
      const driver = await startDriver();
      await use(driver);
      await driver.stop();
    },
    { scope: "worker" },
  ],
  site: [served(kListen), { scope: "worker" }],
  bareSite: [served(kNoStorage), { scope: "worker" }],
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
