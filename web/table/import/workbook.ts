/** Reads workbooks of Excel and WPS: .xlsx and .xls. hucre reads the cells; this tells what a sheet has beside its cells. */
import type { Cell, CellValue, Sheet as HucreSheet } from "hucre/xlsx";
import { EngineError } from "../../engine/engine";
import type { Hucre } from "../hucre";
import { startsWith } from "./binary";
import { type SheetFound, type WorkbookFile, type WorkbookSheet, words } from "./read";
import { filledCount } from "./rows";
import { MAX_ROWS, sourceOfCells } from "./sheet";
import { unpackedSize } from "./zip";

/** Bytes that a workbook may have when it is unpacked. A table of the largest allowed size has some 30 MB. */
const MAX_UNPACKED = 100 * 1024 * 1024;

/** The first sheet of a workbook that has a table and is not hidden. Throws an `EngineError` that says what to do instead. */
export async function sheetOfWorkbook(hucre: Hucre, { name, bytes }: WorkbookFile): Promise<SheetFound> {
  const sheets = (await sheetsOf(hucre, bytes)).filter(({ cells }) => cells.some((row) => filledCount(row) > 1));
  const visible = sheets.findIndex(({ hidden }) => !hidden);
  const shown = Math.max(0, visible);
  const sheet = sheets[shown];
  if (sheet === undefined) throw new EngineError(words.noTableInWorkbook, null);
  return { kind: "sheet", source: sourceOfCells(sheet.cells), name, text: null, workbook: { sheets, shown } };
}

async function sheetsOf({ readXls, readXlsx }: Hucre, bytes: Uint8Array): Promise<WorkbookSheet[]> {
  const isXlsx = startsWith(bytes, [0x50, 0x4b]);
  if (isXlsx && (unpackedSize(bytes) ?? 0) > MAX_UNPACKED) throw refused("huge");
  if (!isXlsx && holdsEncryptedPackage(bytes)) throw refused("encrypted");
  const { sheets } = await (isXlsx ? readXlsx : readXls)(bytes, { readStyles: true, maxRows: MAX_ROWS + 1 }).catch(
    () => {
      throw refused("damaged");
    },
  );
  return sheets.map(sheetFrom);
}

function refused(fault: keyof typeof words.workbookFaults): EngineError {
  return new EngineError(words.workbookFaults[fault], null);
}

/** An encrypted workbook is an OLE container with this stream, whose name is in UTF-16. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (startsWith(bytes.subarray(at), name)) return true;
  }
  return false;
}

function sheetFrom({ name, rows, cells, merges, rowDefs, columns, hidden, veryHidden }: HucreSheet): WorkbookSheet {
  const isUnevaluated = ({ type, value }: Cell): boolean => type === "formula" && value === null;
  return {
    name,
    hidden: hidden === true || veryHidden === true,
    cells: rows.map((row, index) => row.map((value, column) => textOf(value, cells?.get(`${index},${column}`)))),
    merged: merges?.length ?? 0,
    hiddenRows: [...(rowDefs?.values() ?? [])].filter((row) => row.hidden).length,
    hiddenColumns: columns?.filter((column) => column.hidden).length ?? 0,
    unevaluated: [...(cells?.values() ?? [])].filter(isUnevaluated).length,
  };
}

/** A cell's text as the sheet shows it, with all digits of a number. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  if (value === null) return "";
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00.*|\.000Z$/, "")
      .replace("T", " ");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  // 0.07 × 100 is 7.000000000000001.
  if (typeof value === "number" && isPercent(cell)) return `${Number((value * 100).toPrecision(15))}%`;
  return String(value);
}

/** Whether a number's format has a percent sign that is no quoted or escaped letter. */
function isPercent(cell: Cell | undefined): boolean {
  return cell?.style?.numFmt?.replace(/"[^"]*"|\\./g, "").includes("%") ?? false;
}
