// The build writes these files (see wasm/); they are not in the repository.
interface FootingModule {
  /** The name in ASCII, the request and the answer in UTF-8. The answer lies in the module's memory until the next call. */
  call(name: string, request: Uint8Array): Uint8Array;
  /** The samples of the last answer, in the module's memory; of length 0 when none were asked for. */
  samples(): Float64Array;
}
type CreateFooting = (options: { wasm: WebAssembly.Module }) => Promise<FootingModule>;

declare module "*/generated/footing.mjs" {
  const createFooting: CreateFooting;
  export default createFooting;
}
declare module "*/generated/footing_full.mjs" {
  const createFooting: CreateFooting;
  export default createFooting;
}
