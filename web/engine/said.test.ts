import { expect, it } from "vitest";
import { classesTable, example } from "../experiment/example.testing";
import { fitModel } from "../experiment/fit";
import type { Experiment, Frame } from "./engine";
import { saidOf } from "./said";

function frameOf(outputs: number, predictions: number[], classes: number[]): Frame {
  return {
    status: "running",
    updates: 0,
    epoch: 0,
    loss: 0,
    heldOutLoss: Number.NaN,
    learningRate: 0.1,
    threshold: Number.NaN,
    accuracy: Number.NaN,
    heldOutAccuracy: Number.NaN,
    layers: [],
    outputs,
    predictions: Float32Array.from(predictions),
    classes: Uint8Array.from(classes),
    history: { epochs: new Float64Array(), losses: new Float64Array(), heldOut: new Float64Array() },
  };
}

const said = (experiment: Experiment, frame: Frame, row: number): unknown => saidOf(experiment, frame, row);

it("a number is said as it is", () => {
  expect(said(example, frameOf(1, [85, 96], []), 1)).toEqual({ kind: "number", value: 96 });
});

it("one output for two classes is the second's probability, and the first has the rest", () => {
  const award = fitModel(example, classesTable(["否", "是"]));
  const frame = frameOf(1, [0.75, 0.25], [1, 0]);
  expect(said(award, frame, 0)).toEqual({ kind: "class", index: 1, name: "是", probability: 0.75 });
  expect(said(award, frame, 1)).toEqual({ kind: "class", index: 0, name: "否", probability: 0.75 });
});

it("of several outputs the chosen class's is said", () => {
  const honours = fitModel(example, classesTable(["普通学生", "双优学生", "三好学生"]));
  const frame = frameOf(3, [0.25, 0.5, 0.25, 0, 0, 1], [1, 2]);
  expect(said(honours, frame, 0)).toEqual({ kind: "class", index: 1, name: "双优学生", probability: 0.5 });
  expect(said(honours, frame, 1)).toMatchObject({ index: 2, probability: 1 });
});

it("after divergence nothing is said", () => {
  expect(said(example, frameOf(1, [Number.NaN, Number.POSITIVE_INFINITY], []), 1)).toEqual({ kind: "none" });
});
