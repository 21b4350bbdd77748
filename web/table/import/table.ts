/** Makes a table of what was read from a sheet. The core checks every cell. */
import type { ErrorLocation, Table } from "../../engine/engine";
import { EngineError, refusal } from "../../engine/error";
import { tableFromRows } from "../../engine/lab";
import { numeralOf } from "./numbers";
import type { Reading } from "./reading";
import type { ColumnRole } from "./roles";
import type { Sheet } from "./sheet";

/** Throws an `EngineError` with the row and column numbers that a spreadsheet shows. */
export function tableOf(reading: Reading): Table {
  const columns = columnsInOrder(reading.roles);
  refuseOtherFormats(reading);
  try {
    return tableFromRows(rowsInOrder(reading, columns));
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.details === null) throw thrown;
    const { details, message } = thrown;
    throw new EngineError(message, { ...details, location: locationInSheet(details.location, reading.sheet, columns) });
  }
}

/** Refuses the first number that is written in another format: the core would read 90.5 where 90,5 is expected. */
function refuseOtherFormats({ sheet, unreadable, wordsAreMissing }: Reading): void {
  const place = wordsAreMissing
    ? undefined
    : unreadable.find(({ row, column }) => numeralOf(sheet.rows[row]?.[column] ?? "") !== null);
  if (place === undefined) return;
  const column = sheet.header[place.column] ?? "";
  const { details, message } = refusal("", sheet.rows[place.row]?.[place.column] ?? "", { kind: "number" });
  const location = { kind: "cell", row: sheet.lines[place.row] ?? 0, column } as const;
  throw new EngineError(message, details && { ...details, location });
}

/** The columns in the core's order: name, scores, target. Null stands for a missing name column. */
export function columnsInOrder(roles: readonly ColumnRole[]): (number | null)[] {
  const of = (role: ColumnRole): number[] => roles.flatMap((other, column) => (other === role ? [column] : []));
  const [name] = of("name");
  return [name ?? null, ...of("score"), ...of("target")];
}

/** The header and rows of a sheet with its columns in the given order. */
export function rowsInOrder({ sheet, cells, targets }: Reading, columns: readonly (number | null)[]): string[][] {
  const header = columns.map((column) => (column === null ? "" : columnName(sheet.header[column], column)));
  // The core treats the first column as names if its header says so.
  header[0] = "name";
  if (targets?.listed != null) header.push(`${header.pop()} ${bracketed(targets.listed)}`);
  const rows = cells.map((row, index) =>
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

/** A column without a name, or with a number for a name, is named by a number sign: the core takes no numbers for names. */
function columnName(header = "", column: number): string {
  const name = oneLine(header);
  if (name === "") return `#${column + 1}`;
  return numeralOf(name) === null ? name : `#${name}`;
}

/** A list of classes as the core ends a header with it (csv.rs). */
function bracketed(classes: readonly string[]): string {
  const quotes = classes.some((name) => /[[\]]/.test(name));
  const cells = classes.map((name) => (quotes || /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name));
  return `[${cells.join(",")}]`;
}

function oneLine(cell = ""): string {
  return cell.replace(/[\r\n]+/g, " ");
}
