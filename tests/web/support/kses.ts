/** What WordPress leaves of a post that an author without `unfiltered_html` saves (wp_kses_post), as far as markup of ours
 * is concerned: tags that are not listed go, with what stands between them staying; attributes likewise; addresses keep to
 * known schemes. */
const kGlobal = ["class", "dir", "hidden", "id", "lang", "style", "title", "role"];
const kTags: Record<string, string[]> = {
  a: ["href", "rel", "name", "target", "download"],
  blockquote: ["cite"],
  em: [],
  figcaption: ["align"],
  figure: ["align"],
  img: ["alt", "align", "border", "height", "hspace", "loading", "src", "vspace", "width"],
  p: ["align"],
  small: [],
  span: ["align"],
  strong: [],
};
const kSchemes = /^(https?:|mailto:|[^:]*$)/i;

export function kses(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<(\/?)([\w-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g, (_, end, name, rest) => {
      const tag = String(name).toLowerCase();
      const allowed = kTags[tag];
      if (!allowed) return "";
      if (end) return `</${tag}>`;
      const kept = [...String(rest).matchAll(/([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g)].flatMap(
        ([, attribute = "", value = '""']) => {
          const known = kGlobal.includes(attribute) || /^(data|aria)-/.test(attribute) || allowed.includes(attribute);
          const bare = value.replace(/^["']|["']$/g, "");
          return known && (!/^(href|src|cite)$/.test(attribute) || kSchemes.test(bare))
            ? [` ${attribute}="${bare}"`]
            : [];
        },
      );
      return `<${tag}${kept.join("")}>`;
    });
}
