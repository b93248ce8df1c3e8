/** Writes every page of the site with its numbers in it. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Claim, Lang, Source } from "../engine/types";
import { LANGS } from "../format";
import { type ArticleFile, articleBody, rowOf } from "../pages/articles";
import type { Contact } from "../pages/challenge";
import { claimBody } from "../pages/claim";
import { compareBody, type CompareSet } from "../pages/compare";
import { said } from "../pages/compare_words";
import { claimOf, type Edition, type View } from "../pages/data";
import { tombstoneBody } from "../pages/history";
import { claimReview, jsonLd, oembed } from "../pages/metadata";
import { languageBody, notFoundBody, onwardBody, policyBody } from "../pages/others";
import { homeBody } from "../pages/home";
import { pairPage } from "../pages/pair";
import { page, type Assets, type Shell } from "../pages/shell";
import { mainSentence } from "../pages/figures";
import { isBeside, isOfOtherKind } from "../sentences/sentences";
import "../sentences"; // of every kind
import { messages } from "../messages";
import { pairWord } from "../messages/pair";
import type { Terms } from "../pages/terms";
import { glossary } from "../messages/glossary";
import { say } from "../pages/words";
import { cardPngs, type Card } from "./card";
import { Comparer } from "./compare";
import { packed } from "../engine/packed/pack";
import { BuildCore } from "./core";
import { likeData } from "./likes";
import { namesIn, publishedClaims, readDataset, withdrawnClaims } from "./dataset";
import { Editions } from "./editions";
import type { Evaluated } from "./evaluate";
import { atom } from "./feed";
import { leanData, wordsOf } from "./lean";
import { libraryPages } from "./library";
import { pairClaim } from "./pairs";
import { readReleases } from "./releases";
import { singleFile, themed } from "./single";
import { statusOf } from "./status";

type Manifest = Record<string, { file: string; src?: string; imports?: string[]; assets?: string[] }>;

/** Script of single files: of figures placed on a range, of two answers side by side, and of the other kinds. */
export interface Apps {
  placed: string;
  beside: string;
  kinds: string;
}

export interface Build {
  dist: string;
  datasets: string;
  releases: string;
  wasm: Uint8Array<ArrayBuffer>; // the module of the page
  full: Uint8Array<ArrayBuffer>; // the whole engine
  file: Uint8Array; // the module of single files
  manifests: Record<Lang, Manifest>; // scripts are built once a language
  core: string; // script of single files that starts their module
  apps: Record<Lang, Apps>;
  siteUrl: string | null;
  fixed: Record<string, string>; // scripts whose address never changes
  contacts: Contact[]; // where objections go
  modules: string; // node_modules: the licences of what is bundled
}

type Kind = "claim" | "home" | "pair" | "redirect" | "none";

/** False of a preview, which has no number yet. */
const isReleased = ({ folder }: Edition): boolean => /^r[1-9]/.test(folder);

const kEntries: Record<Exclude<Kind, "none">, string> = {
  claim: "src/pages/claim_entry.ts",
  home: "src/pages/home_entry.ts",
  pair: "src/pages/pair_entry.ts",
  redirect: "src/pages/redirect_entry.ts",
};

class Writer {
  files = 0;

  constructor(
    private readonly dist: string,
    private readonly manifests: Build["manifests"],
  ) {}

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const file = path.join(this.dist, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    ++this.files;
  }

  /** @param more modules that come later, and to this page at once */
  assets(kind: Kind, lang: Lang = "en", fetch: string[] = [], more: string[] = []): Assets {
    const manifest = this.manifests[lang];
    const sheets = kind === "claim" ? ["site"] : ["site", "lists"];
    const styles = sheets.map((sheet) => entryOf(manifest, `src/styles/${sheet}.css`).file);
    if (kind === "none") return { styles, scripts: [], preload: [], fetch: [] };
    const preload = new Set<string>();
    const follow = (key: string): void => {
      for (const imported of manifest[key]?.imports ?? []) {
        const { file } = entryOf(manifest, imported);
        if (preload.has(file)) continue;
        preload.add(file);
        follow(imported);
      }
    };
    follow(kEntries[kind]);
    for (const module of more) {
      preload.add(entryOf(manifest, module).file);
      follow(module);
    }
    const wasm = kind === "claim" ? [wasmOf(manifest)] : [];
    return {
      styles,
      scripts: [entryOf(manifest, kEntries[kind]).file],
      preload: [...preload],
      fetch: [...wasm, ...fetch],
    };
  }
}

/** The modules with the words of the claim's kind. */
const kindWords = (claim: Claim): string[] =>
  !isOfOtherKind(claim) ? [] : [`src/sentences/${isBeside(claim) ? "kinds_beside" : "kinds"}.ts`];

function wasmOf(manifest: Manifest): string {
  const found = Object.values(manifest).flatMap((entry) => [entry.file, ...(entry.assets ?? [])]);
  const wasm = found.find((file) => /\/footing-[^/]*\.wasm$/.test(file));
  if (!wasm) throw new Error("the build has no wasm");
  return wasm;
}

function entryOf(manifest: Manifest, key: string): Manifest[string] {
  const found = manifest[key];
  if (!found) throw new Error(`the build has no ${key}`);
  return found;
}

/** "../" once for every folder of a path. */
const upFrom = (folder: string): string => "../".repeat(folder.split("/").filter(Boolean).length);

const inEach = (of: (lang: Lang) => string): Record<Lang, string> => ({
  en: of("en"),
  "zh-Hans": of("zh-Hans"),
  "zh-Hant": of("zh-Hant"),
});

export async function prerender(build: Build): Promise<{ claims: number; files: number }> {
  const releases = await readReleases(build.releases);
  const dataset = await readDataset(build.datasets, releases.index);
  const core = await BuildCore.start(build.full, dataset);
  // The date a reproducible build is told (https://reproducible-builds.org/specs/source-date-epoch/), else today's.
  const epoch = Number(process.env.SOURCE_DATE_EPOCH ?? "NaN") * 1000;
  const built = new Date(Number.isNaN(epoch) ? Date.now() : epoch).toISOString().slice(0, 10);
  const editions = await Editions.start(core, build, dataset, releases, built);
  const claims: Evaluated[] = []; // as they are listed: the newest revision, or a preview where there is none
  const others: Evaluated[] = []; // older revisions, and what is not released
  for (const claim of publishedClaims(dataset)) {
    const [shown, ...rest] = await editions.of(claim);
    if (shown) claims.push(shown);
    others.push(...rest);
  }
  const withdrawn = withdrawnClaims(dataset);
  const comparer = new Comparer(core, dataset);
  const articles = core.articles();
  const about = core.about();
  const named = (own: Evaluated, lang: Lang): Evaluated => ({
    ...own,
    data: { ...own.data, files: namesIn(own.data.files, lang) },
  });
  const sourcesIn = (lang: Lang): ((id: string) => Source) => {
    const files = namesIn(dataset.files, lang);
    return (id) => files[`sources/${id}.json`] as Source;
  };
  const cards: (Card & { file: string })[] = [];
  const words = glossary(dataset.files);

  const writer = new Writer(build.dist, build.manifests);
  const [style = "", lists = ""] = await Promise.all(
    writer.assets("none").styles.map((file) => readFile(path.join(build.dist, file), "utf8")),
  );
  const embedSheet = path.join(build.dist, entryOf(build.manifests.en, "src/styles/embed.css").file);
  const parts = {
    core: build.core,
    style: themed(await readFile(embedSheet, "utf8")),
    module: Buffer.from(packed(build.file)).toString("base64"),
    siteUrl: build.siteUrl,
  };
  await rm(embedSheet); // it stands in the files themselves
  const shell = (rest: Omit<Shell, "root" | "siteUrl">, folder: string): string =>
    page({ ...rest, address: folder.replace(/([^/])$/, "$1/"), root: upFrom(folder), siteUrl: build.siteUrl });

  for (const lang of LANGS) {
    const terms = words
      .flatMap(({ id, forms }) => forms[lang].map((form) => [form, id] as const))
      .sort(([a], [b]) => b.length - a.length);
    for (const evaluated of [...claims, ...others]) await writeClaim(evaluated, lang, terms);
    for (const { claim, edition } of claims) await writeOnward(claim, edition, lang);
    for (const claim of withdrawn) await writeTombstones(claim, lang);
    const all = [...claims.map(({ claim }) => claim), ...withdrawn];
    const fed = all.map((claim) => ({ claim, revisions: editions.edition(claim.id, "").revisions }));
    await writer.write(`${lang}/feed.xml`, atom(lang, fed, build.siteUrl));
    for (const own of claims) await writeComparison(own, lang);
    await writePairs(lang);
    await writer.write(
      `${lang}/alike.json`,
      JSON.stringify(likeData({ ...dataset, files: namesIn(dataset.files, lang) }, lang)),
    );
    await writeHome(lang);
    for (const article of articles) await writeArticle(article, lang);
    await writePolicy(lang);
    await writeLibrary(lang);
  }
  let next = 0;
  for await (const png of cardPngs(cards)) await writer.write(cards[next++]?.file ?? "", png);
  const addresses = [
    ...claims.map(({ claim, edition }) => ({ claim, edition, to: `${edition.folder}/` })),
    ...withdrawn.map((claim) => ({ claim, edition: editions.edition(claim.id, ""), to: "" })),
  ];
  for (const { claim, edition, to } of addresses) {
    const folder = `claims/${claim.id}/`;
    await writer.write(`${folder}status.json`, JSON.stringify(statusOf(claim, edition)));
    for (const { revision, text } of editions.frozen(claim.id)) await writer.write(`${folder}r${revision}.json`, text);
    await writer.write(
      `${folder}index.html`,
      shell(
        {
          lang: "en",
          title: `${claim.title.en} · Footing`,
          description: claim.statement.en,
          assets: writer.assets("redirect"),
          body: languageBody(
            LANGS.map((lang) => ({
              lang,
              href: `${upFrom(folder)}${lang}/${folder}${to}`,
              text: say(claim.title, lang),
            })),
          ),
          canonical: `en/${folder}${to}`,
          bare: true,
        },
        folder,
      ),
    );
  }
  await writer.write(
    "index.html",
    shell(
      {
        lang: "en",
        title: "Footing",
        description: messages.en.site.tagline,
        assets: writer.assets("redirect"),
        body: languageBody(LANGS.map((lang) => ({ lang, href: `${lang}/`, text: messages[lang].site.tagline }))),
        languages: inEach((lang) => `${lang}/`),
        bare: true,
      },
      "",
    ),
  );
  await writer.write(
    "404.html",
    shell(
      {
        lang: "en",
        title: "Footing",
        description: messages.en.not_found.title,
        assets: writer.assets("none"),
        body: notFoundBody(build.siteUrl ?? "/"),
        indexed: false,
        inlineStyle: style + lists,
        bare: true,
      },
      "",
    ),
  );
  for (const [name, script] of Object.entries(build.fixed)) await writer.write(name, script);
  await writer.write(".nojekyll", "");
  return { claims: claims.length, files: writer.files };

  /** `/claims/<id>/` leads to the newest revision, and so does what was pinned to a preview before there was one. */
  async function writeOnward(claim: Claim, { folder: to, newest }: Edition, lang: Lang): Promise<void> {
    const folder = `${lang}/claims/${claim.id}/`;
    const onward = async (at: string, href: string, from: string | null): Promise<void> =>
      writer.write(
        `${at}index.html`,
        shell(
          {
            lang,
            title: `${say(claim.title, lang)} · Footing`,
            description: say(claim.statement, lang),
            canonical: `${folder}${to}/`,
            image: `${folder}${to}/card.png`,
            indexed: from === null,
            assets: writer.assets("redirect"),
            body: onwardBody(lang, href, say(claim.title, lang), from),
            bare: at.endsWith("embed/"),
          },
          at,
        ),
      );
    await onward(folder, `${to}/`, null);
    if (newest === 0) return;
    await onward(`${folder}r0/`, `../${to}/`, "r0");
    await onward(`${folder}r0/embed/`, `../../${to}/embed/`, "r0");
  }

  /** What is left of a withdrawn claim, at every address that it had. */
  async function writeTombstones(claim: Claim, lang: Lang): Promise<void> {
    const folder = `${lang}/claims/${claim.id}/`;
    const edition = editions.edition(claim.id, "");
    const pages = ["r0/", ...edition.revisions.map(({ revision }) => `r${revision}/`)];
    for (const at of ["", ...pages, ...pages.map((page) => `${page}embed/`)]) {
      const own = `${folder}${at}`;
      await writer.write(
        `${own}index.html`,
        shell(
          {
            lang,
            title: `${say(claim.title, lang)} · Footing`,
            description: messages[lang].revision.tombstone,
            assets: writer.assets("none"),
            body: tombstoneBody(claim, edition, lang, upFrom(own)),
            languages: inEach((other) => `${other}/claims/${claim.id}/${at}`),
            canonical: folder,
            indexed: false,
            bare: at.endsWith("embed/"),
          },
          own,
        ),
      );
    }
  }

  /** `terms`: how texts of the language write the glossary's words, the longest first. */
  async function writeClaim(evaluated: Evaluated, lang: Lang, terms: Terms): Promise<void> {
    const { claim, answer, solve, populations, worked, edition } = evaluated;
    const said = mainSentence({ lang, data: evaluated.data, answer, solve, populations, edition, root: null });
    const { data: told } = named(evaluated, lang);
    const data = { ...told, terms: terms.filter(([form]) => `${said.main}${said.scope}`.includes(form)) };
    const folder = `${lang}/claims/${claim.id}/`;
    const own = `${folder}${edition.folder}/`;
    const view: View = { lang, data, answer, solve, populations, edition, root: upFrom(own) };
    // Search engines are led to the newest revision.
    const listed = claims.includes(evaluated);
    const set = compareSet(evaluated, lang);
    const description = said.main || say(claim.statement, lang);
    const languages = inEach((other) => `${other}/claims/${claim.id}/${edition.folder}/`);
    const fetched = `${own}data.json`;
    await writer.write(fetched, JSON.stringify(leanData(data, answer, lang)));
    await writer.write(`${own}claim-review.json`, JSON.stringify(claimReview(view, build.siteUrl), null, 1));
    if (build.siteUrl) await writer.write(`${own}oembed.json`, JSON.stringify(oembed(view, build.siteUrl)));
    await writer.write(`${own}words.json`, JSON.stringify(wordsOf(data, lang)));
    const common = {
      lang,
      title: `${say(claim.title, lang)} · Footing`,
      description,
      languages,
      canonical: listed ? own : `${folder}r${edition.newest}/`,
      indexed: listed,
      image: `${own}card.png`,
    };
    const machines = build.siteUrl ? { oembed: `${own}oembed.json`, jsonLd: jsonLd(view, build.siteUrl) } : {}; // they hold absolute addresses alone
    const links = {
      terms,
      card: "card.png",
      single: "embed/index.html",
      model: `${upFrom(own)}${lang}/models/${claim.model}/`,
      policy: `${upFrom(own)}${lang}/policy/`,
      pair: isReleased(edition) ? `${upFrom(own)}${lang}/compare/?a=${claim.id}/${edition.folder}` : null,
      challenge: `${upFrom(own)}${lang}/policy/#challenge`,
      contact: build.contacts[0] ?? "",
      rows: rowsOf(claim, (path) => `${upFrom(own)}${lang}/${path}`),
    };
    await writer.write(
      `${own}index.html`,
      shell(
        {
          ...common,
          assets: writer.assets("claim", lang, [fetched], kindWords(claim)),
          body: claimBody(view, links, worked, set),
          ...machines,
        },
        own,
      ),
    );
    await writer.write(
      `${own}embed/index.html`,
      singleFile(
        { ...view, root: null },
        { ...parts, app: build.apps[lang][isBeside(claim) ? "beside" : isOfOtherKind(claim) ? "kinds" : "placed"] },
      ),
    );
    const link = build.siteUrl ? new URL(own, build.siteUrl).href : "";
    cards.push({ view, link, file: `${own}card.png` });
  }

  /** A claim and those it names as rivals, and why each pair differs. An older revision keeps to its own figures: what
   * differs is told of those that are listed. */
  function compareSet(own: Evaluated, lang: Lang): CompareSet {
    const listed = claims.includes(own);
    const rivals = own.claim.rivals.flatMap((id) => {
      const found = claims.find((candidate) => candidate.claim.id === id);
      return found ? [{ ...found, comparison: listed ? comparer.compare(own.claim.id, id) : null }] : [];
    });
    return { lang, root: null, own: named(own, lang), rivals };
  }

  async function writeComparison(own: Evaluated, lang: Lang): Promise<void> {
    const { claim } = own;
    const folder = `${lang}/compare/${claim.id}/`;
    const set = { ...compareSet(own, lang), root: upFrom(folder) };
    if (set.rivals.length === 0) return;
    await writer.write(
      `${folder}index.html`,
      shell(
        {
          lang,
          title: `${said(lang, "title", { title: say(claim.title, lang) })} · Footing`,
          description: said(lang, "lead"),
          assets: writer.assets("none"),
          body: compareBody(set),
          languages: inEach((other) => `${other}/compare/${claim.id}/`),
          canonical: folder,
        },
        folder,
      ),
    );
  }

  /** Any two claims: the page, and the list that its script chooses from. */
  async function writePairs(lang: Lang): Promise<void> {
    const folder = `${lang}/compare/`;
    const sets = claims.map((own) => ({ own, rivals: compareSet(own, lang).rivals }));
    const list = [
      ...sets.map(({ own, rivals }) => {
        const compared = rivals.flatMap(({ data, comparison }) => (comparison ? [data.claim] : []));
        return pairClaim(own, lang, compared);
      }),
      ...others.filter(({ edition }) => isReleased(edition)).map((own) => pairClaim(own, lang, [])),
    ];
    await writer.write(`${folder}claims.json`, JSON.stringify(list));
    const printed = sets.flatMap(({ own, rivals }) =>
      rivals.length > 0 ? [{ id: own.data.claim, title: say(claimOf(own.data).title, lang) }] : [],
    );
    await writer.write(
      `${folder}index.html`,
      shell(
        {
          lang,
          title: `${pairWord(lang, "title")} · Footing`,
          description: pairWord(lang, "lead"),
          assets: writer.assets("pair", lang, [`${folder}claims.json`]),
          body: pairPage(lang, upFrom(folder), printed),
          languages: inEach((other) => `${other}/compare/`),
          canonical: folder,
        },
        folder,
      ),
    );
  }

  async function writeHome(lang: Lang): Promise<void> {
    const m = messages[lang];
    const views = claims.map((own): View => ({ lang, ...named(own, lang), root: "../" }));
    const sourceOf = sourcesIn(lang);
    await writer.write(
      `${lang}/index.html`,
      shell(
        {
          lang,
          title: m.home.title,
          description: m.home.lead,
          assets: writer.assets("home"),
          body: homeBody(
            lang,
            views,
            articles.map((article) => ({ ...article, source: sourceOf(article.id) })),
          ),
          languages: inEach((other) => `${other}/`),
          canonical: `${lang}/`,
          feed: `${lang}/feed.xml`,
        },
        lang,
      ),
    );
  }

  /** Where articles state a claim's number. */
  function rowsOf(claim: Claim, address: (path: string) => string): Record<string, string> {
    return Object.fromEntries(
      claim.appears_in.flatMap(({ source, quote }) => {
        const article = articles.find((candidate) => candidate.id === source);
        const row = article ? rowOf(article, claim.id, quote) : null;
        return row === null ? [] : [[source, address(`articles/${source}/#${row}`)]];
      }),
    );
  }

  async function writeArticle(article: ArticleFile, lang: Lang): Promise<void> {
    const folder = `${lang}/articles/${article.id}/`;
    const root = upFrom(folder);
    const stated = new Set(article.statements.flatMap((one) => (one.state === "computed" ? [one.claim] : [])));
    const views = claims.flatMap((own): [string, View][] =>
      stated.has(own.claim.id) ? [[own.claim.id, { lang, ...named(own, lang), root }]] : [],
    );
    const sourceOf = sourcesIn(lang);
    const cited = article.statements.flatMap((one) => (one.state === "computed" ? [] : one.sources));
    await writer.write(
      `${folder}index.html`,
      shell(
        {
          lang,
          title: `${say(article.title, lang)} · Footing`,
          description: say(article.about, lang),
          assets: writer.assets("none"),
          body: articleBody({
            lang,
            root,
            article,
            sources: Object.fromEntries([article.id, ...cited].map((id) => [id, sourceOf(id)])),
            claims: Object.fromEntries(views),
          }),
          languages: inEach((other) => `${other}/articles/${article.id}/`),
          canonical: folder,
        },
        folder,
      ),
    );
  }

  async function writeLibrary(lang: Lang): Promise<void> {
    const revisions = new Map(claims.map(({ claim, data }) => [claim.id, data.revision]));
    const address = (id: string): string => `${lang}/claims/${id}/r${revisions.get(id) ?? 0}/`;
    for (const { folder, title, description, body } of libraryPages(lang, dataset, about, build.modules, address)) {
      const own = `${lang}/${folder}/`;
      await writer.write(
        `${own}index.html`,
        shell(
          {
            lang,
            title: `${title} · Footing`,
            description,
            assets: writer.assets("none"),
            body,
            languages: inEach((other) => `${other}/${folder}/`),
            canonical: own,
          },
          own,
        ),
      );
    }
  }

  async function writePolicy(lang: Lang): Promise<void> {
    await writer.write(
      `${lang}/policy/index.html`,
      shell(
        {
          lang,
          title: `${messages[lang].site.policy} · Footing`,
          description: messages[lang].home.no_verdict,
          assets: writer.assets("none"),
          body: policyBody(lang, build.contacts),
          languages: inEach((other) => `${other}/policy/`),
          canonical: `${lang}/policy/`,
        },
        `${lang}/policy`,
      ),
    );
  }
}
