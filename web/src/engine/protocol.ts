/** What the page and the worker say to each other. Text crosses, as it does at the core's own boundary. */
export type ToWorker =
  { kind: "start"; binary: ArrayBuffer } | { kind: "call"; id: number; name: string; text: string };

export type FromWorker =
  | { kind: "ready" }
  | { kind: "failed"; message: string }
  | { kind: "answer"; id: number; json: string; samples: Float64Array | null };
