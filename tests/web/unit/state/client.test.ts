import { describe, expect, it } from "vitest";
import { EngineClient, type EngineHost } from "../../../../web/src/engine/client";
import type { ToWorker } from "../../../../web/src/engine/protocol";
import type { EvaluateAnswer } from "../../../../web/src/engine/types";

/** A host without workers whose core answers with what it was asked, or with rubbish. */
function host(reply: (name: string, text: string) => string): EngineHost {
  return {
    binary: async () => new ArrayBuffer(0),
    worker: () => {
      throw new Error("no workers here");
    },
    inline: async () => async () => ({ call: (name, text) => ({ json: reply(name, text), samples: null }) }),
  };
}

/** A host with a worker that answers with what it was asked and breaks at calls of one name. */
function throughWorker(messages: ToWorker[], breaksAt = ""): EngineHost {
  const worker = {
    onmessage: (_: { data: unknown }) => {},
    onerror: (_: { message: string }) => {},
    terminate: () => {},
    postMessage(message: ToWorker) {
      messages.push(message);
      queueMicrotask(() => {
        if (message.kind === "start") return worker.onmessage({ data: { kind: "ready" } });
        if (message.calls.some(({ name }) => name === breaksAt)) return worker.onerror({ message: "out of memory" });
        const answers = message.calls.map(({ name, text }) =>
          JSON.stringify({ ok: true, name, text: JSON.parse(text) }),
        );
        worker.onmessage({ data: { kind: "answers", id: message.id, answers } });
      });
    },
  };
  return { ...host(() => "{}"), worker: () => worker as unknown as Worker };
}

const files = { footing: 1, prepared: {} } as const;
const work = (claim: string) => ({ evaluate: { claim }, solve: null, also: [] });

describe("the engine's client", () => {
  it("falls back to the main thread where there is no worker", async () => {
    const engine = await EngineClient.start(
      host((name) => JSON.stringify({ ok: true, name })),
      files,
    );
    expect(engine).toBeInstanceOf(EngineClient);
  });
  it("drops an update that was overtaken while another ran: the latest wins", async () => {
    const asked: string[] = [];
    const engine = await EngineClient.start(
      host((name, text) => {
        if (name === "evaluate") asked.push((JSON.parse(text) as { claim: string }).claim);
        return JSON.stringify({ ok: true, claim: text });
      }),
      files,
    );
    if (!(engine instanceof EngineClient)) throw new Error("not started");
    const [first, second, third] = await Promise.all([
      engine.update(work("first")),
      engine.update(work("second")),
      engine.update(work("third")),
    ]);
    expect(first).not.toBeNull();
    expect(second).toBeNull();
    expect(third).not.toBeNull();
    expect(asked).toEqual(["first", "third"]);
  });
  it("gives failures as values", async () => {
    const engine = await EngineClient.start(
      host((name) => (name === "load" ? '{"ok":true}' : "not json")),
      files,
    );
    if (!(engine instanceof EngineClient)) throw new Error("not started");
    const updated = await engine.update(work("x"));
    const answer = updated?.evaluate as EvaluateAnswer;
    expect(answer.ok).toBe(false);
    expect(answer.errors[0]?.code).toBe("engine-unavailable");
  });
  it("gives the reason when the files do not load or the bytes cannot be had", async () => {
    const refused = await EngineClient.start(
      host(() => '{"ok":false,"errors":[]}'),
      files,
    );
    expect(refused).not.toBeInstanceOf(EngineClient);
    const broken: EngineHost = { ...host(() => "{}"), binary: async () => Promise.reject(new Error("offline")) };
    const failed = await EngineClient.start(broken, files);
    expect(failed).toMatchObject({ ok: false });
  });

  it("asks and hears once for an evaluation, its break-even and the other populations", async () => {
    const messages: ToWorker[] = [];
    const engine = await EngineClient.start(throughWorker(messages), files);
    if (!(engine instanceof EngineClient)) throw new Error("not started");
    messages.length = 0;
    const updated = await engine.update({
      evaluate: { claim: "x" },
      solve: { claim: "x", input: "pue" },
      also: [{ claim: "x", scenario: "other" }],
    });
    expect(messages).toHaveLength(1);
    const asked =
      messages[0]?.kind === "calls" ? messages[0].calls.map(({ name, text }) => [name, JSON.parse(text)]) : [];
    expect(asked).toEqual([
      ["evaluate", { claim: "x" }],
      ["evaluate", { claim: "x", scenario: "other" }],
      ["solve", { claim: "x", input: "pue" }],
    ]);
    expect(updated).toMatchObject({
      evaluate: { name: "evaluate", text: { claim: "x" } },
      also: [{ name: "evaluate", text: { scenario: "other" } }],
      solve: { name: "solve", text: { input: "pue" } },
    });
  });
  it("gives each of the calls that a broken worker was asked for a failure", async () => {
    const engine = await EngineClient.start(throughWorker([], "evaluate"), files);
    if (!(engine instanceof EngineClient)) throw new Error("not started");
    const work = { evaluate: { claim: "x" }, solve: { claim: "x", input: "pue" }, also: [{ claim: "x" }] };
    const updated = await engine.update(work);
    expect(updated?.evaluate.ok).toBe(false);
    expect(updated?.also.map((answer) => answer.errors[0]?.code)).toEqual(["engine-unavailable"]);
    expect(updated?.solve).toBeNull();
  });
});
