import { describe, expect, it } from "vitest";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import {
  drawContours,
  drawPath,
  drawPresent,
  drawSecret,
  imageTransform,
  lossPixels,
  placeInGrid,
} from "./field-drawing";
import { withinSum } from "./grid";
import { GridPace } from "./pace";
import { fromPixels, type Projection, toPixels } from "./project";

/** x from 0 to 10 over 200 pixels, y from 0 to 5 up over 100. */
const projection: Projection = { origin: [50, 150], x: [20, 0], y: [0, -20] };
const domain = { x: [0, 10], y: [0, 5] } as const;
const slope = { columns: 3, rows: 2, values: [1, 10, 100, 1, 10, 100] };
const slanted: Projection = { origin: [300, 200], x: [-150, -180], y: [-300, 0] };

describe("projections", () => {
  it("go there and back", () => {
    for (const each of [projection, slanted]) {
      const [x, y] = fromPixels(each, toPixels(each, [0.3, 0.6]));
      expect(x).toBeCloseTo(0.3, 12);
      expect(y).toBeCloseTo(0.6, 12);
    }
  });

  it("a grid's top row is the domain's top", () => {
    expect(placeInGrid(slope, domain, 0, 0)).toEqual([0, 5]);
    expect(placeInGrid(slope, domain, 2, 1)).toEqual([10, 0]);
  });

  it("the middle of a pixel comes to lie where its point is", () => {
    for (const each of [projection, slanted]) {
      const [a, b, c, d, e, f] = imageTransform(slope, domain, each);
      const [column, row] = [2, 1];
      const [x, y] = [column + 0.5, row + 0.5];
      const [px, py] = toPixels(each, placeInGrid(slope, domain, column, row));
      expect(a * x + c * y + e).toBeCloseTo(px, 9);
      expect(b * x + d * y + f).toBeCloseTo(py, 9);
    }
  });
});

describe("colours", () => {
  const ramp = [
    [0, 100, 0],
    [200, 200, 200],
  ] as const;
  it("go from the lowest loss to the highest by powers of ten", () => {
    const pixels = lossPixels(slope, [1, 100], [[...ramp[0]], [...ramp[1]]]);
    expect([...pixels.slice(0, 12)]).toEqual([0, 100, 0, 255, 100, 150, 100, 255, 200, 200, 200, 255]);
  });

  it("reach one point beyond the numbers", () => {
    const grid = { columns: 3, rows: 1, values: [1, Number.NaN, Number.NaN] };
    const pixels = lossPixels(grid, [1, 100], [[...ramp[0]], [...ramp[1]]]);
    expect([pixels[0], pixels[4], pixels[8]]).toEqual([0, 0, 200]);
  });
});

it("what is beyond a sum of one is no number", () => {
  const grid = { columns: 3, rows: 3, values: Array.from({ length: 9 }, () => 7) };
  const { values } = withinSum(grid, { x: [0, 1], y: [0, 1] });
  expect(Array.from(values).map(Number.isFinite)).toEqual([true, false, false, true, true, false, true, true, true]);
});

describe("drawing", () => {
  it("has contours where the loss has their level", () => {
    const { pencil, calls } = recordingPencil();
    drawContours(pencil, slope, domain, [1, 100], projection, TEST_THEME);
    const ends = calls.filter(({ name }) => name === "moveTo" || name === "lineTo").map(({ args }) => args);
    expect(ends.length).toBeGreaterThan(4);
    // The level 10 goes through the middle.
    expect(ends.some(([x]) => Math.abs(Number(x) - 150) < 1e-9)).toBe(true);
  });

  it("has a path from ring to ring, paper under ink, and never a broken number", () => {
    const { pencil, calls } = recordingPencil();
    drawPath(
      pencil,
      [
        [1, 1],
        [Number.NaN, 2],
        [2, 3],
      ],
      projection,
      TEST_THEME,
    );
    const points = calls.filter(({ name }) => name === "moveTo" || name === "lineTo").map(({ args }) => args);
    expect(points.slice(0, 2)).toEqual([
      [70, 130],
      [90, 90],
    ]);
    const strokes = calls.filter(({ name }) => name === "stroke").map(({ strokeStyle }) => strokeStyle);
    expect(strokes).toEqual(["paper", "ink", "ink"]);
  });

  it("has nothing where there is no point", () => {
    const { pencil, calls } = recordingPencil();
    drawPath(pencil, [], projection, TEST_THEME);
    drawPresent(pencil, [Number.NaN, 1], projection, TEST_THEME);
    drawSecret(pencil, [1, Number.POSITIVE_INFINITY], projection, TEST_THEME);
    expect(calls).toEqual([]);
  });

  it("tells the present point from the school's by its shape", () => {
    const present = recordingPencil();
    drawPresent(present.pencil, [1, 1], projection, TEST_THEME);
    const secret = recordingPencil();
    drawSecret(secret.pencil, [1, 1], projection, TEST_THEME);
    expect(present.calls.some(({ name }) => name === "arc")).toBe(true);
    expect(secret.calls.some(({ name }) => name === "arc")).toBe(false);
  });
});

it("a grid is as fine as its budget allows, between 8 and the most", () => {
  const pace = new GridPace();
  pace.took(1, 1000);
  expect(pace.side({ time: 6, side: 48 })).toBe(48);
  pace.took(400, 1000);
  expect(pace.side({ time: 60, side: 128 })).toBe(12);
  pace.took(1e6, 10);
  expect(pace.side({ time: 60, side: 128 })).toBe(8);
});
