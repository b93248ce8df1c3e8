/** A scenario as a file: `request` is what opens again; the rest says, without Footing, what it was and what came out. */
import type { FootingError } from "../engine/types";
import { claimOf, inputLabel, stepLabel, type View } from "../pages/data";
import { say } from "../pages/words";
import { kUnchanged, type Settings } from "../state/settings";
import { standing } from "./table";

/** Far more than any scenario needs; a larger text is not looked into. */
export const kMostBytes = 256 * 1024;

/** @param view with all words of the claim */
export function scenarioFile(view: View, link: string, date: string): string {
  const { lang, data, answer } = view;
  const file = {
    footing: 1,
    type: "scenario",
    claim: answer.claim,
    revision: answer.revision,
    request: answer.request,
    link,
    date,
    versions: answer.versions,
    title: say(claimOf(data).title, lang),
    changed: answer.changed,
    inputs: answer.inputs.map((input) => {
      const { evidence, ids } = standing(view, input);
      return {
        id: input.id,
        label: inputLabel(data, input.id, lang),
        unit: input.unit,
        value: input.value,
        changed: input.changed,
        scenario_value: input.scenario_value,
        author_value: input.state === "omitted" ? null : input.published_value,
        author_state: input.state,
        evidence,
        sources: ids,
      };
    }),
    bundles: answer.bundles.map(({ id, option, changed }) => ({ id, option, changed })),
    steps: answer.steps.map((step) => ({
      id: step.id,
      label: stepLabel(data, step.id, lang),
      unit: step.unit,
      formula: step.formula,
      summary: step.summary,
    })),
    outputs: answer.outputs.map(({ id }) => id),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export interface Opened {
  claim: string;
  revision: number | null;
  settings: Settings;
  notices: FootingError[]; // what the file itself has wrong; the engine judges the values
}

const isObject = (node: unknown): node is Record<string, unknown> =>
  typeof node === "object" && node !== null && !Array.isArray(node);

const kId = /^[A-Za-z][A-Za-z0-9_]{0,99}$/;
const kClaimId = /^[a-z0-9][a-z0-9-]{0,99}$/;

const wrong = (path: string): FootingError => ({
  code: "wrong-type",
  path,
  message: "This entry is of another type than a scenario has.",
  hint: "",
});

/** Reads a file written by `scenarioFile`; null where it is none. An entry that cannot be one becomes a notice about it,
 * and the others are kept. Whether inputs exist and values hold is left to the engine. */
export function readScenario(text: string): Opened | null {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
  if (!isObject(file) || file.footing !== 1 || file.type !== "scenario" || !isObject(file.request)) return null;
  const { request } = file;
  const claim = typeof request.claim === "string" ? request.claim : file.claim;
  if (typeof claim !== "string" || !kClaimId.test(claim)) return null;
  const notices: FootingError[] = [];
  const word = (key: string): string | null => {
    const value = request[key];
    if (value === undefined || value === null) return null;
    if (typeof value === "string" && value.length <= 200) return value;
    notices.push(wrong(`/${key}`));
    return null;
  };
  const set: Record<string, string> = {};
  if (isObject(request.set))
    for (const [id, value] of Object.entries(request.set)) {
      if (!kId.test(id)) continue; // nothing here has such a name
      if (typeof value === "string") set[id] = value;
      else if (typeof value === "number" && Number.isFinite(value)) set[id] = String(value);
      else notices.push(wrong(`/set/${id}`));
    }
  else if (request.set !== undefined) notices.push(wrong("/set"));
  const { samples } = request;
  const whole = typeof samples === "number" && Number.isSafeInteger(samples) && samples > 0;
  if (samples !== undefined && samples !== null && !whole) notices.push(wrong("/samples"));
  return {
    claim,
    revision: typeof file.revision === "number" ? file.revision : null,
    settings: {
      ...kUnchanged,
      scenario: word("scenario"),
      set,
      samples: whole ? samples : null,
      seed: word("seed"),
    },
    notices,
  };
}

/** The address of a claim's page with these settings, below a language's folder; without them where it would be longer
 * than a link may be. */
export function addressOf({ claim, revision, settings }: Opened): string {
  const query = new URLSearchParams(settings.set);
  if (settings.scenario !== null) query.set("_scenario", settings.scenario);
  if (settings.samples !== null) query.set("_n", String(settings.samples));
  if (settings.seed !== null) query.set("_seed", settings.seed);
  const text = query.toString();
  const page = `claims/${claim}/${revision === null ? "" : `r${revision}/`}`;
  return text === "" || text.length > 8000 ? page : `${page}?${text}`;
}
