/** SHA256SUMS: a line for every file of the site, as `sha256sum --check` reads it. */
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

export async function sumsOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((name) => name !== "SHA256SUMS")
    .sort();
  const lines: string[] = [];
  for (const name of files) {
    const hash = createHash("sha256")
      .update(await readFile(path.join(folder, name)))
      .digest("hex");
    lines.push(`${hash}  ${name}\n`);
  }
  return lines.join("");
}

export async function writeSums(folder: string): Promise<void> {
  await writeFile(path.join(folder, "SHA256SUMS"), await sumsOf(folder));
}
