/** Reorders students. The order of the batches follows, so training restarts. */
import type { Experiment } from "../engine/engine";
import { withStudents } from "./edit-table";

export type Direction = "ascending" | "descending";

/** A sort key; null and NaN mean unknown. */
export type SortValue = number | string | null;

/** The sorted rows. The sort is stable, and unknown values come last in either direction. */
export function orderBy(
  values: readonly SortValue[],
  direction: Direction,
  compareTexts: (a: string, b: string) => number,
): number[] {
  const sign = direction === "ascending" ? 1 : -1;
  const known = (value: SortValue | undefined): value is number | string =>
    value !== undefined && value !== null && !Number.isNaN(value);
  const compare = (a: number | string, b: number | string): number =>
    typeof a === "number" && typeof b === "number" ? a - b : compareTexts(String(a), String(b));
  return values
    .map((_, row) => row)
    .sort((i, j) => {
      const [a, b] = [values[i], values[j]];
      if (!known(a) || !known(b)) return Number(known(b)) - Number(known(a)) || i - j;
      return sign * compare(a, b) || i - j;
    });
}

/** The experiment with its students in the order of `rows`. */
export function withOrder(experiment: Experiment, rows: readonly number[]): Experiment {
  return withStudents(experiment, (students) => rows.flatMap((row) => students[row] ?? []));
}
