/** The clipboard's keys in the grid. */
import { m } from "../i18n/i18n.svelte";
import type { Store } from "../state/store";
import { copiedText } from "./copied";
import type { Grid } from "./grid.svelte";

/** Copies the chosen block as a spreadsheet reads it. */
export function copyFrom(event: ClipboardEvent, store: Store, grid: Grid): void {
  const block = grid.textBlock;
  if (block === null) return;
  event.preventDefault();
  event.clipboardData?.setData("text/plain", copiedText(store, block));
  grid.announcement = m.data.copied(block.bottom - block.top + 1, block.right - block.left + 1);
}

/** Pastes at the chosen block; false where nothing was taken. */
export async function pasteFrom(event: ClipboardEvent, store: Store, grid: Grid): Promise<boolean> {
  event.preventDefault();
  // The clipboard can be read now and not after what reads it has arrived.
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  const html = event.clipboardData?.getData("text/html") ?? "";
  const { pasteInto } = await import("./paste-into");
  return pasteInto(store, grid, plain, html);
}
