/** Brings the claim's page to life: what all forms of it have in common (mount.ts), its tables and its panel. */
import type { EngineClient, EngineHost } from "../engine/client";
import type { FootingError, Lang } from "../engine/types";
import { type Settings, settingsOf } from "../state/settings";
import type { Store } from "../state/store";
import { Drawing } from "./drawing";
import type { ClaimData } from "./data";
import type { LikeData } from "./like";
import { mount } from "./mount";

export interface Site {
  host: EngineHost;
  data: ClaimData; // with the words that move; `words` gives all of them
  words(): Promise<ClaimData["files"]>;
  why: () => Promise<typeof import("./why")>;
  alike(): Promise<LikeData>; // what equivalents convert with
  newest: (() => Promise<ClaimData | null>) | null; // data of the newest revision, where this is an older one
  root: string | null; // relative path to the site's root
  siteRoot: string | null; // absolute address of the site's root, for links to hand on
}

/** A scenario that a reader brings: out of a file, or a link. */
type Bringing = { kind: "scenario"; settings: Settings; notices: FootingError[] } | { kind: "link"; text: string };

async function bring(store: Store, engine: EngineClient, brought: Bringing): Promise<void> {
  if (brought.kind === "scenario") return store.load(brought.settings, brought.notices);
  const { request, errors, notices } = await engine.link(brought.text);
  return store.load(request ? settingsOf(request) : store.target, [...errors, ...notices]);
}

export async function mountPage(site: Site): Promise<void> {
  const mounted = await mount(
    site.host,
    site.data,
    (store, lang) => new Drawing(store, site, lang),
    (drawing) => ({ density: drawing.inDetail }),
  );
  if (!("store" in mounted)) return;
  const { store, engine, drawing } = mounted;
  document.addEventListener("footing-open", (event) => {
    void bring(store, engine, (event as CustomEvent<Bringing>).detail);
  });
  document.querySelector("#detail details")?.addEventListener("toggle", () => {
    if (drawing.inDetail) void store.again();
  });
  const alike = document.querySelector<HTMLDetailsElement>("[data-like]");
  alike?.addEventListener("toggle", () => store.show(alike.open ? (store.current.shown ?? "like") : null));
  alike?.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement) store.show(target.value === "" ? "like" : `like.${target.value}`);
  });
  // What is far below the first screen comes when the reader does.
  whenNear("footing-share", () => drawing.share());
  whenNear("#moves, #inputs", () => drawing.read());
  window.addEventListener("beforeprint", openAll);
  listenForChallenges(drawing.language);
  listenForWords(site, drawing.language);
  await drawing.settled();
  document.documentElement.dataset.footing = "ready";
}

/** On paper nothing can be opened: everything is, and what is drawn because of that, until the paper is there. */
function openAll(): void {
  const opened = new Set<HTMLDetailsElement>();
  const open = (): void => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>("details:not([open], [data-like])")) {
      part.open = true;
      opened.add(part);
    }
  };
  const coming = new MutationObserver(open);
  coming.observe(document.body, { childList: true, subtree: true });
  const close = (): void => {
    coming.disconnect();
    for (const part of opened) part.open = false;
  };
  window.addEventListener("afterprint", close, { once: true });
  open();
}

/** Objecting to a number begins a report to the address that the build names; without one the link explains how. */
function listenForChallenges(lang: Lang): void {
  const { contact = "", claim = "", revision = "" } = document.getElementById("main")?.dataset ?? {};
  if (contact === "") return;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-challenge]") : null;
    if (!link) return;
    event.preventDefault();
    const about = [claim, `r${revision}`, link.dataset.challenge].filter(Boolean).join(" ");
    const shown = location.href.replace(/#.*$/, "");
    void import("./challenge").then(({ reportAddress }) => location.assign(reportAddress(contact, about, shown, lang)));
  });
}

/** A word of the field opens its explanation; where it cannot come, its link leads to the glossary. */
function listenForWords(site: Site, lang: Lang): void {
  document.addEventListener("click", (event) => {
    const word = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.term") : null;
    if (!word || !("showPopover" in word) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void Promise.all([import("../components/term"), site.words()])
      .then(([{ showTerm }, files]) => showTerm(word, lang, files))
      .catch(() => false)
      .then((shown) => shown || location.assign(word.href));
  });
}

function whenNear(selector: string, act: () => void): void {
  const coming = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      coming.disconnect();
      act();
    },
    { rootMargin: "200px" },
  );
  for (const part of document.querySelectorAll(selector)) coming.observe(part);
}
