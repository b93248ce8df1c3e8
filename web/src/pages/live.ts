/** Draws a state of the page: what a reader sees while moving a slider, at once, together, and only where it changed.
 * What the page, the frame and the single file have in common; drawing.ts has the rest of the page. */
import type { FootingInput } from "../components/footing_input";
import type { FootingError, Lang } from "../engine/types";
import { messages } from "../messages";
import { queryOf, settingsIn, showLink } from "../state/location";
import { subjectOf, type PageState, type Store } from "../state/store";
import { inputLabel, type ClaimData, type View } from "./data";
import { html, type Markup } from "./html";
import { ofPopulation, populationRequests } from "./populations";
import { word } from "./words";

/** At most a hundred replacements of the address in half a minute: browsers refuse more. */
const kRestMs = 300;
const kSpeakAfterMs = 900;
/** So long a page that is opening may stand still; then a reader's hand has its turn. */
const kPieceMs = 8;

export class Live {
  protected scheduled = false;
  private readonly printed = new Map<Element, string>();
  private readonly keys = new Map<Element, string>();
  private rest: ReturnType<typeof setTimeout> | undefined;
  private speaking: ReturnType<typeof setTimeout> | undefined;
  private pieces: (() => void)[] = []; // what is still to be drawn of the first picture
  protected drawn: View | null = null;

  /** @param parts what follows the settings, by the name in `data-part`
   * @param lineOf the words of a problem; null while they are on their way */
  constructor(
    protected readonly store: Store,
    protected readonly site: { data: ClaimData; root: string | null },
    readonly language: Lang,
    private readonly parts: Record<string, (view: View) => Markup>,
    private readonly lineOf: (problem: FootingError) => string | null,
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
    do await new Promise(requestAnimationFrame);
    while (this.scheduled || this.pieces.length > 0);
  }

  private draw(state: PageState): void {
    if (!state.answer) return;
    const { language: lang, site } = this;
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
    for (const [name, part] of Object.entries(this.parts))
      for (const element of document.querySelectorAll(`[data-part="${name}"]`)) this.print(element, part(view));
    const pieces = this.controls(state, view);
    pieces.push(() => {
      this.drawNotices(state);
      this.drawMine(state);
      this.drawMore(view);
      this.drawKeys();
    });
    clearTimeout(this.rest);
    this.pieces = []; // all of it is drawn now
    if (first) return this.drawInPieces([...pieces, () => this.drawRest(view, true)]);
    for (const piece of pieces) piece();
    if (same)
      this.drawRest(view, false); // the same once more: something that was loaded is there
    else this.rest = setTimeout(() => this.drawRest(view, false), kRestMs);
  }

  /** What a page opens with is drawn a little at a time, from the top; what follows a hand, in one frame. */
  private drawInPieces(pieces: (() => void)[]): void {
    this.pieces = pieces;
    const draw = (): void => {
      const until = performance.now() + kPieceMs;
      while (this.pieces === pieces && pieces.length > 0) {
        pieces.shift()?.();
        if (performance.now() >= until) break;
      }
      if (this.pieces === pieces && pieces.length > 0) setTimeout(draw);
    };
    draw();
  }

  /** A sign is explained as long as it is drawn, in the part of the page that its key stands in. */
  protected drawKeys(): void {
    for (const line of document.querySelectorAll<HTMLElement>("[data-sign]"))
      line.hidden = !line.closest("section, .first, main")?.querySelector(line.dataset.sign ?? "");
  }

  /** What else moves with a slider. */
  protected drawMore(_view: View): void {}

  /** What draws each control, where it changed, from the top of the page. */
  protected controls(state: PageState, view: View): (() => void)[] {
    const { answer } = view;
    return [...document.querySelectorAll<FootingInput>("footing-input")].map((element) => () => {
      const id = element.dataset.input ?? "";
      const input = answer.inputs.find((candidate) => candidate.id === id);
      if (element.hidden !== (input === undefined)) element.hidden = input === undefined;
      if (!input) return;
      const error = this.problemOf(state, id);
      element.view = view;
      if (this.changed(element, { ...input, moves: null, swing: null, error })) element.show(view, input, error);
    });
  }

  /** What is wrong with an input, a bundle, the scenario; "" for nothing. */
  protected problemOf({ errors, notices }: PageState, id: string): string {
    const own = [...errors, ...notices].filter((problem) => subjectOf(problem) === id);
    return own.map((problem) => this.lineOf(problem) ?? "").join(" ");
  }

  protected changed(element: Element, shown: unknown): boolean {
    const key = JSON.stringify(shown);
    if (this.keys.get(element) === key) return false;
    this.keys.set(element, key);
    return true;
  }

  /** What nobody looks at while a slider moves. */
  protected drawRest({ answer: { link, changed } }: View, first: boolean): void {
    // The address of a frame is what the embedding page gave it.
    const ours = window.parent === window;
    if (ours && (!first || changed || location.search || location.hash)) showLink(link);
    this.carryQuery(link);
    this.speak();
  }

  protected print(element: Element, part: Markup): void {
    const before = this.printed.get(element);
    if (before === part.text) return;
    this.printed.set(element, part.text);
    element.innerHTML = part.text;
  }

  /** Everything that could not be used, in one place too: the control it is about may be far below. */
  private drawNotices(state: PageState): void {
    const { language: lang } = this;
    const m = messages[lang].notice;
    const bar = document.getElementById("notices");
    const lines = state.notices.map((problem) => ({ problem, text: this.lineOf(problem) }));
    if (!bar || lines.some(({ text }) => text === null)) return;
    this.print(
      bar,
      lines.length === 0
        ? html``
        : html`<div class="notice">
            <p><strong>${m.title}</strong></p>
            <ul>
              ${lines.map(({ problem, text }) => html`<li>${this.nameOf(problem)}${text}</li>`)}
            </ul>
            <button type="button" data-do="dismiss">${m.dismiss}</button>
          </div>`,
    );
  }

  /** The input a problem is about, in front of it. */
  private nameOf(problem: FootingError): Markup {
    const { language: lang, site } = this;
    const id = subjectOf(problem);
    if (!this.store.current.answer?.inputs.some((input) => input.id === id)) return html``;
    return html`<strong>${inputLabel(site.data, id, lang)}</strong> · `;
  }

  /** The mark that these are somebody's settings, with the ways back. At the foot of the window: nothing moves. The
   * buttons stay where they are, so that a keyboard stays on them. */
  private drawMine(state: PageState): void {
    const mine = document.getElementById("mine");
    if (!mine || !state.answer) return;
    const changed = settingsIn(state.answer.link) !== ""; // by samples and scenario too, which move digits as well
    const { past, future } = state;
    const shown = changed || past.length > 0 || future.length > 0;
    if (mine.hidden === shown) {
      mine.hidden = !shown;
      document.body.classList.toggle("has-mine", shown);
    }
    if (!shown) return;
    const { language: lang } = this;
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

  /** The same settings in another language and in the full page. */
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
    }, kSpeakAfterMs - kRestMs);
  }
}
