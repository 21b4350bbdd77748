/** Makes a table from a sheet with chosen column roles. The core reads and checks every cell. */
import type { ErrorLocation, Table } from "../../engine/engine";
import { EngineError } from "../../engine/error";
import { tableFromRows } from "../../engine/lab";
import type { ColumnRole } from "./roles";
import type { Sheet } from "./sheet";

/** Throws an `EngineError` with the row and column numbers that a spreadsheet shows. */
export async function tableFromSheet(sheet: Sheet, roles: readonly ColumnRole[]): Promise<Table> {
  const columns = columnsInOrder(roles);
  try {
    return await tableFromRows(rowsInOrder(sheet, columns));
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.details === null) throw thrown;
    const { details, message } = thrown;
    throw new EngineError(message, { ...details, location: locationInSheet(details.location, sheet, columns) });
  }
}

/** The columns in the core's order: name, scores, target. Null stands for a missing name column. */
export function columnsInOrder(roles: readonly ColumnRole[]): (number | null)[] {
  const of = (role: ColumnRole): number[] => roles.flatMap((other, column) => (other === role ? [column] : []));
  const [name] = of("name");
  return [name ?? null, ...of("score"), ...of("target")];
}

/** The header and rows of a sheet with its columns in the given order. */
export function rowsInOrder(sheet: Sheet, columns: readonly (number | null)[]): string[][] {
  const header = columns.map((column) => oneLine(column === null ? "" : sheet.header[column]));
  // The core treats the first column as names if its header says so.
  header[0] = "name";
  const rows = sheet.rows.map((row, index) =>
    columns.map((column) => (column === null ? String(index + 1) : oneLine(row[column]))),
  );
  return [header, ...rows];
}

/** Converts a location in the reordered rows to a location in the sheet. */
export function locationInSheet(
  location: ErrorLocation,
  sheet: Sheet,
  columns: readonly (number | null)[],
): ErrorLocation {
  if (location.kind !== "cell" && location.kind !== "row") return location;
  const row = location.row === 1 ? Math.max(1, sheet.headerLine) : (sheet.lines[location.row - 2] ?? location.row);
  if (location.kind === "row") return { kind: "row", row };
  // A column with an unusable header is named by its number.
  const column = columns[Number(location.column) - 1];
  return { kind: "cell", row, column: location.row === 1 && column != null ? String(column + 1) : location.column };
}

function oneLine(cell = ""): string {
  return cell.replace(/[\r\n]+/g, " ");
}
