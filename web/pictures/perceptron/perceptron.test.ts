import { describe, expect, it } from "vitest";
import { layoutOf, strokeOf } from "./perceptron";

describe("layoutOf", () => {
  it("keeps circles and box inside, and apart", () => {
    for (const count of [1, 3, 8, 64]) {
      const { inputs, radius, box } = layoutOf(count, 640, 480, true);
      expect(inputs).toHaveLength(count);
      for (const { x, y } of inputs) {
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(y + radius).toBeLessThanOrEqual(480);
        expect(x + radius).toBeLessThan(box.left);
      }
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.left + box.width).toBeLessThanOrEqual(640);
    }
  });

  it("writes numbers where lines leave room for them", () => {
    expect(layoutOf(3, 640, 480, true).numbered).toBe(true);
    expect(layoutOf(64, 640, 480, true).numbered).toBe(false);
    expect(layoutOf(3, 200, 80, false).numbered).toBe(false);
  });
});

describe("strokeOf", () => {
  it("is in proportion to the weight, whatever its sign, and never gone", () => {
    expect(strokeOf(0.5, 1, 12)).toBe(6);
    expect(strokeOf(-1, 1, 12)).toBe(12);
    expect(strokeOf(0, 1, 12)).toBe(1);
    expect(strokeOf(0, 0, 12)).toBe(1);
    expect(strokeOf(Number.NaN, 1, 12)).toBe(1);
  });
});
