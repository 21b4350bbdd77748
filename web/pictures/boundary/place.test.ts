import { describe, expect, it } from "vitest";
import { linearScale } from "../shared/scale";
import { type Geometry, isInside, placeAt, placeBeside, snapped, stepOf } from "./place";

const box = { left: 30, top: 10, right: 330, bottom: 210 };
const geometry: Geometry = {
  box,
  scales: { x: linearScale([59.5, 99.5], [30, 330]), y: linearScale([50, 100], [210, 10]), lanes: null },
};
const lanes: Geometry = {
  box,
  scales: { x: linearScale([60, 100], [30, 330]), y: linearScale([-0.6, 1.6], [210, 10]), lanes: ["否", "是"] },
};

describe("placeAt", () => {
  it("takes whole points", () => {
    expect(placeAt([181, 111], geometry, false)).toEqual({ x: 80, y: 75 });
  });

  it("takes tenths on request", () => {
    expect(placeAt([181, 111], geometry, true)).toEqual({ x: 79.6, y: 74.8 });
  });

  it("cuts what is outside to whole points inside the axes", () => {
    expect(placeAt([-500, 900], geometry, false)).toEqual({ x: 60, y: 50 });
    expect(placeAt([5000, -900], geometry, false)).toEqual({ x: 99, y: 100 });
  });

  it("takes the nearest lane where the height is a class", () => {
    expect(placeAt([180, 10], lanes, false)).toEqual({ x: 80, y: 1 });
    expect(placeAt([180, 200], lanes, false)).toEqual({ x: 80, y: 0 });
  });
});

describe("placeBeside", () => {
  it("goes one point, or a tenth", () => {
    expect(placeBeside({ x: 80, y: 75 }, [1, 0], geometry, false)).toEqual({ x: 81, y: 75 });
    expect(placeBeside({ x: 80, y: 75 }, [0, -1], geometry, true)).toEqual({ x: 80, y: 74.9 });
  });

  it("leaves the axes, which then make room", () => {
    expect(placeBeside({ x: 99, y: 100 }, [1, 0], geometry, false).x).toBe(100);
  });

  it("stays in the lanes that there are", () => {
    expect(placeBeside({ x: 80, y: 1 }, [0, 1], lanes, false).y).toBe(1);
  });
});

describe("steps", () => {
  it("are whole points for scores and finer where the range is small", () => {
    expect([stepOf([0, 100], false), stepOf([0, 100], true), stepOf([0, 1], false)]).toEqual([1, 0.1, 0.01]);
  });

  it("leave no dust", () => {
    expect(snapped(0.31, 0.1, [0, 1])).toBe(0.3);
    expect(Object.is(snapped(-0.01, 0.1, [-1, 1]), 0)).toBe(true);
  });
});

it("knows what is inside", () => {
  expect(isInside([30, 10], box)).toBe(true);
  expect(isInside([29, 10], box)).toBe(false);
});
