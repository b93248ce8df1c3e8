import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figureCode, frameCode } from "../../../../web/src/pages/metadata_code";

describe("code to paste", () => {
  test("no title, text or address leaves its place", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (title, text, link) => {
        const outside = (code: string): string => code.replace(/"[^"]*"/g, '""').replace(/>[^<]*</g, "><");
        expect(outside(frameCode(title, link))).toBe(outside(frameCode("a", "b")));
        expect(outside(figureCode(title, text, link, "s", "dark"))).toBe(
          outside(figureCode("a", "b", "c", "s", "dark")),
        );
      }),
    );
  });
});
