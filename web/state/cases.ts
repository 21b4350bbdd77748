/** The four cases: which one an experiment is an instance of. */
import type { Experiment, Preset, Table } from "../engine/engine";

/** In the order of the course. */
export const CASES: readonly Preset[] = ["weights", "award", "honours", "layers"];

/** The initial speed of each case in updates a second, slow enough to watch its example train. */
export const CASE_SPEEDS: Readonly<Record<Preset, number>> = { weights: 300, award: 60, honours: 60, layers: 300 };

/** Speeds to choose from, in updates a second. */
export const SPEEDS: readonly number[] = [1, 10, 60, 300, 1500, Number.POSITIVE_INFINITY];

/** Case 4 if there are hidden layers; else by the targets: numbers, two classes, more classes. */
export function caseOf({ model, table }: Experiment): Preset {
  if (model.hidden.length > 0) return "layers";
  if (table.classes.length === 0) return "weights";
  return table.classes.length === 2 ? "award" : "honours";
}

/** Whether two tables have the same target, subjects and classes, whatever their students. */
export function sameQuestion(table: Table, other: Table): boolean {
  return (
    table.target === other.target &&
    sameNames(table.subjects, other.subjects) &&
    sameNames(table.classes, other.classes)
  );
}

function sameNames(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, index) => name === others[index]);
}
