/** The four cases: which one an experiment is an instance of. */
import type { Experiment, Preset, Table } from "../engine/engine";

/** In the order of the course. */
export const CASES: readonly Preset[] = ["weights", "award", "honours", "layers"];

/** Updates a second at which each case's example can be watched. */
export const CASE_SPEEDS: Readonly<Record<Preset, number>> = { weights: 300, award: 60, honours: 60, layers: 300 };

/** Speeds to choose from, in updates a second. */
export const SPEEDS: readonly number[] = [1, 10, 60, 300, 1500, Number.POSITIVE_INFINITY];

/** Hidden layers make case 4; else the targets decide: numbers, two classes, more classes. */
export function caseOf({ model, table }: Experiment): Preset {
  if (model.hidden.length > 0) return "layers";
  if (table.classes.length === 0) return "weights";
  return table.classes.length === 2 ? "award" : "honours";
}

/** Whether two tables ask for the same target from the same subjects, whoever the students are. */
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
