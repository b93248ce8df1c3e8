/** `npm run signs`: on every built page, each sign that a chart draws is explained in the chart's own part of the page, and
 * nothing is explained there that is not drawn. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { dist } from "./paths";
import { signsOf } from "./signs";

const pages = (await readdir(dist, { recursive: true, encoding: "utf8" })).filter((name) => name.endsWith(".html"));
let drawn = 0;
let explained = 0;
const amiss: string[] = [];
for (const page of pages.sort()) {
  const found = signsOf(await readFile(path.join(dist, page), "utf8"));
  drawn += found.drawn;
  explained += found.explained;
  amiss.push(...found.amiss.map((line) => `${page}: ${line}`));
}
for (const line of amiss.slice(0, 50)) console.error(line);
console.log(`${drawn} signs in ${pages.length} pages, ${explained} lines explain them, ${amiss.length} amiss`);
if (amiss.length > 0 || drawn === 0) process.exit(1);
