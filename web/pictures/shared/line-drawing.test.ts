import { describe, expect, it } from "vitest";
import { drawGrid, drawLine, drawReading } from "./line-drawing";
import { recordingPencil, TEST_THEME } from "./pencil.testing";
import { linearScale, logScale } from "./scale";

const box = { left: 0, top: 0, right: 100, bottom: 100 };
const linear = { x: linearScale([0, 10], [0, 100]), y: linearScale([0, 10], [100, 0]) };
const style = { color: "ink", width: 1, dash: [] };

function pathOf(draw: (pencil: ReturnType<typeof recordingPencil>["pencil"]) => void) {
  const { pencil, calls } = recordingPencil();
  draw(pencil);
  return calls.filter(({ name }) => name === "moveTo" || name === "lineTo");
}

describe("drawLine", () => {
  it("leaves a gap where a value is not a finite number", () => {
    const calls = pathOf((pencil) => drawLine(pencil, linear, [0, 1, 2, 3], [1, Number.NaN, 3, 4], style));
    expect(calls.map(({ name }) => name)).toEqual(["moveTo", "moveTo", "lineTo"]);
  });

  it("leaves a gap where a logarithmic axis has no place for a value", () => {
    const scales = { x: linear.x, y: logScale([1, 100], [100, 0]) };
    const calls = pathOf((pencil) => drawLine(pencil, scales, [0, 1, 2, 3], [10, 0, -5, 10], style));
    expect(calls.map(({ args }) => args)).toEqual([
      [0, 50],
      [30, 50],
    ]);
  });

  it("keeps coordinates small enough to be drawn", () => {
    const calls = pathOf((pencil) => drawLine(pencil, linear, [0, 1e15], [0, -1e15], style));
    expect(calls.flatMap(({ args }) => args).every((px) => Math.abs(Number(px)) <= 4000)).toBe(true);
  });
});

it("the line at zero is darker than the rest of the grid", () => {
  const { pencil, calls } = recordingPencil();
  drawGrid(pencil, box, linear.y, [0, 5], TEST_THEME);
  const strokes = calls.filter(({ name }) => name === "stroke").map(({ strokeStyle }) => strokeStyle);
  expect(strokes).toEqual(["muted", "hairline"]);
});

describe("drawReading", () => {
  const rings = (at: number, values: number[]) => {
    const { pencil, calls } = recordingPencil();
    const points = values.map((value) => ({ value, color: "ink" }));
    drawReading(pencil, box, linear, at, points, TEST_THEME);
    return calls.filter(({ name }) => name === "arc").map(({ args }) => args.slice(0, 2));
  };

  it("rings each line that has a value at the point", () => {
    expect(rings(5, [2, Number.NaN, 4])).toEqual([
      [50, 80],
      [50, 60],
    ]);
  });

  it("draws nothing at a point that the axis does not have", () => {
    expect(rings(Number.NaN, [2])).toEqual([]);
  });
});
