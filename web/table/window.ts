/** Which rows of a long table are rendered: those in sight and a few around them. */

/** First row, and the row after the last. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

/** Rows beyond each edge, so that scrolling meets no gap. */
const MARGIN = 8;

/** `scrolled` and `height` of the viewport and `rowHeight` in pixels. */
export function windowOf(scrolled: number, height: number, rowHeight: number, rows: number): RowWindow {
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - MARGIN);
  const end = Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + MARGIN);
  // A table that has become shorter may still be scrolled beyond its end.
  return { first: Math.min(first, Math.max(0, end - 1)), end };
}

/** How far to scroll so that a row is in sight; where it is already, nowhere. */
export function scrollToRow(row: number, scrolled: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrolled) return top;
  return top + rowHeight > scrolled + height ? top + rowHeight - height : scrolled;
}

/** A row that is rendered, and how many rows before it are not. */
export interface ShownRow {
  readonly row: number;
  readonly gap: number;
}

/** The rows of a window and, wherever it is, the row in focus: a field that leaves the document would lose the focus. */
export function shownRows({ first, end }: RowWindow, focused: number): ShownRow[] {
  const rows = Array.from({ length: end - first }, (_, index) => first + index);
  if (focused >= 0 && focused < first) rows.unshift(focused);
  if (focused >= end) rows.push(focused);
  return rows.map((row, index) => ({ row, gap: row - (rows[index - 1] ?? -1) - 1 }));
}
