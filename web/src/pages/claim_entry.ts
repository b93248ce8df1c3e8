/** Script of a claim's page on the site. */
import { register } from "../components/register";
import { siteHost } from "../engine/host_site";
import type { ClaimData } from "./data";
import { mount } from "./controller";
import { watchStatus } from "./status";

/** From <root>/<lang>/claims/<id>/r<n>/ (or …/embed/ below it) to the root. */
export async function start(root: string): Promise<void> {
  const main = document.getElementById("main");
  const { claim = "", revision = "0" } = main?.dataset ?? {};
  const siteRoot = new URL(root, location.href.replace(/[?#].*$/, "")).href;
  void watchStatus(`${root}claims/${claim}/status.json`, Number(revision));
  const response = await fetch(`${root}claims/${claim}/r${revision}/data.json`);
  if (!response.ok) return;
  const data = (await response.json()) as ClaimData;
  register();
  await mount({ host: siteHost, data, root, siteRoot });
}

void start(document.body.dataset.root ?? "../../../../");
