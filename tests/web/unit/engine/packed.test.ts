import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packed } from "../../../../web/src/engine/packed/pack";
import { unpacked } from "../../../../web/src/engine/packed/unpack";

const back = (bytes: Uint8Array): Uint8Array => unpacked(packed(bytes).buffer);

/** Packing is work, and machines that test are busy. */
const kPatience = 120_000;

describe("a packed module", { timeout: kPatience }, () => {
  const module = readFileSync(path.join(import.meta.dirname, "../../../../web/generated/footing_file.wasm"));

  test("comes back to the last byte, and is smaller than what servers make of it", () => {
    const small = packed(module);
    expect(Buffer.compare(module, unpacked(small.buffer))).toBe(0);
    expect(small.length).toBeLessThan(0.78 * brotliCompressSync(module).length);
  });

  test("any bytes come back, whether they are a module or only begin as one", () => {
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.tuple(fc.nat(module.length - 300), fc.nat(299), fc.nat(255)).map(([from, at, byte]) => {
        const bent = Uint8Array.from([...module.subarray(0, 900), ...module.subarray(from, from + 300)]);
        bent[900 + at] = byte;
        return bent;
      }),
    );
    fc.assert(
      fc.property(some, (bytes) => {
        expect(Buffer.compare(back(bytes), bytes)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  test("damage is an error or other bytes, never a long wait", () => {
    expect(() => unpacked(new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0]).buffer)).toThrow(RangeError);
    expect(() => unpacked(new ArrayBuffer(3))).toThrow(RangeError);
    expect(unpacked(Uint8Array.from([0, 0, 0, 9, 1, 2, 3, 4]).buffer)).toHaveLength(9);
  });
});
