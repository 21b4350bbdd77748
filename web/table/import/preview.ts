/** Chooses the rows of a sheet that the import dialog shows. */
import { REPLACEMENT } from "./encoding";
import type { Reading } from "./reading";

/** A row of `sheet.all`, and whether rows before it are not shown. */
export interface PreviewedRow {
  readonly index: number;
  readonly gap: boolean;
}

const FIRST = 8;
const LAST = 5;
/** The most rows of each kind that are shown wherever they are. */
const ODD = 20;

/**
 * The first and the last rows, and between them the rows that are no students, have invalid bytes or have words in place of
 * numbers. `more` is the number of further rows from the beginning.
 */
export function previewedRows({ sheet, unreadable }: Reading, more: number): PreviewedRow[] {
  const { all } = sheet;
  const lines = new Set(unreadable.slice(0, ODD).map(({ row }) => sheet.lines[row]));
  const start = sheet.chosen.first + sheet.chosen.lines;
  const counts = { out: 0, broken: 0 };
  const indices = [...all.keys()].filter((index) => {
    const row = all[index];
    if (row === undefined) return false;
    if (index < start + FIRST + more || index >= all.length - LAST || lines.has(row.line)) return true;
    if (!row.taken) return ++counts.out <= ODD;
    return row.cells.some((cell) => cell.includes(REPLACEMENT)) && ++counts.broken <= ODD;
  });
  return indices.map((index, at) => ({ index, gap: index !== (indices[at - 1] ?? -1) + 1 }));
}
