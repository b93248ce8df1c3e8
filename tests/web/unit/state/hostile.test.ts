/** A link is what a stranger typed. Whatever stands in it, the page asks the core about its own claim, writes no markup
 * but its own, and hands on addresses of its own site. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FootingError, Lang } from "../../../../web/src/engine/types";
import { LANGS } from "../../../../web/src/format";
import { html, jsonBlock, safeUrl } from "../../../../web/src/pages/html";
import { errorLine } from "../../../../web/src/pages/notices";
import { absoluteLink } from "../../../../web/src/share/link";
import { linkText, queryOf } from "../../../../web/src/state/location";
import {
  kUnchanged,
  requestOf,
  sameSettings,
  settingsOf,
  without,
  withValue,
} from "../../../../web/src/state/settings";
import { subjectOf } from "../../../../web/src/state/store";

const runs = { numRuns: process.env.FOOTING_LONG ? 20000 : 1000, seed: 1 };

/** Texts as strangers type them: markup, schemes, separators, halves of surrogate pairs, names that objects have. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ..."<>\"'&`=/\\:#?%\u0000\u2028\ud800".split(""),
        "<script>",
        "</script>",
        "<!--",
        "]]>",
        "javascript:",
        "onerror=",
        "&lt;",
        "//evil.example",
        "..",
        "__proto__",
        "constructor",
        "pue",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);
const lang = fc.constantFrom<Lang>(...LANGS);
const error: fc.Arbitrary<FootingError> = fc.record({
  code: fc.oneof(fc.constantFrom("outside-bounds", "value-syntax", "duplicate-key", "unit-mismatch"), hostile),
  path: hostile,
  message: fc.oneof(
    hostile,
    hostile.map((text) => `"${text}" is no seed.`),
  ),
  hint: hostile,
});

const kEntities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => kEntities[name] ?? "");

describe("what a stranger typed", () => {
  it("is text in the page, to the letter, and never markup", () => {
    fc.assert(
      fc.property(hostile, hostile, (text, attribute) => {
        const out = html`<li title="${attribute}">${text}</li>`.text;
        const parts = /^<li title="([^"<>']*)">([^<>"']*)<\/li>$/.exec(out);
        expect(parts).not.toBeNull();
        expect(unescaped(parts?.[1] ?? "")).toBe(attribute);
        expect(unescaped(parts?.[2] ?? "")).toBe(text);
      }),
      runs,
    );
  });

  it("makes a notice of one line of text in each language, whatever it is about", () => {
    fc.assert(
      fc.property(error, lang, (problem, language) => {
        const line = errorLine(problem, language);
        expect(typeof line).toBe("string");
        expect(html`<p>${line}</p>`.text.slice(3, -4)).not.toMatch(/[<>"']/);
        expect(typeof subjectOf(problem)).toBe("string");
      }),
      runs,
    );
  });

  it("cannot end a block of data in the page", () => {
    fc.assert(
      fc.property(hostile, hostile, (key, text) => {
        const block = jsonBlock({ [key]: text }).text;
        expect(block).not.toContain("<");
        expect(JSON.parse(block)).toEqual(JSON.parse(JSON.stringify({ [key]: text })));
      }),
      runs,
    );
  });

  it("is no address to follow unless it is one of the web", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const url = safeUrl(text);
        if (url === null) return;
        expect(["http:", "https:", "mailto:"].some((scheme) => url.toLowerCase().startsWith(scheme))).toBe(true);
      }),
      runs,
    );
  });

  it("asks the core about this page's claim and revision, in one link", () => {
    const place = { lang: "en" as const, claim: "fleet-claim", revision: 3 };
    const own = "/en/claims/fleet-claim/r3/";
    fc.assert(
      fc.property(hostile, hostile, (query, after) => {
        const search = query === "" ? "" : `?${query.replace(/#/g, "")}`;
        const text = linkText(place, { search, hash: `#${after}` } as Location);
        expect(text.startsWith(own + search)).toBe(true);
        const rest = text.slice(own.length + search.length);
        // A place in the page is no setting.
        expect(rest).toBe(after.includes("=") ? `#${after}` : "");
      }),
      runs,
    );
  });

  it("never moves the link that is handed on to another site", () => {
    const place = { lang: "en" as const, claim: "fleet-claim", revision: 3 };
    for (const root of ["https://example.org/", "https://example.org/below/this/"]) {
      fc.assert(
        fc.property(hostile, (link) => {
          expect(new URL(absoluteLink(link, place, root)).origin).toBe("https://example.org");
          expect(queryOf(link) === "" || queryOf(link).startsWith("?")).toBe(true);
        }),
        runs,
      );
    }
  });

  it("changes no settings but those of its own key", () => {
    const set = fc.dictionary(hostile, hostile, { maxKeys: 4 });
    fc.assert(
      fc.property(set, hostile, hostile, (before, key, text) => {
        const settings = settingsOf(requestOf("fleet-claim", { ...kUnchanged, set: before }));
        expect(sameSettings(settings, { ...kUnchanged, set: before })).toBe(true);
        const changed = withValue(settings, key, text);
        expect(Object.getOwnPropertyDescriptor(changed.set, key)?.value).toBe(text);
        expect(Object.getPrototypeOf(changed.set)).toBe(Object.prototype);
        expect(sameSettings(without(changed, [key]), without(settings, [key]))).toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      runs,
    );
  });
});
