/** The clipboard's keys in the grid. */
import { m } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { copiedText } from "./copied";
import type { Grid } from "./grid.svelte";
import { pasteInto } from "./paste-into";

/** Copies the chosen block as a spreadsheet reads it. */
export function copyFrom(event: ClipboardEvent, store: Store, grid: Grid): void {
  const block = grid.textBlock;
  if (block === null) return;
  event.preventDefault();
  event.clipboardData?.setData("text/plain", copiedText(store, block));
  grid.announcement = m.data.copied(block.bottom - block.top + 1, block.right - block.left + 1);
}

/** Pastes at the chosen block; false where nothing was taken. */
export function pasteFrom(event: ClipboardEvent, store: Store, grid: Grid): boolean {
  event.preventDefault();
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  const html = event.clipboardData?.getData("text/html") ?? "";
  return pasteInto(store, grid, plain, html);
}
