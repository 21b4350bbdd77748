/** Cells and blocks of cells. A selected block reaches from the anchor to the focused cell. */

export interface Cell {
  /** The index in the table; −1 is the header. */
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; `bottom` and `right` are included. */
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

/** The block without the header and without columns outside `left` to `right`; null if nothing remains. */
export function within(block: Block, left: number, right: number): Block | null {
  const inner = {
    top: Math.max(0, block.top),
    left: Math.max(left, block.left),
    bottom: block.bottom,
    right: Math.min(right, block.right),
  };
  return inner.top > inner.bottom || inner.left > inner.right ? null : inner;
}

/** The nearest existing cell in a table of the given size; an empty table still has its header. */
export function nearest({ row, column }: Cell, rows: number, columns: number): Cell {
  return { row: clamp(row, -1, rows - 1), column: clamp(column, 0, columns - 1) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
