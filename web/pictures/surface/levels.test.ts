import { describe, expect, it } from "vitest";
import { tickLabel } from "../shared/scale";
import { legendTicks, levelsOf, lossRange, roundRange, shareOf } from "./levels";

describe("the range of colours", () => {
  it("reaches from the lowest loss to the highest, but not to zero, which has no power of ten", () => {
    expect(lossRange([3, 0.5, 20])).toEqual([0.5, 20]);
    expect(lossRange([0, 5, 20])).toEqual([0.02, 20]);
    expect(lossRange([Number.NaN, 2, Number.POSITIVE_INFINITY, 4])).toEqual([2, 4]);
  });

  it("is positive and has width whatever the losses are", () => {
    for (const values of [[], [Number.NaN], [0, 0], [7, 7], [1e-300], [1e308, 1e308]]) {
      const [low, high] = lossRange(values);
      expect(low > 0 && high > low && Number.isFinite(high), String(values)).toBe(true);
      expect(levelsOf([low, high]).every((level) => level > low && level < high)).toBe(true);
    }
  });

  it("goes by powers of ten", () => {
    expect([0, 0.1, 1, 10, 99, Number.NaN].map((loss) => shareOf([0.1, 10], loss))).toEqual([0, 0, 0.5, 1, 1, 1]);
  });
});

describe("levels", () => {
  it("are round, and finer where the range is small", () => {
    expect(levelsOf([0.09, 11])).toEqual([0.1, 0.2, 0.5, 1, 2, 5, 10]);
    expect(levelsOf([2.5, 4.5])).toEqual([3, 4]);
  });

  it("are no more than one can tell apart", () => {
    expect(levelsOf([1e-3, 1e6]).length).toBeLessThanOrEqual(14);
  });

  it("are named in the legend as far as there is room", () => {
    const ticks = legendTicks([0.02, 20]);
    expect(ticks.length).toBeGreaterThan(3);
    for (const [index, { percent }] of ticks.entries()) {
      expect(percent - (ticks[index - 1]?.percent ?? -15)).toBeGreaterThanOrEqual(15);
    }
  });
});

it("long losses on a ramp do not run into each other", () => {
  // The narrowest ramp and a digit of the page's widest typeface, in pixels.
  const [ramp, digit] = [118, 6.4];
  const half = (value: number): number => (tickLabel(value).length * digit) / 2;
  for (const middle of [0.00123, 0.3, 42, 1436.4, 154_321, 3e7]) {
    const ticks = legendTicks([middle / 2, middle * 2]);
    expect(ticks.length, String(middle)).toBeGreaterThan(1);
    for (const [index, { value, percent }] of ticks.entries()) {
      const before = ticks[index - 1];
      const from = before === undefined ? Number.NEGATIVE_INFINITY : (before.percent / 100) * ramp + half(before.value);
      expect((percent / 100) * ramp - half(value), `${middle}: ${value}`).toBeGreaterThan(from);
    }
  }
});

it("the colours' ends are round losses, which hold the losses that there are", () => {
  expect(roundRange([0.3, 4])).toEqual([0.2, 5]);
  expect(roundRange([0.02, 20])).toEqual([0.02, 20]);
  for (const values of [[0], [1e-300, 1e308], [7, 7]]) {
    const [low, high] = roundRange(lossRange(values));
    expect(Number.isFinite(low) && Number.isFinite(high) && low > 0 && high > low, String(values)).toBe(true);
  }
});
