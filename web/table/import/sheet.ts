/** A text cut into cells: rows of a table of which nobody has said yet what its columns are. */
import type { Rule } from "../../engine/engine";
import { EngineError } from "../../engine/error";

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

interface Line {
  readonly line: number;
  readonly cells: string[];
}

/**
 * Cuts a text at commas, semicolons or tabs. Quotes, empty lines and spaces are read as the core reads them (csv.rs).
 *
 * Throws an `EngineError` with the row where the text is no table.
 */
export function sheetFromText(text: string): Sheet {
  const [first, ...rest] = linesOf(text);
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

/** What separates the columns: of tab, semicolon and comma the most frequent in the first line that has any outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([
    [",", 0],
    [";", 0],
    ["\t", 0],
  ]);
  let quoted = false;
  let any = false;
  for (const [letter] of text.matchAll(/[",;\t\r\n]/g)) {
    if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if ((letter === "\n" || letter === "\r") && any) break;
    const count = counts.get(letter);
    if (count === undefined) continue;
    counts.set(letter, count + 1);
    any = true;
  }
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

/** The lines that are not empty, cut into trimmed cells. */
function linesOf(text: string): Line[] {
  const delimiter = delimiterOf(text);
  const lines: Line[] = [];
  let [line, start] = [1, 1];
  let cells: string[] = [];
  let cell = "";
  let within: "start" | "plain" | "quotes" | "mark" = "start";
  // Whatever ends nothing is taken at once: letter by letter, twenty megabytes would take a minute.
  const runs = { plain: new RegExp(`[^"\\r\\n${delimiter}]+`, "y"), quotes: /[^"]+/y };
  for (let i = 0; i <= text.length; i++) {
    const run = within === "mark" ? "" : runAt(text, i, within === "quotes" ? runs.quotes : runs.plain);
    if (run !== "") {
      cell += run;
      line += lineBreaks(run);
      if (within === "start") within = "plain";
      i += run.length;
    }
    const letter = text[i];
    if (letter === "\n") line += 1;
    const lineEnds = letter === undefined || letter === "\n" || letter === "\r";
    if (within === "start" && letter === '"') within = "quotes";
    else if (within === "quotes" && letter === '"') within = "mark";
    else if (letter !== undefined && (within === "quotes" || !(lineEnds || letter === delimiter))) {
      cell += letter;
      within = within === "quotes" || (within === "mark" && letter === '"') ? "quotes" : "plain";
    } else {
      cells.push(cell.trim());
      cell = "";
      within = "start";
      if (!lineEnds) continue;
      if (cells.some((text) => text !== "")) lines.push({ line: start, cells });
      if (lines.length > MOST_ROWS + 1) {
        throw refused(start, String(MOST_ROWS + 1), { kind: "at_most", high: MOST_ROWS, what: "students" });
      }
      cells = [];
      start = line;
    }
  }
  return lines;
}

function lineBreaks(text: string): number {
  let found = 0;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) found += 1;
  return found;
}

/** The letters from an index on that a pattern takes. */
function runAt(text: string, index: number, pattern: RegExp): string {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? "";
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
