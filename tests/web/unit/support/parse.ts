/** Reads numbers back out of generated text: an independent reader, not the formatter turned round. */

const kWords: Record<string, number> = {
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  "\u4e07": 1e4,
  "\u842c": 1e4,
  "\u4ebf": 1e8,
  "\u5104": 1e8,
  "\u4e07\u4ebf": 1e12,
  "\u842c\u5104": 1e12,
};

/** Every number in the text, in order, its scale word applied. "71–130 million" is 71e6 and 130e6 in English; Chinese repeats the
 * word. Numbers inside names ("GPT-3.5", "A100", "CO₂e") are left out. */
export function numbersIn(text: string): number[] {
  const out: { value: number; scaled: boolean; end: number }[] = [];
  const pattern =
    /(?<![A-Za-z0-9.\-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s?(million|billion|trillion|\u4e07\u4ebf|\u842c\u5104|[\u4e07\u842c\u4ebf\u5104]))?/g;
  for (const match of text.matchAll(pattern)) {
    const factor = match[3] ? (kWords[match[3]] as number) : 1;
    out.push({
      value: Number((match[1] as string).replace(/,/g, "") + (match[2] ?? "")) * factor,
      scaled: match[3] !== undefined,
      end: match.index + match[0].length,
    });
    const last = out[out.length - 2];
    // English says the word once for both ends of a span.
    if (last && match[3] && /^[a-z]/.test(match[3]) && !last.scaled && text.slice(last.end, match.index) === "\u2013")
      last.value *= factor;
  }
  return out.map((entry) => Number(entry.value.toPrecision(12)));
}
