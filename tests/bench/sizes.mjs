// What the page's module is made of, and what other ways of building it weigh: the link of footing_module again with other
// flags, and its functions by the room they are from. Writes build/bench/sizes.json.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { root } from "./workloads.mjs";

const folder = path.join(root, "build/bench/sizes");
const build = path.join(root, "build/wasm");
mkdirSync(folder, { recursive: true });
const link = execFileSync("ninja", ["-C", build, "-t", "commands", "-s", path.join(root, "web/generated/footing.mjs")])
  .toString()
  .trim()
  .split("\n")
  .at(-1);

function linked(name, change) {
  const out = path.join(folder, `${name}.mjs`);
  execFileSync("sh", ["-c", change(link).replace(/-o \S+footing\.mjs/, `-o ${out}`)], { cwd: build });
  return out;
}

const brotli = (file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const kBuilds = [
  ["as it is", "plain", (c) => c],
  ["what is called twice may be copied", "inline", (c) => c.replace("-Wl,-mllvm,-inline-threshold=-100", "")],
  ["dlmalloc instead of emmalloc", "dlmalloc", (c) => c.replace("=emmalloc", "=dlmalloc")],
  [
    "Emscripten's usual runtime",
    "runtime",
    (c) =>
      c.replace(/-sMINIMAL_RUNTIME\S*=1/g, "").replace("-sSTRICT=1", "").replace("-sTEXTDECODER=2", ""),
  ],
];
const builds = [];
for (const [words, name, change] of kBuilds) {
  try {
    const file = linked(name, change);
    const wasm = file.replace(".mjs", ".wasm");
    builds.push([words, readFileSync(wasm).length, brotli(wasm), brotli(file)]);
  } catch {
    console.error(`${words}: does not link`);
  }
}

/** { name: bytes } of the functions of a module that has its names. */
function functions(bytes) {
  let at = 8;
  const number = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = number();
    at += length;
    return new TextDecoder().decode(bytes.subarray(at - length, at));
  };
  let imported = 0;
  const lengths = [];
  const names = new Map();
  while (at < bytes.length) {
    const section = bytes[at++];
    const length = number();
    const end = at + length;
    if (section === 2) {
      for (let left = number(); left > 0; --left) {
        text();
        text();
        const kind = bytes[at++];
        if (kind !== 0) throw new Error("an import that is not a function");
        number();
        ++imported;
      }
    } else if (section === 10) {
      for (let left = number(); left > 0; --left) {
        const size = number();
        lengths.push(size);
        at += size;
      }
    } else if (section === 0 && text() === "name") {
      while (at < end) {
        const part = bytes[at++];
        const stop = number() + at;
        if (part === 1) for (let left = number(); left > 0; --left) names.set(number(), text());
        at = stop;
      }
    }
    at = end;
  }
  return lengths.map((size, i) => [names.get(i + imported) ?? "", size]);
}

/** The room of a function by its name: where in the core's sources a function or class of that name is defined. */
function roomOf() {
  const list = execFileSync("git", ["ls-files", "core/src", "core/include"], { cwd: root }).toString().trim().split("\n");
  const rooms = new Map();
  for (const file of list) {
    const room = /^core\/(?:src|include\/footing)\/(\w+)\//.exec(file)?.[1];
    if (!room) continue;
    for (const line of readFileSync(path.join(root, file), "utf8").split("\n")) {
      if (/^\s|^[#/}]/.test(line) || line.endsWith(";")) continue;
      const name = /^(?:class|struct) (\w+)/.exec(line)?.[1] ?? /^[^(=]*?(?:(\w+)::)?\b(\w+)\(/.exec(line)?.slice(1).find(Boolean);
      if (name && !rooms.has(name)) rooms.set(name, room);
    }
  }
  const own = /^(?:\w[\w ]*[ *&]+)?footing::((?:(?:\(anonymous namespace\)|math|kernel|internal|detail)::)*)(\w+)(?:::(~?\w+))?/;
  return (name) => {
    const found = own.exec(name.replace(/^.*?(?=footing::)/, ""));
    if (!found) return /^(emmalloc|malloc|free|calloc|realloc|mem|attempt_|operator new)/.test(name) ? "memory" : "C++ library";
    return rooms.get(found[2]) ?? rooms.get(found[3]) ?? "C++ library";
  };
}

const named = linked("named", (c) => c.replace("--no-entry", "--no-entry --profiling-funcs"));
const room = roomOf();
const parts = new Map();
for (const [name, size] of functions(readFileSync(named.replace(".mjs", ".wasm")))) {
  parts.set(room(name), (parts.get(room(name)) ?? 0) + size);
}
writeFileSync(
  path.join(root, "build/bench/sizes.json"),
  JSON.stringify({ builds, parts: [...parts].sort((a, b) => b[1] - a[1]) }),
);
console.log(builds, [...parts]);
