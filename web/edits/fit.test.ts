import { beforeAll, expect, it } from "vitest";
import { Engine, presetOf, type Table } from "../engine/engine";
import { caseOf } from "../state/cases";
import { startTestCore } from "../state/core.testing";
import { classesTable, example, numbersTable } from "./example.testing";
import { fitLoaded, fitModel } from "./fit";

beforeAll(startTestCore);

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

/** A table of one subject and a number. */
function pairs(of: readonly (readonly [number, number])[]): Table {
  const students = of.map(([score, target], i) => ({ name: `${i}`, scores: [score], target, included: true }));
  return { subjects: ["x"], target: "y", classes: [], students };
}

it.each([
  ["y = x + 2", pairs([1, 2, 3, 5, 8].map((x) => [x, x + 2])), [1, 2]],
  ["prices of some hundred thousands", pairs([40, 70, 100, 180].map((x) => [x, 3000 * x + 50_000])), [3000, 50_000]],
  ["thousandths", pairs([0.001, 0.002, 0.005].map((x) => [x, 3 * x])), [3, 0]],
])("a table that a person brings is learned from the course's own start: %s", (_, table, expected) => {
  const engine = Engine.of(fitLoaded(presetOf("weights"), table));
  const first = engine.frame().loss;
  engine.step(2000);
  const { loss, layers } = engine.frame();
  expect(loss).toBeLessThan(1e-6 * first);
  const learned = [layers[0]?.weights[0] ?? Number.NaN, layers[0]?.biases[0] ?? Number.NaN];
  for (const [i, value] of expected.entries()) {
    expect(Math.abs((learned[i] ?? Number.NaN) - value)).toBeLessThan(1e-3 * Math.max(...expected.map(Math.abs)));
  }
});

it("the rate for eight subjects that go together is under its bound", () => {
  const students = Array.from({ length: 40 }, (_, i) => ({
    name: `${i}`,
    scores: Array.from({ length: 8 }, (_, j) => 60 + i + 0.01 * ((i * j) % 7)),
    target: i,
    included: true,
  }));
  const subjects = Array.from({ length: 8 }, (_, j) => `s${j}`);
  const engine = Engine.of(fitLoaded(presetOf("weights"), { subjects, target: "y", classes: [], students }));
  const first = engine.frame().loss;
  engine.step(2000);
  expect(engine.frame().diverged).toBe(false);
  expect(engine.frame().loss).toBeLessThan(1e-3 * first);
});

it("a table that asks what the present one asks keeps every setting", () => {
  const example = presetOf("weights");
  const table = { ...example.table, students: example.table.students.slice(0, 1) };
  expect(fitLoaded(example, table)).toEqual({ ...example, table });
});
