import { describe, expect, it } from "vitest";
import type { CurveNumbers } from "../../engine/lab";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { linearScale } from "../shared/scale";
import { bandRange, byTotal, logitScale, marksOnCurve, problemOf, totalRange } from "./curve";
import { drawBand, drawLogitAxis, drawSigmoid, drawThreshold } from "./curve-drawing";

const numbers: CurveNumbers = {
  steepness: 2,
  threshold: 95,
  band: [92.5, 97.5],
  totals: Float64Array.of(85, 96, 70),
  logits: Float64Array.of(-20, 2, -50),
};
const box = { left: 30, top: 40, right: 330, bottom: 240 };
const scales = { x: linearScale([70, 100], [30, 330]), y: linearScale([0, 1], [240, 40]), lanes: null };

describe("problemOf", () => {
  it("finds nothing where the weights sum to something positive", () => {
    expect(problemOf(numbers)).toBeNull();
  });

  it("says why there is no threshold", () => {
    expect(problemOf({ ...numbers, steepness: 0, threshold: Number.NaN })).toBe("zero");
    expect(problemOf({ ...numbers, steepness: 1e-300, threshold: Number.POSITIVE_INFINITY })).toBe("zero");
    expect(problemOf({ ...numbers, steepness: -1 })).toBe("negative");
    expect(problemOf({ ...numbers, steepness: Number.NaN })).toBe("unknown");
  });
});

it("a student without a total is not reached by keys and stretches no axis", () => {
  const missing = {
    ...numbers,
    totals: Float64Array.of(85, Number.NaN, 70),
    logits: Float64Array.of(-20, Number.NaN, -50),
  };
  expect(byTotal(missing)).toEqual([2, 0]);
  expect(totalRange({ ...missing, threshold: Number.NaN }, null)).toEqual(
    totalRange({ ...missing, threshold: Number.NaN, totals: Float64Array.of(85, 70) }, null),
  );
});

describe("totalRange", () => {
  it("holds the students and a threshold that is near them, out to round totals", () => {
    expect(totalRange(numbers, null)).toEqual([65, 100]);
    expect(totalRange({ ...numbers, threshold: 105 }, null)[1]).toBeGreaterThan(105);
    expect(totalRange({ ...numbers, threshold: 78 }, 103)[1]).toBeGreaterThan(103);
  });

  it("is not stretched by a threshold far away", () => {
    expect(totalRange({ ...numbers, threshold: -4000 }, null)).toEqual([65, 100]);
  });

  it("has width for a single student, and without any", () => {
    const [low, high] = totalRange({ ...numbers, totals: Float64Array.of(85), threshold: -4000 }, null);
    expect(low).toBeLessThan(85);
    expect(high).toBeGreaterThan(85);
    expect(totalRange({ ...numbers, totals: new Float64Array() }, null).every(Number.isFinite)).toBe(true);
  });
});

it("z is zero at the threshold and rises by the sum of the weights", () => {
  const logits = logitScale(numbers, scales.x);
  expect(logits.pxFromScore(0)).toBeCloseTo(scales.x.pxFromScore(95));
  expect(logits.pxFromScore(2)).toBeCloseTo(scales.x.pxFromScore(96));
});

it("students stand at their totals, as high as the machine's yes is probable", () => {
  const mark = {
    student: 1,
    x: 1,
    y: 2,
    role: "training",
    classIndex: 1,
    value: Number.NaN,
    predictedClass: 1,
    wrong: false,
  } as const;
  expect(marksOnCurve([mark], numbers, [0, 0.88, 0], [70, 100])).toEqual([{ ...mark, x: 96, y: 0.88 }]);
  expect(marksOnCurve([mark], numbers, [0, 0.88, 0], bandRange({ ...numbers, band: [60, 70] }))).toEqual([]);
  expect(byTotal(numbers)).toEqual([2, 0, 1]);
});

describe("drawing", () => {
  const draw = (how: (pencil: ReturnType<typeof recordingPencil>["pencil"]) => void) => {
    const { pencil, calls } = recordingPencil();
    how(pencil);
    return calls;
  };
  const texts = (calls: ReturnType<typeof draw>) =>
    calls.filter(({ name }) => name === "fillText").map(({ args }) => args[0]);

  it("shades the band as far as it is on the picture", () => {
    const edges = (band: [number, number]) =>
      draw((pencil) => drawBand(pencil, box, scales.x, { ...numbers, band }, TEST_THEME))
        .filter(({ name }) => name === "lineTo" || name === "moveTo")
        .map(({ args }) => args[0]);
    expect(edges([92.5, 97.5])).toEqual([255, 305, 305, 255]);
    expect(edges([0, 200])).toEqual([30, 330, 330, 30]);
    expect(edges([200, 300])).toEqual([]);
  });

  it("leads the curve from edge to edge", () => {
    const calls = draw((pencil) => drawSigmoid(pencil, box, scales.y, [0, 0.5, 1], TEST_THEME));
    const path = calls.filter(({ name }) => name === "lineTo" || name === "moveTo").map(({ args }) => args);
    expect(path).toEqual([
      [30, 240],
      [180, 140],
      [330, 40],
    ]);
  });

  it("names the threshold over its line, and points to one that is off the picture", () => {
    const at = (total: number) =>
      draw((pencil) => drawThreshold(pencil, box, scales, total, { label: "分数线 95", school: false }, TEST_THEME));
    expect(texts(at(95))).toEqual(["分数线 95"]);
    expect(at(95).some(({ name }) => name === "stroke")).toBe(true);
    expect(texts(at(20))).toEqual(["← 分数线 95"]);
    expect(at(200).some(({ name }) => name === "stroke")).toBe(false);
  });

  it("marks z along the top", () => {
    const calls = draw((pencil) => drawLogitAxis(pencil, box, logitScale(numbers, scales.x), TEST_THEME));
    expect(texts(calls)).toEqual(["−40", "−20", "0", "z"]);
  });
});
