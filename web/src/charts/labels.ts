/** Placing labels in rows so that none covers another. */

export interface LabelBox {
  /** Where it wants its centre, px. */
  at: number;
  width: number;
}

export interface PlacedLabel {
  /** 0 is nearest to the chart. */
  row: number;
  /** Centre, px. */
  centre: number;
}

const kGap = 6;

/** Spreads boxes of one row, in order of `at`, inside [0, width] with as little shift as it can: boxes that touch
 * form a group that is centred on the mean of what its members want. Null when they do not fit. */
export function spreadRow(boxes: readonly LabelBox[], width: number): number[] | null {
  if (boxes.reduce((sum, box) => sum + box.width + kGap, -kGap) > width) return null;
  const order = boxes.map((_, i) => i).sort((a, b) => (boxes[a] as LabelBox).at - (boxes[b] as LabelBox).at || a - b);
  interface Group {
    members: number[];
    left: number;
    size: number;
  }
  const groups: Group[] = [];
  const settle = (members: number[]): Group => {
    const size = members.reduce((sum, i) => sum + (boxes[i] as LabelBox).width + kGap, -kGap);
    let want = 0;
    let offset = 0;
    for (const i of members) {
      const box = boxes[i] as LabelBox;
      want += box.at - (offset + box.width / 2);
      offset += box.width + kGap;
    }
    return { members, size, left: Math.min(Math.max(want / members.length, 0), width - size) };
  };
  for (const i of order) {
    let group = settle([i]);
    for (
      let last = groups[groups.length - 1];
      last && last.left + last.size + kGap > group.left;
      last = groups[groups.length - 1]
    ) {
      groups.pop();
      group = settle([...last.members, ...group.members]);
    }
    groups.push(group);
  }
  const centres = new Array<number>(boxes.length).fill(0);
  for (const group of groups) {
    let x = group.left;
    for (const i of group.members) {
      const box = boxes[i] as LabelBox;
      centres[i] = x + box.width / 2;
      x += box.width + kGap;
    }
  }
  return centres;
}

/** Moves a label off a leader at `x`, as long as it stays by its own mark and covers no neighbour; gives what that costs,
 * or what it costs that it cannot. */
function stepAside(boxes: readonly LabelBox[], placed: PlacedLabel[], k: number, x: number, width: number): number {
  const box = boxes[k] as LabelBox;
  const { row, centre } = placed[k] as PlacedLabel;
  const half = box.width / 2;
  const apart = half + 2;
  if (Math.abs(centre - x) >= apart) return 0;
  const free = [x - apart, x + apart].filter(
    (to) =>
      Math.abs(to - box.at) <= half &&
      to >= half &&
      to <= width - half &&
      placed.every(
        (other, i) =>
          i === k || other.row !== row || Math.abs(other.centre - to) >= half + (boxes[i] as LabelBox).width / 2 + kGap,
      ),
  );
  const [to] = free.sort((a, b) => Math.abs(a - centre) - Math.abs(b - centre));
  if (to === undefined) return 60;
  placed[k] = { row, centre: to };
  return Math.abs(to - centre);
}

/** Best rows for up to `rows` rows: the fewest rows that need little shifting. Null when nothing fits. */
export function placeLabels(boxes: readonly LabelBox[], width: number, rows: number): PlacedLabel[] | null {
  let best: { cost: number; placed: PlacedLabel[] } | null = null;
  const total = rows ** Math.min(boxes.length, 8);
  for (let code = 0; code < total; ++code) {
    const rowOf = boxes.map((_, i) => Math.floor(code / rows ** Math.min(i, 7)) % rows);
    const placed = new Array<PlacedLabel>(boxes.length);
    let cost = 0;
    let fits = true;
    for (let row = 0; row < rows && fits; ++row) {
      const members = boxes.map((_, i) => i).filter((i) => rowOf[i] === row);
      const centres = spreadRow(
        members.map((i) => boxes[i] as LabelBox),
        width,
      );
      if (!centres) fits = false;
      else
        members.forEach((i, k) => {
          const centre = centres[k] as number;
          placed[i] = { row, centre };
          cost += Math.abs(centre - (boxes[i] as LabelBox).at) + row * 6;
        });
    }
    // A leader that would run through a label nearer to the chart is worse than any shift.
    if (fits)
      boxes.forEach((box, i) =>
        boxes.forEach((_, k) => {
          if ((placed[k] as PlacedLabel).row < (placed[i] as PlacedLabel).row)
            cost += stepAside(boxes, placed, k, box.at, width);
        }),
      );
    if (fits && (!best || cost < best.cost - 1e-9)) best = { cost, placed };
  }
  return best?.placed ?? null;
}
