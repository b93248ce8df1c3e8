import type { AboutText } from "../about";

export const aboutEn: AboutText = {
  title: "About Footing",
  lead: "Footing is a calculator for published numbers about AI's electricity, carbon and water. It shows what such a number stands on. It does not rate it.",
  sections: {
    what: {
      title: "What it does",
      paragraphs: [
        "Each claim has a page: the number and where it appeared, the sum behind it, each input with its source, and the range that sourced inputs give. Move an input and the sentence, the picture and the sum follow. The address of the page keeps what you set.",
        "The claims are the numbers of five Chinese articles and of the papers behind them. Each article has a page that lists all its numbers, also those that cannot be computed.",
      ],
    },
    use: {
      title: "Citing and sharing",
      paragraphs: [
        "“Copy link” writes an address with the claim's revision and your settings. A revision keeps its numbers. Settings that somebody changed are marked as theirs, in pictures too.",
      ],
    },
    publish: {
      title: "For newsrooms",
      paragraphs: [
        "A claim can be put into an article as a frame, as a picture with its address inside, or as one HTML file on your own server that loads nothing from elsewhere. The share panel of each claim has them all. You may use texts, figures and pictures of the claims under the licence below; articles and papers belong to their authors.",
      ],
    },
    contribute: {
      title: "Adding a claim, or a correction",
      paragraphs: [
        "A claim is one data file in three languages; `footing new` begins one and `footing check` finds what is amiss with its place. It needs no C++. Corrections of a number need the place where the right one can be read.",
      ],
    },
    licence: {
      title: "Licences and versions",
      paragraphs: [
        "Program: Apache-2.0. Data and texts: CC BY 4.0; credit “Footing” with the claim's link and revision. Values taken from sources keep the terms of those sources; each names its source.",
        "This site was built with engine {engine}, method {method}.",
      ],
    },
    privacy: {
      title: "Privacy, in one paragraph",
      paragraphs: [],
    },
  },
  packages: "The pages contain code of these packages:",
  sources: "Sources",
  sources_lead: "Every source a claim, a model or a table refers to, and how we saw it.",
};
