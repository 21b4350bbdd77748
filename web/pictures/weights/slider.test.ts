import { describe, expect, it } from "vitest";
import { movedWeight, weightAt } from "./slider";

describe("a weight's keys", () => {
  it("move it by a hundredth of the scale, and ten of them, from one round weight to the next", () => {
    expect(movedWeight(0.6, "ArrowRight", 1)).toBe(0.61);
    expect(movedWeight(0.6, "ArrowLeft", 1)).toBe(0.59);
    expect(movedWeight(0.3003, "ArrowUp", 1)).toBe(0.31);
    expect(movedWeight(0.3003, "ArrowDown", 1)).toBe(0.3);
    expect(movedWeight(0.6, "PageUp", 2)).toBe(0.8);
    expect(movedWeight(0.05, "PageDown", 0.5)).toBe(0);
  });

  it("go to the ends, and not beyond", () => {
    expect(movedWeight(0.6, "Home", 1)).toBe(-1);
    expect(movedWeight(0.6, "End", 1)).toBe(1);
    expect(movedWeight(0.995, "PageUp", 1)).toBe(1);
    expect(movedWeight(0.02, "PageDown", 1, 0)).toBe(0);
  });

  it("start at zero where there is no number, and leave other keys alone", () => {
    expect(movedWeight(Number.NaN, "ArrowRight", 1)).toBe(0.01);
    expect(movedWeight(0.6, "a", 1)).toBeNull();
  });
});

describe("a weight's place", () => {
  it("is round, from end to end of the track", () => {
    expect([0, 0.5, 0.803, 1].map((part) => weightAt(part, 1))).toEqual([-1, 0, 0.605, 1]);
    expect(weightAt(0.75, 200)).toBe(100);
  });

  it("stays on the track, and above the least weight", () => {
    expect(weightAt(7, 1)).toBe(1);
    expect(weightAt(-7, 1)).toBe(-1);
    expect(weightAt(0.2, 1, 0)).toBe(0);
  });
});
