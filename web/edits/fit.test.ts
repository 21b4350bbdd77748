import { expect, it } from "vitest";
import { caseOf } from "../state/cases";
import { classesTable, example, numbersTable } from "./example.testing";
import { fitModel } from "./fit";

const yesNo = classesTable(["否", "是"]);
const honours = classesTable(["普通学生", "双优学生", "三好学生"]);

it("another table of the same kind keeps every setting", () => {
  const table = { ...numbersTable, students: numbersTable.students.slice(0, 1) };
  expect(fitModel(example, table)).toEqual({ ...example, table });
});

it("two classes get a sigmoid and its cross-entropy", () => {
  const { model, training, scaling, table } = fitModel(example, yesNo);
  expect(table).toBe(yesNo);
  expect(scaling).toBe("standard");
  expect(model).toMatchObject({ output: "sigmoid", bias: true, weights: "free" });
  expect(training).toMatchObject({ loss: { kind: "binary_cross_entropy" }, learning_rate: 0.1, batch_size: null });
  expect(training.optimizer.kind).toBe("adam");
});

it("more classes get a softmax and its cross-entropy", () => {
  const { model, training } = fitModel(example, honours);
  expect(model.output).toBe("softmax");
  expect(training.loss.kind).toBe("categorical_cross_entropy");
});

it("numbers after classes get a linear output", () => {
  const { model, training } = fitModel(fitModel(example, honours), numbersTable);
  expect(model.output).toBe("linear");
  expect(training.loss.kind).toBe("absolute");
});

it("the fitted experiment belongs to its table's case", () => {
  expect(caseOf(example)).toBe("weights");
  expect(caseOf(fitModel(example, yesNo))).toBe("award");
  expect(caseOf(fitModel(example, honours))).toBe("honours");
});

it("hidden layers stay, and with them case 4", () => {
  const deep = { ...example, model: { ...example.model, hidden: [{ units: 4, activation: "tanh" as const }] } };
  const fitted = fitModel(deep, yesNo);
  expect(fitted.model.hidden).toEqual(deep.model.hidden);
  expect(caseOf(fitted)).toBe("layers");
});

it("given weights of another shape are replaced", () => {
  const given = { kind: "given" as const, layers: [{ weights: [[0.1, 0.1, 0.1]], biases: [] }] };
  const start = { ...example, model: { ...example.model, initial: given } };
  expect(fitModel(start, { ...numbersTable, students: [] }).model.initial).toEqual(given);
  expect(fitModel(start, { ...numbersTable, subjects: ["德育"] }).model.initial).toEqual({ kind: "zeros" });
  expect(fitModel(start, honours).model.initial).toEqual({ kind: "zeros" });
});
