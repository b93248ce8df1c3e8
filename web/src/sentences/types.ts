/** What the main sentence is made from, and what it comes out as. */
import type { Claim, EvaluateAnswer, Lang, OutputState, Published, SolveAnswer, Text } from "../engine/types";
import type { KindPhrases, Phrases } from "./phrases";
import type { Origin } from "./origins";
import { type Files } from "./words";

/** One named population of a conversion or an ordering ("United States"); `answer` null where no figure has a source. */
export interface Population {
  label: Text;
  answer: EvaluateAnswer | null;
}

/** One side of a pair of rivals: its claim and its own inputs, evaluated. */
export interface RivalSide {
  claim: Claim;
  answer: EvaluateAnswer;
  /** The figure meant, where it is not the claim's headline. */
  published?: Published;
  /** Its inputs that are not the author's own; none where they all are. */
  origins?: Readonly<Record<string, Origin>>;
}

export interface SentenceInput {
  claim: Claim;
  /** sourced_then, or the state the reader has set. */
  answer: EvaluateAnswer;
  lang: Lang;
  /** The dataset files of the claim's closure (DatasetFiles["files"]): names, sources. */
  files: Files;
  /** engine.solve for `claim.driver` and the headline figure. */
  solve?: SolveAnswer | null;
  /** The scenario as_published: which inputs the author left out. Taken from `answer` (its `state`) when absent. */
  published?: EvaluateAnswer | null;
  /** Equivalence and ordering: the article's population first, then the others. */
  populations?: readonly Population[];
  /** Interval: answers of the scenarios of its two ends, where one scenario does not span both. */
  ends?: { low: EvaluateAnswer; high: EvaluateAnswer } | null;
  /** A ratio of two scenarios: their answers, by scenario. */
  scenarios?: Readonly<Record<string, EvaluateAnswer>>;
  /** Rivals: both sides, as_published. */
  rivals?: readonly [RivalSide, RivalSide] | null;
}

export interface Slots {
  e: string;
  r: string;
  p: string;
  n: string;
  s: string;
}

export interface Sentence {
  /** Finished sentences, "" where the kind has no such slot; S is never empty. It ends with an arrow where it leads to the
   * claim of the quantity (`converts`). */
  slots: Slots;
  /** E, R, P and N as one text. */
  main: string;
  /** main and S. */
  text: string;
  /** Something differs from the revision's scenario; every slot says so. */
  changed: boolean;
}

/** Clauses without end marks, by slot; `joined` clauses of R and P make one sentence. */
export interface Parts {
  e?: string | undefined;
  r?: string | undefined;
  p?: string | undefined;
  n?: string | undefined;
  s?: string | undefined;
  /** R, P and N are sentences of their own. */
  apart?: boolean;
}

export interface Context extends SentenceInput {
  say: Phrases;
  output: OutputState;
}

export interface KindContext extends Context {
  say: Phrases & KindPhrases;
}
