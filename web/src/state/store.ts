/** One state object for the page: settings in, the core's answer out, and what could not be used along the way. */
import type { EngineClient, Update } from "../engine/client";
import type { EvaluateAnswer, EvaluateRequest, FootingError, SolveAnswer } from "../engine/types";
import { kUnchanged, requestOf, sameSettings, without, type Settings } from "./settings";

export interface PageState {
  settings: Settings;
  answer: EvaluateAnswer | null; // the last good one; null until the core has given one
  solve: SolveAnswer | null;
  also: EvaluateAnswer[]; // for other populations, in the order they were asked for
  notices: FootingError[]; // parts of the link that could not be used
  errors: FootingError[]; // why the last change could not be used
  past: Settings[];
}

/** The input or bundle an error is about: the last part of "/set/pue", "/request/set/pue", "?pue". */
export function subjectOf(error: FootingError): string {
  return (
    error.path
      .split(/[/?#=&]/)
      .filter(Boolean)
      .at(-1) ?? ""
  );
}

export class Store {
  private state: PageState;
  private readonly listeners = new Set<(state: PageState) => void>();
  private wanted: Settings;
  private gesture: string | null = null;

  constructor(
    private readonly claim: string,
    private readonly engine: EngineClient,
    private readonly work: (request: EvaluateRequest) => Update,
  ) {
    this.state = {
      settings: kUnchanged,
      answer: null,
      solve: null,
      also: [],
      notices: [],
      errors: [],
      past: [],
    };
    this.wanted = kUnchanged;
  }

  get current(): PageState {
    return this.state;
  }

  /** The request that gave the current answer, as it was asked. */
  get asked(): EvaluateRequest {
    return requestOf(this.claim, this.state.settings);
  }

  /** What the reader asked for last; ahead of `current.settings` while the core is working. */
  get target(): Settings {
    return this.wanted;
  }

  subscribe(listener: (state: PageState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Opens a link: what the core read in it. A part that cannot be used becomes a notice, the rest still works. */
  async open(settings: Settings, notices: FootingError[]): Promise<void> {
    let usable = settings;
    const unusable: FootingError[] = [];
    for (let round = 0; round < 3; ++round) {
      const errors = await this.apply(usable, notices.concat(unusable));
      if (errors.length === 0) return;
      unusable.push(...errors);
      const bad = errors.map(subjectOf).filter((id) => id in usable.set);
      usable = bad.length > 0 && round === 0 ? without(usable, bad) : kUnchanged;
    }
  }

  /** A change by the reader. Changes of one `gesture` (a slider being dragged) are undone together. */
  async change(settings: Settings, gesture: string | null = null): Promise<void> {
    if (sameSettings(settings, this.wanted)) return;
    const before = this.wanted;
    const record = gesture === null || gesture !== this.gesture;
    this.gesture = gesture;
    this.wanted = settings;
    if (record) this.state = { ...this.state, past: [...this.state.past.slice(-49), before] };
    await this.apply(settings, this.state.notices);
  }

  endGesture(): void {
    this.gesture = null;
  }

  async undo(): Promise<void> {
    const previous = this.state.past.at(-1);
    if (!previous) return;
    this.gesture = null;
    this.state = { ...this.state, past: this.state.past.slice(0, -1) };
    await this.apply(previous, this.state.notices);
  }

  /** The same settings once more: what is asked for beside them has changed. */
  async again(): Promise<void> {
    await this.apply(this.wanted, this.state.notices);
  }

  clearNotices(): void {
    this.publish({ notices: [], errors: [] });
  }

  private async apply(settings: Settings, notices: FootingError[]): Promise<FootingError[]> {
    this.wanted = settings;
    const updated = await this.engine.update(this.work(requestOf(this.claim, settings)));
    if (!updated) return []; // overtaken
    if (!updated.evaluate.ok) {
      // The last good picture stays; the reason is shown beside the control.
      if (this.wanted === settings) this.wanted = this.state.settings;
      this.publish({ notices, errors: updated.evaluate.errors });
      return updated.evaluate.errors;
    }
    const found = [...notices];
    for (const notice of updated.evaluate.notices)
      if (!found.some((other) => other.code === notice.code && other.path === notice.path)) found.push(notice);
    this.publish({
      settings,
      answer: updated.evaluate,
      solve: updated.solve,
      also: updated.also,
      notices: found,
      errors: [],
    });
    return [];
  }

  private publish(change: Partial<PageState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener(this.state);
  }
}
