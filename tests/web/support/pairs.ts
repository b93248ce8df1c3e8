/** Rows in which any two values of different factors meet at least once: far fewer than the product, and what goes wrong
 * mostly takes two. Greedy and without chance: the same factors give the same rows. */

export type Factors = Readonly<Record<string, readonly string[]>>;
export type Row<F extends Factors> = { [K in keyof F]: F[K][number] };

/** Every row that `allowed` lets be. */
export function product<F extends Factors>(factors: F, allowed: (row: Row<F>) => boolean = () => true): Row<F>[] {
  let rows: Record<string, string>[] = [{}];
  for (const [name, values] of Object.entries(factors))
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })));
  return (rows as Row<F>[]).filter(allowed);
}

/** The pairs of a row, each as text. */
export function pairsOf(row: Readonly<Record<string, string>>): string[] {
  const parts = Object.entries(row).map(([name, value]) => `${name}=${value}`);
  return parts.flatMap((one, i) => parts.slice(i + 1).map((other) => `${one} ${other}`));
}

/** Allowed rows that hold every pair an allowed row can hold: the next one is always one of those that bring most. They are
 * looked at in steps across the product, so that three values do not always come together. */
export function pairwise<F extends Factors>(factors: F, allowed: (row: Row<F>) => boolean = () => true): Row<F>[] {
  const ordered = product(factors, allowed);
  const step = stepFor(ordered.length);
  const all = ordered.map((_, i) => {
    const row = ordered[(i * step) % ordered.length] as Row<F>;
    return { row, pairs: pairsOf(row) };
  });
  const open = new Set(all.flatMap(({ pairs }) => pairs));
  const chosen: Row<F>[] = [];
  while (open.size > 0) {
    let best: (typeof all)[number] | undefined;
    let most = 0;
    for (const one of all) {
      const brings = one.pairs.filter((pair) => open.has(pair)).length;
      if (brings > most) [best, most] = [one, brings];
    }
    if (!best) throw new Error("unreachable: an open pair comes from a row");
    chosen.push(best.row);
    best.pairs.forEach((pair) => open.delete(pair));
  }
  return chosen;
}

/** A step that visits each of `n` places once. */
function stepFor(n: number): number {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  let step = Math.max(1, Math.floor(n * 0.618));
  while (common(n, step) !== 1) ++step;
  return step;
}
