/** The two classes swapped: the machine says the same of each student, now as the probability of the other class. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Experiment, presetOf } from "../engine/engine";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { swappedClasses, withSwappedClasses } from "./edit-table-classes";

beforeAll(startTestCore);

/** Case 2 on scores of its own size, started at given weights. */
function started(change: Partial<Experiment["model"]>, units = 1): Experiment {
  const { model, training, ...rest } = presetOf("award");
  // No student is on the decision boundary, where a tie would go to another class.
  const layer = {
    weights: Array.from({ length: units }, (_, unit) => [0.02 + unit / 99, -0.01, 0.015 - unit / 51]),
    biases: Array.from({ length: units }, (_, unit) => -2 + unit),
  };
  return {
    ...rest,
    training: { ...training, loss: { kind: "squared" } },
    scaling: "raw",
    model: { ...model, initial: { kind: "given", layers: [layer] }, ...change },
  };
}

/** The class that the machine says of each student before the first step, by name, and the outputs. */
function said(experiment: Experiment): { names: (string | undefined)[]; predictions: number[] } {
  const { frame } = new Store(experiment).run;
  const names = Array.from(frame.classes, (index) => experiment.table.classes[index]);
  return { names, predictions: [...frame.predictions] };
}

describe("given weights", () => {
  it.each(["sigmoid", "linear"] as const)("of a %s output: p becomes 1 − p", (output) => {
    const before = said(started({ output }));
    const after = said(withSwappedClasses(started({ output })));
    expect(new Set(before.names).size).toBe(2);
    expect(after.names).toEqual(before.names);
    after.predictions.forEach((p, student) => {
      // Sums of three products in 32 bits.
      expect(p).toBeCloseTo(1 - (before.predictions[student] ?? Number.NaN), 5);
    });
  });

  it("of two outputs change places", () => {
    const before = said(started({ output: "softmax" }, 2));
    const after = said(withSwappedClasses(started({ output: "softmax" }, 2)));
    expect(new Set(before.names).size).toBe(2);
    expect(after.names).toEqual(before.names);
  });

  it("that cannot be swapped are replaced", () => {
    const sumToOne = withSwappedClasses(started({ weights: "sum_to_one" }));
    expect(sumToOne.model.initial).toEqual({ kind: "zeros" });
    const layers = [{ weights: [[0.1, 0.1, 0.1]], biases: [] }];
    const unbiased = withSwappedClasses(started({ output: "linear", bias: false, initial: { kind: "given", layers } }));
    expect(unbiased.model.initial).toEqual({ kind: "zeros" });
  });
});

it("students stay in their classes, and swapping twice is the identity", () => {
  const award = presetOf("award");
  const swapped = withSwappedClasses(award);
  expect(swapped.table).toEqual({ ...award.table, classes: ["是", "否"] });
  expect(swapped.model).toBe(award.model);
  expect(withSwappedClasses(swapped)).toEqual(award);
  const given = started({ output: "sigmoid" });
  expect(withSwappedClasses(withSwappedClasses(given))).toEqual(given);
});

it("only two classes are swapped", () => {
  for (const preset of ["weights", "honours"] as const) {
    const experiment = presetOf(preset);
    expect(withSwappedClasses(experiment)).toBe(experiment);
    expect(swappedClasses(experiment.table)).toBe(experiment.table);
  }
});

it("is one change that can be undone, and the school's rule applies again once it is swapped back", () => {
  const store = new Store(presetOf("award"));
  const rule = store.document.rule;
  expect(rule?.threshold).toBe(95);
  const swap = () => store.document.change(withSwappedClasses(store.document.experiment), { at: "table.classes" });
  expect(swap()).toBe(true);
  expect(store.document.rule).toBeNull();
  store.document.undo();
  expect(store.document.experiment.table.classes).toEqual(["否", "是"]);
  expect(store.document.rule).toEqual(rule);
  store.document.redo();
  expect(store.document.rule).toBeNull();
  swap();
  expect(store.document.experiment.table.classes).toEqual(["否", "是"]);
  expect(store.document.rule).toMatchObject({ threshold: 95, weights: rule?.weights });
});

it("a sum of weights below 0 turns above it when the S-curve's advice to swap the classes is followed", () => {
  const award = presetOf("award");
  const reversed = { ...award, table: { ...award.table, classes: [...award.table.classes].reverse() } };
  const sumAfter = (experiment: Experiment): [number, number] => {
    const { run } = new Store(experiment);
    run.step(4000);
    const { layers, accuracy } = run.frame;
    return [[...(layers[0]?.weights ?? [])].reduce((sum, weight) => sum + weight, 0), accuracy];
  };
  const [before] = sumAfter(reversed);
  const [after, accuracy] = sumAfter(withSwappedClasses(reversed));
  expect(before).toBeLessThan(0);
  expect(after).toBeGreaterThan(0);
  expect(accuracy).toBe(1);
});
