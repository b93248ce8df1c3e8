/** The module of details: other bytes behind the same glue (tests/wasm holds that it is the same), in a second worker. */
import wasmUrl from "../../generated/footing_detail.wasm?url";
import type { EngineHost } from "./calls";
import { fetchBinary, siteHost } from "./host_site";

export const detailHost: EngineHost = { ...siteHost, binary: () => fetchBinary(wasmUrl) };
