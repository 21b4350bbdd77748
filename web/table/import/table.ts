/** A table from a sheet whose columns' roles are chosen: the core reads and checks every cell. */
import type { ErrorLocation, Table } from "../../engine/engine";
import { EngineError } from "../../engine/error";
import { tableFromRows } from "../../engine/lab";
import type { ColumnRole } from "./roles";
import type { Sheet } from "./sheet";

/** Throws an `EngineError` that names row and column as a spreadsheet shows them. */
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

/** The columns as the core wants them: the name, the scores, the target. Null is a name that nobody has. */
export function columnsInOrder(roles: readonly ColumnRole[]): (number | null)[] {
  const of = (role: ColumnRole): number[] => roles.flatMap((other, column) => (other === role ? [column] : []));
  const [name] = of("name");
  return [name ?? null, ...of("score"), ...of("target")];
}

/** The header and the rows of a sheet with its columns in this order. */
export function rowsInOrder(sheet: Sheet, columns: readonly (number | null)[]): string[][] {
  const header = columns.map((column) => oneLine(column === null ? "" : sheet.header[column]));
  // The core takes a first column that is called a name for one, whatever its cells.
  header[0] = "name";
  const rows = sheet.rows.map((row, index) =>
    columns.map((column) => (column === null ? String(index + 1) : oneLine(row[column]))),
  );
  return [header, ...rows];
}

/** A location in that text as a location in the sheet. */
export function locationInSheet(
  location: ErrorLocation,
  sheet: Sheet,
  columns: readonly (number | null)[],
): ErrorLocation {
  if (location.kind !== "cell" && location.kind !== "row") return location;
  const row = location.row === 1 ? Math.max(1, sheet.headerLine) : (sheet.lines[location.row - 2] ?? location.row);
  if (location.kind === "row") return { kind: "row", row };
  // A header that cannot be one is named by its number.
  const column = columns[Number(location.column) - 1];
  return { kind: "cell", row, column: location.row === 1 && column != null ? String(column + 1) : location.column };
}

function oneLine(cell = ""): string {
  return cell.replace(/[\r\n]+/g, " ");
}
