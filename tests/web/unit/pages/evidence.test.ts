/** What a page says its numbers rest on, beside what its inputs' own notes say. */
import { beforeAll, describe, expect, test } from "vitest";
import { entryOf, shownSources, type View } from "../../../../web/src/pages/data";
import { evidenceLine, usesLine, usesOf } from "../../../../web/src/pages/evidence";
import { inputNotes } from "../../../../web/src/pages/input_notes";
import { messages } from "../../../../web/src/messages";
import { kLangs } from "../support/answers";
import { Built } from "../support/built";

const kClaims = ["chatgpt-daily-500mwh", "chatgpt-year-1400t", "reactor-cooling-tower", "gpt3-hundred-homes"];
let built: Built;
beforeAll(async () => {
  built = await Built.start();
});

const hrefs = (text: string): string[] => [...text.matchAll(/href="#([^"]+)"/g)].map(([, id = ""]) => id);
const plain = (text: string): string => text.replace(/<[^>]+>/g, "");

describe.each(kClaims)("%s", (claim) => {
  test("counts every input once, under the evidence of its entry", async () => {
    for (const lang of kLangs) {
      const view = await built.view(claim, lang);
      const grades = view.answer.inputs.map(({ id, bundle }) => {
        const option = view.answer.bundles.find((one) => one.id === bundle)?.option;
        return entryOf(view.data, view.answer.scenario, id, option)?.evidence ?? "";
      });
      const line = plain(evidenceLine(view, "policy/").text);
      for (const [grade, name] of Object.entries(messages[lang].evidence).filter(([id]) => !/_/.test(id))) {
        const count = grades.filter((one) => one === grade).length;
        const said = lang === "en" ? `${count} ${name}` : `${name} ${count} `;
        expect(line.includes(said), `${said}: ${line}`).toBe(count > 0);
      }
      expect(evidenceLine(view, "policy/").text.match(/href="policy\/#evidence"/g)).toHaveLength(new Set(grades).size);
    }
  });

  test("each source names the inputs whose notes cite it, and no place that is not there", async () => {
    const view: View = await built.view(claim, "en");
    const uses = usesOf(view);
    const named = new Map<string, string[]>(
      shownSources(view).map(({ id }) => [`source-${id}`, hrefs(usesLine(view, uses.get(id)).text)]),
    );
    for (const input of view.answer.inputs)
      for (const source of hrefs(inputNotes(view, input).text))
        expect(named.get(source), `${source} of ${input.id}`).toContain(`input-${input.id}`);
    const places = new Set([
      "how",
      ...view.answer.inputs.map(({ id }) => `input-${id}`),
      ...(view.data.files[`claims/${claim}.json`] as { findings: { id: string }[] }).findings.map(
        ({ id }) => `finding-${id}`,
      ),
    ]);
    expect([...named.values()].flat().filter((place) => !places.has(place))).toEqual([]);
  });
});

test("a source that gives a reading and no value is said to give a reading", async () => {
  const view = await built.view("chatgpt-daily-500mwh", "en");
  const uses = usesOf(view);
  expect(plain(usesLine(view, uses.get("uptime-2023")).text)).toBe("A reading of: Building overhead");
  expect(plain(usesLine(view, uses.get("de-vries-2023")).text)).toMatch(
    /^Used for: published figure, .*Rated power of one server.* · A reading of: .*Servers/,
  );
});
