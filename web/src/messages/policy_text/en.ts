import type { PolicyText } from "../policy";

export const policyEn: PolicyText = {
  no_contact: "Whoever hosts this copy of the site has named no address for objections.",
  title: "How this site works",
  intro:
    "Footing shows what a published number about AI's electricity, carbon or water stands on. It gives no rating. This page says who answers for it, how its numbers are made, and how to object.",
  sections: {
    publisher: {
      title: "Who publishes",
      paragraphs: [
        "No person or organisation can be named as publisher yet. Until one is named here, treat the site as the work of an open project and check its sources before you rely on it.",
      ],
    },
    money: {
      title: "Money and interests",
      paragraphs: [
        "The site carries no advertising, sells nothing and takes no payment for adding, changing or removing a claim. No funder can be named, because there is none to name.",
        "Many of the figures come from companies speaking about their own products. Such figures are labelled as that, with what they cover.",
      ],
    },
    unchecked: {
      title: "What no person has checked yet",
      paragraphs: [
        "The sentences about each claim are generated from data by rules that the project wrote. The texts in English, Simplified Chinese and Traditional Chinese were written by the project. No outside editor who is a native reader of these languages has checked the generated sentences or the translations yet.",
        "Each value says how it was seen: read in the source, seen as a quotation, computed, assumed, or not verified. A value marked “not verified” or “seen as a quotation” has not been compared with the original.",
      ],
    },
    entry: {
      title: "How claims enter",
      paragraphs: [
        "The rule for the first set is: every number in five Chinese articles about AI's energy use, whatever it says. Figures that make AI look small get the same kinds, words and checks as figures that make it look large.",
        "Anybody may propose a claim: a number that somebody published, with the place where it appeared. It needs a data file in three languages and a source for each value, or a reason where there is no source.",
      ],
    },
    ranges: {
      title: "How ranges are set",
      paragraphs: [
        "“Author's inputs” are the values behind the published figure: stated by the author, implied by the arithmetic, left out, or unknown. What the author left out is shown as left out.",
        "“Sourced range” keeps the same system and period, and takes for each input the evidence there is. The file says how a range was made from its sources. Where no source gives a range, the input is held at one value and the sentence says so, or the range is our assumption and is marked as one, with the reason.",
        "Ranges are written for their sources. They are not adjusted after seeing where a claim falls.",
        "The range of a result is the middle 90 % of what the input ranges give when they are drawn together.",
      ],
    },
    evidence: {
      title: "Evidence grades",
      paragraphs: [
        "Read in the source: we read the value there. Seen as a quotation: we saw it in somebody else's quotation. Computed from sourced values: the formula is shown. Not verified: we have not seen it in a source. Assumed: no source, with the reason.",
        "A value that is not verified is not used where a better one exists.",
      ],
    },
    sentences: {
      title: "How the sentences are made",
      paragraphs: [
        "The main sentence says, in this order: what was never published, the range, where the figure lies, what it needs, and what the claim covers. It does not say how large a share of the results lies above a figure, because that share follows from the ranges we chose.",
        "A figure near the edge of a part of the range is called so when other shapes of the same input ranges would put it elsewhere.",
      ],
    },
    challenge: {
      title: "How to challenge a number",
      paragraphs: [
        "The notes of each input have a link “Challenge this number”. Where the host of the site has named an address, it opens a report that begins with the address of the page, your settings included, and the name of the input. Say which value you mean, what it should be and where that can be read.",
        "You need no account to read, compute or copy anything here.",
      ],
    },
    corrections: {
      title: "Corrections",
      paragraphs: [
        "There are four kinds: error (we had it otherwise than the source), update (a newer source), clarification (the words were unclear, the numbers stay), withdrawal (the claim is taken down, with the reason). Each gets a date and the text before and after.",
        "A revision keeps its numbers for ever. When newer data changes the answer there is a new revision, and the old one says that it is not the newest. A withdrawn claim stays as a page with the reason and the checksum of its last revision.",
      ],
    },
    limits: {
      title: "Limits",
      paragraphs: [
        "There is no rating here: no score, no stamp, no count of claims that come out high or low.",
        "The interval covers what we do not know about the inputs. It does not cover whether the formula is the right one: the form of the model is outside the interval. Things left out of the model are outside it, too.",
        "That a sum can be redone says that the arithmetic is in order. It says nothing about the values put in.",
      ],
    },
    cite: {
      title: "How to cite",
      paragraphs: [
        "Cite the claim with its revision and the date, from the link that “Copy link” writes: it names the revision and keeps its numbers. If you changed settings, say so; the link carries them.",
      ],
    },
  },
};
