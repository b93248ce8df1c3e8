/** What a reader would see amiss in a page, whatever the page: text that is cut or lies over other text, and words that
 * are not of its language. The function runs in the page and uses nothing from outside. `names` are those of publications
 * and people, and words that are quoted as they were printed: they are in whatever language they are in. Without a
 * language, words are not looked at. */
export function amiss(lang: string, names: readonly string[]): string[] {
  const found: string[] = [];
  const quote = (text: string | null | undefined): string =>
    `“${(text ?? "").replace(/\s+/g, " ").trim().slice(0, 70)}”`;
  const wide = document.documentElement.clientWidth;
  const px = 1.5; // halves of pixels, and the shadow of rounding

  const isShown = (element: Element): boolean => {
    // Content of a closed <details> has boxes in some browsers.
    for (let at: Element | null = element; at; at = at.parentElement) {
      const parent: Element | null = at.parentElement;
      if (parent instanceof HTMLDetailsElement && !parent.open && at.tagName !== "SUMMARY") return false;
      const style = getComputedStyle(at);
      if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return false;
      // Said to screen readers alone.
      if (style.clipPath !== "none" || (style.position === "absolute" && style.clip !== "auto")) return false;
    }
    return true;
  };
  const scrolls = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };

  if (document.documentElement.scrollWidth > wide)
    found.push(`the page is ${document.documentElement.scrollWidth} px wide`);

  const texts: { text: string; element: Element; rects: DOMRect[] }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? "";
    if (!element || !/\S/.test(text) || element.closest("script, style, template, option, title, desc, noscript"))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (rects.length > 0 && isShown(element)) texts.push({ text, element, rects });
  }

  // Cut at the edge of the page, or of a box that hides what does not fit.
  for (const { text, element, rects } of texts) {
    const right = Math.max(...rects.map((rect) => rect.right));
    const left = Math.min(...rects.map((rect) => rect.left));
    if (!scrolls(element) && (right > wide + px || left < -px)) found.push(`beyond the edge: ${quote(text)}`);
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) break;
      if (at instanceof SVGElement || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      if (at.scrollWidth > at.clientWidth + px || at.scrollHeight > at.clientHeight + px) {
        // A line that ends with an ellipsis says all of it elsewhere.
        if (!at.getAttribute("title")) found.push(`cut by .${at.getAttribute("class") ?? at.tagName}: ${quote(text)}`);
        break;
      }
    }
  }

  // Labels of a picture: inside of it, and each by itself.
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0 || !isShown(svg)) continue;
    const labels = [...svg.querySelectorAll("text")]
      .filter((label) => isShown(label) && /\S/.test(label.textContent ?? ""))
      .map((label) => {
        // Boxes hold the halo around letters, and in some browsers the gap between lines: what counts are the letters.
        const { left, right, top, bottom, width } = label.getBoundingClientRect();
        const style = getComputedStyle(label);
        const halo = style.stroke === "none" ? 0 : parseFloat(style.strokeWidth) / 2;
        const half = parseFloat(style.fontSize) * 0.4;
        const middle = (top + bottom) / 2;
        return {
          label,
          box: { left: left + halo, right: right - halo, top: middle - half, bottom: middle + half, width },
        };
      })
      .filter(({ box }) => box.width > 0);
    for (const { label, box } of labels)
      if (
        box.left < frame.left - px ||
        box.right > frame.right + px ||
        box.top < frame.top - px ||
        box.bottom > frame.bottom + px
      )
        found.push(`outside of its picture: ${quote(label.textContent)}`);
    labels.forEach((one, i) => {
      for (const other of labels.slice(i + 1)) {
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (across > px && down > px)
          found.push(`over each other: ${quote(one.label.textContent)} and ${quote(other.label.textContent)}`);
      }
    });
  }

  // Lines of different blocks over each other.
  const lines = texts.flatMap(({ element, rects, text }) =>
    element.closest("svg") ? [] : rects.map((rect) => ({ element, rect, text })),
  );
  lines.sort((a, b) => a.rect.top - b.rect.top);
  lines.forEach((one, i) => {
    for (const other of lines.slice(i + 1)) {
      if (other.rect.top > one.rect.bottom) break;
      if (one.element === other.element || fixed(one.element) !== fixed(other.element)) continue;
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (across > 3 && down > Math.min(one.rect.height, other.rect.height) * 0.5)
        found.push(`over each other: ${quote(one.text)} and ${quote(other.text)}`);
    }
  });
  function fixed(element: Element): Element | null {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
    return null;
  }

  // Words: of the page's language, or marked as those of another; no ids, no places left open.
  const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
  for (const { text, element } of texts) {
    if (/\{\w+\}|\bundefined\b|\bNaN\b|\[object /.test(text)) found.push(`not filled in: ${quote(text)}`);
    if (element.closest("code, pre, kbd, samp, math, textarea")) continue;
    const own = element.closest("[lang]")?.getAttribute("lang") ?? "";
    const foreign = (words: string): boolean => {
      if (lang === "" || own !== lang) return false;
      const [han, latin] = [count(words, /[\u4e00-\u9fff]/g), count(words, /[a-z]{2,}/gi)];
      return lang === "en" ? han > 3 && han > latin : latin > 3 && latin > han;
    };
    const isId = (words: string): boolean => /\b[a-z]+(_[a-z0-9]+)+\b/.test(words);
    if (!foreign(text) && !isId(text)) continue;
    const rest = names.reduce((left, name) => left.replaceAll(name, " "), text.replace(/https?:\/\/\S+/g, " "));
    if (lang !== "" && isId(rest)) found.push(`an id: ${quote(text)}`);
    if (foreign(rest)) found.push(`in another language: ${quote(text)}`);
  }
  return [...new Set(found)];
}
