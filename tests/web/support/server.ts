/** A static server as strict as a good host: a sub-path, a policy in the header, no directory tricks. */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const kTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".xml": "application/atom+xml; charset=utf-8",
};

export const kPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; " +
  "frame-src 'self'; base-uri 'none'; form-action 'none'";

export interface Serving {
  url: string; // ends with the sub-path and "/"
  close(): Promise<void>;
}

/** The script that runs first in every page, for browsers that cannot be told to run one. */
const kFirst = "~first.js";

interface Served {
  folder: string;
  base: string;
  first: string; // address of the script that runs first, or ""
  bodies: Map<string, Promise<Buffer>> | null; // what is sent compressed, made once a file
}

/** Serves `folder` under `http://127.0.0.1:<port><base>`. The embeds carry a policy of their own. With `first`, that script
 * runs before anything else of a page does; else text and module are compressed, as hosts do. */
export async function serve(folder: string, port = 0, base = "/", first?: string): Promise<Serving> {
  const served: Served = {
    folder,
    base,
    first: first === undefined ? "" : base + kFirst,
    bodies: first === undefined ? new Map() : null,
  };
  const server = http.createServer((request, response) => {
    if (first !== undefined && request.url === base + kFirst)
      response.writeHead(200, { "Content-Type": kTypes[".js"] }).end(first);
    else void answer(served, request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  const actual = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  { folder, base, first, bodies }: Served,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const found = pathname.startsWith(base)
    ? await locate(folder, decodeURIComponent(pathname.slice(base.length)))
    : null;
  if (found?.redirect) {
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    return;
  }
  const file = found?.file ?? path.join(folder, "404.html");
  const embed = file.endsWith(`${path.sep}embed${path.sep}index.html`);
  const body =
    bodies && /\bbr\b/.test(request.headers["accept-encoding"]?.toString() ?? "") && !file.endsWith(".png")
      ? await brotli(file, bodies)
      : null;
  response.writeHead(found ? 200 : 404, {
    ...(body ? { "Content-Encoding": "br", "Content-Length": body.length, Vary: "Accept-Encoding" } : {}),
    "Content-Type": kTypes[path.extname(file)] ?? "application/octet-stream",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
    ...(embed ? {} : { "Content-Security-Policy": kPolicy }),
  });
  if (request.method === "HEAD") response.end();
  else if (first && file.endsWith(".html"))
    response.end((await readFile(file, "utf8")).replace("<head>", `<head><script src="${first}"></script>`));
  else if (body) response.end(body);
  else
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
}

async function brotli(file: string, bodies: Map<string, Promise<Buffer>>): Promise<Buffer> {
  const { mtimeMs, size } = await stat(file);
  const key = `${file} ${mtimeMs} ${size}`;
  const pack = async (): Promise<Buffer> =>
    promisify(brotliCompress)(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  const body = bodies.get(key) ?? pack();
  bodies.set(key, body);
  return body;
}

async function locate(folder: string, name: string): Promise<{ file: string; redirect: boolean } | null> {
  const file = path.resolve(folder, `./${name}`);
  if (file !== path.resolve(folder) && !file.startsWith(path.resolve(folder) + path.sep)) return null;
  const entry = await stat(file).catch(() => null);
  if (entry?.isFile()) return { file, redirect: false };
  if (!entry?.isDirectory()) return null;
  if (name !== "" && !name.endsWith("/")) return { file, redirect: true };
  const index = path.join(file, "index.html");
  return (await stat(index).catch(() => null)) ? { file: index, redirect: false } : null;
}
