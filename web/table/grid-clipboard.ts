/** Copying from and pasting into the grid. */
import { m } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { copiedText } from "./copied";
import type { Grid } from "./grid.svelte";
import { pasteInto } from "./paste-into";

/** Shows a pasted table in the import dialog. */
export type OpenTable = (plain: string, html: string) => void;

/** Copies the selected block as tab-separated text, which spreadsheets read. */
export function copyFrom(event: ClipboardEvent, store: Store, grid: Grid): void {
  const block = grid.textBlock;
  if (block === null) return;
  event.preventDefault();
  const rows = grid.blockRows;
  event.clipboardData?.setData("text/plain", copiedText(store, rows, block));
  grid.announcement.say(() => m.data.copied(rows.length, block.right - block.left + 1));
}

/** Pastes over the selected block; a block that is a table of its own goes to `openTable`. False if no cell was written. */
export function pasteFrom(event: ClipboardEvent, store: Store, grid: Grid, openTable: OpenTable): boolean {
  event.preventDefault();
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  const html = event.clipboardData?.getData("text/html") ?? "";
  const outcome = pasteInto(store, grid, plain, html);
  if (outcome === "table") openTable(plain, html);
  return outcome === "written";
}
