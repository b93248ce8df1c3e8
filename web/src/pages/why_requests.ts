/** What is asked of the engine to say why, at build time and in the browser alike. */
import type { EvaluateAnswer, ExplainRequest } from "../engine/types";
import { claimOf, solveRequest, type ClaimData } from "./data";

/** What moves the result; and what each input would have to be for the claim's own figure (null: it has none). */
export function whyRequests(
  data: ClaimData,
  request: EvaluateAnswer["request"],
): { moves: ExplainRequest; needs: ExplainRequest | null } {
  const target = solveRequest(claimOf(data), request);
  return {
    moves: { ...request, break_even: false },
    needs: target
      ? {
          ...request,
          output: target.output as string,
          published: target.published as string,
          indices: false,
          tornado: false,
        }
      : null,
  };
}
