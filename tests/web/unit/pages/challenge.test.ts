import { describe, expect, test } from "vitest";
import { contactsOf, reportAddress } from "../../../../web/src/pages/challenge";
import { kLangs } from "../support/answers";

const kShown = "https://footing.example/en/claims/a-claim/r1/?pue=1.2&servers=2000..6000";

describe("an objection", () => {
  test("carries the address of what is shown and the input, whole", () => {
    for (const lang of kLangs) {
      const mail = new URL(reportAddress("mailto:desk@example.org", "a-claim r1 pue", kShown, lang));
      expect(mail.protocol + mail.pathname).toBe("mailto:desk@example.org");
      expect(mail.searchParams.get("subject")).toBe("Footing: a-claim r1 pue");
      const [address, , question] = (mail.searchParams.get("body") ?? "").split("\n");
      expect(address).toBe(kShown);
      expect(question).not.toBe("");
      const issue = new URL(reportAddress("https://example.org/p/issues/new", "a-claim r1 pue", kShown, lang));
      expect(issue.origin + issue.pathname).toBe("https://example.org/p/issues/new");
      expect(issue.searchParams.get("title")).toBe("Footing: a-claim r1 pue");
      expect(issue.searchParams.get("body")).toContain(kShown);
    }
  });

  test("goes where the build says, and nowhere else", () => {
    expect(contactsOf(undefined)).toEqual([]);
    expect(contactsOf(" mailto:a@b.org  https://b.org/new ")).toEqual(["mailto:a@b.org", "https://b.org/new"]);
    for (const bad of ["javascript:alert(1)", "http://b.org/", "mailto:a@b.org?cc=c@d.org", "a@b.org"])
      expect(() => contactsOf(bad), bad).toThrow(bad);
  });
});
