/** embed/v1.js: turns a figure with a link to a claim into the claim's frame. Its address never changes, so what it takes
 * never does either. Whatever fails, the figure stays, with one small line, and the page is told by an event.
 *
 * <footing-claim theme="dark" show="sentence.bar" language="zh-Hans"><figure>… <a href="…/en/claims/<id>/r0/?pue=1.2">
 */
const kWaitMs = 20_000; // from the frame's first word to its numbers
const kSilentMs = 3_000; // a frame that has loaded has spoken: what says nothing is another page, or none
const kClaim = /\/claims\/[\w-]+\/(r\d+)\//;

class FootingClaim extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector("iframe")) return;
    // The figure is parsed after its element's start where the script comes first.
    const upgrade = (): void => this.upgrade();
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", upgrade);
    else upgrade();
  }

  private upgrade(): void {
    const link = [...this.querySelectorAll("a")].find((one) => kClaim.test(one.pathname));
    const figure = this.firstElementChild as HTMLElement | null;
    if (!link || !figure) return this.fail("no-claim");
    const [, revision = ""] = kClaim.exec(link.pathname) ?? [];
    const language = this.getAttribute("language");
    const path = link.pathname.replace(/(?<=\/r\d+\/).*/, "embed/index.html");
    const address = new URL(language ? path.replace(/[^/]+(?=\/claims\/)/, language) : path, link.href);
    address.search = link.search;
    for (const name of ["theme", "show"]) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(`_${name}`, value);
    }
    const frame = document.createElement("iframe");
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const over = new AbortController();
    const end = (code: string, engine?: string): void => {
      over.abort();
      clearTimeout(waiting);
      frame.remove();
      this.fail(code, engine, revision);
    };
    const wait = (code: string, ms: number): void => {
      clearTimeout(waiting);
      waiting = setTimeout(end, ms, code);
    };
    let heard = false;
    const hear = ({ source, data }: MessageEvent): void => {
      if (source !== frame.contentWindow || data?.footing !== 1) return;
      if (!heard) wait("timeout", kWaitMs);
      heard = true;
      if (data.type === "height") frame.style.height = `${Math.min(Math.max(data.height, 100), 5000)}px`;
      if (data.type === "failed") end(data.code, data.engine);
      if (data.type !== "ready") return;
      clearTimeout(waiting);
      frame.style.opacity = "1";
      figure.hidden = true;
      this.tell("ready", { revision });
    };
    addEventListener("message", hear, over);
    // The page's own policy forbids the frame.
    document.addEventListener(
      "securitypolicyviolation",
      (event) => {
        const what = event.disposition + event.effectiveDirective;
        if (what === "enforceframe-src" && frame.src.startsWith(event.blockedURI)) end("frame-blocked");
      },
      over,
    );
    Object.assign(frame, {
      title: link.text.trim() || document.title,
      loading: "lazy",
      referrerPolicy: "no-referrer",
      sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
      style: "width:100%;height:1px;border:0;opacity:0;display:block",
      onload: () => heard || wait("frame-silent", kSilentMs),
      src: address.href,
    });
    this.append(frame);
  }

  private fail(code: string, engine = "", revision = ""): void {
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
