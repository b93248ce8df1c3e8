/** Guesses bytes bit by bit from what stood before them: the half of packing and unpacking that must be one and the same.
 * Several histories (contexts) each know how often a bit was set after them, and what the newest bits were; a mixture of
 * what both say, which learns as it goes, is the guess (context mixing, after Mahoney, "Adaptive Weighing of Context
 * Models", 2005). The arithmetic is additions, multiplications and divisions of doubles alone, which every browser does
 * to the same last bit. */

/** How many histories are mixed. */
export const kContexts = 8;
/** Mixtures that `Look` chooses from, by their number: the first is one of kKinds. */
export const kKinds = 128;
export const kMixtures = 4096;

/** Writes the contexts of the byte at `i` (hashes of what it may follow from), behind them the hash of a stretch that may
 * have stood here before as a whole, and the two mixtures that suit the byte. */
export type Look = (bytes: Uint8Array, i: number, contexts: Int32Array, mixtures: Int32Array) => void;

const kSlots = 1 << 23; // of all contexts: a power of two
const kSteady = 127; // after so many bits a slot's chance follows the newest at an even rate
const kTrails = 256; // the newest bits after a context, up to seven, behind a one
const kTrailSteady = 200;
const kStretches = 1 << 18;
const kLongest = 31; // a stretch that has gone on for more bytes is as good
const kLearning = 0.012;
const kMixing = 0.001; // how fast the mixture of mixtures learns
const kFirstWeight = 0.14;
const kBias = 0.4;
const kFar = 12; // log odds are cut there
const kSteps = 4096;

/** Two of each context, one of the stretch, one that is always there. */
const kInputs = 2 * kContexts + 2;

/** Mixes a number into a hash. */
export function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x2f0b4c47);
  return product ^ (product >>> 15);
}

/** Odds as a chance at kSteps + 1 places from -kFar to kFar, and back. The powers of e are products of one factor: browsers'
 * own need not agree in the last bit. */
function tables(): { chanceAt: Float64Array; oddsOf: Float64Array } {
  const chanceAt = new Float64Array(kSteps + 1);
  const oddsOf = new Float64Array(kSteps + 1).fill(kFar);
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
  const rates = Float64Array.from({ length: kTrailSteady + 1 }, (_, seen) => 1 / (seen + 1.5));
  // A slot is a chance of 17 bits, a trail of 8, and how many bits it has seen.
  const slots = new Uint32Array(kSlots).fill((1 << 31) | (1 << 7));
  const trails = new Float64Array(kContexts * kTrails).fill(0.5);
  const trailSeen = new Uint8Array(kContexts * kTrails);
  const contexts = new Int32Array(kContexts + 1);
  const first = new Int32Array(kContexts); // of sixteen slots that half a byte uses
  const stretches = new Int32Array(kStretches).fill(-1); // where a byte followed such a stretch
  const kept = new Float64Array(kLongest + 1).fill(0.75); // chances that a stretch goes on
  let from = -1; // where the stretch at hand stood before
  let run = 0; // for how many bytes it has gone on
  const inputs = new Float64Array(kInputs).fill(kBias);
  const weights = new Float64Array((256 + kMixtures) * kInputs).fill(kFirstWeight);
  const shares = new Float64Array(kKinds * 3).fill(1 / 3);
  const mixtures = new Int32Array(2);
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; ++i) {
    // Three mixtures are mixed: two that `look` chooses, one for each beginning of a byte.
    look(bytes, i, contexts, mixtures);
    const shared = (mixtures[0] as number) * 3;
    const looked = (256 + (mixtures[0] as number)) * kInputs;
    const also = (256 + (mixtures[1] as number)) * kInputs;
    const stretch = (contexts[kContexts] as number) & (kStretches - 1);
    if (from >= 0 && bytes[from] === bytes[i - 1]) {
      ++from;
      if (run < kLongest) ++run;
    } else {
      from = stretches[stretch] as number;
      run = 0;
    }
    stretches[stretch] = i;
    const guessed = from < 0 ? 0 : 256 | (bytes[from] as number);
    let byte = 1; // the bits so far, behind a one
    for (let left = 7; left >= 0; --left) {
      const begun = byte * kInputs;
      const half =
        byte < 16
          ? byte
          : (byte & (byte < 32 ? 0 : byte < 64 ? 1 : byte < 128 ? 3 : 7)) | (1 << (27 - Math.clz32(byte)));
      for (let k = 0; k < kContexts; ++k) {
        if (half === 1) first[k] = mix((contexts[k] as number) + k * 0x51ed270b, byte * 0x3d4d51cb) & (kSlots - 1);
        const slot = slots[(first[k] as number) ^ half] as number;
        const seen = slot & 127;
        inputs[2 * k] = seen ? (oddsOf[slot >>> 20] as number) : 0;
        inputs[2 * k + 1] = seen
          ? (oddsOf[((trails[k * kTrails + ((slot >>> 7) & 255)] as number) * kSteps) | 0] as number)
          : 0;
      }
      const told = guessed >>> (left + 1) === byte;
      const set = (guessed >>> left) & 1;
      const odds = told ? (oddsOf[((kept[run] as number) * kSteps) | 0] as number) : 0;
      inputs[2 * kContexts] = set ? odds : -odds;
      let a = 0;
      let b = 0;
      let c = 0;
      for (let n = 0; n < kInputs; ++n) {
        const input = inputs[n] as number;
        a += (weights[begun + n] as number) * input;
        b += (weights[looked + n] as number) * input;
        c += (weights[also + n] as number) * input;
      }
      const chance = chanceOf(
        a * (shares[shared] as number) + b * (shares[shared + 1] as number) + c * (shares[shared + 2] as number),
      );
      const bit = next(chance);
      const wrong = (bit - chance) * kMixing;
      shares[shared] = (shares[shared] as number) + wrong * a;
      shares[shared + 1] = (shares[shared + 1] as number) + wrong * b;
      shares[shared + 2] = (shares[shared + 2] as number) + wrong * c;
      a = (bit - chanceOf(a)) * kLearning;
      b = (bit - chanceOf(b)) * kLearning;
      c = (bit - chanceOf(c)) * kLearning;
      for (let n = 0; n < kInputs; ++n) {
        const input = inputs[n] as number;
        weights[begun + n] = (weights[begun + n] as number) + a * input;
        weights[looked + n] = (weights[looked + n] as number) + b * input;
        weights[also + n] = (weights[also + n] as number) + c * input;
      }
      for (let k = 0; k < kContexts; ++k) {
        const at = (first[k] as number) ^ half;
        const slot = slots[at] as number;
        const seen = slot & 127;
        const trail = (slot >>> 7) & 255;
        const chance = slot >>> 15;
        if (seen) {
          const known = k * kTrails + trail;
          const times = trailSeen[known] as number;
          trails[known] = (trails[known] as number) + (bit - (trails[known] as number)) * (rates[times] as number);
          if (times < kTrailSteady) trailSeen[known] = times + 1;
        }
        slots[at] =
          ((chance + ((bit ? 0x1ffff : 0) - chance) * (rates[seen] as number)) << 15) |
          ((trail < 128 ? trail * 2 + bit : 128 | ((trail * 2 + bit) & 127)) << 7) |
          (seen < kSteady ? seen + 1 : seen);
      }
      if (told) kept[run] = (kept[run] as number) + ((set === bit ? 1 : 0) - (kept[run] as number)) * 0.02;
      byte = byte * 2 + bit;
    }
    bytes[i] = byte;
  }
  return bytes;
}
