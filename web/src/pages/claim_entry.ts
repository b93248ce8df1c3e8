/** Script of a claim's page on the site. */
import { register } from "../components/register";
import { siteHost } from "../engine/host_site";
import type { Claim } from "../engine/types";
import { isBeside, isOfOtherKind, withKinds } from "../sentences/sentences";
import "../sentences/speak_placed";
import { type ClaimData, claimOf } from "./data";
import type { LikeData } from "./like";
import { mountPage } from "./controller";
import { sayFailed } from "./mount";
import { pageLang } from "./page_lang";
import { keepForOffline } from "../state/offline";
import { type Strip, watchAge, watchStatus } from "./status";

const strip: Strip = () => import("./strip");

async function read<T>(url: string): Promise<T | null> {
  const response = await fetch(url);
  return response.ok ? ((await response.json()) as T) : null;
}

/** Fetches the words that the claim's kind needs beside those of every page. */
async function speakOf(claim: Claim): Promise<void> {
  if (isBeside(claim)) withKinds((await import("../sentences/kinds_beside")).rivalKinds);
  else if (isOfOtherKind(claim)) withKinds((await import("../sentences/kinds")).otherKinds);
}

/** From <root>/<lang>/claims/<id>/r<n>/ (or …/embed/ below it) to the root. */
async function start(root: string): Promise<void> {
  const { claim = "", revision = "0", folder = "r0", newest = "0" } = document.getElementById("main")?.dataset ?? {};
  const siteRoot = new URL(root, location.href.replace(/[?#].*$/, "")).href;
  const all = `${root}${document.documentElement.lang}/claims/${claim}/`;
  const own = `${all}${folder}/`;
  watchAge(strip);
  void watchStatus(`${root}claims/${claim}/status.json`, Number(revision), strip);
  const data = await read<ClaimData>(`${own}data.json`);
  if (!data) return sayFailed(pageLang());
  await speakOf(claimOf(data));
  register();
  await mountPage({
    host: siteHost,
    data,
    words: async () => (await read<ClaimData["files"]>(`${own}words.json`)) ?? data.files,
    why: () => import("./why"),
    alike: async () => {
      const data = await read<LikeData>(`${root}${document.documentElement.lang}/alike.json`);
      if (!data) throw new Error("no values");
      return data;
    },
    newest:
      folder !== "preview" && Number(newest) > Number(revision)
        ? () => read<ClaimData>(`${all}r${newest}/data.json`)
        : null,
    root,
    siteRoot,
  });
}

const root = document.body.dataset.root ?? "../../../../";
void start(root).then(
  () => keepForOffline(root),
  () => sayFailed(pageLang()),
);
