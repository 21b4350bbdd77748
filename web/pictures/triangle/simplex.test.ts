import { describe, expect, it } from "vitest";
import { placeOf, regionOf, sharesAt, triangleIn, within } from "./simplex";

const MARGINS = { top: 20, bottom: 30, side: 10 };
const triangle = triangleIn(320, 400, MARGINS);

describe("a triangle", () => {
  it("has equal sides and stays inside its margins", () => {
    const [[ax, ay], [bx, by], [cx, cy]] = triangle;
    expect([bx, cx]).toEqual([10, 310]);
    // In the middle of what the margins leave.
    expect(ay - 20).toBeCloseTo(400 - 30 - by);
    expect(by).toBe(cy);
    expect(Math.hypot(ax - bx, ay - by)).toBeCloseTo(300);
    const flat = triangleIn(800, 150, MARGINS);
    expect(flat[1][1]).toBeCloseTo(120);
  });

  it("has a place for shares and shares for a place", () => {
    expect(placeOf(triangle, [1, 0, 0])).toEqual(triangle[0]);
    const shares = sharesAt(triangle, placeOf(triangle, [0.6, 0.3, 0.1]));
    expect(shares[0]).toBeCloseTo(0.6, 12);
    expect(shares[1]).toBeCloseTo(0.3, 12);
    expect(shares[2]).toBeCloseTo(0.1, 12);
    expect(Math.min(...sharesAt(triangle, [0, 0]))).toBeLessThan(0);
  });
});

describe("within", () => {
  it("leaves shares inside the triangle where they are", () => {
    for (const [index, share] of within([0.6, 0.3, 0.1], 0).entries()) {
      expect(share).toBeCloseTo([0.6, 0.3, 0.1][index] ?? 0, 12);
    }
  });

  it("brings others to the edge, and they sum to one", () => {
    for (const shares of [
      [1.5, -0.25, -0.25],
      [-1, 1, 1],
      [0.5, 0.5, 0],
    ] as const) {
      const inside = within(shares, 0.001);
      expect(Math.min(...inside)).toBeGreaterThanOrEqual(0.001);
      expect(inside[0] + inside[1] + inside[2]).toBeCloseTo(1, 12);
    }
  });
});

// Adding 0 turns −0 into 0.
it("the regions of the largest share meet in the centre and at the middles of the sides", () => {
  const region = regionOf(triangle, 1).map((place) =>
    sharesAt(triangle, place).map((share) => Math.round(share * 6) + 0),
  );
  expect(region).toEqual([
    [0, 6, 0],
    [3, 3, 0],
    [2, 2, 2],
    [0, 3, 3],
  ]);
});
