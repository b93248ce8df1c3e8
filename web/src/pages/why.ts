/** Keeps the parts that say why in step with the reader's settings. Loaded with the module of details once a reader has
 * changed something: what an unmoved page shows of them stands in it already. */
import { DetailClient } from "../engine/detail";
import { detailHost } from "../engine/host_detail";
import type { Asked } from "../engine/calls";
import type { Answer, ExplainAnswer } from "../engine/types";
import type { ClaimData, View } from "./data";
import type { Markup } from "./html";
import { moves } from "./moves";
import { bundleNeed, needChart, needLine } from "./needs";
import { whyRequests } from "./why_requests";

interface Part {
  asked: Asked;
  draw(answer: Answer): void;
}

export class Why {
  private readonly client: Promise<DetailClient | Answer>;
  private shown: View["answer"] | null = null;

  constructor(data: ClaimData) {
    this.client = DetailClient.start(detailHost, { footing: 1, prepared: data.prepared });
  }

  /** Works out the parts for a view; what was asked for an earlier one is dropped. True when all of them are on the page,
   * null where another view was wanted before that. */
  async show(view: View): Promise<boolean | null> {
    if (this.shown === view.answer) return null;
    this.shown = view.answer;
    const client = await this.client;
    if (this.shown !== view.answer) return null;
    if (!(client instanceof DetailClient)) return false;
    const parts = this.parts(view);
    let whole = true;
    const complete = await client.update(
      parts.map(({ asked }) => asked),
      (i, answer) => {
        if (answer.ok) parts[i]?.draw(answer);
        else whole = false;
      },
    );
    return complete ? whole : null;
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
    const compact = element.closest("[compact]") !== null;
    const content =
      why === "need-bundle"
        ? bundleNeed(view, need, answer)
        : input && (why === "need" ? needChart(view, input, answer, compact) : needLine(view, input, answer));
    if (content) element.innerHTML = content.text;
  }
}

/** What a reader has unfolded stays so. */
function print(selector: string, content: Markup): void {
  for (const element of document.querySelectorAll(selector)) {
    const open = element.querySelector("details")?.open;
    element.innerHTML = content.text;
    const details = element.querySelector("details");
    if (details && open) details.open = true;
  }
}
