import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endsOf, fromPosition, stopFrom, stopsOf, toPosition } from "../../../../web/src/components/scale";

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

describe("a slider's stops", () => {
  const spans = fc
    .tuple(
      fc.constantFrom("log", "linear"),
      fc.double({ min: -8, max: 12, noNaN: true }),
      fc.double({ min: 0.05, max: 9, noNaN: true }),
    )
    .map(([scale, power, wide]) => {
      const low = 10 ** power;
      return { scale, min: null, max: null, slider: { low, high: low * 10 ** wide } } as const;
    });
  it("go from one end to the other in about a hundred steps, however wide or narrow the span", () => {
    fc.assert(
      fc.property(spans, (input) => {
        const stops = stopsOf(input, input.slider);
        expect(stops[0]).toBe(input.slider.low);
        expect(stops.at(-1)).toBe(input.slider.high);
        expect(stops.length).toBeGreaterThan(20);
        expect(stops.length).toBeLessThan(120);
        for (let i = 1; i < stops.length; ++i) expect(stops[i]!).toBeGreaterThan(stops[i - 1]!);
      }),
    );
  });
  it("are like factors on a log scale, and round numbers", () => {
    const stops = stopsOf(log, log.slider);
    const factors = stops.slice(1).map((stop, i) => stop / stops[i]!);
    expect(Math.max(...factors)).toBeLessThan(1.5);
    for (const stop of stops) expect(String(Number(stop.toPrecision(2)))).toBe(String(stop));
    expect(stopsOf(linear, linear.slider).slice(0, 4)).toEqual([1, 1.01, 1.02, 1.03]);
  });
  it("are met again on the way back, and a value between two goes to the next", () => {
    const stops = stopsOf(log, log.slider);
    let value = 100;
    for (let i = 0; i < 30; ++i) value = stopFrom(value, 1, stops);
    for (let i = 0; i < 30; ++i) value = stopFrom(value, -1, stops);
    expect(value).toBe(100);
    expect(stopFrom(1.0149, 1, [1, 1.01, 1.02])).toBe(1.02);
    expect(stopFrom(1.0149, -1, [1, 1.01, 1.02])).toBe(1.01);
    expect(stopFrom(1.5, Infinity, [1, 2])).toBe(2);
    expect(stopFrom(2, 1, [1, 2])).toBe(2);
    expect(stopFrom(1e9, -10, stops)).toBe(stops.at(-10));
  });
  it("stay inside the hard bounds", () => {
    expect(stopsOf({ ...linear, max: 1.5 }, linear.slider).at(-1)).toBe(1.5);
  });
});
