/** One state object for the page: settings in, the core's answer out, and what could not be used along the way. */
import type { EngineClient, Update } from "../engine/client";
import type { EvaluateAnswer, EvaluateRequest, FootingError, SolveAnswer } from "../engine/types";
import { withView } from "./location";
import { kUnchanged, requestOf, sameSettings, type Settings, without } from "./settings";

export interface PageState {
  settings: Settings;
  answer: EvaluateAnswer | null; // the last good one; null until the core has given one
  solve: SolveAnswer | null;
  also: EvaluateAnswer[]; // for other populations, in the order they were asked for
  notices: FootingError[]; // parts of the link that could not be used
  errors: FootingError[]; // why the last change could not be used
  past: Settings[];
  future: Settings[]; // what was undone, the next to redo last
  shown: string | null; // `_view` of the link: what is shown beside the figures
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

/** Settings without the parts that errors are about: inputs and bundles by their ids, else the part of that name. */
function withoutParts(settings: Settings, ids: readonly string[]): Settings {
  const rest = without(settings, ids);
  return {
    ...rest,
    scenario: ids.includes("_scenario") ? null : rest.scenario,
    samples: ids.includes("samples") ? null : rest.samples,
    seed: ids.includes("seed") ? null : rest.seed,
  };
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
      future: [],
      shown: null,
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
    const kRounds = 5; // the engine may judge one part after another
    for (let round = 1; round <= kRounds; ++round) {
      const errors = await this.apply(usable, notices.concat(unusable));
      if (errors.length === 0) return;
      unusable.push(...errors);
      const bad = errors.map(subjectOf);
      const rest = withoutParts(usable, bad);
      usable = sameSettings(rest, usable) || round + 1 === kRounds ? kUnchanged : rest;
    }
  }

  /** Opens a scenario that a reader brought, like a link; what was there before can be had back. */
  async load(settings: Settings, notices: FootingError[]): Promise<void> {
    this.remember();
    this.gesture = null;
    await this.open(settings, notices);
  }

  /** A change by the reader. Changes of one `gesture` (a slider being dragged) are undone together. */
  async change(settings: Settings, gesture: string | null = null): Promise<void> {
    if (sameSettings(settings, this.wanted)) return;
    const { past, future } = this.state;
    const record = gesture === null || gesture !== this.gesture;
    this.gesture = gesture;
    if (record) this.remember();
    const errors = await this.apply(settings, this.state.notices);
    // What could not be used has changed nothing: there is nothing to undo.
    if (record && errors.length > 0 && sameSettings(this.wanted, this.state.settings)) {
      this.gesture = null;
      this.publish({ past, future });
    }
  }

  /** What is wanted now becomes the past. */
  private remember(): void {
    this.state = { ...this.state, past: [...this.state.past.slice(-49), this.wanted], future: [] };
  }

  endGesture(): void {
    this.gesture = null;
  }

  async undo(): Promise<void> {
    const { past, future } = this.state;
    await this.step(past.at(-1), { past: past.slice(0, -1), future: [...future, this.wanted] });
  }

  async redo(): Promise<void> {
    const { past, future } = this.state;
    await this.step(future.at(-1), { past: [...past, this.wanted], future: future.slice(0, -1) });
  }

  private async step(to: Settings | undefined, history: Pick<PageState, "past" | "future">): Promise<void> {
    if (!to) return;
    this.gesture = null;
    this.state = { ...this.state, ...history };
    await this.apply(to, this.state.notices);
  }

  /** Shows something beside the figures, or (null) nothing: no digit moves by it, the link says it. */
  show(shown: string | null): void {
    if (shown === this.state.shown) return;
    const { answer } = this.state;
    this.publish({ shown, answer: answer && { ...answer, link: withView(answer.link, shown) } });
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
      answer: { ...updated.evaluate, link: withView(updated.evaluate.link, this.state.shown) },
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
