/** `npm run links`: every address that a built page names and that is the site's own must lead to a file, and what stands
 * after # to an id in it. Addresses elsewhere are left alone: nothing here asks another host. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { dist } from "./paths";

const files = new Set(
  (await readdir(dist, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name))),
);

const texts = new Map<string, { ids: Set<string>; addresses: string[] }>();
async function pageOf(file: string): Promise<{ ids: Set<string>; addresses: string[] }> {
  const known = texts.get(file);
  if (known) return known;
  const html = (await readFile(path.join(dist, file), "utf8")).replace(/<script[\s>][\s\S]*?<\/script>/g, (script) =>
    script.slice(0, script.indexOf(">") + 1),
  );
  const decode = (text: string): string =>
    text
      .replace(/&amp;/g, "&")
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"');
  const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => decode(match[1] ?? ""));
  const page = {
    ids: new Set(all(/\sid="([^"]*)"/g)),
    addresses: [...new Set(all(/\s(?:href|src|poster|action)="([^"]*)"/g))],
  };
  texts.set(file, page);
  return page;
}

let followed = 0;
const dead: string[] = [];
for (const file of [...files].filter((name) => name.endsWith(".html")).sort()) {
  for (const address of (await pageOf(file)).addresses) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(address)) continue; // another host, mail, data
    const [way = "", fragment = ""] = address.split("#");
    const place = way.replace(/\?.*$/, "");
    const from = place.startsWith("/") ? "" : path.dirname(file); // the page of missing addresses counts from the root
    const target = place === "" ? file : path.join(from, decodeURIComponent(place).replace(/^\//, ""));
    const found = place.endsWith("/") || target === "." ? path.join(target, "index.html") : target;
    ++followed;
    if (found.startsWith("..") || !files.has(found)) dead.push(`${file}: ${address}`);
    else if (fragment !== "" && found.endsWith(".html") && !(await pageOf(found)).ids.has(decodeURIComponent(fragment)))
      dead.push(`${file}: ${address} (no such id)`);
  }
}
for (const line of dead.slice(0, 50)) console.error(line);
console.log(`${followed} addresses in ${texts.size} pages, ${dead.length} lead nowhere`);
if (dead.length > 0) process.exit(1);
