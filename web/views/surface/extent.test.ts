import { describe, expect, it } from "vitest";
import { covering, rangeAround, zoomed } from "./extent";

const FREE = [-1e6, 1e6] as const;

describe("the part of the surface that is seen", () => {
  it("has room around the path, and some width before there is one", () => {
    expect(rangeAround([0], FREE)).toEqual([-1, 1]);
    const [low, high] = rangeAround([-80, 0], FREE);
    expect(low).toBeLessThan(-90);
    expect(high).toBeGreaterThan(10);
  });

  it("is all shares of a sum of one", () => {
    expect(rangeAround([0.3], [0, 1])).toEqual([0, 1]);
  });

  it("stays as it is until the point leaves it, then reaches farther to its side", () => {
    const range = [-1, 1] as const;
    expect(covering(range, 0.99, FREE)).toBe(range);
    expect(covering(range, Number.NaN, FREE)).toBe(range);
    expect(covering(range, 1.5, FREE)).toEqual([-1, 2.5]);
    expect(covering(range, -3, FREE)).toEqual([-4, 1]);
    expect(covering([0, 1], 1.5, [0, 1])).toEqual([0, 1]);
  });

  it("zooms around the present point, inside the limits and not finer than there are numbers", () => {
    expect(zoomed([-1, 3], 0.5, 0, FREE)).toEqual([-0.5, 1.5]);
    expect(zoomed([-1, 1], 2, 50, FREE)).toEqual([-2, 2]);
    expect(zoomed([0, 1], 2, 0.5, [0, 1])).toEqual([0, 1]);
    expect(zoomed([0, 1e-4], 0.5, 0, FREE)).toEqual([0, 1e-4]);
  });
});
