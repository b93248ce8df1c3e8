/** What differs from the published settings, in words: for pictures, captions, files and the methods paragraph, so that
 * nobody's settings pass for the site's. */
import type { Lang } from "../engine/types";
import { takeWord } from "../messages/take";
import { bundleName, bundlesOf, claimOf, defaultScenario, inputLabel, scenarioOf, type View } from "../pages/data";
import { scenarioName, valueWords } from "../pages/parts";
import { say, word } from "../pages/words";

export interface Change {
  id: string;
  label: string;
  value: string;
  was: string | null; // null: nothing stood there
}

/** Every change, in the order of the page: where to start from, what is chosen together, then input by input. */
export function changes(view: View): Change[] {
  const { lang, data, answer } = view;
  const own = defaultScenario(claimOf(data));
  const scenario: Change[] =
    answer.scenario === own
      ? []
      : [
          {
            id: "_scenario",
            label: word(lang, "start_from"),
            value: scenarioName(view, answer.scenario),
            was: scenarioName(view, own),
          },
        ];
  const chosen = scenarioOf(data, answer.scenario).bundles ?? {};
  const optionName = (bundle: string, option: string | undefined): string | null => {
    const found = bundlesOf(data)
      .find(({ id }) => id === bundle)
      ?.options.find(({ id }) => id === option);
    return found ? say(found.label, lang) : (option ?? null);
  };
  const bundles = answer.bundles
    .filter(({ changed }) => changed)
    .map(({ id, option }) => ({
      id,
      label: bundleName(view, id),
      value: optionName(id, option) ?? option,
      was: optionName(id, chosen[id]),
    }));
  const inputs = answer.inputs
    .filter((input) => input.changed && input.origin === "set")
    .map((input) => ({
      id: input.id,
      label: inputLabel(data, input.id, lang),
      value: valueWords(input, input.value, lang),
      was: valueWords(input, input.scenario_value, lang),
    }));
  return [...scenario, ...bundles, ...inputs];
}

/** The first few of them as one line; all of them where `most` is not given. */
export function changesLine(view: View, most = Infinity): string {
  const { lang } = view;
  const all = changes(view);
  const shown = all.slice(0, most);
  const lines = shown.map(({ label, value, was }) => {
    const what = was === null ? value : takeWord(lang, "instead_of", { value, was });
    return lang === "en" ? `${label}: ${what}` : `${label}：${what}`;
  });
  if (shown.length < all.length) lines.push(takeWord(lang, "and_more", { count: all.length - shown.length }));
  return closedUp(lines.join(lang === "en" ? "; " : "；"), lang);
}

/** Chinese stands close together; words put into a sentence bring spaces with them. */
export function closedUp(text: string, lang: Lang): string {
  return lang === "en" ? text : text.replace(/([\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, "$1");
}

const kNamed = 3; // of a picture; the link has all of them

/** The changes as a picture and its caption name them; "" for none. */
export function changesInPicture(view: View): string {
  return view.answer.changed ? changesLine(view, kNamed) : "";
}
