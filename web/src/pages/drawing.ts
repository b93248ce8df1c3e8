/** Draws a state of the page. What a reader sees while moving a slider is drawn at once, together, and only where it
 * changed; the rest (tables that are closed, the link, the panel for sharing) follows when the slider rests. Code and
 * words that most visits never need are loaded when they are. */
import { FootingBundle, FootingScenario } from "../components/choices";
import type { FootingInput } from "../components/footing_input";
import type { FootingShare } from "../components/footing_share";
import type { FootingTake } from "../components/footing_take";
import type { FootingError, Lang } from "../engine/types";
import { messages } from "../messages";
import { Lazy } from "../state/lazy";
import { queryOf, showLink } from "../state/location";
import { subjectOf, type PageState, type Store } from "../state/store";
import type { Site } from "./controller";
import { inputLabel, startOf, type View } from "./data";
import { html, type Markup } from "./html";
import { detail, liveParts } from "./parts";
import { ofPopulation, populationRequests } from "./populations";
import type { Why } from "./why";
import { word } from "./words";

/** At most a hundred replacements of the address in half a minute: browsers refuse more. */
const kRestMs = 300;
const kSpeakAfterMs = 900;

const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

export class Drawing {
  private scheduled = false;
  private readonly printed = new Map<Element, string>();
  private readonly keys = new Map<Element, string>();
  private rest: ReturnType<typeof setTimeout> | undefined;
  private speaking: ReturnType<typeof setTimeout> | undefined;
  private drawn: View | null = null;
  private start: string | null = null; // what the page's notes were printed for
  private sharing = false;
  private asked = false; // for other settings than the page's own
  private reading = false; // a part that says why is on the screen, or asked for

  private readonly again = () => this.schedule();
  private readonly lines = new Lazy(() => import("./notices"), this.again);
  private readonly densities = new Lazy(() => import("./densities"), this.again);
  private readonly panel = new Lazy(
    () => Promise.all([import("../components/footing_share"), import("../components/footing_take")]),
    this.again,
  );
  private readonly notes = new Lazy(async () => {
    const [{ inputNotes }, files] = await Promise.all([import("./input_notes"), this.site.words()]);
    return { inputNotes, data: { ...this.site.data, files } };
  }, this.again);

  private readonly why = new Lazy<Why | null>(async () => {
    const part = await this.site.why?.();
    return part ? new part.Why(this.site.data) : null;
  }, this.again);
  private readonly newest = new Lazy(async () => {
    const { Newest } = await import("./newer");
    return this.site.newest ? Newest.start(this.site.host, this.site.newest) : null;
  }, this.again);
  private compared = false;

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

  /** Settles when everything that was asked for is on the page. */
  async settled(): Promise<void> {
    do {
      await new Promise(requestAnimationFrame);
      await Promise.all(
        [this.lines, this.densities, this.panel, this.notes, this.newest].map((lazy) => lazy.settled()),
      );
    } while (this.scheduled);
  }

  /** Shows the panel for sharing: the reader is on the way to it. */
  share(): void {
    this.sharing = true;
    this.schedule();
  }

  /** A part that says why is on the screen. */
  read(): void {
    this.reading = true;
    this.schedule();
  }

  get inDetail(): boolean {
    return document.querySelector<HTMLDetailsElement>("#detail details")?.open ?? false;
  }

  private draw(state: PageState): void {
    if (!state.answer) return;
    const { lang, site } = this;
    const same = this.drawn?.answer === state.answer;
    const view: View = same
      ? (this.drawn as View)
      : {
          lang,
          data: site.data,
          answer: state.answer,
          solve: state.solve,
          // As they were asked for: the core leaves out of its request what it could not use.
          populations: populationRequests(site.data, this.store.asked).map(({ label, request }, i) => ({
            label,
            answer: ofPopulation(request, state.also[i]),
          })),
          root: site.root,
        };
    const first = this.drawn === null;
    this.drawn = view;
    for (const [name, part] of Object.entries(liveParts))
      for (const element of document.querySelectorAll(`[data-part="${name}"]`)) this.print(element, part(view));
    this.drawControls(state, view);
    this.drawNotices(state);
    this.drawMine(state);
    if (this.inDetail) this.drawDetail(view);
    this.drawWhy(view);
    clearTimeout(this.rest);
    if (first || same)
      this.drawRest(view, first); // the same once more: something that was loaded is there
    else this.rest = setTimeout(() => this.drawRest(view, false), kRestMs);
  }

  private drawControls(state: PageState, view: View): void {
    const { lang } = this;
    const { answer } = view;
    const problems = [...state.errors, ...state.notices];
    const lines = problems.length > 0 ? this.lines.get() : null;
    const problemOf = (id: string): string => {
      const own = lines ? problems.filter((problem) => subjectOf(problem) === id) : [];
      return own.map((problem) => lines?.errorLine(problem, lang) ?? "").join(" ");
    };
    for (const element of document.querySelectorAll<FootingInput>("footing-input")) {
      const id = element.dataset.input ?? "";
      const input = answer.inputs.find((candidate) => candidate.id === id);
      if (element.hidden !== (input === undefined)) element.hidden = input === undefined;
      if (!input) continue;
      element.view = view;
      const error = problemOf(id);
      if (this.changed(element, { ...input, moves: null, swing: null, error })) element.show(view, input, error);
    }
    for (const element of document.querySelectorAll<FootingBundle | FootingScenario>(
      "footing-bundle, footing-scenario",
    )) {
      const error =
        element instanceof FootingBundle ? problemOf(element.bundle) : problemOf("_scenario") || problemOf("scenario");
      if (this.changed(element, [answer.scenario, answer.bundles, error])) element.show(view, error);
    }
  }

  private changed(element: Element, shown: unknown): boolean {
    const key = JSON.stringify(shown);
    if (this.keys.get(element) === key) return false;
    this.keys.set(element, key);
    return true;
  }

  private drawDetail(view: View): void {
    const charts = view.answer.outputs.some((output) => output.density) ? this.densities.get() : null;
    for (const element of document.querySelectorAll("[data-densities]"))
      if (charts) this.print(element, charts.densities(view));
    for (const element of document.querySelectorAll('[data-part="detail"]')) this.print(element, detail(view, true));
  }

  /** What stands printed in the parts that say why is for the published settings; for others the module of details works
   * them out. It is not loaded before that, or before the details are opened: on a connection that saves data not before one of those parts is on the screen. */
  private drawWhy(view: View): void {
    const main = document.getElementById("main");
    if (!main || !document.querySelector("[data-why]")) return;
    const own = queryOf(view.answer.link) === "";
    const state = (as: string): void => {
      if (this.drawn?.answer === view.answer) main.dataset.shown = as;
    };
    if (own && !this.asked && !this.inDetail) return;
    this.asked = true;
    if (main.dataset.shown !== "live") state(own ? "live" : "stale");
    if (!this.reading && !this.inDetail && savesData()) return;
    void this.why
      .get()
      ?.show(view)
      .then((shown) => shown === null || state(shown ? "live" : own ? "live" : "stale"));
  }

  /** What nobody looks at while a slider moves. */
  private drawRest(view: View, first: boolean): void {
    const { site } = this;
    const { link, changed } = view.answer;
    this.drawDetail(view);
    this.drawNotes(view);
    this.drawNewest(view);
    if (this.sharing && this.panel.get())
      for (const element of document.querySelectorAll<FootingShare | FootingTake>("footing-share, footing-take")) {
        element.siteRoot = site.siteRoot;
        if ("words" in element) element.words = () => site.words();
        element.view = view;
      }
    if (!first || changed || location.search || location.hash) showLink(link);
    this.carryQuery(link);
    this.speak();
  }

  /** The notes behind inputs stand in the page; they are others where the reader starts from other settings. */
  private drawNotes(view: View): void {
    const start = startOf(view.answer);
    this.start ??= document.getElementById("main")?.dataset.start ?? start;
    if (start === this.start) return;
    const notes = this.notes.get();
    if (!notes) return;
    this.start = start;
    const full = { ...view, data: notes.data };
    for (const element of document.querySelectorAll<HTMLElement>("[data-notes]")) {
      const input = view.answer.inputs.find((candidate) => candidate.id === element.dataset.notes);
      if (input) this.print(element, notes.inputNotes(full, input));
    }
  }

  /** Beside an older revision, what the newest gives for the same settings; for the page's own the build has printed it. */
  private drawNewest(view: View): void {
    const place = document.querySelector("[data-both]");
    if (!place || !this.site.newest || !(this.compared || view.answer.changed)) return;
    this.compared = true;
    void this.newest
      .get()
      ?.beside(view)
      .then((both) => {
        if (this.drawn?.answer === view.answer) this.print(place, both);
      });
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
    const lines = state.notices.length > 0 ? this.lines.get() : null;
    if (!bar || (!lines && state.notices.length > 0)) return;
    this.print(
      bar,
      lines === null
        ? html``
        : html`<div class="notice">
            <p><strong>${m.title}</strong></p>
            <ul>
              ${state.notices.map((problem) => html`<li>${this.nameOf(problem)}${lines.errorLine(problem, lang)}</li>`)}
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

  /** The mark that these are somebody's settings, with the ways back. At the foot of the window: nothing moves. The
   * buttons stay where they are, so that a keyboard stays on them. */
  private drawMine(state: PageState): void {
    const mine = document.getElementById("mine");
    if (!mine || !state.answer) return;
    const { changed } = state.answer;
    const { past, future } = state;
    const shown = changed || past.length > 0 || future.length > 0;
    if (mine.hidden === shown) {
      mine.hidden = !shown;
      document.body.classList.toggle("has-mine", shown);
    }
    if (!shown) return;
    const { lang } = this;
    const does = { undo: past.length > 0, redo: future.length > 0, reset: changed };
    const names = { undo: word(lang, "undo"), redo: word(lang, "redo"), reset: word(lang, "reset_all") };
    const all = Object.keys(does) as (keyof typeof does)[];
    this.print(
      mine,
      html`<span class="mine-mark"></span
        ><span class="mine-do">${all.map((id) => html`<button type="button" data-do="${id}">${names[id]}</button>`)}</span>`,
    );
    const [mark, buttons] = mine.children;
    if (mark) mark.textContent = changed ? word(lang, "changed_long") : "";
    all.forEach((id, i) => buttons?.children[i]?.setAttribute("aria-disabled", String(!does[id])));
  }

  /** The same settings in another language, in the full page, in a challenge. */
  private carryQuery(link: string): void {
    const query = queryOf(link);
    for (const anchor of document.querySelectorAll<HTMLAnchorElement>("a[data-language], a[data-full]")) {
      const [path = ""] = (anchor.getAttribute("href") ?? "").split("?");
      anchor.setAttribute("href", path + query);
    }
    const printed = document.querySelector("[data-permalink]"); // the address on paper
    if (printed) printed.textContent = (this.site.siteRoot ?? "") + `${this.lang}/${link}`;
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
    }, kSpeakAfterMs - kRestMs);
  }
}
