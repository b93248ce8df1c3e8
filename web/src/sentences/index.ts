/** Sentences generated from data. Pure: numbers and words in, text out. */
export { largestFactor } from "./kinds";
export { mainSentence, mainSentences, scopeLine } from "./sentences";
export type { Population, RivalSide, Sentence, SentenceInput, Slots } from "./types";
export { type CaptionInput, captions, type Captions, metaLine } from "./captions";
export { comesOut, endPosition, pointPosition, thresholdPosition, timesBeyond } from "./place";
export { definition, type Files, headline, longName, scenarioEntry, shortName, whereIs, whoIs, yearOf } from "./words";
