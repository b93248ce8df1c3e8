/** Whose values a claim's `as_published` holds, where they are not what its author wrote. */
import type { Claim } from "../engine/types";
import { linkKind, sourceIds, sourceOfLink } from "./words";

/** From a text that is our inference or our example; or found by us elsewhere, so that the author's sum comes out. */
export type Origin = "inferred" | "example" | "rebuilt";

/** By input; the author's own values are not in it. */
export function originsOf(claim: Claim): Record<string, Origin> {
  const chain = claim.chain.map(sourceOfLink);
  return Object.fromEntries(
    Object.entries(claim.scenarios.as_published?.inputs ?? {}).flatMap(([id, entry]): [string, Origin][] => {
      const sources = sourceIds(entry);
      const kind = sources.map((source) => linkKind(claim, source)).find((one) => one !== null);
      if (kind) return [[id, kind]];
      const rebuilt = entry.state === "implied" && sources.length > 0 && !sources.some((one) => chain.includes(one));
      return rebuilt ? [[id, "rebuilt"]] : [];
    }),
  );
}
