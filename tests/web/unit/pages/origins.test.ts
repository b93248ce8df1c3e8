/** Where a number comes from is said no surer than it is known; a figure stands on the bar of the place it speaks of. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Claim } from "../../../../web/src/engine/types";
import { barData, composed, mainSentence } from "../../../../web/src/pages/figures";
import { populationRequests } from "../../../../web/src/pages/populations";
import { sumHeading } from "../../../../web/src/pages/own";
import { authorLine, scope } from "../../../../web/src/pages/parts";
import { authorsSum, chain, otherScenarios, sumDoubt } from "../../../../web/src/pages/printed";
import { originsOf } from "../../../../web/src/sentences/origins";
import { linkKind, sourceOfLink } from "../../../../web/src/sentences/words";
import { kLangs } from "../support/answers";
import { Built } from "../support/built";
import "../../../../web/src/sentences/index";

const kFolder = join(dirname(fileURLToPath(import.meta.url)), "../../../../datasets/claims");
const claims = readdirSync(kFolder).map((name) => JSON.parse(readFileSync(join(kFolder, name), "utf8")) as Claim);
const words = (text: string): string => text.replace(/<[^>]+>/g, "").replace(/\s+/g, " ");

let built: Built;
beforeAll(async () => {
  built = await Built.start();
});

describe("an origin that is inferred", () => {
  const doubted = claims.filter((claim) => claim.chain.some((link) => typeof link !== "string"));

  test("what follows an inferred link is inferred too, what stands before it is not", () => {
    const claim = {
      chain: ["a", { source: "b", link: "inferred" }, "c", { source: "d", link: "example" }],
    } as unknown as Claim;
    expect(["a", "b", "c", "d", "e"].map((id) => linkKind(claim, id))).toEqual([
      null,
      "inferred",
      "inferred",
      "inferred",
      null,
    ]);
  });

  test.each(kLangs)("%s: the chain marks it, and no mark on the bar calls it the original", async (lang) => {
    const plain = {
      en: "Original",
      "zh-Hans": "原始来源",
      "zh-Hant": "原始來源",
    }[lang];
    const said = {
      en: /our (inference|example)/,
      "zh-Hans": /我们(的推断|举的例)/,
      "zh-Hant": /我們(的推斷|舉的例)/,
    }[lang];
    expect(doubted.length).toBeGreaterThan(8);
    for (const { id } of doubted) {
      const view = await built.view(id, lang);
      const claim = view.data.files[`claims/${id}.json`] as Claim;
      expect(words(chain(view, {}).text), id).toMatch(said);
      const sources = new Set(claim.published.filter(({ role }) => role === "original").map(({ source }) => source));
      if ([...sources].every((source) => linkKind(claim, source) === null)) continue;
      const svg = (await import("../../../../web/src/pages/figures")).barChart(view);
      if ([...sources].every((source) => linkKind(claim, source) !== null)) expect(words(svg), id).not.toContain(plain);
      expect((barData(view)?.marks ?? []).filter(({ role, label }) => role === "original" && !label)).toEqual([]);
    }
  });

  test("the sum says so in its heading, and its scenario's note stands there", async () => {
    const view = await built.view("chatgpt-year-15000t", "en");
    expect(words(sumDoubt(view)?.text ?? "")).toBe(" (origin: our inference, not confirmed)");
    expect(words(authorsSum(view).text)).toContain("The inputs of the page that we infer to be the source.");
    expect(sumDoubt(await built.view("chatgpt-daily-500mwh", "en"))).toBeNull();
  });

  test.each([
    ["chatgpt-daily-500mwh", "Redo the author's sum"],
    ["chatgpt-year-15000t", "Redo the sum"], // the inferred origin's
    ["emission-five-factors", "Redo the sum"], // our example's
    ["cooling-over-40pct", "Redo the sum"], // in part another text's
    ["gpt3-hundred-homes", "A sum with values put in"], // nobody's
  ])("%s: the sum is called the author's where it is: %s", async (id, title) => {
    expect(sumHeading((await built.view(id, "en")).data, "en").title).toBe(title);
  });

  test("each end of a published range has its sum, with what was printed below it", async () => {
    const text = words(authorsSum(await built.view("ai-2027-85-134twh", "en")).text);
    const [low = "", high = ""] = text.trim().split(/(?=Author's inputs, low end|High end: 10\.2 kW)/);
    expect(low).toMatch(/6\.5 kW.*= 85\.41 TWh.*As printed: 85\.4/);
    expect(high).toMatch(/10\.2 kW.*= 134\.028 TWh.*As printed: 85.4/);
    // Inputs that span both ends are one sum.
    expect(
      words(authorsSum(await built.view("chat-500ml-25-50", "en")).text).match(/As printed/g)?.length,
    ).toBeGreaterThan(1);
  });

  test("an input's line names the text whose sum it is from", async () => {
    const line = async (id: string, driver: string): Promise<string> => {
      const view = await built.view(id, "en");
      const state = view.answer.inputs.find((one) => one.id === driver);
      return state
        ? words(authorLine(view, state, true).text)
            .replace("&#39;", "'")
            .trim()
        : "";
    };
    expect(await line("chatgpt-year-15000t", "accelerators")).toMatch(/^In the inferred origin's sum: 30,000/);
    expect(await line("prompt-and-output-tokens", "tokens_in")).toMatch(/^In our example: 10,000/);
    expect(await line("aviation-920mt-2000x", "carbon_per_model")).toMatch(/^In the author's sum: 500/);
    expect(await line("chatgpt-year-1400t", "accelerator_power")).toMatch(/^In the author's sum: 407/);
    expect(await line("h100-700w-vs-household", "household_use")).toMatch(/^Put into the author's sum: 10,715/);
  });

  test("what we found elsewhere for a sum to come out is told from what its author's texts give", () => {
    const claim = {
      chain: ["article", "author", { source: "guess", link: "inferred" }],
      scenarios: {
        as_published: {
          inputs: {
            given: { value: "1", state: "stated", source: "author", evidence: "read" },
            worked: { value: "1", state: "implied", source: ["author", "table"], evidence: "derived" },
            found: { value: "1", state: "implied", source: "table", evidence: "read" },
            put_in: { value: "1", state: "unknown", source: "table", evidence: "read" },
            guessed: { value: "1", state: "stated", source: "guess", evidence: "read" },
          },
        },
      },
    } as unknown as Claim;
    expect(originsOf(claim)).toEqual({ found: "rebuilt", guessed: "inferred" });
  });

  test("the sentence calls our example's figure ours, and the others published", async () => {
    const main = async (id: string, lang: "en" | "zh-Hans"): Promise<string> =>
      composed(await built.view(id, lang)).main;
    expect(await main("emission-five-factors", "en")).toContain("; our example's 0.3581 lies in");
    expect(await main("emission-five-factors", "zh-Hans")).toContain("，我们举的例 0.3581 克 CO₂e 在");
    expect(await main("gemini-0p26ml", "en")).toContain("the published 0.26 lies");
  });

  test("what two figures were read from is printed once", async () => {
    const text = words(authorsSum(await built.view("five-questions-500ml", "en")).text);
    expect(text.match(/between 5 to 50 prompts/g)).toHaveLength(1);
    expect(text.match(/As printed/g)).toHaveLength(3);
  });

  test("every source of a chain is named once, and stands in the text as it was read first", () => {
    for (const { id, chain: links } of claims) {
      expect(new Set(links.map(sourceOfLink)).size, id).toBe(links.length);
      expect(typeof links[0], id).toBe("string");
    }
  });
});

describe("a figure on the bar", () => {
  const marks = async (id: string, request = {}): Promise<string[]> =>
    (barData(await built.view(id, "en", request))?.marks ?? []).map(({ role, value }) => `${role} ${value}`);

  test("is drawn for the homes it speaks of", async () => {
    expect(await marks("gpt3-hundred-homes")).toEqual(["article 100"]);
    expect(await marks("gpt3-hundred-homes", { scenario: "anthony_dk" })).toEqual(["article 100", "original 126"]);
    expect(await marks("gpt3-hundred-homes", { scenario: "patterson_dk" })).toEqual(["article 100"]);
    expect(words(otherScenarios(await built.view("gpt3-hundred-homes", "en"))?.text ?? "")).toContain(
      "Inferred origin 126",
    );
    const ours = await marks("chatgpt-17000-us-households");
    expect(ours).toEqual(["article 17000"]);
    expect(await marks("chatgpt-17000-us-households", { set: { home: "cn" } })).toEqual([]);
    expect(
      await marks("chatgpt-17000-us-households", {
        set: { household_use: "9000" },
      }),
    ).toEqual(ours);
  });

  test("of 157 days is not on a bar of a year", async () => {
    const year = await marks("chatgpt-year-15000t");
    expect(year.map((mark) => mark.split(" ")[0])).toEqual(["article", "rival"]);
    expect(await marks("chatgpt-year-15000t", { scenario: "days_157" })).toContain("original 6782.4");
    expect(words(otherScenarios(await built.view("chatgpt-year-15000t", "en"))?.text ?? "")).toContain("6,782");
  });

  test("stays where the choice of a country moves another output", async () => {
    const shown = await marks("ai-2027-half-percent-world");
    expect(shown.length).toBeGreaterThan(0);
    expect(
      await marks("ai-2027-half-percent-world", {
        set: { compared_country: "se" },
      }),
    ).toEqual(shown);
  });
});

describe("a conversion", () => {
  const conversions = claims.filter((claim) => claim.scope.en.includes("\u2192") || claim.converts !== undefined);

  test("leads to the claim of its quantity, from words in the language of the page", async () => {
    expect(conversions.length).toBeGreaterThan(5);
    for (const { id, converts } of conversions) {
      expect(converts, id).toBeDefined();
      for (const lang of kLangs) {
        const view = await built.view(id, lang);
        const link = /(?:[.;] |[。；，])<a href="([^"]*)">([^<]*)<\/a>$/.exec(scope(view).text);
        expect(link?.[1], id).toBe(`../${lang}/claims/${converts}/`);
        expect(link?.[2], id).toMatch(
          {
            en: /is separate \u2192$/,
            "zh-Hans": /另见 \u2192$/,
            "zh-Hant": /另見 \u2192$/,
          }[lang],
        );
      }
    }
  });

  test("has no arrow where nothing can be led to: in texts, and where there is no claim of the quantity", async () => {
    for (const { id } of conversions)
      for (const lang of kLangs) {
        const view = await built.view(id, lang);
        expect(`${mainSentence(view).scope} ${composed(view).text}`, id).not.toContain("\u2192");
        expect(scope({ ...view, root: null }).text, id).not.toMatch(/\u2192|<a/);
      }
  });

  test("says beside 'comes out' what it is that does", async () => {
    const view = await built.view("gpt3-hundred-homes", "zh-Hans");
    expect(mainSentence(view).main).toContain("换算对得上；对得上的是换算，不涉及数量本身。");
  });
});

test("no value is called its author's that the author did not give", async () => {
  const lines = async (id: string, lang: (typeof kLangs)[number]): Promise<string> => {
    const view = await built.view(id, lang);
    return view.answer.inputs.map((input) => words(authorLine(view, input, false).text)).join("\n");
  };
  for (const { id } of claims)
    for (const lang of kLangs) {
      const text = await lines(id, lang);
      expect(text, id).not.toMatch(/Author's value|原作者的取值/);
      expect(text, id).not.toMatch(/[\u3400-\u9fff] +[\u3400-\u9fff]/);
    }
  expect(await lines("gpt3-hundred-homes", "zh-Hant")).toContain("未知；此處以 128.7 萬度代替");
  const view = await built.view("gpt3-hundred-homes", "en");
  expect(words(authorsSum(view).text)).toContain("1,287,000 kWh [put in] ÷ 10,715 kWh per household a year [put in]");
});

test("homes of a scenario's own are not named after a country", async () => {
  const { data } = await built.view("gpt3-hundred-homes", "en");
  const asked = (scenario?: string): (string | undefined)[] =>
    populationRequests(data, { claim: data.claim, ...(scenario ? { scenario } : {}) }).map(({ label }) => label.en);
  expect(asked()).toEqual(["United States", "Mainland China"]);
  expect(asked("anthony_us")).toEqual(["United States", "Mainland China"]);
  expect(asked("anthony_dk")).toEqual([]);
});
