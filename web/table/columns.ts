/** The columns of the table of students, from left to right. */
import type { Table } from "../engine/engine";

export type Column =
  /** Whether the student takes part in training. */
  | { readonly kind: "include" }
  | { readonly kind: "name" }
  | { readonly kind: "score"; readonly subject: number }
  | { readonly kind: "target" }
  | { readonly kind: "prediction" }
  /** Prediction − target, for numbers only; classes show their probabilities in the prediction column. */
  | { readonly kind: "error" }
  | { readonly kind: "remove" };

/** The index of the name column; the column to its left contains no text. */
export const NAME = 1;

export function columnsOf({ subjects, classes }: Pick<Table, "subjects" | "classes">): Column[] {
  const scores = subjects.map((_, subject): Column => ({ kind: "score", subject }));
  const said: Column[] = classes.length > 0 ? [{ kind: "prediction" }] : [{ kind: "prediction" }, { kind: "error" }];
  return [{ kind: "include" }, { kind: "name" }, ...scores, { kind: "target" }, ...said, { kind: "remove" }];
}

/** The index of the last editable column. */
export function lastTyped(columns: readonly Column[]): number {
  return columns.findIndex(({ kind }) => kind === "target");
}
