/** One page of each kind, and all pages. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { claimPage, dist, kClaim } from "./site";

const below = (folder: string): string[] =>
  existsSync(path.join(dist, folder))
    ? readdirSync(path.join(dist, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

/** Kind -> address without the language. */
export const kinds: Readonly<Record<string, string>> = {
  home: "",
  article: "articles/mccrosky-2023/",
  claim: `${claimPage("", kClaim)}`.slice(1),
  embed: `${claimPage("", kClaim)}embed/`.slice(1),
  comparison: `compare/${below("en/compare")[0] ?? ""}/`,
  model: "models/request-energy/",
  method: "method/",
  sources: "sources/",
  policy: "policy/",
  about: "about/",
};

/** Every page of a language, without the language: the newest revision of a claim, and no page that leads on at once. */
export const pages: readonly string[] = [
  ...["", "method/", "sources/", "policy/", "about/"],
  ...["articles", "compare", "models"].flatMap((folder) => below(`en/${folder}`).map((name) => `${folder}/${name}/`)),
  ...below("en/claims").flatMap((id) => {
    const own = claimPage("", id).slice(1);
    return [own, `${own}embed/`];
  }),
];
