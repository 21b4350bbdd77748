/** Runs kept for comparison. */
import type { Experiment, Table } from "../../engine/engine";
import type { Curve } from "./loss";

/** A run as it stood when it was kept. */
export interface KeptRun {
  readonly id: number;
  readonly experiment: Experiment;
  readonly curve: Curve;
}

/** More curves than these cannot be told apart. */
export const MAX_KEPT = 4;

/** Whether two tables train alike: losses on other data do not compare. Names of students count for nothing. */
export function sameData(table: Table, other: Table): boolean {
  return (
    table === other ||
    (table.target === other.target &&
      sameItems(table.subjects, other.subjects) &&
      sameItems(table.classes, other.classes) &&
      table.students.length === other.students.length &&
      table.students.every((student, row) => {
        const twin = other.students[row];
        return (
          twin !== undefined &&
          student.target === twin.target &&
          student.included === twin.included &&
          sameItems(student.scores, twin.scores)
        );
      }))
  );
}

function sameItems<T>(items: readonly T[], others: readonly T[]): boolean {
  return items === others || (items.length === others.length && items.every((item, index) => item === others[index]));
}
