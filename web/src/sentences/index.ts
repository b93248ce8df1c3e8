/** Sentences generated from data, of every kind. Pure: numbers and words in, text out. The script of a claim's page takes
 * what it needs from the modules themselves. */
import "./speak_kinds";
import "./speak_placed";

export { largestFactor } from "./kinds_beside";
export { mainSentence, mainSentences, scopeLine } from "./sentences";
export type { Population, RivalSide, Sentence, SentenceInput, Slots } from "./types";
export { type CaptionInput, captions, type Captions, metaLine } from "./captions";
export { comesOut, endPosition, pointPosition, thresholdPosition, timesBeyond } from "./place";
export { definition, type Files, headline, longName, scenarioEntry, shortName, whereIs, whoIs, yearOf } from "./words";
