/** One input: its track under a native slider, fields for a value or a range, the author's value in words, and what
 * stands behind it. It brings to life what the page has printed, draws what it is given and says what the reader did; it
 * keeps no value of its own beyond the position of a slider while it is held. */
import type { InputState } from "../engine/types";
import { formatQuantity, speakQuantity, speakRange } from "../format";
import { inputLabel, type View } from "../pages/data";
import { trackChart } from "../pages/figures";
import { html, type Markup } from "../pages/html";
import { messages } from "../messages";
import { authorLine, unitWords, valueWords } from "../pages/parts";
import { word } from "../pages/words";
import { endsOf, fromPosition, spanOf, stopFrom, stopsOf, toPosition } from "./scale";

const kSteps = 1000;
/** Stops that a key moves by; Home and End go all the way. */
const kKeys: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  End: Infinity,
  Home: -Infinity,
};
const kReleaseMs = 150;

export class FootingInput extends HTMLElement {
  view: View | undefined;
  private state: InputState | undefined;
  private readonly printed = new Map<Element, string>();
  private held: number | null = null; // the value while the slider is held
  private dragging = false;
  private releasing: ReturnType<typeof setTimeout> | undefined;
  private wantsRange: boolean | null = null; // the reader's choice of fields, until a value settles it

  /** Draws an input's state, with what is wrong with the reader's last value ("" for nothing). */
  show(view: View, state: InputState, error: string): void {
    if (this.state?.value.text !== state.value.text) this.wantsRange = null;
    this.view = view;
    if (!this.state) this.start(state);
    this.state = state;
    this.draw();
    this.complain(error);
  }

  private get compact(): boolean {
    return this.hasAttribute("compact");
  }

  private get slider(): HTMLInputElement {
    return this.querySelector("input[type=range]") as HTMLInputElement;
  }

  private start(state: InputState): void {
    const key = `${this.compact ? "driver" : "input"}-${state.id}`;
    const label = this.querySelector(".input-label");
    if (label) label.id = `${key}-label`;
    this.querySelector(".track")?.insertAdjacentHTML(
      "beforeend",
      html`<input type="range" min="0" max="${kSteps}" step="1" aria-labelledby="${key}-label" />`.text,
    );
    this.addEventListener("input", (event) => {
      if (event.target === this.slider) this.slide();
    });
    this.addEventListener("change", (event) => {
      if (event.target === this.slider) this.release();
      else if (event.target instanceof HTMLSelectElement) this.switchMode(event.target.value === "interval");
      else this.typed();
    });
    this.addEventListener("click", (event) => {
      if (!(event.target as Element).closest(".reset")) return;
      this.tell("footing-reset", { id: state.id });
      this.slider.focus({ preventScroll: true }); // the button goes
    });
    for (const type of ["pointerdown", "pointerup", "pointercancel"])
      this.slider.addEventListener(type, () => (this.dragging = type === "pointerdown"));
    this.slider.addEventListener("keydown", (event) => {
      const by = event.ctrlKey || event.metaKey || event.altKey ? undefined : kKeys[event.key];
      if (by === undefined) return;
      event.preventDefault();
      this.step(by);
    });
    this.slider.addEventListener("keyup", (event) => {
      if (event.key in kKeys) this.release();
    });
  }

  private draw(): void {
    const view = this.view as View;
    const input = this.state as InputState;
    const { lang } = view;
    const { value, unit } = input;
    const span = spanOf(input);
    const ranged = value.p05 !== value.p95;
    const { held } = this;
    this.firstElementChild?.classList.toggle("changed", input.changed);
    this.mark(input.changed, messages[lang].input.changed);
    this.querySelector(".track")?.classList.toggle("ranged", ranged && held === null);
    this.print(
      ".input-value",
      held === null ? valueWords(input, value, lang) : formatQuantity(held, unit, lang, { digits: 6 }),
    );
    const key = `${this.compact ? "driver" : "input"}-${input.id}`;
    this.print(".track-marks", trackChart(view, input, `${key}-track`), true);
    this.print(".input-author", authorLine(view, input, this.compact).text, true);
    this.querySelector(".input-held")?.toggleAttribute(
      "hidden",
      ranged || input.scenario_value.p05 !== input.scenario_value.p95,
    );
    const position = String(Math.round(toPosition(held ?? value.median, input, span) * kSteps));
    const { slider } = this;
    if (slider.value !== position) slider.value = position;
    const spoken = ranged
      ? speakRange(value.p05, value.p95, unit, lang, { digits: 3 })
      : speakQuantity(held ?? value.median, unit, lang, { digits: 6 });
    if (slider.ariaValueText !== spoken) slider.setAttribute("aria-valuetext", spoken);
    if (!this.compact) this.drawFields(view, input);
  }

  private drawFields(view: View, input: InputState): void {
    const ranged = this.wantsRange ?? input.value.p05 !== input.value.p95;
    const box = this.querySelector(".input-fields");
    box?.classList.remove("placeholder");
    box?.classList.toggle("two", ranged);
    this.print(".input-fields", this.fields(view, input, ranged).text, true);
    const ends = endsOf(input.value);
    const point = String(Number(input.value.median.toPrecision(ranged ? 4 : 12)));
    for (const [name, text] of Object.entries(ranged ? ends : { value: point })) {
      const field = this.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (!field || this.printed.get(field) === text) continue;
      this.printed.set(field, text);
      field.value = text;
    }
    const reset = this.querySelector<HTMLButtonElement>(".reset");
    if (reset) reset.disabled = !input.changed;
  }

  private fields(view: View, input: InputState, ranged: boolean): Markup {
    const { lang } = view;
    const words = messages[lang].input;
    const name = inputLabel(view.data, input.id, lang);
    const unit = unitWords(input.unit, lang);
    const option = (value: string, text: string, chosen: boolean): Markup =>
      html`<option value="${value}" ${chosen ? html` selected` : ""}>${text}</option>`;
    const field = (id: string, aria: string): Markup =>
      html`<input type="number" step="any" inputmode="decimal" name="${id}" aria-label="${aria}" />`;
    return html`<select aria-label="${word(lang, "mode_of", { name })}">
        ${option("single", words.single, !ranged)}${option("interval", words.interval, ranged)}
      </select>
      ${
        ranged
          ? html`${field("low", word(lang, "low_of", { name }))}<span class="dash">–</span
              >${field("high", word(lang, "high_of", { name }))}`
          : field("value", word(lang, "value_of", { name, unit: unit || "1" }))
      }
      <span class="input-unit">${unit}</span>
      <button type="button" class="reset" aria-label="${word(lang, "reset_of", { name })}">${word(lang, "reset")}</button>`;
  }

  /** Prints into a part of this input, where it is another text than before. */
  private print(part: string, text: string, markup = false): void {
    const element = this.querySelector(part);
    if (!element || this.printed.get(element) === text) return;
    this.printed.set(element, text);
    if (markup) element.innerHTML = text;
    else element.textContent = text;
  }

  /** Says of a value that it is not the page's. */
  private mark(changed: boolean, text: string): void {
    const value = this.querySelector(".input-value");
    const mark = this.querySelector(".mark-changed");
    if (!changed) mark?.remove();
    else if (!mark) value?.insertAdjacentHTML("beforebegin", html`<span class="mark-changed">${text}</span>`.text);
  }

  private complain(error: string): void {
    let line = this.querySelector(".input-error");
    if (!error) line?.remove();
    else {
      if (!line) {
        line = document.createElement("p");
        line.className = "input-error";
        line.setAttribute("role", "alert");
        this.querySelector(".input-author")?.after(line);
      }
      if (line.textContent !== error) line.textContent = error;
    }
  }

  private tell(type: string, detail: object | null): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  private say(text: string, gesture: string | null): void {
    this.tell("footing-change", { id: this.state?.id, text, gesture });
  }

  /** Dragged, or moved by what assists a reader: where its smallest step is less than a digit, to the next stop. */
  private slide(): void {
    const input = this.state as InputState;
    const span = spanOf(input);
    const now = this.held ?? input.value.median;
    const before = Math.round(toPosition(now, input, span) * kSteps);
    const position = Number(this.slider.value);
    const value = fromPosition(position / kSteps, input, span);
    if (value === now && position !== before && !this.dragging) this.step(position > before ? 1 : -1);
    else this.hold(value);
  }

  private step(by: number): void {
    const input = this.state as InputState;
    this.hold(stopFrom(this.held ?? input.value.median, by, stopsOf(input, spanOf(input))));
  }

  private hold(value: number): void {
    const input = this.state as InputState;
    clearTimeout(this.releasing);
    this.held = value;
    this.say(String(value), `${input.id}-slider`);
    this.draw();
  }

  private release(): void {
    this.tell("footing-gesture-end", null);
    clearTimeout(this.releasing);
    // The answer to the last move is still on its way; the thumb stays where it was let go until it is here.
    this.releasing = setTimeout(() => {
      this.held = null;
      this.draw();
    }, kReleaseMs);
  }

  private typed(): void {
    const read = (name: string): string | null =>
      this.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value.trim() ?? null;
    const text = read("value") ?? `${read("low") ?? ""}..${read("high") ?? ""}`;
    if (text !== "" && text !== "..") this.say(text, null);
  }

  private switchMode(range: boolean): void {
    const input = this.state as InputState;
    this.wantsRange = range;
    if (!range) this.say(String(Number(input.value.median.toPrecision(4))), null);
    this.draw();
  }
}
