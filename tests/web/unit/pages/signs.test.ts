import { describe, expect, it } from "vitest";
import { keyOf, signs, type SignId } from "../../../../web/src/pages/signs";

const all = Object.keys(signs) as SignId[];
/** The lines of a key: of which sign, and whether it is shown. */
const linesOf = (key: string): string[] =>
  [...key.matchAll(/<li data-sign="([^"]*)"([^>]*)>/g)].map(
    ([, at = "", more = ""]) => at + (/\shidden/.test(more) ? " hidden" : ""),
  );

describe("keyOf", () => {
  it.each(all.filter((id) => !["ring", "disc"].includes(id)))(
    "explains %s where it is drawn, and nothing else",
    (id) => {
      const at = signs[id].at;
      const alike = all.filter((other) => signs[other].at === at).map(() => at);
      const lines = linesOf(keyOf("en", `<path class="other ${at.slice(1)}"/><path class="${at.slice(1)}-not"/>`).text);
      expect(lines).toEqual(alike);
    },
  );

  it("keeps what settings may bring ready, unseen", () => {
    const lines = linesOf(
      keyOf("en", `<path class="${signs.median.at.slice(1)}"/>`, { may: ["median", "point"] }).text,
    );
    expect(lines).toEqual([signs.median.at, `${signs.point.at} hidden`]);
  });

  it("says nothing of a drawing without signs", () => {
    expect(keyOf("en", "<svg></svg>").text).toBe("");
  });
});
