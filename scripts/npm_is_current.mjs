// Exits with 0 when FOLDER/node_modules holds every package of FOLDER/package-lock.json in the locked version
// (packages for other platforms may be absent). usage: node npm_is_current.mjs FOLDER
import { readFileSync } from "node:fs";
import { join } from "node:path";

function packages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}

const folder = process.argv[2];
const wanted = packages(join(folder, "package-lock.json"));
const present = packages(join(folder, "node_modules/.package-lock.json"));
const stale = Object.entries(wanted).filter(
  ([path, { version, optional }]) => path !== "" && !(present[path]?.version === version || (optional && !present[path])),
);
process.exit(stale.length === 0 && Object.keys(present).length > 0 ? 0 : 1);
