import { describe, expect, it } from "vitest";
import type { EngineHost } from "../../../../web/src/engine/calls";
import { DetailClient } from "../../../../web/src/engine/detail";
import type { ToWorker } from "../../../../web/src/engine/protocol";

/** A worker that answers one message at a time, when it is told to. */
function slowWorker(): { host: EngineHost; asked: string[]; answer(): Promise<void> } {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const worker = {
    onmessage: (_: { data: unknown }) => {},
    onerror: () => {},
    terminate: () => {},
    postMessage(message: ToWorker) {
      const reply = (): void => {
        if (message.kind === "start") return worker.onmessage({ data: { kind: "ready" } });
        const answers = message.calls.map(({ name, text }) =>
          JSON.stringify({ ok: true, name, asked: JSON.parse(text) }),
        );
        worker.onmessage({ data: { kind: "answers", id: message.id, answers } });
      };
      if (message.kind === "calls" && message.calls[0]?.name !== "load") {
        asked.push(...message.calls.map(({ text }) => JSON.parse(text) as string));
        waiting.push(reply);
      } else queueMicrotask(reply);
    },
  };
  return {
    host: {
      binary: async () => new ArrayBuffer(0),
      worker: () => worker as unknown as Worker,
      inline: () => Promise.reject(new Error("not here")),
    },
    asked,
    async answer() {
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

async function started(host: EngineHost): Promise<DetailClient> {
  const client = await DetailClient.start(host, { footing: 1, prepared: {} });
  if (!(client instanceof DetailClient)) throw new Error("not started");
  return client;
}

const parts = (name: string) => [1, 2, 3].map((i) => ["explain", `${name}${i}`] as const);

describe("the client of the module of details", () => {
  it("gives a picture part by part, in order", async () => {
    const { host, asked, answer } = slowWorker();
    const client = await started(host);
    const seen: unknown[] = [];
    const done = client.update(parts("a"), (i, one) => seen.push([i, (one as unknown as { asked: string }).asked]));
    for (let i = 0; i < 3; ++i) await answer();
    expect(await done).toBe(true);
    expect(seen).toEqual([
      [0, "a1"],
      [1, "a2"],
      [2, "a3"],
    ]);
    expect(asked).toEqual(["a1", "a2", "a3"]);
  });

  it("drops what is overtaken: no further part of it is asked for, and none of it is drawn later", async () => {
    const { host, asked, answer } = slowWorker();
    const client = await started(host);
    const seen: string[] = [];
    const watch = (name: string) => client.update(parts(name), (i) => seen.push(`${name}${i + 1}`));
    const first = watch("a");
    await answer(); // a1
    const second = watch("b");
    const third = watch("c");
    for (let i = 0; i < 5; ++i) await answer();
    expect(await Promise.all([first, second, third])).toEqual([false, false, true]);
    expect(asked).toEqual(["a1", "a2", "c1", "c2", "c3"]);
    expect(seen).toEqual(["a1", "c1", "c2", "c3"]);
  });
});
