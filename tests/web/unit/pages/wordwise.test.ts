import { describe, expect, it } from "vitest";
import { wordwise } from "../../../../web/src/pages/wordwise";

describe("wordwise", () => {
  it("lets a Chinese heading break between words alone", () => {
    const text = wordwise("ChatGPT 運行一年約排放 1,400 公噸二氧化碳", "zh-Hant").text;
    expect(text).toContain("<wbr />排放 1,400");
    expect(text).toContain("公噸<wbr />二氧化碳");
    expect(text.replaceAll("<wbr />", "")).toBe("ChatGPT 運行一年約排放 1,400 公噸二氧化碳");
  });

  it("adds nothing before a mark, and nothing to English", () => {
    expect(wordwise("问 5 次，用水 500 毫升？", "zh-Hans").text).not.toMatch(/<wbr \/>[，？]/);
    expect(wordwise("Running ChatGPT for a year", "en").text).toBe("Running ChatGPT for a year");
  });

  it("keeps what is written as text, not as marks of a page", () => {
    expect(wordwise("训练<模型", "zh-Hans").text).toContain("&lt;");
  });
});
