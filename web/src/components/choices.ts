/** The two selects: where to start from (scenario), and what is chosen together (bundles: "my country"). */
import { typeset } from "../format";
import { bundleName, bundlesOf, type View } from "../pages/data";
import { html, type Markup } from "../pages/html";
import { fill, messages } from "../messages";
import { scenarioIds, scenarioName } from "../pages/parts";
import { say, word } from "../pages/words";

abstract class Choice extends HTMLElement {
  /** Draws the choice, with what is wrong with the reader's last one ("" for nothing). */
  show(view: View, error: string): void {
    const choice = this.choice(view);
    this.innerHTML = html`${choice}${error ? html`<p class="input-error" role="alert">${error}</p>` : ""}`.text;
    this.onchange = (event) => this.chosen((event.target as HTMLSelectElement).value);
  }

  protected abstract choice(view: View): Markup;
  protected abstract chosen(id: string): void;

  protected select(label: string, options: { id: string; text: string; chosen: boolean }[]): Markup {
    return html`<label class="choice"
      ><span>${label}</span>
      <select>
        ${options.map(({ id, text, chosen }) => html`<option value="${id}" ${chosen ? html` selected` : ""}>${text}</option>`)}
      </select></label
    >`;
  }

  protected tell(type: string, detail: Record<string, string>): void {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }
}

export class FootingBundle extends Choice {
  get bundle(): string {
    return this.getAttribute("bundle") ?? "";
  }

  protected choice(view: View): Markup {
    const state = view.answer.bundles.find((candidate) => candidate.id === this.bundle);
    const bundle = bundlesOf(view.data).find((candidate) => candidate.id === this.bundle);
    if (!state || !bundle) return html``;
    const name = bundleName(view, bundle.id);
    const options = bundle.options
      .filter((option) => state.options.includes(option.id))
      .map(({ id, label, none }) => ({
        id,
        text: typeset(say(label, view.lang) + (none ? ` (${messages[view.lang].input.no_figure})` : ""), view.lang),
        chosen: id === state.option,
      }));
    return html`${this.select(name, options)}${
      state.modified
        ? html`<p class="quiet">${fill(messages[view.lang].input.bundle_modified, { bundle: name })}</p>`
        : ""
    }`;
  }

  protected chosen(text: string): void {
    this.tell("footing-change", { id: this.bundle, text });
  }
}

export class FootingScenario extends Choice {
  protected choice(view: View): Markup {
    const options = scenarioIds(view).map((id) => ({
      id,
      text: scenarioName(view, id),
      chosen: id === view.answer.scenario,
    }));
    return this.select(word(view.lang, "start_from"), options);
  }

  protected chosen(id: string): void {
    this.tell("footing-scenario", { id });
  }
}
