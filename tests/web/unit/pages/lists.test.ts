import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Claim, Source } from "../../../../web/src/engine/types";
import { type ArticleFile, rowOf } from "../../../../web/src/pages/articles";
import { citation, shortCitation } from "../../../../web/src/pages/citation";
import type { View } from "../../../../web/src/pages/data";
import { countLine, kTopics, topicName, yearsOf } from "../../../../web/src/pages/home";
import { kLangs } from "../support/answers";

const kRoot = join(dirname(fileURLToPath(import.meta.url)), "../../../..");

describe("topics", () => {
  test("are those a claim may have, each with a name of its own in every language", () => {
    const schema = JSON.parse(readFileSync(join(kRoot, "datasets/schema/claim.schema.json"), "utf8")) as {
      properties: { topic: { enum: string[] } };
    };
    expect([...kTopics].sort()).toEqual([...schema.properties.topic.enum].sort());
    for (const lang of kLangs) {
      const names = kTopics.map((topic) => topicName(topic, lang));
      expect(new Set(names).size).toBe(kTopics.length);
      for (const [i, name] of names.entries()) expect(name).not.toBe(kTopics[i]);
    }
  });
});

describe("the years of a claim", () => {
  const view = (period: string, issued: Record<string, number> = {}): Pick<View, "data"> =>
    ({
      data: {
        claim: "c",
        files: {
          "claims/c.json": {
            id: "c",
            period: { en: period, "zh-Hans": "", "zh-Hant": "" },
            published: [{ source: "original" }],
            appears_in: [{ source: "article" }],
          } as unknown as Claim,
          ...Object.fromEntries(
            Object.entries(issued).map(([id, year]) => [
              `sources/${id}.json`,
              { id, issued: { "date-parts": [[year]] } },
            ]),
          ),
        },
      },
    }) as unknown as Pick<View, "data">;

  test("are those its period names; a span is every year of it", () => {
    expect(yearsOf(view("early 2023"))).toEqual([2023]);
    expect(yearsOf(view("2010–2013"))).toEqual([2010, 2011, 2012, 2013]);
    expect(yearsOf(view("2012 to 2014"))).toEqual([2012, 2013, 2014]);
    expect(yearsOf(view("2019; up to 2023"))).toEqual([2019, 2023]);
  });

  test("else the year in which the figure was published, else none", () => {
    expect(yearsOf(view("no year given", { original: 2021, article: 2023 }))).toEqual([2021]);
    expect(yearsOf(view("no year given", { article: 2023 }))).toEqual([2023]);
    expect(yearsOf(view("no year given"))).toEqual([]);
  });
});

describe("articles", () => {
  test("are counted by state, states without statements left out", () => {
    const counts = { statements: 28, computed: 22, record: 6, open: 0 };
    expect(countLine(counts, "en")).toBe("28 statements, 22 computed, 6 on record");
    expect(countLine(counts, "zh-Hans")).toBe("28 条说法，22 条可计算，6 条对照记录");
    expect(countLine(counts, "zh-Hant")).toBe("28 則說法，22 則可計算，6 則對照紀錄");
  });

  test("a claim's row is the one with its quotation, else its first", () => {
    const article = {
      statements: [
        { id: "s01", state: "record", quote: "a" },
        { id: "s02", state: "computed", claim: "x", quote: "b" },
        { id: "s03", state: "computed", claim: "x", quote: "c" },
      ],
    } as unknown as ArticleFile;
    expect(rowOf(article, "x", "c")).toBe("s03");
    expect(rowOf(article, "x", "elsewhere")).toBe("s02");
    expect(rowOf(article, "y", "a")).toBeNull();
  });
});

describe("citations", () => {
  const source = (more: object): Source => ({ id: "s", type: "article", title: "Title", ...more }) as unknown as Source;

  test("a year that the name holds is not said twice", () => {
    expect(shortCitation(source({ "container-title": "ICLR 2024", issued: { "date-parts": [[2024]] } }))).toBe(
      "ICLR 2024",
    );
    expect(shortCitation(source({ author: [{ family: "Li" }], issued: { "date-parts": [[2025]] } }))).toBe("Li 2025");
  });

  test("others that a record abbreviates are abbreviated in the page's language", () => {
    const many = source({ author: [{ family: "Luccioni" }, { literal: "et al." }] });
    expect(citation(many, "en").toString()).toContain("Luccioni et al.");
    expect(citation(many, "zh-Hans").toString()).toContain("Luccioni 等");
    expect(citation(many, "zh-Hant").toString()).not.toContain("et al");
  });
});
