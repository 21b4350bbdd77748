/** A small experiment for tests: case 1's table and settings. */
import type { Experiment, Table } from "../engine/engine";

export const numbersTable: Table = {
  subjects: ["德育", "智育", "体育"],
  target: "总分",
  classes: [],
  students: [
    { name: "A", scores: [90, 80, 70], target: 85, included: true },
    { name: "B", scores: [98, 95, 87], target: 96, included: true },
  ],
};

/** The same students with classes for targets: of `classes`, the first and the second. */
export function classesTable(classes: string[]): Table {
  const students = numbersTable.students.map((student, index) => ({ ...student, target: classes[index] ?? null }));
  return { ...numbersTable, target: "奖项", classes, students };
}

export const example: Experiment = {
  version: 2,
  table: numbersTable,
  scaling: "raw",
  model: { hidden: [], weights: "free", bias: false, output: "linear", initial: { kind: "zeros" } },
  training: {
    loss: { kind: "absolute" },
    optimizer: { kind: "rmsprop_tensorflow1", decay: 0.9, epsilon: 1e-10 },
    learning_rate: 0.001,
    schedule: { kind: "constant" },
    batch_size: 1,
    shuffle: false,
    l1: 0,
    l2: 0,
    test_fraction: 0,
    seed: 1,
  },
};
