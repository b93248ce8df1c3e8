import { mkdtempSync, readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseAst } from "vite";
import { oneLanguage } from "../../../../web/tools/one_language.mjs";
import { kLangs } from "../support/answers";

const src = mkdtempSync(path.join(tmpdir(), "one-language-"));
mkdirSync(path.join(src, "messages"));
writeFileSync(
  path.join(src, "page.ts"),
  "say(m.notice.title, messages[lang].state[input.state], messages[lang].share.copied)",
);

type Transform = (this: { parse: typeof parseAst }, code: string, id: string) => { code: string } | null;

/** What a source becomes in the script of one language. */
function built(lang: (typeof kLangs)[number], code: string, file = "page.ts"): string {
  const { transform } = oneLanguage(lang, src, path.join(src, "page.ts")) as unknown as {
    transform: { handler: Transform };
  };
  return transform.handler.call({ parse: parseAst }, code, path.join(src, file))?.code ?? code;
}

const inEach = (code: string, file?: string): string[] => kLangs.map((lang) => built(lang, code, file));

describe("the script of one language", () => {
  test("keeps one of three texts and leaves its places as they are", () => {
    expect(inEach('const x = t("a", "b", "c");')).toEqual([
      'const x = t("a", "", "");',
      'const x = t("", "b", "");',
      'const x = t("", "", "c");',
    ]);
    expect(inEach("row(`a`, `b ${x}`, `c`)")[1]).toBe('row("", `b ${x}`, "")');
  });

  test("picks one of two Chinese writings, and only where both are written out", () => {
    expect(inEach('han(lang, "\u7ea6", "\u7d04") + t("b", "c")')).toEqual([
      '("\u7ea6") + ("b")',
      '("\u7ea6") + ("b")',
      '("\u7d04") + ("c")',
    ]);
    expect(inEach("han(lang, a, b)")[2]).toBe("han(lang, a, b)");
  });

  test("knows which language it is, and asks nothing of other values", () => {
    expect(inEach('isChinese(view.lang) ? lang === "en" : c.lang !== "zh-Hant"')).toEqual([
      "false ? true : true",
      "true ? false : true",
      "true ? false : false",
    ]);
    expect(built("en", 'other === "en"')).toBe('other === "en"');
    expect(built("zh-Hans", '(lang) => lang !== "en"', "format/lang.ts")).toBe('(lang) => lang !== "en"');
  });

  test("says units in its own words, and still knows what is counted", () => {
    const rows =
      'r = [["J","energy",1,"k","J","joule/joules","\u7126/\u7126\u8033"],["s","s",1,"","s/ss","","\u53f0|\u670d/\u53f0|\u4f3a"]]';
    expect(inEach(rows, "format/unit_atoms.ts")).toEqual([
      'r = [["J","energy",1,"k","J","joule/joules",""],["s","s",1,"","s/ss","","|\u670d"]]',
      'r = [["J","energy",1,"k","J","","\u7126"],["s","s",1,"","s/ss","","\u53f0|\u670d"]]',
      'r = [["J","energy",1,"k","J","","\u7126\u8033"],["s","s",1,"","s/ss","","\u53f0|\u4f3a"]]',
    ]);
  });

  test("leaves out words that no script names, and keeps groups that ids choose from", () => {
    const words =
      'export const en = { notice: { title: "Notices", old: "Old" }, state: { a: "A", b: "B" }, share: { copied: "C" } };';
    expect(built("en", words, "messages/en.ts")).toBe(
      'export const en = { notice: { title: "Notices",  }, state: { a: "A", b: "B" }, share: { copied: "C" } };',
    );
  });

  test("has stand-ins for the words of the others", () => {
    const load = (lang: (typeof kLangs)[number], file: string): string | null =>
      (oneLanguage(lang, src, path.join(src, "page.ts")).load as unknown as (id: string) => string | null)(
        path.join(src, file),
      );
    expect(load("zh-Hant", "messages/en.ts")).toBe('export { zhHant as en } from "./zh-hant";');
    expect(load("en", "messages/en.ts")).toBeNull();
    expect(load("en", "sentences/phrases_zh.ts")).toBe("export const phrasesZh = () => null;");
    expect(load("zh-Hans", "sentences/phrases_zh.ts")).toBeNull();
  });

  test("breaks no template at its indents", () => {
    expect(built("en", "html`<p>\n   a ${x}\n  </p>`")).toBe("html`<p> a ${x} </p>`");
  });
});

test("the page's own templates have no text in which line breaks count", () => {
  const list = path.resolve(import.meta.dirname, "../../../../web/src/pages/parts.ts");
  expect(readFileSync(list, "utf8")).not.toMatch(/<(pre|textarea)\b/);
});
