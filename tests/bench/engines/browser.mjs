// The module, and plain JavaScript, in a browser.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, firefox } from "@playwright/test";

const here = path.dirname(fileURLToPath(import.meta.url));
const kTypes = { ".mjs": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };

/** Serves the module, these engines and an empty page. */
function serve(folder) {
  const server = createServer((request, response) => {
    const name = path.basename(new URL(request.url, "http://localhost").pathname);
    const from = name.startsWith("bench_module") ? folder : here;
    try {
      const body = name === "page.html" ? "<!doctype html><title>bench</title>" : readFileSync(path.join(from, name));
      response.writeHead(200, { "content-type": kTypes[path.extname(name)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export async function launch(name) {
  if (name === "chromium") {
    const executablePath = process.env.FOOTING_CHROMIUM ?? "/usr/bin/chromium";
    return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  }
  const executablePath = process.env.FOOTING_FIREFOX ?? "/usr/bin/firefox-esr";
  return firefox.launch({ channel: "moz-firefox", executablePath });
}

/** Two engines, the module and plain JavaScript, in one page of a browser, and the browser's version. */
export async function inBrowser(name, folder, prepared) {
  const server = await serve(folder);
  const browser = await launch(name);
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
  await page.evaluate(async (text) => {
    const { default: create } = await import("/bench_module.mjs");
    window.module = await create();
    window.module.ccall("bench_load", "number", ["string"], [text]);
    window.javascript = (await import("/javascript.mjs")).fusedJavaScript();
  }, JSON.stringify(prepared));
  const label = name[0].toUpperCase() + name.slice(1);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return {
    version: `${label} ${browser.version()}`,
    engines: [
      {
        id: name,
        label: `Footing, WebAssembly, ${label}`,
        time: (workload, phase, samples, least) =>
          page.evaluate(
            ([id, one, n, ms]) =>
              window.module.ccall(
                "bench_measure",
                "number",
                ["string", "string", "number", "number"],
                [id, one, n, ms],
              ),
            [workload.id, phase, samples, least],
          ),
        close,
      },
      {
        id: `javascript-${name}`,
        label: `JavaScript, one loop, ${label}`,
        time: (workload, phase, samples, least) =>
          page.evaluate(
            ([own, one, n, ms]) => window.javascript.time(own, one, n, ms),
            [workload, phase, samples, least],
          ),
      },
    ],
  };
}
