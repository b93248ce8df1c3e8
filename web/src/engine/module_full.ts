/** The module with the whole engine, for the site's build: it loads a dataset and prepares its claims. */
import createFooting from "../../generated/footing_full.mjs";
import { start, type Core } from "./module";

/** @param binary the bytes of footing_full.wasm */
export const instantiateFull = (binary: BufferSource): Promise<Core> => start(createFooting, binary);
