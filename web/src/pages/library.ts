/** The dataset as the pages about it read it: models, shared quantities, sources, and who uses which model. */
import type { Claim, DatasetFiles, InputDef, Lang, Model, Source } from "../engine/types";
import { glossary, type GlossaryEntry } from "../messages/glossary";
import { defined } from "./data";

export class Library {
  constructor(private readonly files: DatasetFiles["files"]) {}

  private all<T>(folder: string): T[] {
    return Object.keys(this.files)
      .filter((name) => name.startsWith(`${folder}/`))
      .map((name) => this.files[name] as T);
  }

  /** Every model, by its title in a language. */
  models(lang: Lang): Model[] {
    return this.all<Model>("models").sort((a, b) => a.title[lang].localeCompare(b.title[lang], lang));
  }

  model(id: string): Model | undefined {
    return this.files[`models/${id}.json`] as Model | undefined;
  }

  /** Every source, in the order of its authors' names and years. */
  sources(): Source[] {
    return this.all<Source>("sources").sort((a, b) => a.id.localeCompare(b.id));
  }

  source(id: string): Source | undefined {
    return this.files[`sources/${id}.json`] as Source | undefined;
  }

  /** Published claims that stand on the model itself. */
  claimsOn(model: string): Claim[] {
    return this.all<Claim>("claims").filter((claim) => claim.status === "published" && claim.model === model);
  }

  /** Models that are built from it. */
  builtFrom(model: string): Model[] {
    return this.all<Model>("models").filter((one) => one.use?.some((used) => used.model === model));
  }

  /** An input's definition, a shared quantity's words filled in. */
  input(model: Model, id: string): InputDef | undefined {
    const own = model.inputs[id];
    return own && defined(this.files, own);
  }

  glossary(): GlossaryEntry[] {
    return glossary(this.files);
  }

  /** What a name in a formula of the model means to a reader; names of the models it is built from included. */
  nameOf(model: Model, id: string, lang: Lang): string {
    return this.labelIn(model, id, lang) ?? id;
  }

  private labelIn(model: Model, id: string, lang: Lang): string | null {
    const own = model.steps.find((step) => step.id === id)?.label ?? this.input(model, id)?.label;
    if (own) return own[lang];
    for (const { model: used } of model.use ?? []) {
      const found = this.model(used);
      const label = found ? this.labelIn(found, id, lang) : null;
      if (label !== null) return label;
    }
    return null;
  }
}
