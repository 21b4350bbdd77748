/** Blocks of cells as spreadsheets put them on the clipboard: tab-separated text, or an HTML table. */

import { rowsOf } from "./delimited";
import { cellsOfHtml } from "./html-table";

/** Reads the clipboard's plain text; its HTML if there is no text. A text that is HTML source is read as HTML. */
export function blockOfClipboard(plain: string, html: string): string[][] {
  const source = plain.trim() === "" ? html : plain;
  const cells = /<t[rdh][\s>]/i.test(source) ? cellsOfHtml(source) : null;
  return cells === null ? blockOfText(plain) : withoutEmptyEnd(cells);
}

export function blockOfText(text: string): string[][] {
  return withoutEmptyEnd([...rowsOf(text, "\t")].map(({ cells }) => cells));
}

/** Spreadsheets end the last line with a line break as well, some with several. */
function withoutEmptyEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ""));
  // A single empty cell is a block as well.
  return rows.slice(0, Math.max(1, last + 1));
}
