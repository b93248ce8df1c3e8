/** Draws a state of the claim's page: what all forms of it have in common (live.ts), the choices, the tables that are
 * mostly closed, the panel for sharing. Code and words that most visits never need are loaded when they are. */
import { FootingBundle, FootingScenario } from "../components/choices";
import type { FootingShare } from "../components/footing_share";
import type { FootingTake } from "../components/footing_take";
import type { Lang } from "../engine/types";
import { messages } from "../messages";
import { Lazy } from "../state/lazy";
import { countryOf, settingsIn } from "../state/location";
import type { PageState, Store } from "../state/store";
import type { Site } from "./controller";
import { startOf, type View } from "./data";
import { html } from "./html";
import { Live } from "./live";
import { detail, liveParts } from "./parts";
import type { Why } from "./why";

const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

export class Drawing extends Live {
  private start: string | null = null; // what the page's notes were printed for
  private sharing = false;
  private asked = false; // for other settings than the page's own
  private reading = false; // a part that says why is on the screen, or asked for

  private readonly again = () => this.schedule();
  private readonly lines: Lazy<typeof import("./notices")>;
  private readonly sum = new Lazy(() => import("./sum"), this.again);
  private readonly alike = new Lazy(async () => {
    const [{ like }, data] = await Promise.all([import("./like"), this.page.alike()]);
    return { like, data };
  }, this.again);
  private readonly densities = new Lazy(() => import("./densities"), this.again);
  private readonly panel = new Lazy(
    () => Promise.all([import("../components/footing_share"), import("../components/footing_take")]),
    this.again,
  );
  private readonly notes = new Lazy(async () => {
    const [{ inputNotes }, files] = await Promise.all([import("./input_notes"), this.page.words()]);
    return { inputNotes, data: { ...this.page.data, files } };
  }, this.again);

  private readonly why = new Lazy<Why | null>(async () => new (await this.page.why()).Why(this.page.data), this.again);
  private readonly newest = new Lazy(async () => {
    const { Newest } = await import("./newer");
    return this.page.newest ? Newest.start(this.page.host, this.page.newest) : null;
  }, this.again);
  private compared = false;

  constructor(
    store: Store,
    private readonly page: Site,
    lang: Lang,
  ) {
    const lines = new Lazy(
      () => import("./notices"),
      () => this.schedule(),
    );
    super(store, page, lang, liveParts, (problem) => lines.get()?.errorLine(problem, lang) ?? null);
    this.lines = lines;
  }

  override async settled(): Promise<void> {
    do {
      await super.settled();
      await Promise.all(
        [this.lines, this.sum, this.alike, this.densities, this.panel, this.notes, this.newest].map((lazy) =>
          lazy.settled(),
        ),
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

  protected override drawMore(view: View): void {
    if (this.inDetail) this.drawDetail(view);
    this.drawSum(view);
    this.drawLike(view);
    this.drawWhy(view);
  }

  /** Equivalents, for who turned them on. */
  private drawLike(view: View): void {
    const { shown } = this.store.current;
    const details = document.querySelector<HTMLDetailsElement>("[data-like]");
    if (!details || shown === null) return;
    details.open = true;
    const place = details.lastElementChild;
    const alike = this.alike.get();
    if (!place || (!alike && !this.alike.missing)) return;
    if (!alike) return this.print(place, html`<p class="notice">${messages[view.lang].first.failed}</p>`);
    const chosen = place.contains(document.activeElement);
    this.print(place, alike.like(view, alike.data, countryOf(shown)));
    if (chosen) place.querySelector("select")?.focus();
  }

  /** The sum stands printed for the published settings; what writes it for others comes with the first of them. */
  private drawSum(view: View): void {
    const place = document.querySelector<HTMLElement>('[data-part="derivation"]');
    if (!place || (settingsIn(view.answer.link) === "" && place.dataset.shown === undefined)) return;
    const sum = this.sum.get();
    if (sum || this.sum.missing) place.dataset.shown = sum ? "live" : "stale";
    if (sum) this.print(place, sum.derivation(view));
  }

  protected override controls(state: PageState, view: View): (() => void)[] {
    const { answer } = view;
    const choices = document.querySelectorAll<FootingBundle | FootingScenario>("footing-bundle, footing-scenario");
    return [
      ...super.controls(state, view),
      ...[...choices].map((element) => () => {
        const error =
          element instanceof FootingBundle
            ? this.problemOf(state, element.bundle)
            : this.problemOf(state, "_scenario") || this.problemOf(state, "scenario");
        if (this.changed(element, [answer.scenario, answer.bundles, error])) element.show(view, error);
      }),
    ];
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
    const own = settingsIn(view.answer.link) === "";
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
      .then((shown) => {
        if (shown === null) return;
        this.drawKeys();
        state(shown || own ? "live" : "stale");
      });
  }

  protected override drawRest(view: View, first: boolean): void {
    this.drawDetail(view);
    this.drawNotes(view);
    this.drawNewest(view);
    if (this.sharing && this.panel.get())
      for (const element of document.querySelectorAll<FootingShare | FootingTake>("footing-share, footing-take")) {
        element.siteRoot = this.page.siteRoot;
        if ("words" in element) element.words = () => this.page.words();
        element.view = view;
      }
    super.drawRest(view, first);
    const printed = document.querySelector("[data-permalink]"); // the address on paper
    if (printed) printed.textContent = (this.page.siteRoot ?? "") + `${view.lang}/${view.answer.link}`;
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
    if (!place || !this.page.newest || !(this.compared || view.answer.changed)) return;
    this.compared = true;
    void this.newest
      .get()
      ?.beside(view)
      .then((both) => {
        if (this.drawn?.answer === view.answer) this.print(place, both);
      });
  }
}
