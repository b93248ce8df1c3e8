/** What can be taken away beside the picture: files, a methods paragraph, a citation; and settings brought back in. Files
 * are written when they are asked for, from all words of the claim, which come with the first of them. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { takeWord, type TakeWord } from "../messages/take";
import { linkOf, type ClaimData, type View } from "../pages/data";
import { barFile } from "../share/bar_file";
import { bibtex, citeText, cslJson } from "../share/cite";
import { csv } from "../share/csv";
import { methods } from "../share/methods";
import { openText, type OpenedText, tooLarge } from "../share/open_text";
import { kMostBytes, scenarioFile } from "../share/scenario_file";
import { tableRows } from "../share/table";
import { absoluteLink } from "../share/link";
import { copyText } from "./copy";

type Format = "csv" | "json" | "svg";

const kTypes: Record<Format, string> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
};

interface Texts {
  methods: string;
  cite: string;
  bibtex: string;
  csl: string;
}

export class FootingTake extends LitElement {
  static override properties = {
    view: { attribute: false },
    siteRoot: { attribute: false },
    words: { attribute: false },
    texts: { state: true },
    said: { state: true },
    found: { state: true },
  };

  declare view: View | undefined;
  declare siteRoot: string | null;
  declare words: () => Promise<ClaimData["files"]>;
  declare texts: Texts | null;
  declare said: string;
  declare found: OpenedText | null;
  private files: ClaimData["files"] | null = null;
  private written: View | undefined; // what the texts are about
  private readonly open = new Set<string>();

  constructor() {
    super();
    this.siteRoot = null;
    this.words = async () => ({});
    this.texts = null;
    this.said = "";
    this.found = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.view !== undefined;
  }

  protected override updated(): void {
    if (this.open.size > 0 && this.written !== this.view) void this.write();
  }

  private get link(): string {
    const view = this.view as View;
    return absoluteLink(linkOf(view), view, this.siteRoot);
  }

  private get date(): string {
    return new Date().toISOString().slice(0, 10);
  }

  /** The view with all words of the claim. */
  private async full(): Promise<View> {
    this.files ??= await this.words();
    const view = this.view as View;
    return { ...view, data: { ...view.data, files: this.files } };
  }

  private async write(): Promise<void> {
    this.written = this.view;
    const full = await this.full();
    if (this.written !== this.view) return; // overtaken; another is on its way
    const [link, date] = [this.link, this.date];
    this.texts = {
      methods: methods(full, link, date),
      cite: citeText(full, link, date),
      bibtex: bibtex(full, link, date),
      csl: cslJson(full, link, date),
    };
  }

  protected override render(): TemplateResult {
    const { lang, answer } = this.view as View;
    const w = (key: TakeWord, values?: Record<string, string | number>): string => takeWord(lang, key, values);
    const file = (format: Format): TemplateResult =>
      html`<li>
        <button type="button" data-save=${format} @click=${this.save}>${w(format)}</button>
        <span class="quiet">${w(`${format}_help`)}</span>
      </li>`;
    const area = (id: keyof Texts, label: string, rows: number): TemplateResult =>
      html`<div class="share-row">
        <label for="take-${id}">${label}</label>
        <textarea id="take-${id}" readonly rows=${rows} .value=${this.texts?.[id] ?? ""}></textarea>
        <button type="button" data-copy=${id} aria-label="${w("copy")}: ${label}" @click=${this.copy}>${w("copy")}</button>
      </div>`;
    const part = (id: string, title: string, body: TemplateResult): TemplateResult =>
      html`<details data-take=${id} @toggle=${this.toggled}>
        <summary><h3>${title}</h3></summary>
        ${body}
      </details>`;
    return html`<div class="take">
      <h3>${w("title")}</h3>
      <ul class="take-files">
        ${file("csv")}${file("json")}${answer.outputs.length > 0 ? file("svg") : nothing}
        <li>
          <button type="button" data-save="print" @click=${() => window.print()}>${w("print")}</button>
          <span class="quiet">${w("print_help")}</span>
        </li>
      </ul>
      ${part(
        "methods",
        w("methods"),
        html`<p class="quiet">${w("methods_help")}</p>
          ${area("methods", w("methods"), 10)}`,
      )}
      ${part("cite", w("cite"), html`${area("cite", w("cite_text"), 3)}${area("bibtex", "BibTeX", 8)}${area("csl", "CSL-JSON", 8)}`)}
      ${part("open", w("open"), this.bring(w))}
      <p class="take-said quiet" role="status">${this.said}</p>
    </div>`;
  }

  private bring(w: (key: TakeWord) => string): TemplateResult {
    return html`<p class="quiet" id="take-open-help">${w("open_help")}</p>
      <div class="take-open">
        <label for="take-file">${w("choose")}</label>
        <input
          id="take-file"
          type="file"
          accept=".json,application/json,text/plain"
          aria-describedby="take-open-help"
          @change=${this.chosen}
        />
        <label for="take-paste">${w("paste")}</label>
        <textarea id="take-paste" rows="3" spellcheck="false" autocomplete="off"></textarea>
        <button type="button" data-do-open @click=${this.pasted}>${w("open_do")}</button>
      </div>
      <p class="take-found" role="status">${this.answerOf(this.found)}</p>`;
  }

  private answerOf(found: OpenedText | null): TemplateResult | typeof nothing {
    if (!found) return nothing;
    const { lang } = this.view as View;
    if (found.kind === "link") return nothing;
    if (found.kind === "scenario") {
      const count = Object.keys(found.settings.set).length;
      const text = found.notices.length > 0 ? takeWord(lang, "opened_some") : takeWord(lang, "opened", { count });
      return html`${text}`;
    }
    if (found.kind === "too_large") return html`${takeWord(lang, "too_large", { size: found.limit })}`;
    if (found.kind === "not_scenario") return html`${takeWord(lang, "not_scenario")}`;
    const root = (this.view as View).root;
    return html`${takeWord(lang, "other_claim")}
    ${root === null ? found.claim : html`<a href="${root}${lang}/${found.address}">${found.claim}</a>`}`;
  }

  private toggled = (event: Event): void => {
    const part = event.currentTarget as HTMLDetailsElement;
    const id = part.dataset.take ?? "";
    if (id === "open") return;
    if (part.open) this.open.add(id);
    else this.open.delete(id);
    if (part.open && this.written !== this.view) void this.write();
  };

  private copy = async (event: Event): Promise<void> => {
    const id = (event.currentTarget as HTMLElement).dataset.copy ?? "";
    const field = this.querySelector<HTMLTextAreaElement>(`#take-${id}`);
    this.said = (await copyText(field?.value ?? "", field)) ? takeWord((this.view as View).lang, "copied") : "";
  };

  private save = async (event: Event): Promise<void> => {
    const format = (event.currentTarget as HTMLElement).dataset.save as Format;
    const full = await this.full();
    const [link, date] = [this.link, this.date];
    const text =
      format === "csv"
        ? csv(tableRows(full, link, date))
        : format === "json"
          ? scenarioFile(full, link, date)
          : barFile(full, link, date);
    if (text === null) return;
    const url = URL.createObjectURL(new Blob([text], { type: kTypes[format] }));
    const anchor = document.createElement("a");
    anchor.href = url;
    const changed = full.answer.changed ? "-changed" : "";
    anchor.download = `footing-${full.answer.claim}-r${full.data.revision}${changed}-${full.lang}.${format}`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };

  private chosen = async (event: Event): Promise<void> => {
    const field = event.currentTarget as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) return;
    this.take(file.size > kMostBytes ? tooLarge : openText(await file.text(), (this.view as View).data));
    field.value = ""; // the same file may be chosen again
  };

  private pasted = (): void => {
    const text = this.querySelector<HTMLTextAreaElement>("#take-paste")?.value ?? "";
    if (text.trim() !== "") this.take(openText(text, (this.view as View).data));
  };

  private take(found: OpenedText): void {
    this.found = found;
    if (found.kind === "scenario" || found.kind === "link")
      this.dispatchEvent(new CustomEvent("footing-open", { bubbles: true, detail: found }));
  }
}

if (!customElements.get("footing-take")) customElements.define("footing-take", FootingTake);
