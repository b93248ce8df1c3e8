/** Brings a page to life: the core started, the link opened, every change drawn in one frame. Used by the claim's
 * page, the embed and the single file, which differ in where the core and the data come from. */
import { FootingBundle, FootingScenario } from "../components/choices";
import { FootingInput } from "../components/footing_input";
import type { FootingShare } from "../components/footing_share";
import { EngineClient, type EngineHost } from "../engine/client";
import type { FootingError, Lang } from "../engine/types";
import { LANGS } from "../format";
import { messages } from "../messages";
import { linkText, queryOf, showLink } from "../state/location";
import { kUnchanged, settingsOf, without, withValue } from "../state/settings";
import { Store, subjectOf, type PageState } from "../state/store";
import { claimOf, defaultScenario, inputLabel, solveRequest, type ClaimData, type View } from "./data";
import { html, type Markup } from "./html";
import { errorLine } from "./notices";
import { liveParts } from "./parts";
import { populationRequests } from "./populations";
import { word } from "./words";

export interface Site {
  host: EngineHost;
  data: ClaimData;
  root: string | null; // relative path to the site's root
  siteRoot: string | null; // absolute address of the site's root, for links to hand on
}

const kSpeakAfterMs = 900;

export async function mount(site: Site): Promise<void> {
  const { data } = site;
  const documentLang = document.documentElement.lang;
  const lang: Lang = LANGS.find((one) => one === documentLang) ?? "en";
  const claim = claimOf(data);
  const place = { lang, claim: claim.id, revision: data.revision };

  const engine = await EngineClient.start(site.host, { footing: 1, prepared: data.prepared });
  if (!(engine instanceof EngineClient)) {
    notice(html`<p>${messages[lang].first.failed}</p>`);
    document.documentElement.dataset.footing = "failed";
    return;
  }

  const store = new Store(claim.id, engine, (request) => ({
    evaluate: request,
    solve: solveRequest(claim, request),
    also: populationRequests(data, request).map((population) => population.request),
  }));
  const page = new Page(store, site, lang);
  const decoded = await engine.link(linkText(place));
  const known = decoded.request?.claim === claim.id ? decoded.request : null;
  store.subscribe(() => page.schedule());
  await store.open(known ? settingsOf(known) : kUnchanged, [...decoded.errors, ...decoded.notices]);

  page.listen();
  // Ready means drawn: the answer's frame has passed and the elements in it have rendered.
  await new Promise(requestAnimationFrame);
  await Promise.all([...document.querySelectorAll<FootingInput>("footing-input")].map((one) => one.updateComplete));
  document.documentElement.dataset.footing = "ready";
}

class Page {
  private scheduled = false;
  private readonly printed = new Map<Element, string>();
  private speaking: ReturnType<typeof setTimeout> | undefined;
  private first = true;

  constructor(
    private readonly store: Store,
    private readonly site: Site,
    private readonly lang: Lang,
  ) {}

  /** Draws once a frame, whatever happened in it. */
  schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      this.draw(this.store.current);
    });
  }

  private draw(state: PageState): void {
    if (!state.answer) return;
    const { lang, site } = this;
    const view: View = {
      lang,
      data: site.data,
      answer: state.answer,
      solve: state.solve,
      populations: populationRequests(site.data, state.answer.request).map(({ label }, i) => ({
        label,
        answer: state.also[i]?.ok ? state.also[i] : null,
      })),
      root: site.root,
    };
    for (const element of document.querySelectorAll<HTMLElement>("[data-part]")) {
      const part = liveParts[element.dataset.part ?? ""];
      if (part) this.print(element, part(view));
    }
    const problems = [...state.errors, ...state.notices];
    const problemOf = (id: string): string => {
      const own = problems.filter((problem) => subjectOf(problem) === id);
      return own.map((problem) => errorLine(problem, lang)).join(" ");
    };
    for (const element of document.querySelectorAll<FootingInput>("footing-input")) {
      const id = element.dataset.input ?? "";
      const input = state.answer.inputs.find((candidate) => candidate.id === id);
      element.hidden = input === undefined;
      if (!input) continue;
      element.error = problemOf(id);
      element.view = view;
      element.input = input;
    }
    for (const element of document.querySelectorAll<FootingBundle>("footing-bundle")) {
      element.error = problemOf(element.bundle);
      element.view = view;
    }
    for (const element of document.querySelectorAll<FootingScenario>("footing-scenario")) {
      element.error = problemOf("_scenario") || problemOf("scenario");
      element.view = view;
    }
    for (const element of document.querySelectorAll<FootingShare>("footing-share")) {
      element.siteRoot = site.siteRoot;
      element.view = view;
    }
    this.drawNotices(state);
    this.drawMine(state);
    if (!this.first || state.answer.changed || location.search || location.hash) showLink(state.answer.link);
    this.first = false;
    this.carryQuery(state.answer.link);
    this.speak();
  }

  private print(element: Element, part: Markup): void {
    const before = this.printed.get(element);
    if (before === part.text) return;
    this.printed.set(element, part.text);
    element.innerHTML = part.text;
  }

  /** Everything that could not be used, in one place too: the control it is about may be far below. */
  private drawNotices(state: PageState): void {
    const { lang } = this;
    const m = messages[lang].notice;
    const bar = document.getElementById("notices");
    if (!bar) return;
    this.print(
      bar,
      state.notices.length === 0
        ? html``
        : html`<div class="notice">
            <p><strong>${m.title}</strong></p>
            <ul>
              ${state.notices.map((problem) => html`<li>${this.nameOf(problem)}${errorLine(problem, lang)}</li>`)}
            </ul>
            <button type="button" data-do="dismiss">${m.dismiss}</button>
          </div>`,
    );
  }

  /** The input a problem is about, in front of it. */
  private nameOf(problem: FootingError): Markup {
    const { lang, site } = this;
    const id = subjectOf(problem);
    if (!this.store.current.answer?.inputs.some((input) => input.id === id)) return html``;
    return html`<strong>${inputLabel(site.data, id, lang)}</strong> · `;
  }

  /** The mark that these are somebody's settings, with the ways back. At the foot of the window: nothing moves. */
  private drawMine(state: PageState): void {
    const mine = document.getElementById("mine");
    if (!mine || !state.answer) return;
    const shown = state.answer.changed || state.past.length > 0;
    mine.hidden = !shown;
    document.body.classList.toggle("has-mine", shown);
    const { lang } = this;
    this.print(
      mine,
      html`<span class="mine-mark">${state.answer.changed ? word(lang, "changed_long") : ""}</span
        ><span class="mine-do"
          ><button type="button" data-do="undo" ${state.past.length === 0 ? html` disabled` : ""}>
            ${word(lang, "undo")}</button
          ><button type="button" data-do="reset" ${state.answer.changed ? "" : html` disabled`}>
            ${word(lang, "reset_all")}
          </button></span
        >`,
    );
  }

  /** The same settings in another language, in the full page, in a challenge. */
  private carryQuery(link: string): void {
    const query = queryOf(link);
    for (const anchor of document.querySelectorAll<HTMLAnchorElement>("a[data-language], a[data-full]")) {
      const [path = ""] = (anchor.getAttribute("href") ?? "").split("?");
      anchor.setAttribute("href", path + query);
    }
  }

  private speak(): void {
    clearTimeout(this.speaking);
    const live = document.getElementById("live");
    const text = document.querySelector('[data-part="sentence"]')?.textContent ?? "";
    if (!live) return;
    if (live.dataset.said === undefined) {
      live.dataset.said = text; // what the page opened with is read with the page
      return;
    }
    if (live.dataset.said === text) return;
    this.speaking = setTimeout(() => {
      live.dataset.said = text;
      live.textContent = text;
    }, kSpeakAfterMs);
  }

  listen(): void {
    const { store } = this;
    const on = <T>(type: string, act: (detail: T) => void): void =>
      document.addEventListener(type, (event) => act((event as CustomEvent<T>).detail));
    on<{ id: string; text: string; gesture?: string | null }>("footing-change", ({ id, text, gesture }) => {
      void store.change(withValue(store.target, id, text), gesture ?? null);
    });
    on<{ id: string }>("footing-reset", ({ id }) => void store.change(without(store.target, [id])));
    on<{ id: string }>("footing-scenario", ({ id }) => this.start(id));
    on("footing-gesture-end", () => store.endGesture());
    document.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const action = target?.closest<HTMLElement>("[data-do]")?.dataset.do;
      if (action === "undo") void store.undo();
      if (action === "reset") void store.change(kUnchanged);
      if (action === "dismiss") store.clearNotices();
      const scenario = target?.closest<HTMLElement>("[data-scenario]")?.dataset.scenario;
      if (scenario) {
        event.preventDefault();
        this.start(scenario);
        document.getElementById("main")?.scrollIntoView();
      }
    });
    // A link to the same page pasted into the address bar changes only what follows `#`.
    window.addEventListener("hashchange", () => {
      if (location.hash.includes("=")) location.reload();
    });
  }

  private start(scenario: string): void {
    const own = defaultScenario(claimOf(this.site.data));
    void this.store.change({ ...kUnchanged, scenario: scenario === own ? null : scenario });
  }
}

function notice(content: Markup): void {
  const bar = document.getElementById("notices");
  if (bar) bar.innerHTML = html`<div class="notice">${content}</div>`.text;
}
