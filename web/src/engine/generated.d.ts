// The build writes these two files (see wasm/); they are not in the repository.
declare module "*/generated/footing.mjs" {
  interface FootingModule {
    call(name: string, text: string): { json: string; samples: Float64Array | null };
  }
  const createFooting: (options: { wasmBinary: ArrayBuffer | Uint8Array }) => Promise<FootingModule>;
  export default createFooting;
}
