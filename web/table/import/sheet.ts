/** A sheet: rows of cells whose columns have no roles yet. */
import type { Rule } from "../../engine/engine";
import { EngineError } from "../../engine/error";
import { type CellRows, DELIMITERS, type DelimitedRow, type Delimiter, rowsOf } from "../delimited";

export interface Sheet {
  /** The columns' names. */
  readonly header: readonly string[];
  /** One row for each student, each as long as the header. */
  readonly rows: readonly (readonly string[])[];
  /** The line number that a spreadsheet shows for each row. */
  readonly lines: readonly number[];
  /** The line number of the header; 0 if there is none and the columns are numbered. */
  readonly headerLine: number;
}

/** The core's limit on students (table.rs). Reading stops beyond it. */
const MAX_ROWS = 20_000;

/**
 * Splits a text at commas, semicolons or tabs. Quotation marks, empty lines and spaces are read as the core reads them (csv.rs).
 *
 * Throws an `EngineError` that names the row if the text is not a table.
 */
export function sheetFromText(text: string): Sheet {
  return sheetFromRows(rowsOf(text, delimiterOf(text)));
}

/** A sheet from cells; throws an `EngineError` as `sheetFromText` does. */
export function sheetFromCells(rows: CellRows): Sheet {
  return sheetFromRows(rows.map((cells, index) => ({ line: index + 1, cells: [...cells] })));
}

function sheetFromRows(rows: Iterable<DelimitedRow>): Sheet {
  const [first, ...rest] = filledRows(rows);
  if (first === undefined) throw refused(null, "", { kind: "not_empty" });
  if (rest.length === 0) throw refused(null, "0", { kind: "at_least", low: 1, what: "students" });
  for (const { line, cells } of rest) {
    if (cells.length === first.cells.length) continue;
    throw refused(line, String(cells.length), { kind: "ragged", expected: first.cells.length });
  }
  return withoutEmptyColumns({
    header: first.cells,
    rows: rest.map(({ cells }) => cells),
    lines: rest.map(({ line }) => line),
    headerLine: first.line,
  });
}

/** The same cells, but the first row is a student and the columns are numbered. */
export function withoutHeader(sheet: Sheet, nameOf: (column: number) => string): Sheet {
  return {
    header: sheet.header.map((_, column) => nameOf(column + 1)),
    rows: [sheet.header, ...sheet.rows],
    lines: [sheet.headerLine, ...sheet.lines],
    headerLine: 0,
  };
}

/** The most frequent delimiter in the first line that has one outside quotation marks. */
function delimiterOf(text: string): Delimiter {
  const counts = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  let any = false;
  for (const [letter] of text.matchAll(/[",;\t\r\n]/g)) {
    if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === "," || letter === ";" || letter === "\t") {
      counts[letter] += 1;
      any = true;
    } else if (any) break;
  }
  return DELIMITERS.reduce((most, next) => (counts[next] > counts[most] ? next : most));
}

/** The rows that are not empty, with trimmed cells. */
function filledRows(rows: Iterable<DelimitedRow>): DelimitedRow[] {
  const filled: DelimitedRow[] = [];
  for (const row of rows) {
    const cells = row.cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) continue;
    if (filled.length > MAX_ROWS) {
      throw refused(row.line, String(MAX_ROWS + 1), { kind: "at_most", high: MAX_ROWS, what: "students" });
    }
    filled.push({ line: row.line, cells });
  }
  return filled;
}

/** Drops columns without a name and without a value: spreadsheets write such columns if they were once used. */
function withoutEmptyColumns(sheet: Sheet): Sheet {
  const used = sheet.header.map((name, column) => name !== "" || sheet.rows.some((row) => row[column] !== ""));
  if (used.every(Boolean)) return sheet;
  const kept = (cells: readonly string[]) => cells.filter((_, column) => used[column]);
  return { ...sheet, header: kept(sheet.header), rows: sheet.rows.map(kept) };
}

function refused(row: number | null, value: string, rule: Rule): EngineError {
  const location = row === null ? ({ kind: "file" } as const) : ({ kind: "row", row } as const);
  return new EngineError(`${location.kind} ${row ?? ""}: ${rule.kind}`, { location, value, rule });
}
