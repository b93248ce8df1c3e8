import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { typeset } from "../../../../web/src/format/index";

describe("Chinese punctuation", () => {
  test.each([
    ["每天约 50 万度,在此范围内;不含训练(估算)。", "每天约 50 万度，在此范围内；不含训练（估算）。"],
    ["(3,617 台)與負載", "（3,617 台）與負載"],
    ["见 https://a.example/b?c=1,2", "见 https://a.example/b?c=1,2"],
    ["PUE(电能使用效率)", "PUE（电能使用效率）"],
    ["Strubell (2019), arXiv 1906.02243", "Strubell (2019), arXiv 1906.02243"],
    ["是否成立?另见 →", "是否成立？另见 →"],
    ["输入 uniform(0.7,0.82)", "输入 uniform(0.7,0.82)"],
  ])("%s", (before, after) => {
    expect(typeset(before, "zh-Hans")).toBe(after);
    expect(typeset(before, "en")).toBe(before);
  });

  test("setting twice changes nothing more", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(..."ab12 ,.;:()每天约度台（），。"),
        }),
        (text) => typeset(typeset(text, "zh-Hant"), "zh-Hant") === typeset(text, "zh-Hant"),
      ),
    );
  });
});
