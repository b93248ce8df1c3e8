import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Lang } from "../../../../web/src/engine/types";
import { typeset } from "../../../../web/src/format/index";
import { aboutText } from "../../../../web/src/messages/about";
import { errorCodes, errorText, notice } from "../../../../web/src/messages/errors";
import { fill, messages } from "../../../../web/src/messages/index";
import { methodText } from "../../../../web/src/messages/method";
import { policy } from "../../../../web/src/messages/policy";
import { kLangs } from "../support/answers";
import { bannedIn } from "../support/lint";

const kRoot = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

/** Every text with its place. */
function leaves(node: unknown, place = ""): [string, string][] {
  if (typeof node === "string") return [[place, node]];
  return Object.entries(node as object).flatMap(([key, value]) =>
    leaves(value, place === "" ? key : `${place}.${key}`),
  );
}

function allTexts(lang: Lang): [string, string][] {
  return [
    ...leaves(messages[lang]),
    ...leaves(policy[lang], "policy"),
    ...leaves(methodText[lang], "method"),
    ...leaves(aboutText[lang], "about"),
    ...errorCodes.map((code): [string, string] => [`error.${code}`, errorText(code, lang) as string]),
  ];
}

describe("messages", () => {
  test("have the same places to fill in every language", () => {
    const places = (text: string): string[] => (text.match(/\{[a-z_]+\}/g) ?? []).sort();
    const english = new Map(allTexts("en"));
    for (const lang of kLangs) {
      const here = allTexts(lang);
      expect(here.map(([place]) => place)).toEqual([...english.keys()]);
      for (const [place, text] of here)
        expect(places(text), `${lang} ${place}`).toEqual(places(english.get(place) as string));
    }
  });

  test("are never empty and carry no ambiguous word", () => {
    for (const lang of kLangs)
      for (const [place, text] of allTexts(lang)) {
        expect(text.trim(), `${lang} ${place}`).not.toBe("");
        expect(text, `${lang} ${place}`).not.toContain("兆");
      }
  });

  test("use none of the words that judge", () => {
    const found: string[] = [];
    for (const lang of kLangs)
      for (const [place, text] of allTexts(lang)) {
        // The standing note must say what the range is not.
        const words = bannedIn(text).filter((word) => !(place === "first.standing" && word === "true"));
        if (words.length > 0) found.push(`${lang} ${place}: ${words.join(" ")}`);
      }
    expect(found).toEqual([]);
  });

  test("are set with full-width punctuation in Chinese", () => {
    for (const lang of ["zh-Hans", "zh-Hant"] as const)
      for (const [place, text] of allTexts(lang)) {
        expect(typeset(text, lang), place).toBe(text);
        expect(text, place).not.toMatch(/[\u4e00-\u9fff][,;?!]/);
      }
  });

  test("keep the two Chinese writings apart, and Taiwan's terms in zh-Hant", () => {
    const simplified = /[这个们来为发见说输选设国图链转从数应标单电机车东书时会对关开门问间长见风飞马鱼鸟龙]/;
    const traditional = /[這個們來為發見說輸選設國圖鏈轉從數應標單電機車東書時會對關開門問間長風飛馬魚鳥龍]/;
    const mainland = [
      "服務器",
      "數據中心",
      "英偉達",
      "默認",
      "鏈接",
      "信息",
      "軟件",
      "網絡",
      "屏幕",
      "視頻",
      "質量",
      "打印",
      "加載",
      "程序",
      "文件",
      "二維碼",
      "保存圖片",
      "芯片",
    ];
    for (const [place, text] of allTexts("zh-Hans"))
      if (!place.startsWith("site.languages")) expect(text, place).not.toMatch(traditional);
    for (const [place, text] of allTexts("zh-Hant")) {
      if (place.startsWith("site.languages")) continue;
      expect(text.replace(/[個]/g, ""), place).not.toMatch(simplified);
      expect(
        mainland.filter((word) => text.includes(word)),
        place,
      ).toEqual([]);
    }
  });

  test("name the scenarios with the agreed words", () => {
    expect(kLangs.map((lang) => messages[lang].scenario.as_published)).toEqual([
      "Author's inputs",
      "原作者的取值",
      "原作者的取值",
    ]);
    expect(kLangs.map((lang) => messages[lang].scenario.sourced_then)).toEqual([
      "Sourced range",
      "有出处的范围",
      "有出處的範圍",
    ]);
    expect(kLangs.map((lang) => messages[lang].scenario.yours)).toEqual(["Yours", "你的设定", "你的設定"]);
    expect(messages.en.state).toMatchObject({
      stated: "stated",
      implied: "implied by the arithmetic",
      omitted: "left out",
      unknown: "unknown",
    });
  });

  test("fill their places, and leave a place without a value as it is", () => {
    expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
    expect(fill("{a}", { a: "{a}" })).toBe("{a}"); // a value is not filled again
  });
});

describe("errors", () => {
  test("every code of the calculator has words", () => {
    const file = join(kRoot, "core/include/footing/base/error_codes.hpp");
    expect(existsSync(file)).toBe(true);
    const codes = [...readFileSync(file, "utf8").matchAll(/\{\s*"([a-z]+(?:-[a-z0-9]+)*)"/g)].map(
      (match) => match[1] as string,
    );
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => errorText(code, "en") === null)).toEqual([]);
  });

  test("a notice keeps what was typed, letter by letter", () => {
    const error = {
      code: "value-syntax",
      path: "/set/pue",
      message: 'cannot read "1,2 <b>" as a value',
      hint: "Write 1.2.",
    };
    for (const lang of kLangs) {
      const shown = notice(error, lang);
      expect(shown.offending).toEqual(["1,2 <b>"]);
      expect(shown.text).toBe(errorText("value-syntax", lang));
      expect(shown.detail).toBe('cannot read "1,2 <b>" as a value Write 1.2.');
    }
  });

  test("an unknown code shows the calculator's own message", () => {
    expect(notice({ code: "from-the-future", path: "", message: "m", hint: "" }, "zh-Hans").text).toBe("m");
    expect(errorText("toString", "en")).toBeNull();
  });
});

describe("policy page", () => {
  test("has every section the editorial rules ask for, in every language", () => {
    const ids = [
      "publisher",
      "money",
      "unchecked",
      "entry",
      "ranges",
      "evidence",
      "sentences",
      "challenge",
      "corrections",
      "limits",
      "cite",
      "privacy",
    ];
    for (const lang of kLangs) {
      expect(policy[lang].sections.map((section) => section.id)).toEqual(ids);
      for (const section of policy[lang].sections) expect(section.paragraphs.length).toBeGreaterThan(0);
    }
  });

  test("has as many paragraphs in each language", () => {
    const count = (lang: Lang): number[] => policy[lang].sections.map((section) => section.paragraphs.length);
    expect(count("zh-Hans")).toEqual(count("en"));
    expect(count("zh-Hant")).toEqual(count("en"));
  });
});
