/** The two selects: where to start from (scenario), and what is chosen together (bundles: "my country"). */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { bundleName, bundlesOf, type View } from "../pages/data";
import { scenarioIds, scenarioName } from "../pages/parts";
import { fill, messages } from "../messages";
import { say, word } from "../pages/words";

abstract class Choice extends LitElement {
  static override properties = { view: { attribute: false }, error: { attribute: false } };
  declare view: View | undefined;
  declare error: string;

  constructor() {
    super();
    this.error = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.view !== undefined;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.replaceChildren();
  }

  protected choose(type: string, detail: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  protected problem(): TemplateResult | typeof nothing {
    return this.error ? html`<p class="input-error" role="alert">${this.error}</p>` : nothing;
  }
}

export class FootingBundle extends Choice {
  static override properties = { ...Choice.properties, bundle: { type: String } };
  declare bundle: string;

  protected override render(): TemplateResult | typeof nothing {
    const view = this.view as View;
    const state = view.answer.bundles.find((candidate) => candidate.id === this.bundle);
    const bundle = bundlesOf(view.data).find((candidate) => candidate.id === this.bundle);
    if (!state || !bundle) return nothing;
    const options = bundle.options.filter((option) => state.options.includes(option.id));
    return html`<label class="choice"
        ><span>${bundleName(view, bundle.id)}</span>
        <select
          @change=${(event: Event) =>
            this.choose("footing-change", {
              id: this.bundle,
              text: (event.target as HTMLSelectElement).value,
            })}
        >
          ${options.map(
            (option) =>
              html`<option value=${option.id} .selected=${option.id === state.option}>
                ${say(option.label, view.lang)}
              </option>`,
          )}
        </select></label
      >
      ${state.modified ? html`<p class="quiet">${fill(messages[view.lang].input.bundle_modified, { bundle: bundleName(view, bundle.id) })}</p>` : nothing}${this.problem()}`;
  }
}

export class FootingScenario extends Choice {
  protected override render(): TemplateResult {
    const view = this.view as View;
    return html`<label class="choice"
        ><span>${word(view.lang, "start_from")}</span>
        <select
          @change=${(event: Event) =>
            this.choose("footing-scenario", { id: (event.target as HTMLSelectElement).value })}
        >
          ${scenarioIds(view).map(
            (id) =>
              html`<option value=${id} .selected=${id === view.answer.scenario}>${scenarioName(view, id)}</option>`,
          )}
        </select></label
      >${this.problem()}`;
  }
}
