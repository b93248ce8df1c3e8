/** Script of the embed: one file with core, data and styles inside. It runs in a frame, in a frame without an origin, and
 * opened from a disk. Its sentences come with one of file_entry_*.ts. */
import { FootingInput } from "../components/footing_input";
import { fileHost } from "../engine/host_file";
import type { FootingError } from "../engine/types";
import type { ClaimData } from "../pages/data";
import { Live } from "../pages/live";
import { mount } from "../pages/mount";
import { bar, scope, sentence } from "../pages/parts";
import { type Strip, watchAge, watchStatus } from "../pages/status";
import { showAge, showState } from "../pages/strip";
import { announceHeight, tellHost } from "./height";
import { apply, parametersOf } from "./parameters";

/** A file fetches no script of its own. */
const strip: Strip = async () => ({ showAge, showState });

/** A frame is small and carries no words for every mistake: the value that could not be used is named, with its code. The
 * full page, a click away, says more. */
const lineOf = ({ code }: FootingError): string => code;

/** Where this file lies in a site, the way from it to the site's root; null for a copy elsewhere. */
function rootHere(data: ClaimData): string | null {
  const { folder = `r${data.revision}` } = document.getElementById("main")?.dataset ?? {};
  const place = `/claims/${data.claim}/${folder}/embed/`;
  return location.pathname.replace(/index\.html$/, "").endsWith(document.documentElement.lang + place)
    ? "../../../../../"
    : null;
}

async function start(data: ClaimData): Promise<void> {
  const root = rootHere(data);
  watchAge(strip);
  const full = document.querySelector<HTMLAnchorElement>("a[data-full]");
  // A copy elsewhere knows its page only where the site told it its address.
  if (root === null && full && !/^https?:/.test(full.getAttribute("href") ?? ""))
    document.querySelectorAll(".embed-foot a").forEach((link) => link.remove());
  if (root !== null && location.protocol !== "file:")
    void watchStatus(`${root}claims/${data.claim}/status.json`, data.revision, strip);
  if (!customElements.get("footing-input")) customElements.define("footing-input", FootingInput);
  const mounted = await mount(
    fileHost,
    data,
    (store, lang) => new Live(store, { data, root: null }, lang, { sentence, bar, scope }, lineOf),
    () => ({ density: false }),
  );
  const about = { footing: 1, claim: data.claim, revision: data.revision };
  if ("store" in mounted) {
    await mounted.drawing.settled();
    document.documentElement.dataset.footing = "ready";
    tellHost({ ...about, type: "ready", engine: mounted.store.current.answer?.versions.engine ?? "" });
  } else {
    const { code = "engine-unavailable" } = mounted.errors[0] ?? {};
    const engine = mounted.versions.engine || (document.body.dataset.engine ?? "");
    const line = document.querySelector("#notices .notice p");
    if (line) line.textContent += ` (${code}, ${engine}, r${data.revision})`;
    tellHost({ ...about, type: "failed", code, engine });
  }
}

apply(parametersOf(location.search, location.hash));
announceHeight();
const data = JSON.parse(document.getElementById("footing-data")?.textContent ?? "null") as ClaimData | null;
if (data) void start(data);
