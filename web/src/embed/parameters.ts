/** What the embedding page asks of the frame, beside the reader's settings: `_theme=light|dark`, and `_show=` with the parts
 * to show, joined by dots. Whatever else stands there changes nothing. The claim, its scope and the marks of changed
 * settings are always shown. */

export const kParts = ["sentence", "bar", "slider", "inputs"] as const;
export type Part = (typeof kParts)[number];

export interface Parameters {
  theme: "light" | "dark" | null;
  show: Part[] | null; // null: all
}

export function parametersOf(search: string, hash = ""): Parameters {
  const query = new URLSearchParams(search);
  const after = new URLSearchParams(hash.replace(/^#\??/, ""));
  const get = (key: string): string => query.get(key) ?? after.get(key) ?? "";
  const theme = get("_theme");
  const wanted = get("_show").split(/[.,]/);
  const show = kParts.filter((part) => wanted.includes(part));
  return { theme: theme === "light" || theme === "dark" ? theme : null, show: show.length > 0 ? show : null };
}

export function apply({ theme, show }: Parameters): void {
  if (theme) document.documentElement.dataset.theme = theme;
  if (!show) return;
  for (const element of document.querySelectorAll<HTMLElement>("[data-show]"))
    element.hidden = !(show as string[]).includes(element.dataset.show ?? "");
}
