/** `npm run foreign`: no built page in English holds Chinese that is not marked as Chinese. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { dist } from "./paths";
import { unmarked } from "./foreign";

const folder = path.join(dist, "en");
const pages = (await readdir(folder, { recursive: true, encoding: "utf8" })).filter((name) => name.endsWith(".html"));
const amiss: string[] = [];
for (const page of pages.sort())
  amiss.push(...unmarked(await readFile(path.join(folder, page), "utf8")).map((text) => `en/${page}: ${text}`));
for (const line of amiss.slice(0, 50)) console.error(line);
console.log(`${pages.length} pages in English, ${amiss.length} texts in Chinese that are not marked`);
if (amiss.length > 0 || pages.length === 0) process.exit(1);
