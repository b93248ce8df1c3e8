/** What the check of built pages sees: a sign without words, words without a sign, and where either stands. */
import { expect, test } from "vitest";
import { signsOf } from "../../../../web/tools/signs";

const chart = (...classes: string[]): string =>
  `<figure><svg class="chart chart-bar">${classes.map((name) => `<line class="${name}"/>`).join("")}</svg></figure>`;
const key = (...lines: string[]): string =>
  `<ul>${lines.map((line) => `<li data-sign="${line}><svg class="sign"><path d="M0 0"/></svg> words</li>`).join("")}</ul>`;
const page = (...parts: string[]): string =>
  `<main>${parts.map((part) => `<section>${part}</section>`).join("")}</main>`;

test("a sign that is drawn beside its words is in order", () => {
  const text = page(
    `${chart("chart-range", "chart-halo", "chart-mark chart-article")}${key('.chart-range"', '.chart-article"')}`,
  );
  expect(signsOf(text)).toEqual({ drawn: 2, explained: 2, amiss: [] });
});

test("a sign without words, and words without a sign, are named", () => {
  expect(signsOf(page(`${chart("chart-range", "need-span")}${key('.chart-range"', '.chart-arrow"')}`)).amiss).toEqual([
    "need-span is drawn and not explained",
    "chart-arrow is explained and not drawn",
  ]);
});

test("words that are hidden explain nothing", () => {
  expect(signsOf(page(`${chart("chart-range")}${key('.chart-range" hidden')}`)).amiss).toEqual([
    "chart-range is drawn and not explained",
  ]);
  expect(signsOf(page(key('.chart-range" hidden'))).amiss).toEqual([]);
});

test("words in another part of the page explain nothing; those of the whole page do", () => {
  expect(signsOf(page(chart("chart-range"), key('.chart-range"'))).amiss).toHaveLength(2);
  expect(signsOf(`<main>${key('.chart-range"')}<section>${chart("chart-range")}</section></main>`).amiss).toEqual([]);
});
