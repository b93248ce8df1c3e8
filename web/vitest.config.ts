import path from "node:path";
import { defineConfig } from "vitest/config";

const modules = path.resolve(import.meta.dirname, "node_modules");

export default defineConfig({
  // The tests live outside web/, where Node would not find these.
  resolve: {
    alias: Object.fromEntries(
      ["vitest", "fast-check", "ajv", "d3-scale", "@orcid/bibtex-parse-js"].map((name) => [
        name,
        path.join(modules, name),
      ]),
    ),
  },
  server: { fs: { allow: [path.resolve(import.meta.dirname, "..")] } },
  test: {
    dir: path.resolve(import.meta.dirname, ".."),
    testTimeout: 60_000, // no test is about time; a busy machine is slow
    include: ["tests/web/unit/**/*.test.ts", "web/src/**/*.test.ts"],
  },
});
