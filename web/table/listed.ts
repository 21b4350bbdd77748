/** Which rows of the table are listed: all, or those of the students to be predicted. */
import type { Student } from "../engine/engine";
import type { Block } from "./selection";

/**
 * Ascending. `kept`: rows that stay listed as long as they are being edited, whatever becomes of their
 * targets; null lists all.
 */
export function listedRows(students: readonly Pick<Student, "target">[], kept: readonly number[] | null): number[] {
  const rows = students.map((_, row) => row);
  return kept === null ? rows : rows.filter((row) => students[row]?.target === null || kept.includes(row));
}

/** A row's place in the list; of a row that is not listed, that of the next listed one, or of the last. The header's is −1. */
export function placeOf(listed: readonly number[], row: number): number {
  if (row < 0) return -1;
  let low = 0;
  let high = listed.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((listed[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return high;
}

/** The row so many places further, within the list and its header. */
export function rowBy(listed: readonly number[], row: number, by: number): number {
  const place = Math.max(-1, Math.min(listed.length - 1, placeOf(listed, row) + by));
  return listed[place] ?? -1;
}

/** The listed rows of a block of cells. */
export function rowsIn(listed: readonly number[], { top, bottom }: Pick<Block, "top" | "bottom">): number[] {
  return listed.filter((row) => row >= top && row <= bottom);
}
