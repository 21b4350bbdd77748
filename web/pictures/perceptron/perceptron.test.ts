import { describe, expect, it } from "vitest";
import { formatWeight } from "../weights/weights";
import { layoutOf, operand, strokeOf } from "./perceptron";

/** Of a name of four letters with its score, in multiples of the text's size. */
const LABEL = 5.5;

describe("layoutOf", () => {
  it("keeps labels, circles and box inside, and apart", () => {
    for (const [width, height] of [
      [640, 480],
      [350, 480],
      [1100, 700],
    ] as const) {
      for (const count of [1, 3, 8, 17, 64]) {
        const { inputs, radius, box, text, labels, rowAt } = layoutOf(count, width, height, LABEL);
        const pitch = height / count;
        expect(inputs).toHaveLength(count);
        for (const { x, y } of inputs) {
          expect(y - radius - (labels === "around" ? 1.2 * text : 0)).toBeGreaterThanOrEqual(0);
          expect(y + radius).toBeLessThanOrEqual(height);
          expect(x - radius).toBeGreaterThanOrEqual(rowAt);
          expect(x + radius).toBeLessThan(box.left);
        }
        expect(2 * radius).toBeLessThan(pitch);
        if (labels === "around") expect(2 * radius + 1.2 * text).toBeLessThanOrEqual(pitch);
        if (labels === "before") {
          expect(1.2 * text).toBeLessThanOrEqual(pitch);
          expect(rowAt).toBeGreaterThanOrEqual(LABEL * text);
        }
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(width);
      }
    }
  });

  it("writes names and numbers where there is room for them", () => {
    expect(layoutOf(3, 640, 480, LABEL)).toMatchObject({ labels: "around", numbered: true });
    expect(layoutOf(17, 640, 480, LABEL)).toMatchObject({ labels: "before", numbered: true });
    expect(layoutOf(17, 350, 480, LABEL)).toMatchObject({ labels: "before", numbered: false });
    expect(layoutOf(64, 640, 480, LABEL)).toMatchObject({ labels: "none", numbered: false });
    expect(layoutOf(3, 200, 80, null)).toMatchObject({ labels: "none", numbered: false });
  });

  it("writes more than a few names larger before their circles than over them", () => {
    expect(layoutOf(9, 720, 440, LABEL).text).toBeGreaterThan(17);
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

describe("operand", () => {
  it("has brackets where it is negative", () => {
    expect([formatWeight(-0.25), formatWeight(0.25), formatWeight(-1e-9)].map(operand)).toEqual([
      "(−0.25000)",
      "0.25000",
      "(−10⁻⁹)",
    ]);
  });
});
