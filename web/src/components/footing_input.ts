/** One input: its track under a native slider, fields for a value or a range, the author's value in words, and what
 * stands behind it. It draws what it is given and says what the reader did; it keeps no value of its own beyond the
 * position of a slider while it is held. */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import type { InputState } from "../engine/types";
import { formatQuantity, speakQuantity, speakRange, typeset } from "../format";
import { bundleName, bundlesOf, inputDef, inputLabel, type View } from "../pages/data";
import { trackChart } from "../pages/figures";
import { authorWords, unitWords, valueWords } from "../pages/parts";
import { fill, messages } from "../messages";
import { say, word } from "../pages/words";
import { endsOf, fromPosition, spanOf, toPosition } from "./scale";

export type ChangeEvent = CustomEvent<{ id: string; text: string; gesture: string | null }>;

const kSteps = 1000;

export class FootingInput extends LitElement {
  static override properties = {
    input: { attribute: false },
    error: { attribute: false },
    compact: { type: Boolean },
  };

  view: View | undefined; // what the page shows; a change of it alone is none of this input
  declare input: InputState | undefined;
  declare error: string;
  declare compact: boolean;

  private notes: Element | null = null; // as the page has them
  private held: number | null = null; // the slider's position while it is held
  private wantsRange: boolean | null = null; // the reader's choice of fields, until a value settles it

  constructor() {
    super();
    this.error = "";
    this.compact = false;
  }

  /** Ordinary children: the page's styles apply, and the static version is replaced by a like one. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.view !== undefined && this.input !== undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) {
      this.notes = this.querySelector("details.input-notes");
      this.replaceChildren();
    }
    const before = changed.get("input") as InputState | undefined;
    if (before && this.input && before.value.text !== this.input.value.text) this.wantsRange = null;
  }

  protected override render(): TemplateResult {
    const view = this.view as View;
    const input = this.input as InputState;
    const { lang } = view;
    const label = inputLabel(view.data, input.id, lang);
    const def = inputDef(view.data, input.id);
    const span = spanOf(input);
    const position = this.held ?? Math.round(toPosition(input.value.median, input, span) * kSteps);
    const ranged = input.value.p05 !== input.value.p95;
    const spoken = ranged
      ? speakRange(input.value.p05, input.value.p95, input.unit, lang, { digits: 3 })
      : speakQuantity(input.value.median, input.unit, lang, { digits: 6 });
    const held = this.held === null ? null : fromPosition(this.held / kSteps, input, span);
    const shown =
      held === null ? valueWords(input, input.value, lang) : formatQuantity(held, input.unit, lang, { digits: 6 });
    return html`<div class="input ${input.changed ? "changed" : ""}">
      <div class="input-head">
        <span class="input-label" id="${this.key}-label">${label}</span>
        ${def.term && !this.compact ? html`<span class="input-term">${say(def.term, lang)}</span>` : nothing}
        <span class="input-value">${shown}</span>
      </div>
      <div class="track ${ranged && held === null ? "ranged" : ""}">
        <div class="track-marks">${unsafeHTML(trackChart(view, input, `${this.key}-track`))}</div>
        <input
          type="range"
          min="0"
          max=${kSteps}
          step="1"
          .value=${String(position)}
          aria-labelledby="${this.key}-label"
          aria-valuetext=${spoken}
          @input=${this.slide}
          @change=${this.release}
        />
      </div>
      ${
        this.compact
          ? html`<p class="input-author quiet">${this.author(view, input)}</p>`
          : html`${this.fields(view, input, label)}
              <p class="input-author quiet">${this.author(view, input)}${this.bundle(view, input)}</p>`
      }
      ${this.error ? html`<p class="input-error" role="alert">${this.error}</p>` : nothing}
      ${this.compact ? nothing : this.notes}
    </div>`;
  }

  private get key(): string {
    return `${this.compact ? "driver" : "input"}-${this.input?.id ?? ""}`;
  }

  private author(view: View, input: InputState): TemplateResult | typeof nothing {
    const words = authorWords(input, view.lang);
    if (!words) return nothing;
    return html`<span class="mark-author" aria-hidden="true"></span>
      ${typeset(`${messages[view.lang].input.author}: ${words}`, view.lang)}`;
  }

  private bundle(view: View, input: InputState): TemplateResult | typeof nothing {
    const bundle = bundlesOf(view.data).find((candidate) => candidate.id === input.bundle);
    if (!bundle) return nothing;
    const modified = input.bundle_modified
      ? ` · ${fill(messages[view.lang].input.bundle_modified, { bundle: bundleName(view, bundle.id) })}`
      : "";
    return html` · ${word(view.lang, "bundle_of", { bundle: bundleName(view, bundle.id) })}${modified}`;
  }

  private resetButton(input: InputState, label: string): TemplateResult {
    const { lang } = this.view as View;
    return html`<button
      type="button"
      class="reset"
      ?disabled=${!input.changed}
      aria-label=${word(lang, "reset_of", { name: label })}
      @click=${() => this.dispatchEvent(new CustomEvent("footing-reset", { bubbles: true, detail: { id: input.id } }))}
    >
      ${word(lang, "reset")}
    </button>`;
  }

  private fields(view: View, input: InputState, label: string): TemplateResult {
    const { lang } = view;
    const unit = unitWords(input.unit, lang);
    const ranged = this.wantsRange ?? input.value.p05 !== input.value.p95;
    const ends = endsOf(input.value);
    const point = String(Number(input.value.median.toPrecision(ranged ? 4 : 12)));
    const field = (name: string, value: string, aria: string) =>
      html`<input
        type="number"
        step="any"
        inputmode="decimal"
        name=${name}
        .value=${value}
        aria-label=${aria}
        @change=${this.typed}
      />`;
    return html`<div class="input-fields ${ranged ? "two" : ""}">
      <select aria-label=${word(lang, "mode_of", { name: label })} @change=${this.switchMode}>
        <option value="single" .selected=${!ranged}>${messages[lang].input.single}</option>
        <option value="interval" .selected=${ranged}>${messages[lang].input.interval}</option>
      </select>
      ${
        ranged
          ? html`${field("low", ends.low, word(lang, "low_of", { name: label }))}<span class="dash">–</span
              >${field("high", ends.high, word(lang, "high_of", { name: label }))}`
          : field("value", point, word(lang, "value_of", { name: label, unit: unit || "1" }))
      }
      <span class="input-unit">${unit}</span>
      ${this.resetButton(input, label)}
    </div>`;
  }

  private say(text: string, gesture: string | null): void {
    const detail = { id: this.input?.id ?? "", text, gesture };
    this.dispatchEvent(new CustomEvent("footing-change", { bubbles: true, detail }));
  }

  private slide = (event: Event): void => {
    const input = this.input as InputState;
    this.held = Number((event.target as HTMLInputElement).value);
    this.say(String(fromPosition(this.held / kSteps, input, spanOf(input))), `${this.key}-slider`);
    this.requestUpdate();
  };

  private release = (): void => {
    this.dispatchEvent(new CustomEvent("footing-gesture-end", { bubbles: true }));
    // The answer to the last move is still on its way; the thumb stays where it was let go until it is here.
    setTimeout(() => {
      this.held = null;
      this.requestUpdate();
    }, 150);
  };

  private typed = (): void => {
    const read = (name: string): string | null => {
      const field = this.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      return field ? field.value.trim() : null;
    };
    const value = read("value");
    const text = value ?? `${read("low") ?? ""}..${read("high") ?? ""}`;
    if (text !== "" && text !== "..") this.say(text, null);
  };

  private switchMode = (event: Event): void => {
    const input = this.input as InputState;
    this.wantsRange = (event.target as HTMLSelectElement).value === "interval";
    if (!this.wantsRange) this.say(String(Number(input.value.median.toPrecision(4))), null);
    this.requestUpdate();
  };
}
