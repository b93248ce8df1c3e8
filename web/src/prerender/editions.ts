/** What of a claim is published: each frozen revision, evaluated from its own file, and the state of the files where they
 * are ahead of the newest. */
import type { Claim, DatasetFiles, EvaluateAnswer } from "../engine/types";
import type { Edition, Rival } from "../pages/data";
import { BuildCore } from "./core";
import { evaluateClaim, rivalOf, type Evaluated } from "./evaluate";
import { pageFiles, type Frozen, type Releases } from "./releases";

export class Editions {
  private readonly rivals = new Map<string, Rival | null>();

  private constructor(
    private readonly today: BuildCore, // holds the files as they are
    private readonly alone: BuildCore, // holds one frozen revision at a time
    private readonly wasm: Uint8Array<ArrayBuffer>,
    private readonly dataset: DatasetFiles,
    private readonly releases: Releases,
    private readonly built: string,
  ) {}

  static async start(
    today: BuildCore,
    modules: { full: Uint8Array<ArrayBuffer>; wasm: Uint8Array<ArrayBuffer> },
    dataset: DatasetFiles,
    releases: Releases,
    built: string,
  ): Promise<Editions> {
    const alone = await BuildCore.start(modules.full, dataset);
    return new Editions(today, alone, modules.wasm, dataset, releases, built);
  }

  frozen(claim: string): Frozen[] {
    return this.releases.frozen.get(claim) ?? [];
  }

  edition(claim: string, folder: string, newer: EvaluateAnswer | null = null): Edition {
    const revisions = this.frozen(claim).map(({ revision, date, sha256, changed }) => ({
      revision,
      date,
      sha256,
      changed,
    }));
    return { folder, newest: revisions.at(-1)?.revision ?? 0, revisions, newer };
  }

  /** All that is published of a claim: the newest revision first, older ones, then what is not released. */
  async of(claim: Claim): Promise<Evaluated[]> {
    const frozen = this.frozen(claim.id);
    const rivals = claim.rivals.map((id) => this.rival(id)).filter((rival): rival is Rival => rival !== null);
    const words = this.today.words(claim.id);
    const made: Evaluated[] = [];
    for (const one of [...frozen].reverse()) {
      this.alone.hold(one.map);
      const files = pageFiles(one, words);
      const own = files[`claims/${claim.id}.json`] as Claim;
      const newer = made[0] ? made[0].answer : null;
      const edition = this.edition(claim.id, `r${one.revision}`, newer);
      made.push(await evaluateClaim(this.alone, this.wasm, { claim: own, files, rivals, built: this.built, edition }));
    }
    if (frozen.length > 0 && this.today.evaluate({ claim: claim.id }).revision > 0) return made;
    const edition = this.edition(claim.id, frozen.length > 0 ? "preview" : "r0");
    made.push(await evaluateClaim(this.today, this.wasm, { claim, files: words, rivals, built: this.built, edition }));
    return made;
  }

  /** A claim beside another, as its newest revision has it. */
  private rival(id: string): Rival | null {
    const known = this.rivals.get(id);
    if (known !== undefined) return known;
    const claim = this.dataset.files[`claims/${id}.json`] as Claim | undefined;
    const newest = this.frozen(id).at(-1);
    let found: Rival | null = null;
    if (claim?.status === "published" && newest) {
      this.alone.hold(newest.map);
      found = rivalOf(this.alone, pageFiles(newest, this.today.words(id))[`claims/${id}.json`] as Claim);
    } else if (claim?.status === "published") {
      found = rivalOf(this.today, claim);
    }
    this.rivals.set(id, found);
    return found;
  }
}
