// What both benches share: medians and rows of the table.
export const kRounds = 10;

export function row(name, times) {
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  console.log(`| ${name} | ${median.toFixed(2)} ms | ${sorted.at(-1).toFixed(2)} ms |`);
}
