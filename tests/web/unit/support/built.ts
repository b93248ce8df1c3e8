/** A claim as the build sees it, from the dataset and the core in web/generated. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Claim, DatasetFiles, EvaluateAnswer, EvaluateRequest, Lang } from "../../../../web/src/engine/types";
import { instantiateFull } from "../../../../web/src/engine/module_full";
import type { View } from "../../../../web/src/pages/data";
import { BuildCore } from "../../../../web/src/prerender/core";
import { readDataset } from "../../../../web/src/prerender/dataset";
import { evaluateClaim, rivalOf, type Evaluated } from "../../../../web/src/prerender/evaluate";

const kRoot = join(dirname(fileURLToPath(import.meta.url)), "../../../..");
const bytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(join(kRoot, "web/generated", name)));

export class Built {
  private readonly evaluated = new Map<string, Promise<Evaluated>>();

  private constructor(
    private readonly core: BuildCore,
    private readonly dataset: DatasetFiles,
    private readonly page: Uint8Array<ArrayBuffer>,
    private readonly raw: Awaited<ReturnType<typeof instantiateFull>>,
  ) {}

  static async start(): Promise<Built> {
    const dataset = await readDataset(join(kRoot, "datasets"), null); // as a preview: the same before and after a release
    const full = await bytes("footing_full.wasm");
    const raw = await instantiateFull(full);
    raw.call("load", JSON.stringify(dataset));
    return new Built(await BuildCore.start(full, dataset), dataset, await bytes("footing.wasm"), raw);
  }

  evaluate(request: EvaluateRequest): EvaluateAnswer {
    return this.core.evaluate(request);
  }

  /** The core's answer as it is, errors too. */
  ask<T>(name: string, request: unknown): T {
    return JSON.parse(this.raw.call(name, JSON.stringify(request)).json) as T;
  }

  private made(claim: Claim): Promise<Evaluated> {
    const rivals = claim.rivals.flatMap((id) => {
      const other = this.dataset.files[`claims/${id}.json`] as Claim | undefined;
      const rival = other?.status === "published" ? rivalOf(this.core, other) : null;
      return rival ? [rival] : [];
    });
    return evaluateClaim(this.core, this.page, {
      claim,
      files: this.core.words(claim.id),
      rivals,
      built: "2026-11-22",
      edition: { folder: "r0", newest: 0, revisions: [], newer: null },
    });
  }

  async view(id: string, lang: Lang, request: Omit<EvaluateRequest, "claim"> = {}): Promise<View> {
    const claim = this.dataset.files[`claims/${id}.json`] as Claim;
    const known = this.evaluated.get(id) ?? this.made(claim);
    this.evaluated.set(id, known);
    const { data, solve, populations } = await known;
    return { lang, data, answer: this.evaluate({ claim: id, ...request }), solve, populations, root: "../" };
  }
}
