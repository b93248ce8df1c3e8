/** What can be handed on: the link, a picture with its caption and alternative text, the embed code, one file. */
import { LitElement, html, nothing, type TemplateResult } from "lit";
import { claimOf, linkOf, type View } from "../pages/data";
import { messages } from "../messages";
import { say, word } from "../pages/words";
import type { CardFormat } from "../charts";
import { mainSentence } from "../pages/figures";
import { pictureWords } from "../share/picture_words";
import { figureCode, frameCode } from "../pages/metadata_code";
import { changesInPicture } from "../share/changes";
import { toPng } from "../share/raster";
import { absoluteLink } from "../share/link";
import { copyText } from "./copy";

export class FootingShare extends LitElement {
  static override properties = {
    view: { attribute: false },
    siteRoot: { attribute: false },
    picture: { state: true },
    said: { state: true },
    form: { state: true },
    theme: { state: true },
    previewed: { state: true },
  };

  declare view: View | undefined;
  declare siteRoot: string | null;
  declare picture: { url: string; link: string; width: number; height: number } | "failed" | null;
  declare said: string;
  declare form: "frame" | "figure";
  declare theme: "" | "light" | "dark";
  declare previewed: boolean;

  constructor() {
    super();
    this.siteRoot = null;
    this.picture = null;
    this.said = "";
    this.form = "frame";
    this.theme = "";
    this.previewed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.view !== undefined;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.replaceChildren();
    // A picture of settings that are no longer shown must not be saved by mistake.
    if (this.picture && this.picture !== "failed" && this.picture.link !== this.link()) this.drop();
  }

  private link(): string {
    const view = this.view as View;
    return absoluteLink(linkOf(view), view, this.siteRoot);
  }

  private get date(): string {
    return new Date().toISOString().slice(0, 10);
  }

  /** What to paste for the settings shown: a frame, or a figure that a script upgrades and that stays without it. */
  private embedCode(): { code: string; preview: string } | null {
    const view = this.view as View;
    if (!this.siteRoot) return null;
    const [path = "", query = ""] = linkOf(view).split("?");
    const more = this.theme ? [`_theme=${this.theme}`] : [];
    const settings = [...(query ? [query] : []), ...more].join("&");
    const src = absoluteLink(`${path}embed/index.html${settings ? `?${settings}` : ""}`, view, this.siteRoot);
    const title = say(claimOf(view.data).title, view.lang);
    const code =
      this.form === "frame"
        ? frameCode(title, src)
        : figureCode(
            title,
            mainSentence(view).main,
            this.link(),
            new URL("embed/v1.js", this.siteRoot).href,
            this.theme,
          );
    return { code, preview: src };
  }

  protected override render(): TemplateResult {
    const view = this.view as View;
    const { lang } = view;
    const m = messages[lang].share;
    const link = this.link();
    const embed = this.embedCode();
    const { caption, alt } = pictureWords(view, link, this.date, changesInPicture(view));
    const area = (id: string, label: string, button: string, text: string, rows: number) =>
      html`<div class="share-row">
        <label for="share-${id}">${label}</label>
        <textarea id="share-${id}" readonly rows=${rows} .value=${text}></textarea>
        <button type="button" data-copy=${id} @click=${this.copy}>${button}</button>
      </div>`;
    return html`<div class="share">
      <div class="share-row">
        <label for="share-link">${word(lang, "link")}</label>
        <input id="share-link" type="text" readonly .value=${link} />
        <button type="button" data-copy="link" @click=${this.copy}>${m.copy_link}</button>
      </div>
      <p class="share-said quiet" role="status">${this.said}</p>
      <div class="share-picture">
        <p>
          <button type="button" class="primary" @click=${() => this.draw("wide")}>${m.picture_wide}</button>
          <button type="button" class="primary" @click=${() => this.draw("tall")}>${m.picture_tall}</button>
          <span class="quiet">${m.picture_help}</span>
        </p>
        ${
          this.picture === "failed"
            ? html`<p class="input-error" role="alert">${m.picture_failed}</p>`
            : this.picture
              ? html`<p>
                    <img src=${this.picture.url} width=${this.picture.width} height=${this.picture.height} alt=${alt} />
                  </p>
                  <p>
                    <a class="button" href=${this.picture.url} download="footing-${view.answer.claim}-${lang}.png"
                      >${m.save_picture} (PNG)</a
                    >
                  </p>`
              : nothing
        }
      </div>
      ${area("caption", m.caption, m.copy_caption, caption, 4)} ${area("alt", m.alt, m.copy_alt, alt, 4)}
      ${embed ? this.embedding(embed, area("embed", m.embed, word(lang, "copy_embed"), embed.code, 5)) : nothing}
      ${
        view.root === null
          ? nothing
          : html`<p>
              <a href="embed/index.html" download="footing-${view.answer.claim}.html">${word(lang, "single_file")}</a>
              <span class="quiet">${m.single_file_help}</span>
            </p>`
      }
    </div>`;
  }

  private embedding({ preview }: { preview: string }, code: TemplateResult): TemplateResult {
    const { lang } = this.view as View;
    const choice = (label: string, name: "form" | "theme", options: [string, string][]) =>
      html`<label class="choice"
        ><span>${label}</span
        ><select
          data-embed=${name}
          @change=${(event: Event) => {
            Object.assign(this, { [name]: (event.target as HTMLSelectElement).value });
          }}
        >
          ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
        </select></label
      >`;
    return html`${code}
      <div class="choices">
        ${choice(word(lang, "embed_form"), "form", [
          ["frame", word(lang, "embed_frame")],
          ["figure", word(lang, "embed_figure")],
        ])}
        ${choice(word(lang, "theme"), "theme", [
          ["", word(lang, "theme_auto")],
          ["light", word(lang, "theme_light")],
          ["dark", word(lang, "theme_dark")],
        ])}
      </div>
      <details
        class="embed-preview"
        @toggle=${(event: Event) => {
          this.previewed = (event.target as HTMLDetailsElement).open;
        }}
      >
        <summary>${word(lang, "preview")}</summary>
        ${this.previewed ? html`<iframe src=${preview} title=${word(lang, "preview")} referrerpolicy="no-referrer"></iframe>` : nothing}
      </details>
      <p>
        <a href="claim-review.json" download="claim-review-${(this.view as View).answer.claim}.json">ClaimReview (JSON)</a>
        <span class="quiet">${word(lang, "claim_review_help")}</span>
      </p>`;
  }

  private copy = async (event: Event): Promise<void> => {
    const id = (event.currentTarget as HTMLElement).dataset.copy ?? "";
    const field = this.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#share-${id}`);
    const m = messages[(this.view as View).lang].share;
    const done = await copyText(field?.value ?? "", field);
    this.said = done ? m.copied : m.copy_failed;
  };

  private draw = async (format: CardFormat): Promise<void> => {
    const view = this.view as View;
    const link = this.link();
    const { cardSizes, picture } = await import("../share/picture");
    const { width, height } = cardSizes[format];
    const svg = picture(view, this.siteRoot ? link : "", this.date, format);
    const png = await toPng(svg, width, height);
    this.drop();
    this.picture = png ? { url: URL.createObjectURL(png), link, width, height } : "failed";
  };

  private drop(): void {
    if (this.picture && this.picture !== "failed") URL.revokeObjectURL(this.picture.url);
    this.picture = null;
  }
}

if (!customElements.get("footing-share")) customElements.define("footing-share", FootingShare);
