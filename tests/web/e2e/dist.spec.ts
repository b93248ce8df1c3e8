/** What is built, looked at as a machine does that did not build it: the same input gives the same bytes, a release adds its
 * own files and no others, and what search engines, feed readers and sharing services read is as their formats say. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { buildSite, kAhead, kWithdrawn, makeDataset, release } from "../support/revisions";
import { serve, type Serving } from "../support/server";
import { kChromium, kClaim, langs } from "../support/site";

test.describe.configure({ mode: "serial" });
test.use({ serviceWorkers: "block" });

const kAddress = "https://footing.example/press/";
const kBuild = { FOOTING_URL: kAddress, SOURCE_DATE_EPOCH: "1798761600" }; // 2027-01-01
let folder = "";
const at = (name: string): string => path.join(folder, name);

test.beforeAll(({ browserName }, { outputDir }) => {
  test.setTimeout(600_000);
  folder = path.join(outputDir, `dist-${browserName}`);
  makeDataset(at("datasets"));
  buildSite(at("datasets"), at("one"), kBuild);
});

/** Every file of a folder with the SHA-256 of what it holds. */
function sums(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(root, name)).isFile())
    .sort();
  return new Map(
    files.map((name): [string, string] => [
      name,
      createHash("sha256")
        .update(readFileSync(path.join(root, name)))
        .digest("hex"),
    ]),
  );
}
const text = (name: string): string => readFileSync(at(`one/${name}`), "utf8");
const page = (lang: string, revision: number, id = kClaim): string => `${lang}/claims/${id}/r${revision}/`;

/** The attributes of each element of that name in a page's head. */
function tags(html: string, name: string): Record<string, string>[] {
  const head = html.slice(0, html.indexOf("<body"));
  return [...head.matchAll(new RegExp(`<${name}\\s([^>]*?)/?>`, "g"))].map((match) =>
    Object.fromEntries(
      [...(match[1] ?? "").matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, plain(value)]),
    ),
  );
}
const plain = (value: string): string =>
  value.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, one: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[one] ?? "",
  );
const meta = (html: string): Record<string, string> =>
  Object.fromEntries(tags(html, "meta").map((one) => [one.property ?? one.name ?? "", one.content ?? ""]));

test("two builds are equal to the byte, and list what they wrote", { tag: kChromium }, () => {
  test.setTimeout(600_000);
  buildSite(at("datasets"), at("two"), kBuild);
  const one = sums(at("one"));
  expect([...sums(at("two"))]).toEqual([...one]);
  const listed = text("SHA256SUMS")
    .trim()
    .split("\n")
    .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]);
  one.delete("SHA256SUMS");
  expect(new Map(listed)).toEqual(one);
});

test("a release adds the files of its revisions and no others", { tag: kChromium }, () => {
  test.setTimeout(600_000);
  release(at("datasets"), "2027-02-01");
  buildSite(at("datasets"), at("two"), kBuild);
  const [before, after] = [sums(at("one")), sums(at("two"))];
  expect([...before.keys()].filter((name) => !after.has(name) && !name.includes(`/claims/${kAhead}/`))).toEqual([]);
  const added = [...after.keys()].filter((name) => !before.has(name));
  // As many as one revision of another claim has, each under the same name.
  const files = (id: string, revision: number, names: Iterable<string>): string[] =>
    [...names].filter((name) => new RegExp(`claims/${id}/r${revision}(/|\\.json$)`).test(name));
  const model = files(kClaim, 2, after.keys());
  expect(added.map((name) => name.replace(kAhead, kClaim))).toEqual(model);
  expect(model.length).toBe(3 * 7 + 1);
  const bytes = (names: string[]): number => names.reduce((sum, name) => sum + statSync(at(`two/${name}`)).size, 0);
  expect(bytes(added)).toBeLessThan(1.3 * bytes(model));
  // What stood under older names stands there still; scripts are shared.
  const kept = [...before].filter(([name]) => /^assets\/|r\d+\.json$|card\.png$/.test(name) && after.has(name));
  for (const [name, sum] of kept) if (!name.includes(kAhead)) expect(after.get(name), name).toBe(sum);
});

test("search engines are led to the newest revision, in the reader's language", { tag: kChromium }, () => {
  for (const lang of langs) {
    const html = text(`${page(lang, 2)}index.html`);
    const links = tags(html, "link");
    const rel = (name: string): Record<string, string>[] => links.filter((one) => one.rel === name);
    expect(rel("canonical").map(({ href }) => href)).toEqual([`${kAddress}${page(lang, 2)}`]);
    expect(meta(html).robots).toBeUndefined();
    expect(
      rel("alternate")
        .filter(({ hreflang }) => hreflang)
        .map(({ hreflang, href }) => [hreflang, href]),
    ).toEqual(langs.map((other) => [other, `${kAddress}${page(other, 2)}`]));
    const old = text(`${page(lang, 1)}index.html`);
    expect(tags(old, "link").find((one) => one.rel === "canonical")?.href).toBe(`${kAddress}${page(lang, 2)}`);
    expect(meta(old).robots).toBe("noindex");
    expect(meta(text(`${page(lang, 2)}embed/index.html`)).robots).toBe("noindex");
    expect(meta(text(`${page(lang, 1, kWithdrawn)}index.html`)).robots).toBe("noindex");
  }
});

test("sharing services find title, text, address and a picture of the size they are told", { tag: kChromium }, () => {
  for (const lang of langs)
    for (const revision of [1, 2]) {
      const own = page(lang, revision);
      const said = meta(text(`${own}index.html`));
      expect(said["og:title"]).toMatch(/\S+ · Footing$/);
      expect(said["og:type"]).toBe("website");
      expect(said["og:url"]).toBe(`${kAddress}${own}`);
      expect(said["og:locale"]).toBe({ en: "en_US", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW" }[lang]);
      expect(said["og:description"]?.length).toBeGreaterThan(20);
      expect(said["og:image"]).toBe(`${kAddress}${own}card.png`);
      expect(said["og:image:alt"]).toBe(said["og:title"]?.replace(" · Footing", ""));
      expect(said["twitter:card"]).toBe("summary_large_image");
      const png = readFileSync(at(`one/${own}card.png`));
      expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)].map(String)).toEqual([
        said["og:image:width"],
        said["og:image:height"],
      ]);
      expect(png.length).toBeLessThan(1_000_000);
    }
});

test("oEmbed names its frame, and every page names its oEmbed", { tag: kChromium }, () => {
  for (const lang of langs)
    for (const revision of [1, 2]) {
      const own = page(lang, revision);
      const found = tags(text(`${own}index.html`), "link").filter((one) => one.type === "application/json+oembed");
      expect(found.map(({ href }) => href)).toEqual([`${kAddress}${own}oembed.json`]);
      const said = JSON.parse(text(`${own}oembed.json`)) as Record<string, unknown>;
      expect(said).toMatchObject({ version: "1.0", type: "rich", thumbnail_width: 1200, thumbnail_height: 630 });
      for (const key of ["width", "height", "cache_age"]) expect(Number.isInteger(said[key]), key).toBe(true);
      expect(said.title).toBe(found[0]?.title?.replace(" · Footing", ""));
      expect(said.thumbnail_url).toBe(`${kAddress}${own}card.png`);
      const src = /^<iframe src="([^"]+)"[^<>]*><\/iframe>$/.exec(String(said.html))?.[1] ?? "";
      expect(src).toBe(`${kAddress}${own}embed/index.html`);
      expect(statSync(at(`one/${src.slice(kAddress.length)}`)).isFile()).toBe(true);
    }
});

interface Thing {
  "@type": string;
  [other: string]: unknown;
}

test("structured data has what its types need, and the sources that the page cites", { tag: kChromium }, () => {
  for (const lang of langs) {
    const html = text(`${page(lang, 2)}index.html`);
    const block = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const said = JSON.parse(block) as { "@context": string; "@graph": Thing[] };
    expect(said["@context"]).toBe("https://schema.org");
    const [app, data] = ["WebApplication", "Dataset"].map((type) =>
      said["@graph"].find((one) => one["@type"] === type),
    );
    for (const one of [app, data]) {
      expect(one?.url).toBe(`${kAddress}${page(lang, 2)}`);
      expect(one?.inLanguage).toBe(lang);
      expect(one?.name).toBe(JSON.parse(readFileSync(at(`datasets/claims/${kClaim}.json`), "utf8")).title[lang]);
    }
    expect(String(data?.description).length).toBeGreaterThan(10);
    const cited = data?.citation as { name: string; url?: string }[];
    // Every source in the page's list, with its address where it has one.
    const listed = [...html.matchAll(/<li id="source-([\w-]+)"/g)].map(([, id = ""]) => id);
    expect(listed.length).toBeGreaterThan(3);
    const titles = listed.map((id) => {
      const source = JSON.parse(readFileSync(at(`datasets/sources/${id}.json`), "utf8")) as { title: string };
      return source.title;
    });
    expect(cited.map(({ name }) => name).sort()).toEqual(titles.sort());
    for (const { url } of cited) if (url) expect(new URL(url).protocol).toMatch(/^https?:$/);
    expect((data?.variableMeasured as unknown[]).length).toBeGreaterThan(0);
  }
});

test("the review that a publisher fills in lacks the rating and its author alone", { tag: kChromium }, () => {
  for (const lang of langs) {
    const said = JSON.parse(text(`${page(lang, 2)}claim-review.json`)) as Record<string, never>;
    const empty: string[] = [];
    const walk = (node: unknown, place: string): void => {
      if (node === "" || node === null) empty.push(place);
      else if (typeof node === "object" && node !== null)
        for (const [key, value] of Object.entries(node)) walk(value, `${place}/${key}`);
    };
    walk(said, "");
    expect(empty.sort()).toEqual(
      [
        "/author/name",
        "/author/url",
        "/datePublished",
        "/reviewRating/alternateName",
        "/reviewRating/bestRating",
        "/reviewRating/ratingValue",
        "/reviewRating/worstRating",
        "/url",
      ].sort(),
    );
    const claim = (said.itemReviewed ?? {}) as { appearance: Thing[]; firstAppearance: Thing };
    expect(said["@type"]).toBe("ClaimReview");
    expect(said.claimReviewed).toBe(
      JSON.parse(readFileSync(at(`datasets/claims/${kClaim}.json`), "utf8")).statement[lang],
    );
    for (const work of [claim.firstAppearance, ...claim.appearance]) {
      expect(String(work.name).length).toBeGreaterThan(3);
      if (work.datePublished) expect(work.datePublished).toMatch(/^\d{4}(-\d\d){0,2}$/);
    }
    expect(said.isBasedOn).toBe(`${kAddress}${page(lang, 2)}`);
  }
});

test.describe("in a browser", { tag: kChromium }, () => {
  let site: Serving;
  test.beforeAll(async () => {
    site = await serve(at("one"), 0, "/press/");
  });
  test.afterAll(async () => site?.close());

  test("feeds are XML, and each entry has what RFC 4287 asks for", async ({ page: tab }) => {
    await tab.goto(`${site.url}404.html`);
    for (const lang of langs) {
      const feed = await tab.evaluate(
        (xml) => {
          const document = new DOMParser().parseFromString(xml, "application/xml");
          const kAtom = "http://www.w3.org/2005/Atom";
          const each = (node: Element, name: string): Element[] =>
            [...node.children].filter((one) => one.localName === name && one.namespaceURI === kAtom);
          const one = (node: Element, name: string): string => each(node, name)[0]?.textContent ?? "";
          const links = (node: Element): (string | null)[][] =>
            each(node, "link").map((link) => [link.getAttribute("rel"), link.getAttribute("href")]);
          const root = document.documentElement;
          const told = (node: Element) => ({
            counts: ["id", "title", "updated"].map((name) => each(node, name).length),
            id: one(node, "id"),
            title: one(node, "title"),
            updated: one(node, "updated"),
            links: links(node),
          });
          return {
            errors: document.querySelectorAll("parsererror").length,
            lang: root.getAttribute("xml:lang"),
            author: each(root, "author").length,
            feed: told(root),
            entries: each(root, "entry").map(told),
          };
        },
        text(`${lang}/feed.xml`),
      );
      expect(feed.errors).toBe(0);
      expect(feed.lang).toBe(lang);
      expect(feed.author).toBe(1);
      expect(feed.feed.links).toContainEqual(["self", `${kAddress}${lang}/feed.xml`]);
      const all = [feed.feed, ...feed.entries];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const { counts, id, title, updated, links } of all) {
        expect(counts).toEqual([1, 1, 1]);
        expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        expect(title.trim()).not.toBe("");
        expect(new Date(updated).toISOString().replace(".000", "")).toBe(updated);
        const [, href = ""] = links.find(([rel]) => rel === "alternate") ?? [];
        const target = href?.replace(kAddress, "one/") ?? "";
        expect(statSync(at(`${target}index.html`)).isFile(), href ?? "").toBe(true);
      }
      // Two revisions and a correction of one claim, a revision each of two, and a withdrawal: the newest first.
      expect(feed.entries.length).toBe(6);
      const dates = feed.entries.map(({ updated }) => updated);
      expect(dates).toEqual([...dates].sort().reverse());
      expect(feed.feed.updated).toBe(dates[0]);
    }
  });
});
