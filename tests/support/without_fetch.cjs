// Preloaded by Node for the WebAssembly tests: without fetch, Emscripten's loader reads the .wasm as a file.
delete globalThis.fetch;
