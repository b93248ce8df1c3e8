import { describe, expect, it } from "vitest";
import { html, jsonBlock, markup, safeUrl } from "../../../../web/src/pages/html";

describe("templates", () => {
  it("escape whatever is not markup already, in text and in attributes", () => {
    expect(html`<p title="${`"><b>`}">${"<i>&'"}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;b&gt;">&lt;i&gt;&amp;&#39;</p>',
    );
    expect(html`<p>${markup("<b>x</b>")}${html`<i>${"<"}</i>`}</p>`.text).toBe("<p><b>x</b><i>&lt;</i></p>");
  });
  it("write lists one after the other and nothing for what is absent", () => {
    expect(html`${["a", null, html`<br>`, undefined, false, 0]}`.text).toBe("a<br>0");
  });
  it("keep data from ending its block", () => {
    expect(jsonBlock({ a: "</script><!--" }).text).not.toContain("<");
    expect(JSON.parse(jsonBlock({ a: "</script>" }).text)).toEqual({ a: "</script>" });
  });
  it("link to nothing that is not a page or a mail address", () => {
    expect(safeUrl("https://example.org/")).toBe("https://example.org/");
    expect(safeUrl("javascript:alert(1)")).toBeNull();
    expect(safeUrl(undefined)).toBeNull();
  });
});
