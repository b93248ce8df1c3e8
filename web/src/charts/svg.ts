/** Small tools to write SVG text by hand. Every string from outside goes through `esc`. */

/** XML text and attribute escaping; characters XML 1.0 forbids are dropped. */
export function esc(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "",
    )
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

/** At most two decimals: coordinates need no more. */
export function n(value: number): string {
  const text = (Math.round(value * 100) / 100).toString();
  return text === "-0" ? "0" : text;
}

/** Attributes from an object; null and undefined are left out. */
export function attrs(values: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? n(value) : esc(value as string)}"`)
    .join("");
}

export function tag(
  name: string,
  values: Readonly<Record<string, string | number | null | undefined>>,
  children?: string,
): string {
  return children === undefined ? `<${name}${attrs(values)}/>` : `<${name}${attrs(values)}>${children}</${name}>`;
}

/** Ids in SVG are global to a page: letters, digits, - and _ of the prefix survive. */
export function safeId(prefix: string): string {
  const id = prefix.replace(/[^A-Za-z0-9_-]/g, "-");
  return /^[A-Za-z]/.test(id) ? id : `f-${id}`;
}

/** A chart's outer element with its name and description for those who do not see it. */
export function frame(
  options: {
    id: string;
    title: string;
    desc: string;
    width: number;
    height: number;
    fluid: boolean;
    className: string;
    lang: string;
  },
  body: string,
): string {
  const id = safeId(options.id);
  const size = options.fluid
    ? { width: "100%", height: options.height }
    : {
        width: options.width,
        height: options.height,
        viewBox: `0 0 ${n(options.width)} ${n(options.height)}`,
      };
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: options.className,
      role: "img",
      lang: options.lang,
      "aria-labelledby": `${id}-t ${id}-d`,
      overflow: options.fluid ? null : "visible", // a page's style says it once
      ...size,
    },
    `<title id="${id}-t">${esc(options.title)}</title><desc id="${id}-d">${esc(options.desc)}</desc>${body}`,
  );
}
