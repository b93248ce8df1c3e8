/** `npm run compress`: `.gz` and `.br` beside every file of text, for servers that send what is packed already. Run it on
 * what is published: SHA256SUMS lists what the build wrote, not these. Files that have not changed keep what they have. */
import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { dist } from "./paths";

const kText = /\.(html|css|js|json|wasm|xml)$/;
const names = await readdir(dist, { recursive: true });
const todo = names.filter((name) => kText.test(name)).sort();
let files = 0;

async function pack(name: string): Promise<void> {
  const file = path.join(dist, name);
  const { mtime } = await stat(file);
  const made = await stat(`${file}.br`).catch(() => null);
  if (made?.mtime.getTime() === mtime.getTime()) return;
  const bytes = await readFile(file);
  // What is asked for by everybody is packed as tightly as it can be.
  const quality = name.startsWith("assets") ? 11 : 9;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const packed = [
    [`${file}.gz`, await promisify(gzip)(bytes, { level: 9 })],
    [`${file}.br`, await promisify(brotliCompress)(bytes, { params })],
  ] as const;
  for (const [to, content] of packed) {
    await writeFile(to, content);
    await utimes(to, mtime, mtime); // nginx sends a packed file whatever its age, others compare
  }
  files += packed.length;
}

await Promise.all(
  [0, 1, 2, 3].map(async () => {
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) await pack(name);
  }),
);
console.log(`${files} files packed in ${dist}`);
