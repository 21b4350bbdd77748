import { describe, expect, it } from "vitest";
import { covering, domainAround, domainCovering, nearestIn, rangeAround, zoomed } from "./extent";

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

describe("a domain", () => {
  const limits = { x: FREE, y: [0, 1] } as const;
  const domain = domainAround([[0, 0.5]], limits);

  it("is the same object as long as the whole path is in it", () => {
    expect(domain).toEqual({ x: [-1, 1], y: [0, 1] });
    expect(domainCovering(domain, [[0.5, 0.5]], limits)).toBe(domain);
    expect(
      domainCovering(
        domain,
        [
          [0.5, 0.5],
          [3, 0.2],
        ],
        limits,
      ),
    ).toEqual({ x: [-1, 4], y: [0, 1] });
  });

  it("has a nearest point that can be chosen: shares stay above nothing and below one", () => {
    expect(nearestIn(domain, limits, false, [5, 0.25])).toEqual([1, 0.25]);
    expect(nearestIn(domain, limits, false, [0, -3])[1]).toBeGreaterThan(0);
    const shares = { x: [0, 1], y: [0, 1] } as const;
    const [x, y] = nearestIn(shares, shares, true, [2, 2]);
    expect(x + y).toBeLessThan(1);
    expect(x).toBeCloseTo(y, 12);
    expect(nearestIn(shares, shares, true, [0.25, 0.25])).toEqual([0.25, 0.25]);
  });
});
