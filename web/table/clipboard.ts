/** Reads blocks of cells from the clipboard: tab-separated text, or an HTML table. */

import { rowsOf } from "./delimited";
import { cellsOfHtml } from "./html-table";

/** Reads the plain text, or the HTML if there is no text. Plain text that is HTML source is read as HTML. */
export function blockOfClipboard(plain: string, html: string): string[][] {
  const source = plain.trim() === "" ? html : plain;
  const cells = /<t[rdh][\s>]/i.test(source) ? cellsOfHtml(source) : null;
  return cells === null ? blockOfText(plain) : withoutEmptyEnd(cells);
}

export function blockOfText(text: string): string[][] {
  return withoutEmptyEnd([...rowsOf(text, "\t")].map(({ cells }) => cells));
}

/** Removes trailing line breaks: spreadsheets end the last line with one, some with several. */
function withoutEmptyEnd(rows: string[][]): string[][] {
  const last = rows.map((row) => row.some((cell) => cell.trim() !== "")).lastIndexOf(true);
  // A single empty cell is also a block.
  return rows.slice(0, Math.max(1, last + 1));
}
