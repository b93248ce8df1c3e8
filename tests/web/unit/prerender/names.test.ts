/** Sources with Chinese names, on pages in each language. */
import { expect, test } from "vitest";
import type { Source } from "../../../../web/src/engine/types";
import { citation, shortCitation } from "../../../../web/src/pages/citation";
import { foreign } from "../../../../web/src/pages/html";
import { namesIn } from "../../../../web/src/prerender/dataset";

const files = {
  "sources/chen.json": {
    id: "chen",
    type: "article-magazine",
    author: [{ literal: "陈徐毅", english: { family: "Chen", given: "Xuyi" } }],
    issued: { "date-parts": [[2024]] },
    "container-title": "中关村",
    custom: { seen_as: "full_text", container_english: "Zhongguancun" },
  },
  "sources/pen.json": {
    id: "pen",
    type: "article",
    author: [{ literal: "玛雅蓝" }],
  },
};
const source = (id: string, lang: "en" | "zh-Hans" | "zh-Hant"): Source =>
  namesIn(files, lang)[`sources/${id}.json` as keyof typeof files] as unknown as Source;

test("a name that has a form for readers of English is written in it, the original beside it in full citations", () => {
  expect(shortCitation(source("chen", "en"))).toBe("Chen 2024");
  const full = citation(source("chen", "en"), "en").text;
  expect(full).toContain('Chen, Xuyi (<span lang="zh">陈徐毅</span>), 2024. ');
  expect(full).toContain('Zhongguancun (<span lang="zh">中关村</span>)');
  for (const lang of ["zh-Hans", "zh-Hant"] as const) {
    expect(shortCitation(source("chen", lang))).toBe("陈徐毅 2024");
    expect(citation(source("chen", lang), lang).text).not.toMatch(/Chen|Zhongguancun|<span/);
  }
});

test("a pen name stays as it is, and is marked as another language's", () => {
  expect(foreign(shortCitation(source("pen", "en")), "en").text).toBe('<span lang="zh">玛雅蓝</span>');
  expect(foreign("A < B 中关村 2024", "en").text).toBe('A &lt; B <span lang="zh">中关村</span> 2024');
  expect(foreign("中关村 2024", "zh-Hans").text).toBe("中关村 2024");
});
