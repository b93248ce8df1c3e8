/** Keeps the parts that say why in step with the reader's settings. Loaded with the module of details once a reader has
 * changed something or opened the details: what an unmoved page shows of the other parts stands in it already. */
import { DetailClient } from "../engine/detail";
import { detailHost } from "../engine/host_detail";
import type { Asked } from "../engine/calls";
import type { Answer, ExplainAnswer, SweepAnswer } from "../engine/types";
import type { ClaimData, View } from "./data";
import type { Markup } from "./html";
import { moves } from "./moves";
import { bundleNeed, needChart, needLine } from "./needs";
import { firstChoice, sweepable, sweeps, type Chosen } from "./sweeps";
import { whyRequests } from "./why_requests";

interface Part {
  asked: Asked;
  draw(answer: Answer): void;
}

export class Why {
  private readonly client: Promise<DetailClient | Answer>;
  private view: View | null = null;
  private drawing: Promise<boolean | null> = Promise.resolve(null);
  private moved: string | null = null; // the input that the reader changed last
  private readonly flat = new Set<string>(); // outputs that are the same along what is shown by itself
  private chosen: Chosen | null = null; // by the reader, of the sweep

  constructor(data: ClaimData) {
    this.client = DetailClient.start(detailHost, { footing: 1, prepared: data.prepared });
    document.addEventListener("change", (event) => this.choose(event.target));
  }

  /** Works out the parts for a view; what was asked for an earlier one is dropped. True when all of them are on the page,
   * null where another view was wanted before that. */
  async show(view: View): Promise<boolean | null> {
    if (this.view?.answer === view.answer) return null;
    this.moved = movedBetween(this.view, view) ?? this.moved;
    this.view = view;
    const client = await this.client;
    if (this.view !== view) return null;
    if (!(client instanceof DetailClient)) return false;
    this.draw(client, view);
    for (;;) {
      const { drawing } = this;
      const whole = await drawing;
      if (this.view !== view) return null;
      if (drawing === this.drawing) return whole; // else another choice took its place
    }
  }

  private draw(client: DetailClient, view: View): void {
    const parts = this.parts(view);
    let whole = true;
    this.drawing = client
      .update(
        parts.map(({ asked }) => asked),
        (i, answer) => {
          if (answer.ok) parts[i]?.draw(answer);
          else whole = false;
        },
      )
      .then((complete) => (complete ? whole : null));
  }

  /** The same settings once more, for another choice. */
  private again(view: View): void {
    void this.client.then((client) => {
      if (client instanceof DetailClient && this.view === view) this.draw(client, view);
    });
  }

  /** The reader chose what the curve is of. */
  private choose(target: EventTarget | null): void {
    const { view } = this;
    const name = target instanceof HTMLSelectElement ? target.dataset.sweep : undefined;
    if (!view || name === undefined) return;
    const value = (target as HTMLSelectElement).value;
    const now = this.chosenFor(view);
    this.chosen =
      name === "output" ? { input: now?.input ?? "", output: value } : { output: now?.output ?? "", input: value };
    this.again(view);
  }

  /** What the reader chose, else the input that was moved last, else the one the claim turns on. */
  private chosenFor(view: View): Chosen | null {
    const first = firstChoice(view, this.flat);
    const wanted = this.chosen ?? (first && this.moved !== null ? { ...first, input: this.moved } : first);
    if (!wanted) return null;
    const inputs = sweepable(view, wanted.output);
    return inputs.some(({ id }) => id === wanted.input)
      ? wanted
      : inputs[0]
        ? { ...wanted, input: inputs[0].id }
        : first;
  }

  private sweepOf(view: View): Part[] {
    const place = document.querySelector('[data-why="sweep"]');
    const chosen = place?.closest("details")?.open ? this.chosenFor(view) : null;
    if (!chosen) return [];
    const { claim, scenario, set, samples, seed } = view.answer.request;
    return [
      {
        asked: ["sweep", { claim, scenario, set, samples, seed, ...chosen }],
        draw: (answer) => {
          print('[data-why="sweep"]', sweeps(view, chosen, answer as SweepAnswer));
          if (!this.chosen && isFlat(answer as SweepAnswer)) this.passOver(view, chosen.output);
        },
      },
    ];
  }

  /** A curve that nobody asked for and that says nothing gives way to the next output's. */
  private passOver(view: View, output: string): void {
    if (this.flat.has(output) || this.flat.size + 1 >= view.answer.outputs.length) return;
    this.flat.add(output);
    this.again(view);
  }

  private parts(view: View): Part[] {
    const requests = whyRequests(view.data, view.answer.request);
    const needs = requests.needs
      ? [
          {
            asked: ["explain", requests.needs] as const,
            draw: (answer: Answer) => drawNeeds(view, answer as ExplainAnswer),
          },
        ]
      : [];
    return [
      ...needs,
      ...this.sweepOf(view),
      {
        asked: ["explain", requests.moves],
        draw: (answer) => print('[data-why="moves"]', moves(view, answer as ExplainAnswer)),
      },
    ];
  }
}

function drawNeeds(view: View, answer: ExplainAnswer): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-need]")) {
    const { why, need = "" } = element.dataset;
    const input = view.answer.inputs.find((candidate) => candidate.id === need);
    const content =
      why === "need-bundle"
        ? bundleNeed(view, need, answer)
        : input && (why === "need" ? needChart(view, input, answer) : needLine(view, input, answer));
    if (content) element.innerHTML = content.text;
  }
}

const isFlat = ({ points }: SweepAnswer): boolean =>
  points.every(
    ({ central }) => central === null || Math.abs(central - (points[0]?.central ?? 0)) <= 1e-9 * Math.abs(central),
  );

/** The input whose setting differs between two views. */
function movedBetween(before: View | null, after: View): string | null {
  if (!before) return null;
  const [a, b] = [before.answer.request.set, after.answer.request.set];
  const ids = after.answer.inputs.map(({ id }) => id);
  return ids.find((id) => a[id] !== b[id]) ?? null;
}

/** What a reader has unfolded stays so, and the choice in hand stays in hand. */
function print(selector: string, content: Markup): void {
  for (const element of document.querySelectorAll(selector)) {
    const open = element.querySelector("details")?.open;
    const active = document.activeElement;
    const held = active instanceof HTMLElement && element.contains(active) ? active.dataset.sweep : undefined;
    element.innerHTML = content.text;
    if (held !== undefined) element.querySelector<HTMLElement>(`[data-sweep="${held}"]`)?.focus();
    const details = element.querySelector("details");
    if (details && open) details.open = true;
  }
}
