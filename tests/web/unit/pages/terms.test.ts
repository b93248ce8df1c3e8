import { describe, expect, test } from "vitest";
import { marked } from "../../../../web/src/pages/terms";

const place = { root: "../", lang: "en" } as const;
const terms = [
  ["TFLOP", "flop"],
  ["FLOP", "flop"],
  ["GPU", "accelerator"],
] as const;
const words = (text: string): string[] =>
  [...marked(place, text, terms).text.matchAll(/<a [^>]*#term-(\w+)">([^<]+)<\/a>/g)].map(
    ([, id, form]) => `${id}:${form}`,
  );

describe("words of the field in a text", () => {
  test("are marked once each, as whole words", () => {
    expect(words("3 TFLOP, FLOP and a GPU, a GPU")).toEqual(["flop:TFLOP", "accelerator:GPU"]);
    expect(words("eGPU, GPUs, FLOPs")).toEqual([]);
    expect(words("用8张GPU")).toEqual(["accelerator:GPU"]);
  });
  test("change nothing else: the text is escaped as ever, and plain where there is no glossary", () => {
    expect(marked(place, "<b> & GPU", terms).text).toMatch(/^&lt;b&gt; &amp; <a /);
    expect(marked({ root: null, lang: "en" }, "GPU <", terms).text).toBe("GPU &lt;");
    expect(marked(place, "GPU", []).text).toBe("GPU");
  });
});
