/** Maps an intent to a change of the grid. */
import type { Store } from "../state/store";
import { NAME } from "./columns";
import type { Grid } from "./grid.svelte";
import type { GridEdits } from "./grid-edits";
import type { GridIntent } from "./grid-keys";
import type { Cell } from "./selection";

/** The change for an intent; null if the browser should handle the key. `page` is the number of rows in a page. */
export function changeFor(
  grid: Grid,
  edits: GridEdits,
  store: Store,
  intent: GridIntent,
  page: number,
): (() => void) | null {
  const typing = grid.mode !== "moving";
  /** Commits the draft before the focus moves; if the draft is refused, the focus stays. */
  const taken = (move: () => void) => () => {
    if (edits.take()) move();
  };
  /** The rows that were edited may be those of other students in another version. */
  const past = (move: () => void) => () => {
    grid.keep([]);
    move();
  };
  switch (intent.kind) {
    case "move":
      return taken(() => grid.go(moved(grid, intent), intent.extend && !typing));
    case "page":
      return () => grid.go(moved(grid, { rows: page * intent.direction, columns: 0, extend: true }), intent.extend);
    case "enter":
      return taken(() => grid.go(grid.below(intent.direction)));
    case "next": {
      const to = grid.next(intent.direction, typing);
      if (to === null) return typing && !edits.take() ? () => undefined : null;
      return taken(() => grid.tab(to));
    }
    case "giveUp":
      return grid.isAtRest ? null : () => grid.giveUp();
    case "edit":
      return () => undefined;
    case "clear":
      return () => edits.clear();
    case "insert":
      return taken(() => edits.insert(grid.active.row + 1));
    case "remove":
      return grid.block.top < 0 ? null : () => edits.remove(grid.blockRows);
    case "all":
      return () =>
        grid.choose({ top: 0, left: NAME, bottom: Number.POSITIVE_INFINITY, right: grid.columns.length - 2 });
    case "undo":
      return past(() => store.document.undo());
    case "redo":
      return past(() => store.document.redo());
  }
}

/** A jump upwards stops at the first student. Only a single step up without extending the block reaches the header. */
function moved(grid: Grid, by: { rows: number; columns: number; extend: boolean }): Cell {
  const to = grid.rowBy(by.rows);
  const low = by.extend || by.rows === Number.NEGATIVE_INFINITY ? Math.max(0, to) : to;
  return { row: low, column: grid.active.column + by.columns };
}
