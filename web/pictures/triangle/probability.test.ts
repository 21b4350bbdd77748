import { expect, it } from "vitest";
import { experimentOf, frameOf, student } from "../shared/experiment.testing";
import { marksOf } from "../shared/marks";
import { recordingPencil, TEST_THEME } from "../shared/pencil.testing";
import { drawPlaced, drawRegions, placedMarks } from "./probability-drawing";
import { placeOf, triangleIn } from "./simplex";

const CLASSES = ["普通学生", "双优学生", "三好学生"];
const triangle = triangleIn(300, 300, { top: 20, bottom: 30, side: 10 });
const experiment = experimentOf(["德育"], CLASSES, [
  student("甲", [70], "普通学生"),
  student("乙", [96], "三好学生"),
  student("丙", [90]),
]);
const frame = frameOf(3, [0.8, 0.1, 0.1, 0.6, 0.1, 0.3, Number.NaN, Number.NaN, Number.NaN], [0, 0, 0]);
const marks = marksOf(experiment, frame, ["training", "training", "unlabelled"], { x: 0, y: 0 });

it("students stand where their three probabilities are, and nowhere without any", () => {
  const placed = placedMarks(marks, frame, triangle);
  expect(placed.map(({ student }) => student)).toEqual([0, 1]);
  const [x, y] = placeOf(triangle, [0.8, 0.1, 0.1]);
  expect(placed[0]?.x).toBeCloseTo(x, 4);
  expect(placed[0]?.y).toBeCloseTo(y, 4);
});

it("each region has its class's colour, lightly", () => {
  const { pencil, calls } = recordingPencil();
  drawRegions(pencil, triangle, TEST_THEME);
  const fills = calls.filter(({ name }) => name === "fill");
  expect(fills.map(({ fillStyle }) => fillStyle)).toEqual(["class-0", "class-1", "class-2"]);
  expect(fills.every(({ globalAlpha }) => globalAlpha < 0.3)).toBe(true);
});

it("who is predicted wrong is ringed, in the colour of the true class", () => {
  const { pencil, calls } = recordingPencil();
  drawPlaced(pencil, placedMarks(marks, frame, triangle), TEST_THEME);
  expect(calls.filter(({ name }) => name === "fill").map(({ fillStyle }) => fillStyle)).toEqual(["class-0", "class-2"]);
  // The circle of class 0, and the ring around the student of class 2, whose shape has corners.
  expect(calls.filter(({ name }) => name === "arc")).toHaveLength(2);
});
