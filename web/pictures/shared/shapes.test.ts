import { describe, expect, it } from "vitest";
import { recordingPencil } from "./pencil.testing";
import { shapePath, traceShape } from "./shapes";

const CLASSES = [0, 1, 2, 3, 4, 5, 6, 7];

describe("class shapes", () => {
  it("differ for the first eight classes", () => {
    expect(new Set(CLASSES.map((index) => shapePath(index, 10))).size).toBe(CLASSES.length);
  });

  it("are closed paths of finite numbers, on canvas and in SVG alike", () => {
    for (const index of CLASSES) {
      const { pencil, calls } = recordingPencil();
      traceShape(pencil, index, 50, 40, 6);
      expect(calls[0]?.name).toBe("moveTo");
      expect(calls.at(-1)?.name).toBe("closePath");
      expect(calls.flatMap(({ args }) => args).every(Number.isFinite)).toBe(true);
      expect(shapePath(index, 6)).toMatch(/^M[-\d. LaZ]+Z$/);
    }
  });

  it("stay around the middle, within half as much again as the radius", () => {
    for (const index of CLASSES.slice(1)) {
      const { pencil, calls } = recordingPencil();
      traceShape(pencil, index, 0, 0, 10);
      const corners = calls.filter(({ name }) => name !== "closePath").map(({ args }) => args);
      for (const [x = 0, y = 0] of corners) expect(Math.hypot(Number(x), Number(y))).toBeLessThanOrEqual(15);
      const sum = corners.reduce((total, [x = 0]) => total + Number(x), 0);
      expect(sum).toBeCloseTo(0, 9);
    }
  });

  it("cover about the same area, so that no class looks more important", () => {
    const circle = Math.PI * 100;
    for (const index of CLASSES.slice(1)) {
      const { pencil, calls } = recordingPencil();
      traceShape(pencil, index, 0, 0, 10);
      const corners = calls.filter(({ name }) => name !== "closePath").map(({ args }) => args.map(Number));
      const area = Math.abs(
        corners.reduce((total, [x = 0, y = 0], place) => {
          const [nextX = 0, nextY = 0] = corners[(place + 1) % corners.length] ?? [];
          return total + (x * nextY - nextX * y) / 2;
        }, 0),
      );
      expect(area / circle).toBeGreaterThan(0.7);
      expect(area / circle).toBeLessThan(1.2);
    }
  });

  it("begin again after the last", () => {
    expect(shapePath(10, 5)).toBe(shapePath(0, 5));
  });
});
