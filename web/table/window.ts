/** Chooses which rows of a long table to render: the visible ones and a few around them. */

/** Rows from `first` up to, but not including, `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Extra rows above and below the visible ones, so that scrolling shows no gap. */
const MARGIN = 8;

/** `scrolled` and `height` of the viewport and `rowHeight` in pixels. */
export function windowOf(scrolled: number, height: number, rowHeight: number, rows: number): RowWindow {
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - MARGIN);
  const end = Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + MARGIN);
  // A table that has just become shorter may still be scrolled past its end.
  return { first: Math.min(first, Math.max(0, end - 1)), end };
}

/** The scroll position at which a row is visible; the present one if it is visible already. */
export function scrollToRow(row: number, scrolled: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrolled) return top;
  return top + rowHeight > scrolled + height ? top + rowHeight - height : scrolled;
}

/** A rendered row, and the number of rows before it that are not rendered. */
export interface ShownRow {
  readonly row: number;
  readonly gap: number;
}

/** The rows of a window plus the focused row, wherever it is: a field removed from the document would lose the focus. */
export function shownRows({ first, end }: RowWindow, focused: number): ShownRow[] {
  const rows = Array.from({ length: end - first }, (_, index) => first + index);
  if (focused >= 0 && focused < first) rows.unshift(focused);
  if (focused >= end) rows.push(focused);
  return rows.map((row, index) => ({ row, gap: row - (rows[index - 1] ?? -1) - 1 }));
}
