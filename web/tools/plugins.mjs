/** The core's glue guesses the address of its wasm from its own; here the page always hands it the bytes, and the
 * guess would make the bundler copy the file a second time (or inline it). */
export function footingGlue() {
  return {
    name: "footing-glue",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/generated/footing.mjs")) return null;
      return { code: code.replace(/new URL\("footing\.wasm",\s*import\.meta\.url\)\.toString\(\)/g, '"footing.wasm"').replace(/import\.meta\.url/g, '""'), map: null };
    },
  };
}
