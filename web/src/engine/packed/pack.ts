/** A module packed for files that carry it inside: a good quarter smaller than brotli makes it, so that a file is small also where
 * a server compresses nothing. The build does this once; whoever opens the file unpacks it (unpack.ts). */
import { bytesFrom } from "./model";
import { lookAtModule } from "./shape";
import { divide } from "./unpack";

export function packed(module: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = module;
  const out = [length >>> 24, length >>> 16, length >>> 8, length];
  let low = 0;
  let high = 0xffffffff;
  let bits = 0;
  bytesFrom(length, lookAtModule(), (chance) => {
    const bit = ((module[bits >> 3] as number) >> (7 - (bits & 7))) & 1;
    ++bits;
    const middle = divide(low, high, chance);
    if (bit) high = middle;
    else low = middle + 1;
    while ((low ^ high) >>> 24 === 0) {
      out.push(high >>> 24);
      low = (low << 8) >>> 0;
      high = ((high << 8) | 255) >>> 0;
    }
    return bit;
  });
  for (let i = 0; i < 4; ++i) out.push(low >>> (24 - 8 * i));
  return Uint8Array.from(out);
}
