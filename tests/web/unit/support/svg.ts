/** A small strict reader of the XML our charts write: enough to find a mistake in nesting, quoting or escaping. */
export interface Element {
  name: string;
  attrs: Record<string, string>;
  children: (Element | string)[];
}

const kEntities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
};

function decode(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const found = kEntities[name];
    if (found === undefined || !whole.endsWith(";")) throw new Error(`bad entity ${whole}`);
    return found;
  });
}

/** Throws on anything that is not well-formed. */
export function parseXml(source: string): Element {
  const root: Element = { name: "", attrs: {}, children: [] };
  const stack: Element[] = [root];
  const top = (): Element => stack[stack.length - 1] as Element;
  let at = 0;
  while (at < source.length) {
    if (source[at] !== "<") {
      const end = source.indexOf("<", at);
      const text = source.slice(at, end === -1 ? source.length : end);
      if (text.includes(">")) throw new Error(`raw > in text ${text}`);
      top().children.push(decode(text));
      at += text.length;
      continue;
    }
    const close = /^<\/([A-Za-z]+)>/.exec(source.slice(at, at + 60));
    if (close) {
      const open = stack.pop();
      if (!open || open.name !== close[1] || stack.length === 0)
        throw new Error(`</${close[1]}> closes <${open?.name}>`);
      at += close[0].length;
      continue;
    }
    const start = /^<([A-Za-z]+)((?:\s[A-Za-z_:][-A-Za-z0-9_:.]*="[^"<]*")*)\s*(\/?)>/.exec(source.slice(at));
    if (!start) throw new Error(`not a tag: ${source.slice(at, at + 80)}`);
    const attrs: Record<string, string> = {};
    for (const [, key, value] of (start[2] as string).matchAll(/\s([^\s=]+)="([^"]*)"/g)) {
      if ((key as string) in attrs) throw new Error(`attribute ${key} twice`);
      attrs[key as string] = decode(value as string);
    }
    const element: Element = { name: start[1] as string, attrs, children: [] };
    top().children.push(element);
    if (start[3] !== "/") stack.push(element);
    at += start[0].length;
  }
  if (stack.length !== 1 || root.children.length !== 1 || typeof root.children[0] === "string")
    throw new Error("not one element");
  return root.children[0] as Element;
}

export function all(element: Element, test: (e: Element) => boolean): Element[] {
  return [
    ...(test(element) ? [element] : []),
    ...element.children.flatMap((child) => (typeof child === "string" ? [] : all(child, test))),
  ];
}

export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** Every text of a chart with its box, at a given width. `percent` positions are resolved against it. */
export function textBoxes(
  root: Element,
  width: number,
  measure: (text: string, size: number) => number,
): { text: string; left: number; right: number; y: number; bold: boolean }[] {
  return all(root, (e) => e.name === "text").map((e) => {
    const size = Number(e.attrs["font-size"]);
    const x = (e.attrs["x"] as string).endsWith("%")
      ? (parseFloat(e.attrs["x"] as string) / 100) * width
      : Number(e.attrs["x"]);
    const at = x + Number(e.attrs["dx"] ?? 0);
    const w = measure(textOf(e), size);
    const anchor = e.attrs["text-anchor"];
    const left = anchor === "middle" ? at - w / 2 : anchor === "end" ? at - w : at;
    return {
      text: textOf(e),
      left,
      right: left + w,
      y: Number(e.attrs["y"]),
      bold: e.attrs["font-weight"] !== undefined,
    };
  });
}
