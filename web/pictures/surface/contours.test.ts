import { describe, expect, it } from "vitest";
import { contour, type Grid } from "./contours";

/** A function at points from −1 to 1 both ways, y upwards. */
function gridOf(side: number, value: (x: number, y: number) => number): Grid {
  const at = (index: number): number => (2 * index) / (side - 1) - 1;
  const values = Array.from({ length: side * side }, (_, i) => value(at(i % side), -at(Math.floor(i / side))));
  return { columns: side, rows: side, values };
}

function pointsOf(segments: readonly number[], side: number): [number, number][] {
  const points: [number, number][] = [];
  for (let i = 0; i < segments.length; i += 2) {
    points.push([(2 * (segments[i] ?? 0)) / (side - 1) - 1, 1 - (2 * (segments[i + 1] ?? 0)) / (side - 1)]);
  }
  return points;
}

describe("contour", () => {
  it("of a plane is its straight line", () => {
    const points = pointsOf(
      contour(
        gridOf(9, (x, y) => x + 2 * y),
        0.3,
      ),
      9,
    );
    expect(points.length).toBeGreaterThan(10);
    for (const [x, y] of points) expect(x + 2 * y).toBeCloseTo(0.3, 12);
  });

  it("of a bowl is a closed circle: every end is another segment's end", () => {
    const side = 33;
    const points = pointsOf(
      contour(
        gridOf(side, (x, y) => x * x + y * y),
        0.4,
      ),
      side,
    );
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeCloseTo(Math.sqrt(0.4), 2);
    const ends = new Map<string, number>();
    for (const [x, y] of points) {
      const key = [x, y].map((value) => Math.round(value * 1e9) + 0).join(" ");
      ends.set(key, (ends.get(key) ?? 0) + 1);
    }
    expect([...ends.values()].every((count) => count === 2)).toBe(true);
  });

  it("has whole segments where the level goes exactly through points of the grid", () => {
    const segments = contour(
      gridOf(5, (x, y) => x + y),
      0,
    );
    expect(segments.length % 4).toBe(0);
    expect(segments.length).toBeGreaterThan(0);
  });

  it("is nothing where the level is not reached or there are no numbers", () => {
    expect(
      contour(
        gridOf(5, () => 1),
        2,
      ),
    ).toEqual([]);
    expect(
      contour(
        gridOf(5, () => Number.NaN),
        0,
      ),
    ).toEqual([]);
    expect(contour({ columns: 0, rows: 0, values: [] }, 0)).toEqual([]);
  });

  it("ends along the diagonal beyond which there are no numbers", () => {
    const side = 11;
    const half = gridOf(side, (x, y) => (x + y > 1e-9 ? Number.NaN : x));
    const points = pointsOf(contour(half, -0.5), side);
    const highest = Math.max(...points.map(([, y]) => y));
    expect(highest).toBeCloseTo(0.5, 12);
  });
});
