/** How well the machine does, as the metrics picture shows it. */

/** Of targets that are numbers. NaN where there is none. */
export interface NumberMetrics {
  readonly kind: "numbers";
  readonly students: number;
  readonly r2: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquareError: number;
  readonly largestError: number;
}

/** Of targets that are classes. NaN where there is none. */
export interface ClassMetrics {
  readonly kind: "classes";
  readonly students: number;
  readonly accuracy: number;
  /** Of two classes; else NaN. */
  readonly auc: number;
  /** Students of the class (row) whom the machine puts into a class (column). */
  readonly confusion: readonly (readonly number[])[];
  /** One a class. */
  readonly precision: readonly number[];
  readonly recall: readonly number[];
}

export type GroupMetrics = NumberMetrics | ClassMetrics;

/** A count's share of its row, as percent of the strongest tint. */
export function tintOf(row: readonly number[], column: number): number {
  const sum = row.reduce((total, count) => total + count, 0);
  return sum === 0 ? 0 : Math.round((45 * (row[column] ?? 0)) / sum);
}
