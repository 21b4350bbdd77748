import { beforeAll, expect, it } from "vitest";
import { presetOf } from "../engine/engine";
import { startTestCore } from "../state/core.testing";
import { withHidden, withLoss, withModel, withOutput } from "./edit-model";
import { isComplete, withNewStudent, withoutStudent, withScore, withStudent } from "./edit-table";
import { classesTable, example } from "./example.testing";
import { fitModel } from "./fit";

beforeAll(startTestCore);

const award = fitModel(example, classesTable(["否", "是"]));

it("an edit changes its own student only, and never the experiment it was given", () => {
  const before = structuredClone(example);
  const edited = withScore(example, 1, 2, 60);
  expect(edited.table.students[1]?.scores).toEqual([98, 95, 60]);
  expect(edited.table.students[0]).toBe(example.table.students[0]);
  expect(example).toEqual(before);
});

it("a new student has ordinary scores and no target", () => {
  const added = withNewStudent(example, "C").table.students.at(-1);
  expect(added).toEqual({ name: "C", scores: [94, 88, 79], target: null, included: true });
});

it("a new student has the middle of the scores that there are", () => {
  const missing = withScore(withScore(example, 0, 0, null), 1, 2, null);
  expect(withNewStudent(missing, "C").table.students.at(-1)?.scores).toEqual([98, 88, 70]);
  const nobody = withScore(missing, 1, 0, null);
  expect(withNewStudent(nobody, "C").table.students.at(-1)?.scores).toEqual([80, 88, 70]);
});

it("a student with a missing score is not complete", () => {
  const [first, second] = withScore(example, 0, 1, null).table.students;
  expect([first, second].map((student) => student && isComplete(student))).toEqual([false, true]);
});

it("adding and removing a student is the identity", () => {
  expect(withoutStudent(withNewStudent(example, "C"), 2)).toEqual(example);
});

it("a student can be left out", () => {
  expect(withStudent(example, 0, { included: false }).table.students.map(({ included }) => included)).toEqual([
    false,
    true,
  ]);
});

it("the first hidden layer brings a random start, without the last one all weights start at zero again", () => {
  const deep = withHidden(example, [{ units: 3, activation: "relu" }]);
  expect(deep.model.initial).toEqual({ kind: "xavier_uniform" });
  expect(withHidden(deep, []).model.initial).toEqual({ kind: "zeros" });
});

it("a cross-entropy follows its output", () => {
  expect(withOutput(award, "softmax").training.loss).toEqual({ kind: "categorical_cross_entropy" });
  expect(withOutput(award, "linear").training.loss).toEqual({ kind: "squared" });
  expect(withOutput(withLoss(award, { kind: "absolute" }), "softmax").training.loss).toEqual({ kind: "absolute" });
});

it("an output of probabilities follows a cross-entropy", () => {
  const linear = withOutput(award, "linear");
  expect(withLoss(linear, { kind: "binary_cross_entropy" }).model.output).toBe("sigmoid");
  expect(withLoss(linear, { kind: "categorical_cross_entropy" }).model.output).toBe("softmax");
  const sigmoids = withOutput(presetOf("honours"), "sigmoid");
  expect(sigmoids.training.loss).toEqual({ kind: "binary_cross_entropy" });
  expect(withLoss(sigmoids, { kind: "categorical_cross_entropy" }).model.output).toBe("softmax");
});

it("given weights give way when a bias joins them", () => {
  const initial = { kind: "given" as const, layers: [{ weights: [[0.1, 0.1, 0.1]], biases: [] }] };
  const given = withModel(example, { initial });
  expect(given.model.initial).toEqual(initial);
  expect(withModel(given, { bias: true }).model.initial).toEqual({ kind: "zeros" });
});
