/** What a reader brings: the text of a saved scenario, or a link. Says what it is; the store and the engine take it on. */
import type { FootingError } from "../engine/types";
import type { ClaimData } from "../pages/data";
import type { Settings } from "../state/settings";
import { addressOf, kMostBytes, readScenario } from "./scenario_file";

export type OpenedText =
  | { kind: "scenario"; settings: Settings; notices: FootingError[] }
  | { kind: "link"; text: string }
  | { kind: "other_claim"; claim: string; address: string } // below the folder of a language
  | { kind: "too_large"; limit: number } // in kB
  | { kind: "not_scenario" };

export const tooLarge: OpenedText = { kind: "too_large", limit: kMostBytes / 1024 };

const kLink = /(?:^|\/)(claims\/([a-z0-9][a-z0-9-]*)(?:\/\S*)?)$/;

export function openText(text: string, data: Pick<ClaimData, "claim" | "revision">): OpenedText {
  if (text.length > kMostBytes) return tooLarge;
  const [, address, claim] = kLink.exec(text.trim()) ?? [];
  if (address !== undefined && claim !== undefined)
    return claim === data.claim ? { kind: "link", text: text.trim() } : { kind: "other_claim", claim, address };
  const opened = readScenario(text);
  if (!opened) return { kind: "not_scenario" };
  if (opened.claim !== data.claim) return { kind: "other_claim", claim: opened.claim, address: addressOf(opened) };
  const { settings, revision } = opened;
  const notices = [...opened.notices];
  if (revision !== null && revision !== data.revision)
    notices.push({
      code: "revision-unknown",
      path: "revision",
      message: `The file is of revision r${revision}; this is r${data.revision}.`,
      hint: "Open it on the page of its own revision to see its figures.",
    });
  return { kind: "scenario", settings, notices };
}
