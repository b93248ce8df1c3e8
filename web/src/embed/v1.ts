/** embed/v1.js: turns a figure with a link to a claim into the claim's frame. Its address never changes, so what it takes
 * never does either. Whatever fails, the figure stays, with one small line, and the page is told by an event.
 *
 * <footing-claim theme="dark" show="sentence.bar" language="zh-Hans"><figure>… <a href="…/en/claims/<id>/r0/?pue=1.2">
 */
const kWaitMs = 20_000;

class FootingClaim extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector("iframe")) return;
    // The figure is parsed after its element's start where the script comes first.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.upgrade());
    else this.upgrade();
  }

  private upgrade(): void {
    const link = [...this.querySelectorAll("a")].find((one) => /\/claims\/[\w-]+\/r\d+\//.test(one.pathname));
    const figure = this.firstElementChild as HTMLElement | null;
    if (!link || !figure) return this.fail("no-claim", "", "");
    const [, revision = ""] = /\/(r\d+)\//.exec(link.pathname) ?? [];
    const language = this.getAttribute("language");
    const path = link.pathname.replace(/(?<=\/r\d+\/).*/, "embed/index.html");
    const address = new URL(
      language ? path.replace(/\/(en|zh-Hans|zh-Hant)(?=\/claims\/)/, `/${language}`) : path,
      link.href,
    );
    address.search = link.search;
    for (const name of ["theme", "show"]) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(`_${name}`, value);
    }
    const frame = document.createElement("iframe");
    frame.title = link.textContent?.trim() || document.title;
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.style.cssText = "width:100%;height:1px;border:0;opacity:0;display:block";
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const end = (code: string, engine = ""): void => {
      window.removeEventListener("message", hear);
      frame.remove();
      this.fail(code, engine, revision);
    };
    const hear = ({ source, data }: MessageEvent): void => {
      if (source !== frame.contentWindow || data?.footing !== 1) return;
      if (data.type === "height" && data.height > 0)
        frame.style.height = `${Math.min(Math.max(Number(data.height), 100), 5000)}px`;
      if (data.type === "failed") end(String(data.code), String(data.engine));
      if (data.type !== "ready") return;
      clearTimeout(waiting);
      frame.style.opacity = "1";
      figure.hidden = true;
      this.tell("ready", { revision });
    };
    window.addEventListener("message", hear);
    frame.addEventListener("load", () => (waiting ??= setTimeout(() => figure.hidden || end("timeout"), kWaitMs)));
    frame.src = address.href;
    this.append(frame);
  }

  private fail(code: string, engine: string, revision: string): void {
    const line = document.createElement("small");
    line.textContent = ["Footing", code, engine, revision].filter(Boolean).join(" · ");
    this.append(line);
    this.tell("failed", { code, engine, revision });
  }

  private tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`footing-${type}`, { bubbles: true, detail }));
  }
}

if (!customElements.get("footing-claim")) customElements.define("footing-claim", FootingClaim);
