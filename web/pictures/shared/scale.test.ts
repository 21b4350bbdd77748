import { describe, expect, it } from "vitest";
import {
  extentOf,
  linearScale,
  linearTicks,
  logScale,
  logTicks,
  niceCeil,
  paddedRange,
  steppedRange,
  tickLabel,
} from "./scale";

describe("scales", () => {
  it("takes the ends of the domain to the ends of the range", () => {
    const scale = linearScale([60, 100], [300, 10]);
    expect(scale.pxFromScore(60)).toBe(300);
    expect(scale.pxFromScore(100)).toBe(10);
    expect(scale.pxFromScore(80)).toBe(155);
  });

  it("comes back from the pixel to the score", () => {
    for (const scale of [linearScale([-3, 17], [40, 400]), logScale([1e-4, 1e3], [200, 0])]) {
      for (const score of [0.001, 1, 7.5]) {
        // 1e-9: two logarithms and a power.
        expect(scale.scoreFromPx(scale.pxFromScore(score)) / score).toBeCloseTo(1, 9);
      }
    }
  });

  it("puts a domain without width in the middle", () => {
    expect(linearScale([5, 5], [0, 100]).pxFromScore(5)).toBe(50);
  });

  it("spaces powers of ten evenly on a logarithmic scale", () => {
    const scale = logScale([1, 1000], [0, 300]);
    expect(scale.pxFromScore(10)).toBeCloseTo(100, 9);
    expect(scale.pxFromScore(100)).toBeCloseTo(200, 9);
  });
});

describe("ranges", () => {
  it("overlooks what is not finite", () => {
    expect(extentOf([Number.NaN, 3, Number.POSITIVE_INFINITY, -2])).toEqual([-2, 3]);
    expect(extentOf([])).toEqual([0, 0]);
  });

  it("leaves room on both sides of the data", () => {
    expect(paddedRange([0, 100], 0.1)).toEqual([-10, 110]);
  });

  it("gives width to a single student's scores", () => {
    expect(paddedRange([90, 90])).toEqual([85.5, 94.5]);
    expect(paddedRange([0, 0])).toEqual([-1, 1]);
  });

  it("goes out to round ends, where it rests until they are passed", () => {
    expect(steppedRange([0, 61])).toEqual([0, 80]);
    expect(steppedRange([0, 80])).toEqual([0, 80]);
    expect(steppedRange([-0.25, 0.65])).toEqual([-0.4, 0.8]);
    const ends = Array.from({ length: 1000 }, (_, high) => steppedRange([0, high + 1])[1]);
    expect(new Set(ends).size).toBeLessThan(30);
    for (const range of [
      [3, 3],
      [0, 1e308],
      [0, 5e-324],
      [-1e308, 1e308],
    ] as const) {
      expect(steppedRange(range).every(Number.isFinite), String(range)).toBe(true);
    }
  });

  it("stays finite for the largest scores there are", () => {
    const [low, high] = paddedRange([-1e308, 1e308]);
    expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true);
    expect(linearTicks([low, high], 5).every(Number.isFinite)).toBe(true);
  });
});

describe("ticks", () => {
  it("are round numbers inside the range", () => {
    expect(linearTicks([57.2, 102.8], 5)).toEqual([60, 70, 80, 90, 100]);
    expect(linearTicks([-0.31, 0.32], 4)).toEqual([-0.2, 0, 0.2]);
  });

  it("carry no dust of floating point", () => {
    expect(linearTicks([0, 0.7], 8).map(String)).toEqual(["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"]);
  });

  it("are never more than twice what was asked for", () => {
    for (let exponent = -20; exponent <= 20; exponent += 1) {
      for (const width of [1, 1.7, 3.3, 9.9]) {
        const low = 0.37 * 10 ** exponent;
        expect(linearTicks([low, low + width * 10 ** exponent], 5).length).toBeLessThanOrEqual(6);
      }
    }
  });

  it("of a range without width are its one value", () => {
    expect(linearTicks([7, 7], 5)).toEqual([7]);
  });

  it("of a logarithmic range are powers of ten, thinned where there are many", () => {
    expect(logTicks([1e-3, 1e2], 6)).toEqual([0.001, 0.01, 0.1, 1, 10, 100]);
    expect(logTicks([1e-12, 1e12], 5).length).toBeLessThanOrEqual(6);
  });

  it("of a short logarithmic range also are 2 and 5", () => {
    expect(logTicks([1, 10], 5)).toEqual([1, 2, 5, 10]);
  });

  it("read as a person writes them", () => {
    expect([0, 95, -0.25, 1e-7, 2.5e7, -1e6].map(tickLabel)).toEqual(["0", "95", "−0.25", "10⁻⁷", "2.5×10⁷", "−10⁶"]);
  });
});

describe("niceCeil", () => {
  it("rounds up to 1, 2 or 5 times a power of ten", () => {
    expect([0.6, 1, 1.01, 3, 7, 0.02, 430].map(niceCeil)).toEqual([1, 1, 2, 5, 10, 0.02, 500]);
  });
});
