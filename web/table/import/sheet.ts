/** A sheet: rows of cells whose columns have no roles yet. */
import type { ErrorLocation, Rule } from "../../engine/engine";
import { EngineError } from "../../engine/error";
import type { CellRows, DelimitedRow } from "../../ui/delimited";
import { withDecimalCommas } from "./decimal-commas";
import { isKnownHeader, noScoreHeader } from "./header-words";
import { numeralOf } from "./numbers";
import { filledCount, guessHeader, type Header, headerNames, type RowKind, rowKinds, type SourceRow } from "./rows";
import { type Separator, splitText } from "./separator";

/** The rows of a file or a paste that are not empty, with trimmed cells. */
export interface Source {
  readonly rows: readonly SourceRow[];
  readonly separator: Separator;
}

export interface SheetRow {
  /** The line number that a spreadsheet shows. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The number of cells that the row was written with. */
  readonly written: number;
  readonly kind: RowKind;
  /** Whether the row is taken as a student. */
  readonly taken: boolean;
}

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

/** A sheet with the rows that it was made of. */
export interface ReadSheet extends Sheet {
  readonly chosen: Header;
  /** Every row of the source, as long as the header. */
  readonly all: readonly SheetRow[];
  /** Whether numbers that their decimal comma has split are joined; null if there are none. */
  readonly joined: boolean | null;
}

/** The core's limit on students (table.rs), and rows that are none. Reading stops beyond it. */
export const MAX_ROWS = 20_000 + 200;

/** Splits a text into rows; throws an `EngineError` if there are none or too many. */
export function sourceOfText(text: string): Source {
  const { rows, separator } = splitText(text);
  return { rows: filledRows(rows), separator };
}

/** The rows of a spreadsheet or a web page; throws an `EngineError` as `sourceOfText` does. */
export function sourceOfCells(rows: CellRows): Source {
  return { rows: filledRows(rows.map((cells, index) => ({ line: index + 1, cells: [...cells] }))), separator: "cells" };
}

/** Changes to what is recognized: which rows are the header, and which rows are students, by their index in the source. */
export interface RowChoices {
  readonly header: Header | null;
  readonly taken: ReadonlyMap<number, boolean>;
  /** Whether numbers that their decimal comma has split stay in two cells. */
  readonly split?: boolean;
}

export const NOTHING_CHOSEN: RowChoices = { header: null, taken: new Map() };

/** The students of a source. `nameOf` numbers the columns that have no name, from 1. */
export function sheetOf(
  { rows }: Source,
  nameOf: (column: number) => string,
  { header, taken, split = false }: RowChoices = NOTHING_CHOSEN,
): ReadSheet {
  const chosen = header ?? guessHeader(rows);
  const named = withIndexHeader(rows, chosen);
  const whole = withDecimalCommas(named, chosen);
  const source = (split ? null : whole) ?? named;
  const start = chosen.first + chosen.lines;
  const width = widthOf(source, chosen.first, start);
  const kinds = rowKinds(source, chosen, width);
  const columns = usedColumns(source, chosen, width);
  const all = source.map(({ line, cells, written }, index): SheetRow => {
    const kind = kinds[index] ?? "student";
    return {
      line,
      cells: columns.map((column) => cells[column] ?? ""),
      written: columns.filter((column) => column < written).length,
      kind,
      taken: index >= start && (taken.get(index) ?? kind === "student"),
    };
  });
  const students = all.filter((row) => row.taken);
  const names = headerNames(source, chosen, width);
  return {
    chosen,
    all,
    joined: whole && !split,
    header: distinct(columns.map((column, index) => names[column] || (chosen.lines === 0 ? nameOf(index + 1) : ""))),
    rows: students.map(({ cells }) => cells),
    lines: students.map(({ line }) => line),
    headerLine: chosen.lines === 0 ? 0 : (source[start - 1]?.line ?? 0),
  };
}

/** R and pandas print no name over the column of row names: then the header begins one cell too early. */
function withIndexHeader(rows: readonly SourceRow[], { first, lines }: Header): readonly SourceRow[] {
  const header = rows[first];
  const body = rows.slice(first + lines);
  if (lines !== 1 || header === undefined || body.length === 0) return rows;
  const longer = body.filter(({ cells }) => cells.length === header.cells.length + 1);
  const names = longer.map(({ cells }) => cells[0] ?? "");
  const counted = names.every((name, index) => name === String(index) || name === String(index + 1));
  const indexed = counted || (new Set(names).size === names.length && /^#?\d/.test(longer[0]?.cells[1] ?? ""));
  const named = counted ? noScoreHeader(header.cells[0] ?? "") === "number" : isKnownHeader(header.cells[0] ?? "");
  if (longer.length < body.length * 0.8 || !indexed || named) return rows;
  return rows.map((row) => (row === header ? { ...header, cells: ["", ...header.cells] } : row));
}

/** The number of columns: as many as are named, or more if most rows have more. Rows without a header may end before the last. */
function widthOf(rows: readonly SourceRow[], first: number, start: number): number {
  const named = rows.slice(first, start).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const lengths = rows
    .slice(start)
    .map(({ cells }) => cells.length)
    .sort((a, b) => a - b);
  const share = named > 0 ? 0.5 : 0.75;
  const usual = lengths[Math.floor(lengths.length * share)] ?? 0;
  // Decimal commas that nobody quoted make two cells of each number: then no number is under its name.
  const extra = rows.slice(start).flatMap(({ cells }) => cells.slice(named));
  const broken =
    named > 0 && usual > named + 1 && 2 * extra.filter((cell) => numeralOf(cell) !== null).length > extra.length;
  return broken ? named : Math.max(named, usual);
}

/** The columns that have a name or a value: spreadsheets write others if they were once used. */
function usedColumns(rows: readonly SourceRow[], { first }: Header, width: number): number[] {
  const used = new Array<boolean>(width).fill(false);
  for (const { cells } of rows.slice(first)) for (const [column, cell] of cells.entries()) used[column] ||= cell !== "";
  return [...used.keys()].filter((column) => column < width && used[column]);
}

/** Names that occur again get a number: 语文, 语文 2. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>(names);
  const seen = new Set<string>();
  return names.map((name) => {
    if (name === "" || !seen.has(name)) {
      seen.add(name);
      return name;
    }
    let number = 2;
    while (taken.has(`${name} ${number}`)) number += 1;
    taken.add(`${name} ${number}`);
    return `${name} ${number}`;
  });
}

/** The rows that are not empty, with trimmed cells. */
function filledRows(rows: Iterable<DelimitedRow>): SourceRow[] {
  const filled: SourceRow[] = [];
  for (const row of rows) {
    const cells = row.cells.map(trimmed);
    if (filledCount(cells) === 0) continue;
    if (filled.length > MAX_ROWS) {
      throw refused({ kind: "row", row: row.line }, String(MAX_ROWS + 1), {
        kind: "at_most",
        high: 20_000,
        what: "students",
      });
    }
    const written = cells.length;
    filled.push({
      line: row.line,
      cells: cells.slice(0, cells.map((cell) => cell !== "").lastIndexOf(true) + 1),
      written,
    });
  }
  if (filled.length === 0) throw refused({ kind: "file" }, "", { kind: "not_empty" });
  return filled;
}

/** A cell without blanks and invisible letters at its ends. */
function trimmed(cell: string): string {
  const plain = cell.trim();
  // A longer cell is text that nobody compares, and this pattern is slow in it.
  return plain.length > 1000 ? plain : plain.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, "");
}

function refused(location: ErrorLocation, value: string, rule: Rule): EngineError {
  return new EngineError(`${location.kind}: ${rule.kind}`, { location, value, rule });
}
