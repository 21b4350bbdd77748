/** Which cells are chosen: one has the focus, and a block reaches from where choosing began to it. */

export interface Cell {
  /** In the table; −1 is the header. */
  readonly row: number;
  readonly column: number;
}

/** Rows and columns from the first to the last, both included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function blockOf(from: Cell, to: Cell): Block {
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

export function holds({ top, left, bottom, right }: Block, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

export function isSingle({ top, left, bottom, right }: Block): boolean {
  return top === bottom && left === right;
}

/** The block without the header and without the columns beyond `left` and `right`; null where nothing is left of it. */
export function within(block: Block, left: number, right: number): Block | null {
  const inner = {
    top: Math.max(0, block.top),
    left: Math.max(left, block.left),
    bottom: block.bottom,
    right: Math.min(right, block.right),
  };
  return inner.top > inner.bottom || inner.left > inner.right ? null : inner;
}

/** The nearest cell that there is, in a table of so many rows and columns; an empty table has its header. */
export function nearest({ row, column }: Cell, rows: number, columns: number): Cell {
  return { row: clamp(row, -1, rows - 1), column: clamp(column, 0, columns - 1) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
