/** What a key asks of the table, by what its cell is doing. */

/**
 * `moving`: arrows go from cell to cell and what is typed replaces the cell. `typing`: it does so now, and arrows take it
 * and move on. `editing`: the arrows belong to the caret (F2, a double click).
 */
export type Mode = "moving" | "typing" | "editing";

export type GridIntent =
  /** By so many rows and columns; Infinity goes to the edge. */
  | { readonly kind: "move"; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: "page"; readonly direction: 1 | -1; readonly extend: boolean }
  /** To the next cell to be filled in, as Tab does. */
  | { readonly kind: "next"; readonly direction: 1 | -1 }
  /** To the cell below, or above, as Enter does. */
  | { readonly kind: "enter"; readonly direction: 1 | -1 }
  | { readonly kind: "edit" | "giveUp" | "clear" | "insert" | "remove" | "all" | "undo" | "redo" };

/** The part of a key event that decides. */
export type GridPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing">;

const EDGE = Number.POSITIVE_INFINITY;

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const EDGES: Readonly<Record<string, number>> = { Home: -EDGE, End: EDGE };

/** Null where the key is the field's own, the browser's or the page's. */
export function gridIntentOf(press: GridPress, mode: Mode): GridIntent | null {
  // Keys that choose a Chinese word are the input method's.
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
  // Not 0 × Infinity, which is no number.
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
