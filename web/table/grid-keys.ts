/** Maps a key press to an intent of the grid, depending on the mode of the focused cell. */

/**
 * `moving`: arrow keys move from cell to cell, and typing replaces the cell's text. `typing`: the text is being replaced, and
 * arrow keys commit it and move on. `editing`: arrow keys move the caret (after F2 or a double click).
 */
export type Mode = "moving" | "typing" | "editing";

export type GridIntent =
  /** Moves by a number of rows and columns; Infinity goes to the edge. */
  | { readonly kind: "move"; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: "page"; readonly direction: 1 | -1; readonly extend: boolean }
  /** Moves to the next cell to fill in, as Tab does. */
  | { readonly kind: "next"; readonly direction: 1 | -1 }
  /** Moves to the cell below or above, as Enter does. */
  | { readonly kind: "enter"; readonly direction: 1 | -1 }
  | { readonly kind: "edit" | "giveUp" | "clear" | "insert" | "remove" | "all" | "undo" | "redo" };

/** The fields of a key event that determine the intent. */
export type GridPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing">;

const EDGE = Number.POSITIVE_INFINITY;

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const EDGES: Readonly<Record<string, number>> = { Home: -EDGE, End: EDGE };

/** Null if the field, the browser or the page handles the key. */
export function gridIntentOf(press: GridPress, mode: Mode): GridIntent | null {
  // During composition the input method handles the keys.
  if (press.isComposing || press.altKey || press.key === "Process") return null;
  const { key } = press;
  const control = press.ctrlKey || press.metaKey;
  const back = press.shiftKey;
  if (key === "Escape") return { kind: "giveUp" };
  if (key === "Enter") return control ? { kind: "insert" } : { kind: "enter", direction: back ? -1 : 1 };
  if (key === "Tab") return control ? null : { kind: "next", direction: back ? -1 : 1 };
  if (mode === "editing") return null;
  const arrow = ARROWS[key];
  if (arrow !== undefined && !(control && mode === "typing")) return moveBy(arrow, control, back);
  return mode === "moving" ? movingIntentOf(press, control) : null;
}

function moveBy([rows, columns]: readonly [number, number], toEdge: boolean, extend: boolean): GridIntent {
  // 0 × Infinity would be NaN.
  const far = (by: number): number => (toEdge && by !== 0 ? by * EDGE : by);
  return { kind: "move", rows: far(rows), columns: far(columns), extend };
}

function movingIntentOf({ key, shiftKey: extend }: GridPress, control: boolean): GridIntent | null {
  const edge = EDGES[key];
  if (edge !== undefined) return { kind: "move", rows: control ? edge : 0, columns: edge, extend };
  if (key === "PageUp" || key === "PageDown") return { kind: "page", direction: key === "PageUp" ? -1 : 1, extend };
  if (key === "Delete" || key === "Backspace") return { kind: control ? "remove" : "clear" };
  if (key === "F2") return { kind: "edit" };
  if (!control) return null;
  if (key.toLowerCase() === "a") return { kind: "all" };
  if (key.toLowerCase() === "z") return { kind: extend ? "redo" : "undo" };
  return key.toLowerCase() === "y" ? { kind: "redo" } : null;
}
