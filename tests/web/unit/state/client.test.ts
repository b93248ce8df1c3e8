import { describe, expect, it } from "vitest";
import { EngineClient, type EngineHost } from "../../../../web/src/engine/client";
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
});
