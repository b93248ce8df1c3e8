/** A scenario that extends another takes its values, and none of its words: no two bear one name, no note stands under
 * settings it does not speak of. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { scenarioOf } from "../../../../web/src/pages/data";
import { scenarioIds, scenarioName } from "../../../../web/src/pages/parts";
import { kLangs } from "../support/answers";
import { Built } from "../support/built";

const kFolder = join(dirname(fileURLToPath(import.meta.url)), "../../../../datasets/claims");
const kClaims = readdirSync(kFolder).map((name) => name.replace(".json", ""));

let built: Built;
beforeAll(async () => {
  built = await Built.start();
});

test.each(kClaims)("%s: every scenario has a name and a note of its own", async (id) => {
  const written = JSON.parse(readFileSync(join(kFolder, `${id}.json`), "utf8")) as {
    scenarios: Record<string, { note?: object }>;
  };
  for (const lang of kLangs) {
    const view = await built.view(id, lang);
    const names = scenarioIds(view).map((scenario) => scenarioName(view, scenario));
    expect(new Set(names).size, names.join(" | ")).toBe(names.length);
    for (const scenario of scenarioIds(view))
      expect(scenarioOf(view.data, scenario).note, scenario).toEqual(written.scenarios[scenario]?.note);
  }
});
