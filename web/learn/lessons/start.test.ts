import { expect, it } from "vitest";
import { example, numbersTable } from "../../edits/example.testing";
import { experimentOf } from "./start";

it("a change is merged field by field", () => {
  const changed = experimentOf(example, null, { training: { learning_rate: 0.1 }, model: { bias: true } });
  expect(changed.training).toEqual({ ...example.training, learning_rate: 0.1 });
  expect(changed.model).toEqual({ ...example.model, bias: true });
  expect(changed.table).toBe(example.table);
});

it("a variant of another kind is replaced, one of the same kind merged", () => {
  const sgd = experimentOf(example, null, { training: { optimizer: { kind: "sgd" } } });
  expect(sgd.training.optimizer).toEqual({ kind: "sgd" });
  const slower = experimentOf(example, null, { training: { optimizer: { kind: "rmsprop_tensorflow1", decay: 0.5 } } });
  expect(slower.training.optimizer).toEqual({ kind: "rmsprop_tensorflow1", decay: 0.5, epsilon: 1e-10 });
});

it("a list is replaced as a whole", () => {
  const changed = experimentOf(example, null, { model: { hidden: [{ units: 4, activation: "tanh" }] } });
  expect(changed.model.hidden).toEqual([{ units: 4, activation: "tanh" }]);
});

it("the start's own table is applied before the change", () => {
  const table = { ...numbersTable, students: numbersTable.students.slice(0, 1) };
  const changed = experimentOf(example, table, { training: { batch_size: null } });
  expect(changed.table.students).toHaveLength(1);
  expect(changed.training.batch_size).toBeNull();
});
