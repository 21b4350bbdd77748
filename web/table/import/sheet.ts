/** A text cut into cells: rows of a table of which nobody has said yet what its columns are. */
import type { Rule } from "../../engine/engine";
import { EngineError } from "../../engine/error";
import { DELIMITERS, type DelimitedRow, type Delimiter, rowsOf } from "../delimited";

export interface Sheet {
  /** The columns' names. */
  readonly header: readonly string[];
  /** One a student, each as long as the header. */
  readonly rows: readonly (readonly string[])[];
  /** The line in which a spreadsheet shows each row. */
  readonly lines: readonly number[];
  /** The line of the header; 0 where the text has none and the columns are only numbered. */
  readonly headerLine: number;
}

/** As many students as the core takes (table.rs); what is longer is not read to its end. */
const MOST_ROWS = 20_000;

/**
 * Cuts a text at commas, semicolons or tabs. Quotes, empty lines and spaces are read as the core reads them (csv.rs).
 *
 * Throws an `EngineError` with the row where the text is no table.
 */
export function sheetFromText(text: string): Sheet {
  const [first, ...rest] = filledRows(text);
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

/** The same cells, the first row taken for a student, the columns named by number. */
export function withoutHeader(sheet: Sheet, nameOf: (column: number) => string): Sheet {
  return {
    header: sheet.header.map((_, column) => nameOf(column + 1)),
    rows: [sheet.header, ...sheet.rows],
    lines: [sheet.headerLine, ...sheet.lines],
    headerLine: 0,
  };
}

/** The delimiter that is the most frequent in the first line that has any outside quotation marks. */
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
function filledRows(text: string): DelimitedRow[] {
  const filled: DelimitedRow[] = [];
  for (const row of rowsOf(text, delimiterOf(text))) {
    const cells = row.cells.map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) continue;
    if (filled.length > MOST_ROWS) {
      throw refused(row.line, String(MOST_ROWS + 1), { kind: "at_most", high: MOST_ROWS, what: "students" });
    }
    filled.push({ line: row.line, cells });
  }
  return filled;
}

/** Spreadsheets write columns that were once used: without a name and without a value they are none. */
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
