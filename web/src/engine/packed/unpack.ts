/** A packed module's bytes back: four bytes of length, then what an arithmetic coder wrote (pack.ts). */
import { bytesFrom } from "./model";
import { lookAtModule } from "./shape";

/** Where the coder divides its interval [low, high]: below for a bit that is set. Both halves keep a number. */
export const divide = (low: number, high: number, chance: number): number => low + Math.floor((high - low) * chance);

/** More than any module has: damaged bytes are an error and not a long wait. */
const kLongest = 1 << 20;

export function unpacked(packed: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const input = new Uint8Array(packed);
  const number = (at: number): number => new DataView(packed).getUint32(at);
  const length = number(0);
  if (length > kLongest) throw new RangeError("the core is damaged");
  let low = 0;
  let high = 0xffffffff;
  let value = number(4);
  let at = 8;
  return bytesFrom(length, lookAtModule(), (chance) => {
    const middle = divide(low, high, chance);
    const bit = value <= middle ? 1 : 0;
    if (bit) high = middle;
    else low = middle + 1;
    while ((low ^ high) >>> 24 === 0) {
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
      value = ((value << 8) | (input[at++] ?? 0)) >>> 0;
    }
    return bit;
  });
}
