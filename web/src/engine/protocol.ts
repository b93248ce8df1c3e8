/** What the page and the worker say to each other. Text crosses, as it does at the core's own boundary; calls that belong
 * together go and come back in one message, so that the page draws their answers in one frame. */
export interface Call {
  name: string;
  text: string;
}

export type ToWorker = { kind: "start"; binary: ArrayBuffer } | { kind: "calls"; id: number; calls: Call[] };

export type FromWorker =
  { kind: "ready" } | { kind: "failed"; message: string } | { kind: "answers"; id: number; answers: string[] };
