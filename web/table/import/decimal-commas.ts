/** Numbers that their own decimal comma has split into two cells, in a file that commas separate: 9,5 without quotation marks. */
import type { Header, SourceRow } from "./rows";

/**
 * The rows with such numbers in one cell again; null unless this is the only way to read every row that has more cells than the
 * header: there are as few columns as the header has names only if each two neighbouring cells of digits are one number.
 */
export function withDecimalCommas(rows: readonly SourceRow[], { first, lines }: Header): readonly SourceRow[] | null {
  const width = rows.slice(first, first + lines).reduce((most, { written }) => Math.max(most, written), 0);
  const isLong = ({ cells }: SourceRow, index: number): boolean => index >= first + lines && cells.length > width;
  const long = rows.filter(isLong);
  // One cell too many may be a column without a name.
  if (lines === 0 || long.length < 2 || long.some(({ written }) => written < width + 2)) return null;
  const joined = long.map(({ cells }) => joinedCells(cells));
  const fits = long.every(({ cells, written }, row) => {
    const now = joined[row];
    return now != null && now.length + written - cells.length === width;
  });
  if (!fits || !areFractions(joined.flatMap((cells) => (cells === null ? [] : [cells])))) return null;
  let next = 0;
  return rows.map((row, index) => {
    if (!isLong(row, index)) return row;
    const cells = joined[next++] ?? [];
    return { ...row, cells, written: row.written - row.cells.length + cells.length };
  });
}

/** A row in which each two neighbouring cells of digits are one; null where some number of them in a row is odd. */
function joinedCells(cells: readonly string[]): string[] | null {
  const joined: string[] = [];
  for (let at = 0; at < cells.length; ) {
    let end = at;
    while (/^-?\d+$/.test(cells[end] ?? "")) end += 1;
    // A number between words is whole: it numbers the rows.
    if (end <= at + 1) joined.push(cells[at++] ?? "");
    else if ((end - at) % 2 === 1) return null;
    else for (; at < end; at += 2) joined.push(`${cells[at]},${cells[at + 1]}`);
  }
  return joined;
}

/** Whether the digits after the commas are fractions: in each column equally many, or with no zero at their end. */
function areFractions(rows: readonly (readonly string[])[]): boolean {
  return (rows[0] ?? []).every((_, column) => {
    const fractions = rows.flatMap((row) => /^-?\d+,(.*)$/.exec(row[column] ?? "")?.[1] ?? []);
    return (
      fractions.every((digits) => /^\d+$/.test(digits)) &&
      (new Set(fractions.map((digits) => digits.length)).size < 2 ||
        fractions.every((digits) => /^0$|[1-9]$/.test(digits)))
    );
  });
}
