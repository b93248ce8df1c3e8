/** status.json of a claim: what pinned pages, embeds and copies ask whether they are still the newest. */
import type { Claim } from "../engine/types";
import type { Edition } from "../pages/data";
import type { Status } from "../pages/status";

export function statusOf(claim: Claim, { newest, revisions }: Edition): Status {
  const { withdrawn } = claim;
  // A correction names the newest revision that it concerns; those before it are concerned too.
  const wrong = (claim.corrections ?? []).filter(({ kind, revision }) => kind === "error" && revision !== undefined);
  const correctionOf = (revision: number) => wrong.find((one) => (one.revision ?? 0) >= revision);
  const state = (revision: number) => {
    if (withdrawn) return "withdrawn";
    if (correctionOf(revision)) return "corrected";
    return revision < newest ? "newer" : "ok";
  };
  const last = wrong.at(-1);
  return {
    state: withdrawn ? "withdrawn" : correctionOf(newest) ? "corrected" : "ok",
    newest,
    revisions: Object.fromEntries(revisions.map(({ revision }) => [`r${revision}`, state(revision)])),
    ...(withdrawn ? { date: withdrawn.date, reason: withdrawn.reason } : {}),
    ...(!withdrawn && last ? { date: last.date, reason: last.text } : {}),
  };
}
