/** Guesses bytes bit by bit from what stood before them: the half of packing and unpacking that must be one and the same.
 * Several histories (contexts) each know how often a bit was set after them; a mixture of their guesses, which learns as
 * it goes, is the guess (context mixing, after Mahoney, "Adaptive Weighing of Context Models", 2005). The arithmetic is
 * additions, multiplications and divisions of doubles alone, which every browser does to the same last bit. */

/** How many histories are mixed. */
export const kContexts = 8;
/** Mixtures that `Look` chooses from, by their number. */
export const kMixtures = 4096;

/** Writes the contexts of the byte at `i` (hashes of what it may follow from) and the two mixtures that suit it. */
export type Look = (bytes: Uint8Array, i: number, contexts: Int32Array, mixtures: Int32Array) => void;

const kSlots = 1 << 23; // of all contexts: a power of two
const kSteady = 20; // after so many bits a slot's chance follows the newest at an even rate
const kLearning = 0.02;
const kFirstWeight = 0.22;
const kBias = 0.4;
const kFar = 12; // log odds are cut there
const kSteps = 4096;

/** Mixes a number into a hash. */
export function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x2f0b4c47);
  return product ^ (product >>> 15);
}

/** Odds as a chance at kSteps + 1 places from -kFar to kFar, and back. The powers of e are products of one factor: browsers'
 * own need not agree in the last bit. */
function tables(): { chanceAt: Float64Array; oddsOf: Float64Array } {
  const chanceAt = new Float64Array(kSteps + 1);
  const oddsOf = new Float64Array(kSteps).fill(kFar);
  let odds = 6.14421235332821e-6; // e^-12
  let known = 0;
  for (let i = 0; i <= kSteps; ++i) {
    const chance = (chanceAt[i] = odds / (1 + odds));
    for (; known < chance * kSteps; ++known) oddsOf[known] = (i / kSteps) * 2 * kFar - kFar;
    odds *= 1.0058765850642236; // e^(24 / 4096)
  }
  return { chanceAt, oddsOf };
}

/** @param next is told the chance that the next bit is set, between 0 and 1, and gives the bit
 * @returns the bytes whose bits `next` gave, the highest first */
export function bytesFrom(length: number, look: Look, next: (chance: number) => number): Uint8Array<ArrayBuffer> {
  const { chanceAt, oddsOf } = tables();
  const chanceOf = (odds: number): number =>
    chanceAt[Math.max(0, Math.min(kSteps, ((odds + kFar) * (kSteps / 2 / kFar)) | 0))] as number;
  // A slot is a chance of 24 bits and how many bits it has seen.
  const slots = new Uint32Array(kSlots).fill(1 << 31);
  const rates = Float64Array.from({ length: kSteady + 1 }, (_, seen) => 1 / (seen + 1.5));
  const first = new Int32Array(kContexts); // of sixteen slots that half a byte uses
  const contexts = new Int32Array(kContexts);
  const odds = new Float64Array(kContexts);
  const weights = new Float64Array((256 + kMixtures) * (kContexts + 1)).fill(kFirstWeight);
  const mixtures = new Int32Array(2);
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; ++i) {
    // Three mixtures are averaged: two that `look` chooses, one for each beginning of a byte.
    look(bytes, i, contexts, mixtures);
    const looked = (256 + (mixtures[0] as number)) * (kContexts + 1);
    const also = (256 + (mixtures[1] as number)) * (kContexts + 1);
    let byte = 1; // the bits so far, behind a one
    while (byte < 256) {
      const begun = byte * (kContexts + 1);
      const half =
        byte < 16
          ? byte
          : (byte & (byte < 32 ? 0 : byte < 64 ? 1 : byte < 128 ? 3 : 7)) | (1 << (27 - Math.clz32(byte)));
      let a = (weights[begun + kContexts] as number) * kBias;
      let b = (weights[looked + kContexts] as number) * kBias;
      let c = (weights[also + kContexts] as number) * kBias;
      for (let k = 0; k < kContexts; ++k) {
        if (half === 1) first[k] = mix((contexts[k] as number) + k * 0x51ed270b, byte * 0x3d4d51cb) & (kSlots - 16);
        const slot = slots[(first[k] as number) | half] as number;
        const one = (odds[k] = slot & 255 ? (oddsOf[slot >>> 20] as number) : 0);
        a += (weights[begun + k] as number) * one;
        b += (weights[looked + k] as number) * one;
        c += (weights[also + k] as number) * one;
      }
      const bit = next(chanceOf((a + b + c) / 3));
      a = (bit - chanceOf(a)) * kLearning;
      b = (bit - chanceOf(b)) * kLearning;
      c = (bit - chanceOf(c)) * kLearning;
      weights[begun + kContexts] = (weights[begun + kContexts] as number) + a * kBias;
      weights[looked + kContexts] = (weights[looked + kContexts] as number) + b * kBias;
      weights[also + kContexts] = (weights[also + kContexts] as number) + c * kBias;
      for (let k = 0; k < kContexts; ++k) {
        const one = odds[k] as number;
        weights[begun + k] = (weights[begun + k] as number) + a * one;
        weights[looked + k] = (weights[looked + k] as number) + b * one;
        weights[also + k] = (weights[also + k] as number) + c * one;
        const at = (first[k] as number) | half;
        const slot = slots[at] as number;
        const seen = slot & 255;
        const chance = slot >>> 8;
        slots[at] =
          ((chance + ((bit ? 0xffffff : 0) - chance) * (rates[seen] as number)) << 8) |
          (seen < kSteady ? seen + 1 : seen);
      }
      byte = byte * 2 + bit;
    }
    bytes[i] = byte;
  }
  return bytes;
}
