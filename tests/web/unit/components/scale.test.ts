import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsOf, fromPosition, toPosition } from "../../../../web/src/components/scale";

const log = { scale: "log", min: 1, max: null, slider: { low: 100, high: 1e6 } } as const;
const linear = { scale: "linear", min: 1, max: 3, slider: { low: 1, high: 2 } } as const;

describe("a slider's position", () => {
  it("grows by equal factors on a log scale and by equal steps on a linear one", () => {
    expect(fromPosition(0.5, log, log.slider)).toBe(10000);
    expect(fromPosition(0.25, log, log.slider)).toBe(1000);
    expect(fromPosition(0.5, linear, linear.slider)).toBe(1.5);
  });
  it("comes back to where it was, to within the three digits of a slider", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (position) => {
        for (const input of [log, linear]) {
          const back = toPosition(fromPosition(position, input, input.slider), input, input.slider);
          expect(Math.abs(back - position)).toBeLessThan(0.006);
        }
      }),
    );
  });
  it("never leaves the hard bounds, whatever the slider spans", () => {
    expect(fromPosition(1, { ...linear, max: 1.7 }, linear.slider)).toBe(1.7);
    expect(fromPosition(0, { ...linear, min: 1.2 }, linear.slider)).toBe(1.2);
  });
  it("puts what lies beyond the span at its ends", () => {
    expect(toPosition(1, log, log.slider)).toBe(0);
    expect(toPosition(1e9, log, log.slider)).toBe(1);
    expect(toPosition(-5, log, log.slider)).toBe(0);
  });
});

describe("the two ends of a range", () => {
  const value = (text: string) => ({ text, shape: "interval", p05: 0.701234, median: 0.75, p95: 0.819876 });
  it("are those that were typed", () => {
    expect(endsOf(value("2000..6000"))).toEqual({ low: "2000", high: "6000" });
    expect(endsOf(value("0.7..0.82"))).toEqual({ low: "0.7", high: "0.82" });
  });
  it("are the 5 and 95 % of any other shape", () => {
    expect(endsOf(value("uniform(0.7,0.82)"))).toEqual({ low: "0.7012", high: "0.8199" });
  });
});
