/** Contour lines of a grid of numbers, by marching triangles. */

/** Numbers at points evenly spaced from edge to edge, row by row, the top row first. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly values: ArrayLike<number>;
}

/**
 * The line at a level, as segments of four numbers: column and row of either end, between the points of the grid.
 *
 * Each cell is two triangles, parted from its top left to its bottom right. In a triangle the numbers lie on one plane:
 * its line is one segment and no case is ambiguous, as it is in a square. A triangle with a corner that is no number has
 * no line, so that a grid may end along that diagonal.
 */
export function contour({ columns, rows, values }: Grid, level: number): number[] {
  const segments: number[] = [];
  const valueAt = (column: number, row: number): number => values[row * columns + column] ?? Number.NaN;
  const corner = (column: number, row: number): Corner => ({ column, row, value: valueAt(column, row) });
  for (let row = 0; row + 1 < rows; row += 1) {
    for (let column = 0; column + 1 < columns; column += 1) {
      // Most cells lie all above or all below the level: they are passed by before anything is made for them.
      const above =
        Number(valueAt(column, row) >= level) +
        Number(valueAt(column + 1, row) >= level) +
        Number(valueAt(column, row + 1) >= level) +
        Number(valueAt(column + 1, row + 1) >= level);
      if (above === 0 || above === 4) continue;
      const from = corner(column, row);
      const to = corner(column + 1, row + 1);
      cross(segments, [from, corner(column + 1, row), to], level);
      cross(segments, [from, corner(column, row + 1), to], level);
    }
  }
  return segments;
}

interface Corner {
  readonly column: number;
  readonly row: number;
  readonly value: number;
}

/** Adds the segment on which a triangle crosses the level, if it does. */
function cross(segments: number[], [a, b, c]: readonly [Corner, Corner, Corner], level: number): void {
  if (!Number.isFinite(a.value + b.value + c.value)) return;
  for (const [from, to] of [
    [a, b],
    [b, c],
    [c, a],
  ] as const) {
    // Of two corners one below and one not: a level that goes through a corner then crosses two sides, not one or three.
    if (from.value < level === to.value < level) continue;
    const part = (level - from.value) / (to.value - from.value);
    segments.push(from.column + part * (to.column - from.column), from.row + part * (to.row - from.row));
  }
}
