/** Many claims, few at a time: every claim is visited in one language, every language by a third of them, and no test
 * visits more than a handful. */
import { claims, langs } from "./site";

export interface Visit {
  lang: (typeof langs)[number];
  claim: string;
}

const kEach = 8;

export const rounds: { name: string; visits: Visit[] }[] = [];

claims.forEach((claim, i) => {
  const lang = langs[i % langs.length] ?? "en";
  if (i % kEach === 0) rounds.push({ name: `${claim} and those after it`, visits: [] });
  rounds.at(-1)?.visits.push({ lang, claim });
});
