/** Brings a page to life: the core started, the link opened, the reader's moves told to the store. The claim's page and
 * the single file have this in common; they differ in where the core comes from and in what is drawn. */
import { EngineClient, type EngineHost } from "../engine/client";
import type { Answer, EvaluateRequest, Lang } from "../engine/types";
import { messages } from "../messages";
import { isView, linkText } from "../state/location";
import { kUnchanged, settingsOf, without, withValue } from "../state/settings";
import { Store } from "../state/store";
import { claimOf, defaultScenario, solveRequest, type ClaimData } from "./data";
import { html } from "./html";
import type { Live } from "./live";
import { pageLang } from "./page_lang";
import { populationRequests } from "./populations";

export interface Mounted<Drawing extends Live> {
  store: Store;
  engine: EngineClient;
  drawing: Drawing;
}

/** Where something that moves the page did not come, it says so and keeps its printed numbers. */
export function sayFailed(lang: Lang): void {
  const bar = document.getElementById("notices");
  if (bar) bar.innerHTML = html`<div class="notice"><p>${messages[lang].first.failed}</p></div>`.text;
  document.documentElement.dataset.footing = "failed";
}

/** Gives the core's answer where it could not start; the page says so and keeps its printed numbers.
 * @param more what is asked for beside an evaluation of the settings */
export async function mount<Drawing extends Live>(
  host: EngineHost,
  data: ClaimData,
  draw: (store: Store, lang: Lang) => Drawing,
  more: (drawing: Drawing) => Partial<EvaluateRequest>,
): Promise<Mounted<Drawing> | Answer> {
  const lang = pageLang();
  const claim = claimOf(data);

  const engine = await EngineClient.start(host, { footing: 1, prepared: data.prepared });
  if (!(engine instanceof EngineClient)) {
    sayFailed(lang);
    return engine;
  }

  const store: Store = new Store(claim.id, engine, (request) => ({
    evaluate: { ...request, ...more(drawing) },
    solve: solveRequest(claim, request),
    also: populationRequests(data, request).map((population) => population.request),
  }));
  const drawing = draw(store, lang);
  const decoded = await engine.link(linkText({ lang, claim: claim.id, revision: data.revision }));
  const known = decoded.request?.claim === claim.id ? decoded.request : null;
  store.subscribe(() => drawing.schedule());
  if (isView(decoded.view)) store.show(decoded.view);
  await store.open(known ? settingsOf(known) : kUnchanged, [...decoded.errors, ...decoded.notices]);
  listen(store, defaultScenario(claim));
  return { store, engine, drawing };
}

/** Where text is written, undoing is the browser's. */
function inText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("textarea, input:not([type=range])");
}

function listen(store: Store, own: string): void {
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
  // A link to the same page pasted into the address bar changes only what follows `#`.
  window.addEventListener("hashchange", () => {
    if (location.hash.includes("=")) location.reload();
  });
}
