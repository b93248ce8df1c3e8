/** The list that any two claims are chosen from: every claim at every revision, in one language. */
import type { Lang } from "../engine/types";
import { claimOf, inputLabel, modelOf, stepLabel } from "../pages/data";
import { topicName } from "../pages/home";
import type { PairClaim } from "../pages/pair";
import { authorWords, valueWords } from "../pages/parts";
import { say } from "../pages/words";
import type { Evaluated } from "./evaluate";

/** @param apart claims that the newest revision of a claim is taken apart from on a page of its own */
export function pairClaim({ data, answer, edition }: Evaluated, lang: Lang, apart: string[]): PairClaim {
  const claim = claimOf(data);
  const model = modelOf(data, claim.model);
  const published = data.published.scenario === "as_published" ? data.published : null;
  return {
    id: claim.id,
    revision: data.revision,
    folder: edition.folder,
    newest: data.revision === edition.newest && edition.folder === `r${edition.newest}`,
    title: say(claim.title, lang),
    topic: topicName(claim.topic, lang),
    system: say(claim.system, lang),
    period: say(claim.period, lang),
    boundary: say(claim.boundary, lang),
    model: { id: claim.model, title: say(model?.title, lang) },
    outputs: answer.outputs.map(({ id, unit, summary }) => ({
      id,
      label: stepLabel(data, id, lang),
      unit,
      p05: summary.p05,
      median: summary.median,
      p95: summary.p95,
      author: published?.steps.find((step) => step.id === id)?.central ?? null,
    })),
    inputs: data.published.inputs.map((input) => ({
      id: input.id,
      label: inputLabel(data, input.id, lang),
      text: input.state ? authorWords(input, lang) : valueWords(input, input.value, lang),
    })),
    apart,
  };
}
