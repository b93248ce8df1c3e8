/** The service worker: the site without a network, as far as it has been visited. What a file's name pins (assets/, by the
 * hash of its content) comes from the cache first; everything else comes from the network while there is one, so that no
 * correction is held back. A query belongs to the reader: it is neither kept nor needed to find a page again. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", act: (event: Extendable) => void): void;
  addEventListener(type: "fetch", act: (event: Fetching) => void): void;
  addEventListener(type: "message", act: (event: Extendable & { data: unknown }) => void): void;
}

const scope = globalThis as unknown as Scope;
const kCache = `footing 1 ${scope.registration.scope}`; // of this site alone: others may share the origin

/** The address a file is kept under; null for what is not ours. */
function keyOf(address: string): string | null {
  const url = new URL(address);
  if (!url.href.startsWith(scope.registration.scope)) return null;
  return (url.origin + url.pathname).replace(/index\.html$/, "");
}

const isPinned = (key: string): boolean => /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(key);

async function keep(key: string, response: Response): Promise<void> {
  if (response.ok && response.type === "basic") await (await caches.open(kCache)).put(key, response);
}

async function answer(request: Request, key: string, later: (work: Promise<unknown>) => void): Promise<Response> {
  const kept = async (): Promise<Response | undefined> => (await caches.open(kCache)).match(key);
  if (isPinned(key)) {
    const found = await kept();
    if (found) return found;
  }
  try {
    const response = await fetch(request);
    later(keep(key, response.clone()));
    return response;
  } catch (reason) {
    const found = await kept();
    if (found) return found;
    throw reason;
  }
}

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const key = request.method === "GET" ? keyOf(request.url) : null;
  if (key !== null && !request.headers.has("range"))
    event.respondWith(answer(request, key, (work) => event.waitUntil(work)));
});
scope.addEventListener("message", (event) => {
  const files = Array.isArray(event.data) ? event.data.filter((one): one is string => typeof one === "string") : [];
  const keys = new Set(files.slice(0, 100).flatMap((file) => keyOf(file.replace(/[?#].*/, "")) ?? []));
  event.waitUntil(
    Promise.all(
      [...keys].map(async (key) => {
        if (await (await caches.open(kCache)).match(key)) return;
        await keep(key, await fetch(key)).catch(() => undefined);
      }),
    ),
  );
});
