import { expect, it } from "vitest";
import { classesTable, example } from "../edits/example.testing";
import { fitModel } from "../edits/fit";
import { frameOf } from "../pictures/shared/experiment.testing";
import { predictionFor } from "./prediction";

it("a number is returned as it is", () => {
  expect(predictionFor(example, frameOf(1, [85, 96]), 1)).toEqual({ kind: "number", value: 96 });
});

it("a class is returned with its name and probability", () => {
  const award = fitModel(example, classesTable(["否", "是"]));
  const frame = { ...frameOf(1, [0.75, 0.25], [1, 0]), probabilities: Float32Array.from([0.75, 0.75]) };
  expect(predictionFor(award, frame, 0)).toEqual({ kind: "class", index: 1, name: "是", probability: 0.75 });
  expect(predictionFor(award, frame, 1)).toEqual({ kind: "class", index: 0, name: "否", probability: 0.75 });
});

it("a class is returned without a probability if the outputs are not probabilities", () => {
  const award = fitModel(example, classesTable(["否", "是"]));
  expect(predictionFor(award, frameOf(1, [0.75], [1]), 0)).toEqual({
    kind: "class",
    index: 1,
    name: "是",
    probability: Number.NaN,
  });
});

it("after divergence there is no prediction", () => {
  expect(predictionFor(example, frameOf(1, [Number.NaN, Number.POSITIVE_INFINITY]), 1)).toEqual({ kind: "none" });
});
