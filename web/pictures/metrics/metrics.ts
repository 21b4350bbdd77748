/** How well the machine does, as the metrics picture shows it. */

/** A number, or none where there is none to be had. */
export type Maybe = number | null | undefined;

export interface NumberMetrics {
  readonly kind: "numbers";
  readonly students: number;
  readonly r2: Maybe;
  readonly meanAbsoluteError: Maybe;
  readonly rootMeanSquareError: Maybe;
  readonly largestError: Maybe;
}

export interface ClassMetrics {
  readonly kind: "classes";
  readonly students: number;
  readonly accuracy: Maybe;
  /** Of two classes alone. */
  readonly auc: Maybe;
  /** Students of the class (row) whom the machine puts into a class (column). */
  readonly confusion: readonly (readonly number[])[];
  /** One a class. */
  readonly precision: readonly Maybe[];
  readonly recall: readonly Maybe[];
}

export type GroupMetrics = NumberMetrics | ClassMetrics;

/** A count's share of its row, as percent of the strongest tint. */
export function tintOf(row: readonly number[], column: number): number {
  const sum = row.reduce((total, count) => total + count, 0);
  return sum === 0 ? 0 : Math.round((45 * (row[column] ?? 0)) / sum);
}
