/** Blocks of cells as the text that spreadsheets read from the clipboard. */
import type { CellTexts } from "./clipboard";

/** Tab-separated text, a cell with a tab, a line break or a quotation mark in quotation marks. */
export function textOfBlock(rows: CellTexts): string {
  return rows.map((row) => row.map(quotedCell).join("\t")).join("\n");
}

function quotedCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
