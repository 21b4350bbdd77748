import { describe, expect, it } from "vitest";
import { layerOf } from "../shared/experiment.testing";
import { outlineOf } from "./outline";
import { pathOf } from "./path";
import { limitsOf, parametersAt, planeOf, samePlane, shareSum } from "./plane";

const layers = [layerOf(2, 3, [1, 2, 3, 4, 5, 6], [7, 8, 9]), layerOf(3, 1, [10, 11, 12], [13])];

/** The plane, which is there. */
function planeThrough(...args: Parameters<typeof planeOf>) {
  const plane = planeOf(...args);
  if (plane === null) throw new Error("no plane");
  return plane;
}

describe("a plane of two parameters", () => {
  it("leaves all others where they are", () => {
    const plane = planeThrough(layers, 1, 9, false);
    expect(parametersAt(plane, -1, 20)).toEqual([1, -1, 3, 4, 5, 6, 7, 8, 9, 20, 11, 12, 13]);
  });

  it("goes through the present parameters", () => {
    expect(parametersAt(planeThrough(layers, 0, 12, false), 1, 13)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
  });

  it("is the same as long as only its two parameters move", () => {
    const moved = [layerOf(2, 3, [100, 2, 3, 4, 5, 6], [7, 8, 9]), layerOf(3, 1, [10, 11, 12], [-13])];
    const plane = planeThrough(layers, 0, 12, false);
    expect(samePlane(plane, planeThrough(moved, 0, 12, false))).toBe(true);
    expect(samePlane(plane, planeThrough(moved, 1, 12, false))).toBe(false);
  });
});

describe("weights that sum to one", () => {
  const four = [layerOf(4, 1, [0.1, 0.2, 0.3, 0.4], [-80])];

  it("give and take in proportion", () => {
    const at = parametersAt(planeThrough(four, 0, 1, true), 0.3, 0.35);
    expect(at.slice(0, 4).reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12);
    expect((at[2] ?? 0) / (at[3] ?? 0)).toBeCloseTo(0.75, 6);
    expect(at[4]).toBe(-80);
    const withBias = parametersAt(planeThrough(four, 3, 4, true), 0.7, -20);
    expect(withBias.slice(0, 3).map((weight) => Number(weight.toFixed(6)))).toEqual([0.05, 0.1, 0.15]);
    expect(withBias.slice(3)).toEqual([0.7, -20]);
  });

  it("of two units are each a sum of one", () => {
    const units = [layerOf(2, 2, [0.5, 0.5, 0.25, 0.75])];
    const at = parametersAt(planeThrough(units, 0, 3, true), 0.2, 0.6);
    expect(at.map((weight) => Number(weight.toFixed(9)))).toEqual([0.2, 0.8, 0.4, 0.6]);
  });

  it("are not free where there are but two", () => {
    expect(planeOf([layerOf(2, 1, [0.4, 0.6], [1])], 0, 1, true)).toBeNull();
    expect(planeOf([layerOf(2, 1, [0.4, 0.6], [1])], 0, 2, true)).not.toBeNull();
  });

  it("are shares, of one sum where they belong to one unit", () => {
    expect(limitsOf(four, 0, true)).toEqual([0, 1]);
    expect(limitsOf(four, 4, true)).toEqual([-1e6, 1e6]);
    expect(limitsOf(four, 0, false)).toEqual([-1e6, 1e6]);
    expect([shareSum(four, 0, 3, true), shareSum(four, 0, 4, true), shareSum(four, 0, 3, false)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it("the path goes over the kept epochs to the present point", () => {
  expect(pathOf([1, 2, 3, 4, 5, 6], 3, 0, 2, [7, 8])).toEqual([
    [1, 3],
    [4, 6],
    [7, 8],
  ]);
  expect(pathOf([], 0, 0, 1, [7, 8])).toEqual([[7, 8]]);
});

describe("the outline", () => {
  it("is the rectangle that is seen", () => {
    expect(outlineOf({ x: [0, 2], y: [-1, 1] }, false)).toHaveLength(4);
  });

  it("ends where two shares are already one", () => {
    const corners = outlineOf({ x: [0, 1], y: [0, 1] }, true);
    for (const [x, y] of corners) expect(x + y).toBeLessThanOrEqual(1);
    expect(corners).toContainEqual([1, 0]);
    expect(outlineOf({ x: [0.25, 0.75], y: [0.5, 1] }, true)).toContainEqual([0.5, 0.5]);
    expect(outlineOf({ x: [0, 0.25], y: [0, 0.25] }, true)).toHaveLength(4);
  });
});
