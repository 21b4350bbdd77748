import { describe, expect, it } from "vitest";
import { classesTable, example } from "../../edits/example.testing";
import type { Diagnosis, Experiment, Frame } from "../../engine/engine";
import { frameOf, layerOf } from "../../pictures/shared/experiment.testing";
import { isReached, valueAt } from "./goal";
import type { Goal } from "./lesson";

const nothing: Goal = { numbers: {}, status: null, weights: null, predicted: {}, experiment: {}, chosen: [] };
const frame: Frame = {
  ...frameOf(1, [85.04, 95.9]),
  loss: 0.07,
  updates: 100,
  layers: [layerOf(3, 1, [0.61, 0.29, 0.1])],
};

const learning: Diagnosis = { kind: "learning" };

function reached(goal: Partial<Goal>, now: Partial<Frame> = {}, experiment: Experiment = example): boolean {
  return isReached(
    { ...nothing, ...goal },
    { experiment, frame: { ...frame, ...now }, diagnosis: learning, rateChanged: false, begun: example },
  );
}

it("a range excludes its ends", () => {
  expect(reached({ numbers: { loss: { below: 0.5 } } })).toBe(true);
  expect(reached({ numbers: { loss: { below: 0.07 } } })).toBe(false);
  expect(reached({ numbers: { updates: { above: 99, below: 101 } } })).toBe(true);
  expect(reached({ numbers: { updates: { above: 100 } } })).toBe(false);
});

it("a number that a run does not have is in no range", () => {
  expect(reached({ numbers: { accuracy: { above: -1 } } })).toBe(false);
  expect(reached({ numbers: { heldOutLoss: { below: 1e9 } } })).toBe(false);
});

it("all conditions must hold at the same time", () => {
  const goal = { numbers: { loss: { below: 0.5 }, updates: { below: 50 } } };
  expect(reached(goal)).toBe(false);
  expect(reached(goal, { updates: 49 })).toBe(true);
});

it("weights are near when all are, far when one is", () => {
  expect(reached({ weights: { near: [0.6, 0.3, 0.1], within: 0.02 } })).toBe(true);
  expect(reached({ weights: { near: [0.6, 0.3, 0.1], within: 0.005 } })).toBe(false);
  expect(reached({ weights: { far: [0.6, 0.3, 0.4], by: 0.2 } })).toBe(true);
  expect(reached({ weights: { far: [0.6, 0.3, 0.1], by: 0.2 } })).toBe(false);
});

it("a goal can require the status “diverged”", () => {
  const at = (diagnosis: Diagnosis): boolean =>
    isReached(
      { ...nothing, status: "diverged" },
      { experiment: example, frame, diagnosis, rateChanged: false, begun: example },
    );
  expect(at(learning)).toBe(false);
  expect(at({ kind: "diverged" })).toBe(true);
});

describe("a value that the learner must choose", () => {
  const chosen = { chosen: ["training.learning_rate"] };
  it("differs from the one at the beginning of the step", () => {
    expect(reached(chosen)).toBe(false);
    expect(reached(chosen, {}, { ...example, training: { ...example.training, learning_rate: 0.01 } })).toBe(true);
  });
  it("must hold for the whole run if it is the learning rate", () => {
    const experiment = { ...example, training: { ...example.training, learning_rate: 0.01 } };
    const attempt = { experiment, frame, diagnosis: learning, rateChanged: true, begun: example };
    expect(isReached({ ...nothing, ...chosen }, attempt)).toBe(false);
    expect(isReached(nothing, attempt)).toBe(true);
  });
  it("may be a whole list", () => {
    const model = { ...example.model, hidden: [{ units: 2, activation: "tanh" as const }] };
    expect(reached({ chosen: ["model.hidden"] }, {}, { ...example, model })).toBe(true);
    expect(reached({ chosen: ["model.hidden"] }, {}, structuredClone(example))).toBe(false);
  });
});

it("values of the experiment are compared by their path", () => {
  expect(reached({ experiment: { "model.bias": false, "table.students.length": { above: 1 } } })).toBe(true);
  expect(reached({ experiment: { "model.bias": true } })).toBe(false);
  expect(reached({ experiment: { "model.hidden.0.units": { below: 3 } } })).toBe(false);
});

it("a prediction is required by the student's name", () => {
  expect(reached({ predicted: { A: { above: 85, below: 85.1 } } })).toBe(true);
  expect(reached({ predicted: { B: { above: 96 } } })).toBe(false);
  expect(reached({ predicted: { nobody: { above: 0 } } })).toBe(false);
  const classes = { ...example, table: classesTable(["否", "是"]) };
  const attempt = {
    experiment: classes,
    begun: classes,
    diagnosis: learning,
    rateChanged: false,
    frame: { ...frame, classes: Uint8Array.from([1, 0]) },
  };
  expect(isReached({ ...nothing, predicted: { A: "是", B: "否" } }, attempt)).toBe(true);
  expect(isReached({ ...nothing, predicted: { A: "否" } }, attempt)).toBe(false);
});

it("no goal is reached on another table", () => {
  expect(reached({}, {}, { ...example, table: classesTable(["否", "是"]) })).toBe(false);
});

it("a path that leads nowhere has no value", () => {
  expect(valueAt(example, "table.students.1.scores.0")).toBe(98);
  expect(valueAt(example, "model.hidden.0.units")).toBeUndefined();
  expect(valueAt(example, "constructor.name")).toBeUndefined();
});
