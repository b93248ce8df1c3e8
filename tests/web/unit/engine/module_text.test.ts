import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { moduleOfText, textOfModule } from "../../../../web/src/engine/module_text";

describe("a module as text", () => {
  test("any bytes come back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expect(moduleOfText(textOfModule(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  test("the text means nothing inside a script's element, and nobody trims or folds it", () => {
    const text = textOfModule(Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251));
    expect(text).not.toMatch(/[<\s\p{Cc}]/u);
    expect(text.normalize("NFC")).toBe(text);
    expect(new TextEncoder().encode(text).length).toBeLessThan(2 * 5256);
  });
});
