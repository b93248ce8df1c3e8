/** Brings a page to life: the core started, the link opened, the reader's moves told to the store. Used by the claim's
 * page, the embed and the single file, which differ in where the core and the data come from. */
import { EngineClient, type EngineHost } from "../engine/client";
import type { FootingError, Lang } from "../engine/types";
import { LANGS } from "../format";
import { messages } from "../messages";
import { linkText } from "../state/location";
import { kUnchanged, type Settings, settingsOf, without, withValue } from "../state/settings";
import { Store } from "../state/store";
import { listenForChallenges } from "./challenge";
import { claimOf, defaultScenario, solveRequest, type ClaimData } from "./data";
import { Drawing } from "./drawing";
import { html } from "./html";
import { populationRequests } from "./populations";

export interface Site {
  host: EngineHost;
  data: ClaimData; // with the words that move; `words` gives all of them
  words(): Promise<ClaimData["files"]>;
  why: (() => Promise<typeof import("./why")>) | null; // null: a page that carries no module of details
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

export async function mount(site: Site): Promise<void> {
  const { data } = site;
  const documentLang = document.documentElement.lang;
  const lang: Lang = LANGS.find((one) => one === documentLang) ?? "en";
  const claim = claimOf(data);
  const place = { lang, claim: claim.id, revision: data.revision };

  const engine = await EngineClient.start(site.host, { footing: 1, prepared: data.prepared });
  if (!(engine instanceof EngineClient)) {
    const bar = document.getElementById("notices");
    if (bar) bar.innerHTML = html`<div class="notice"><p>${messages[lang].first.failed}</p></div>`.text;
    document.documentElement.dataset.footing = "failed";
    return;
  }

  const store: Store = new Store(claim.id, engine, (request) => ({
    evaluate: { ...request, density: drawing.inDetail },
    solve: solveRequest(claim, request),
    also: populationRequests(data, request).map((population) => population.request),
  }));
  const drawing: Drawing = new Drawing(store, site, lang);
  const decoded = await engine.link(linkText(place));
  const known = decoded.request?.claim === claim.id ? decoded.request : null;
  store.subscribe(() => drawing.schedule());
  await store.open(known ? settingsOf(known) : kUnchanged, [...decoded.errors, ...decoded.notices]);

  listen(store, engine, drawing, defaultScenario(claim));
  const main = document.getElementById("main");
  if (main) listenForChallenges(main, lang);
  await drawing.settled();
  document.documentElement.dataset.footing = "ready";
}

/** Where text is written, undoing is the browser's. */
function inText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("textarea, input:not([type=range])");
}

function listen(store: Store, engine: EngineClient, drawing: Drawing, own: string): void {
  const start = (scenario: string): void => {
    void store.change({ ...kUnchanged, scenario: scenario === own ? null : scenario });
  };
  const on = <T>(type: string, act: (detail: T) => void): void =>
    document.addEventListener(type, (event) => act((event as CustomEvent<T>).detail));
  on<{ id: string; text: string; gesture?: string | null }>("footing-change", ({ id, text, gesture }) => {
    void store.change(withValue(store.target, id, text), gesture ?? null);
  });
  on<{ id: string }>("footing-reset", ({ id }) => void store.change(without(store.target, [id])));
  on<{ id: string }>("footing-scenario", ({ id }) => start(id));
  on("footing-gesture-end", () => store.endGesture());
  on<Bringing>("footing-open", (brought) => void bring(store, engine, brought));
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const action = target?.closest<HTMLElement>("[data-do]")?.dataset.do;
    if (action === "undo") void store.undo();
    if (action === "redo") void store.redo();
    if (action === "reset") void store.change(kUnchanged);
    const set = target?.closest<HTMLElement>("[data-set]")?.dataset;
    if (set?.set) void store.change(withValue(store.target, set.set, set.to ?? ""));
    if (action === "dismiss") store.clearNotices();
    const scenario = target?.closest<HTMLElement>("[data-scenario]")?.dataset.scenario;
    if (scenario) {
      event.preventDefault();
      start(scenario);
      document.getElementById("main")?.scrollIntoView();
    }
  });
  document.addEventListener("keydown", (event) => {
    const key = (event.ctrlKey || event.metaKey) && !event.altKey ? event.key.toLowerCase() : "";
    const again = (key === "z" && event.shiftKey) || (key === "y" && !event.metaKey);
    if ((key !== "z" && !again) || inText(event.target)) return;
    event.preventDefault();
    void (again ? store.redo() : store.undo());
  });
  document.querySelector("#detail details")?.addEventListener("toggle", () => {
    if (drawing.inDetail) void store.again();
  });
  // What is far below the first screen comes when the reader does.
  whenNear("footing-share", () => drawing.share());
  whenNear("#moves, #inputs", () => drawing.read());
  // On paper nothing can be opened.
  window.addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>("details:not([open])")) {
      part.open = true;
      window.addEventListener("afterprint", () => (part.open = false), { once: true });
    }
  });
  // A link to the same page pasted into the address bar changes only what follows `#`.
  window.addEventListener("hashchange", () => {
    if (location.hash.includes("=")) location.reload();
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
