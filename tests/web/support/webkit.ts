/** WebKit, as Debian has it: WebKitGTK's small browser, spoken to in the plain words of WebDriver, on a screen nobody sees. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./port";

const kScreen = "1400x1000x24";
const kElement = "element-6066-11e4-a52e-4f735466cecf"; // the name the standard gives to a reference

export interface Options {
  dark?: boolean;
  scripts?: boolean; // false: those in pages do not run; those of tests do
  size?: [width: number, height: number];
}

/** A browser of its own, with nothing kept from another. */
export interface WebKit {
  open(address: string): Promise<void>;
  /** Runs a function in the page (in the frame entered last) and gives what it returns, as JSON has it. */
  run<A extends unknown[], T>(act: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Runs the text of a function's body. */
  runText<T>(body: string): Promise<T>;
  /** Types into what `selector` finds; "\uE00E" is Page Up, as the standard lists it. */
  type(selector: string, text: string): Promise<void>;
  click(selector: string): Promise<void>;
  enterFrame(selector?: string): Promise<void>;
  leaveFrame(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

export interface Driver {
  start(options?: Options): Promise<WebKit>;
  stop(): Promise<void>;
}

export async function startDriver(): Promise<Driver> {
  const binary = process.env.FOOTING_WEBKIT ?? miniBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), "footing-webkit-"));
  // The small browser's own buttons would keep its window from being as narrow as a phone.
  mkdirSync(path.join(folder, "gtk-3.0"));
  writeFileSync(path.join(folder, "gtk-3.0/gtk.css"), "* { min-width: 0; padding: 0; margin: 0; font-size: 1px }");
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", kScreen, "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const display = await said(screen, /^(\d+)\n/);
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], {
    stdio: "ignore",
    env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: "x11", XDG_CONFIG_HOME: folder, NO_AT_BRIDGE: "1" },
  });
  const root = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; ++tries) {
    if (driver.exitCode !== null || tries === 200) throw new Error("WebKitWebDriver does not start");
    if (await fetch(`${root}/status`).catch(() => null)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    start: (options = {}) => startSession(root, binary, options),
    async stop() {
      await ended(driver);
      await ended(screen);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startSession(root: string, binary: string, options: Options): Promise<WebKit> {
  const { dark = false, scripts = true, size = [1280, 900] } = options;
  const args = ["--automation", ...(dark ? ["--dark-mode"] : []), `--enable-javascript-markup=${scripts}`];
  const { sessionId } = await call<{ sessionId: string }>("POST", `${root}/session`, {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args } } },
  });
  const session = `${root}/session/${sessionId}`;
  const post = <T>(name: string, body: object = {}): Promise<T> => call<T>("POST", `${session}/${name}`, body);
  const find = async (selector: string): Promise<string> =>
    (await post<Record<string, string>>("element", { using: "css selector", value: selector }))[kElement] ?? "";
  const webkit: WebKit = {
    open: (url) => post("url", { url }),
    run: (act, ...parameters) =>
      post("execute/sync", { script: `return (${act}).apply(null, arguments)`, args: parameters }),
    runText: (body) => post("execute/sync", { script: body, args: [] }),
    type: async (selector, text) => post(`element/${await find(selector)}/value`, { text }),
    click: async (selector) => post(`element/${await find(selector)}/click`),
    enterFrame: async (selector = "iframe") => post("frame", { id: { [kElement]: await find(selector) } }),
    leaveFrame: () => post("frame", { id: null }),
    resize: async (width, height) => {
      // The window is higher than the page by what the small browser draws above it.
      await post("window/rect", { x: 0, y: 0, width, height });
      const inside = await webkit.run(() => window.innerHeight);
      await post("window/rect", { x: 0, y: 0, width, height: 2 * height - inside });
    },
    picture: async () => Buffer.from(await call<string>("GET", `${session}/screenshot`), "base64"),
    close: () => call("DELETE", session),
  };
  await webkit.resize(...size);
  return webkit;
}

async function call<T>(method: string, address: string, body?: object): Promise<T> {
  // A connection each: the driver closes an idle one at any moment.
  const headers = { Connection: "close" };
  const response = await fetch(address, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
  return value;
}

/** /usr/lib/<machine>/webkit2gtk-<version>/MiniBrowser, the newest. */
function miniBrowser(): string {
  const below = (folder: string): string[] => readdirSync(folder).map((name) => path.join(folder, name));
  const found = below("/usr/lib")
    .filter((folder) => folder.endsWith("-linux-gnu"))
    .flatMap(below)
    .filter((folder) => path.basename(folder).startsWith("webkit2gtk-"))
    .map((folder) => path.join(folder, "MiniBrowser"))
    .filter((file) => existsSync(file));
  const last = found.sort().at(-1);
  if (!last) throw new Error("there is no MiniBrowser: install webkit2gtk-driver");
  return last;
}

const said = (process: ChildProcess, what: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    process.on("error", reject);
    process.on("exit", () => reject(new Error(`${process.spawnfile} does not start`)));
    process.stdout?.on("data", (more: Buffer) => {
      text += more.toString();
      const found = what.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });

const ended = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) return resolve();
    process.removeAllListeners("exit");
    process.once("exit", () => resolve());
    process.kill();
  });
