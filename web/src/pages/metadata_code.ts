/** Code that publishers paste. Everything in it is text to them and attributes to a browser: nothing leaves its place. */

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot" }[c] ?? ""};`);

/** The frame as text to paste. */
export function frameCode(title: string, src: string, height = 480): string {
  return (
    `<iframe src="${escaped(src)}" title="${escaped(title)}" loading="lazy" width="100%" height="${height}" ` +
    'style="border:0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>'
  );
}

/** The figure that stays where scripts cannot go, and what upgrades it where they can. */
export function figureCode(title: string, text: string, link: string, script: string, theme: string): string {
  return (
    `<footing-claim${theme ? ` theme="${escaped(theme)}"` : ""}><figure><p>${escaped(text)}</p>` +
    `<figcaption><a href="${escaped(link)}">${escaped(title)}</a></figcaption></figure></footing-claim>\n` +
    `<script src="${escaped(script)}" defer></script>`
  );
}
