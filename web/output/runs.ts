/** Runs kept for comparison, and how they differ from the present one. */
import type { Experiment, Table } from "../engine/engine";
import type { FieldPath } from "../i18n/options";
import type { Curve } from "../views/loss/loss";

/** A run as it stood when it was kept. */
export interface KeptRun {
  readonly id: number;
  readonly experiment: Experiment;
  readonly curve: Curve;
}

/** More curves than these nobody tells apart. */
export const MOST_KEPT = 4;

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

/** What tells runs apart, in the order in which it is said. */
const COMPARED = {
  "training.learning_rate": ({ training }) => training.learning_rate,
  "training.optimizer": ({ training }) => training.optimizer,
  "training.schedule": ({ training }) => training.schedule,
  "training.batch_size": ({ training }) => training.batch_size,
  "training.loss": ({ training }) => training.loss,
  scaling: ({ scaling }) => scaling,
  "model.hidden": ({ model }) => model.hidden,
  "model.output": ({ model }) => model.output,
  "model.weights": ({ model }) => model.weights,
  "model.bias": ({ model }) => model.bias,
  "model.initial": ({ model }) => model.initial,
  "training.shuffle": ({ training }) => training.shuffle,
  "training.l1": ({ training }) => training.l1,
  "training.l2": ({ training }) => training.l2,
  "training.held_out": ({ training }) => training.held_out,
  "training.seed": ({ training }) => training.seed,
} satisfies Partial<Record<FieldPath, (experiment: Experiment) => unknown>>;

export type ComparedPath = keyof typeof COMPARED;

/** The settings in which two experiments on the same data differ. */
export function differences(experiment: Experiment, other: Experiment): ComparedPath[] {
  const paths = Object.keys(COMPARED) as ComparedPath[];
  // As text: settings are small, and plain down to their leaves.
  return paths.filter((path) => JSON.stringify(COMPARED[path](experiment)) !== JSON.stringify(COMPARED[path](other)));
}
