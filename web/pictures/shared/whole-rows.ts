/** How many rows of a table a miniature shows: whole ones, and a line that says how many more there are. */

export interface WholeRows {
  readonly shown: number;
  /** How many rows are left out. */
  readonly left: number;
  /** The height of a row, in pixels. */
  readonly height: number;
}

/** Pixels of a row that text of 12 pixels needs, and of one that needs no more. */
const MIN_HEIGHT = 15;
const MAX_HEIGHT = 40;

/** `room`: the pixels for all rows together; `textScale`: how much larger text is than at first. */
export function wholeRows(rows: number, room: number, textScale: number): WholeRows {
  const places = Math.max(1, Math.floor(room / (MIN_HEIGHT * textScale)));
  const shown = rows <= places ? rows : places - 1;
  return { shown, left: rows - shown, height: Math.min(MAX_HEIGHT * textScale, room / Math.min(rows, places)) };
}
