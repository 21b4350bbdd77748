/** Reads blocks of cells from the clipboard: tab-separated text, or an HTML table. */

import { rowsOf } from "../ui/delimited";
import { numberFromText } from "../ui/number";
import { cellsOfHtml } from "./html-table";

/** Reads the plain text, or the HTML if there is no text. Plain text that is HTML source is read as HTML. */
export function blockOfClipboard(plain: string, html: string): string[][] {
  const source = plain.trim() === "" ? html : plain;
  const cells = /<t[rdh][\s>]/i.test(source) ? cellsOfHtml(source) : null;
  return cells === null ? blockOfText(plain) : withoutEmptyEnd(cells);
}

/** What may separate cells in a text without tabs. */
const SEPARATORS = [";；", "|", ",，", "、"];

/**
 * The cells of a text in which commas, semicolons or bars separate them, as in a CSV file; null if the lines do not have the
 * same number of cells or most of these, after the first of each line, are no numbers.
 */
export function separatedBlock(text: string): string[][] | null {
  if (text.includes("\t")) return null;
  for (const separator of SEPARATORS) {
    const rows = withoutEmptyEnd([...rowsOf(text, separator)].map(({ cells }) => cells));
    const width = rows[0]?.length ?? 0;
    if (width < (rows.length > 1 ? 2 : 3) || rows.some((row) => row.length !== width)) continue;
    const cells = rows.flatMap((row) => row.slice(1));
    if (2 * cells.filter((cell) => numberFromText(cell) !== null).length >= cells.length) return rows;
  }
  return null;
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
