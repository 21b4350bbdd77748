/** What is recognized in a source, with the choices of a person over it. A pure function of both. */
import { isAbsent } from "./absent";
import { listsClasses } from "./header-words";
import { formatOf, type NumberFormat, numeralOf, plainNumber } from "./numbers";
import { type ColumnGuess, type ColumnRole, guessRoles } from "./roles";
import { NOTHING_CHOSEN, type ReadSheet, type RowChoices, type Source, sheetOf } from "./sheet";
import { type TargetChoices, type Targets, targetsOf } from "./targets";

/** What a person has chosen; null leaves it to what is recognized. */
export interface Choices {
  readonly rows: RowChoices;
  readonly roles: readonly ColumnRole[] | null;
  readonly format: NumberFormat | null;
  readonly target: TargetChoices;
  /** Whether a cell that is no number is a missing score, rather than refused. */
  readonly wordsAreMissing: boolean;
}

export const NO_CHOICES: Choices = {
  rows: NOTHING_CHOSEN,
  roles: null,
  format: null,
  target: { kind: null, blank: null },
  wordsAreMissing: false,
};

export interface Reading {
  readonly sheet: ReadSheet;
  readonly guesses: readonly ColumnGuess[];
  readonly roles: readonly ColumnRole[];
  readonly format: NumberFormat;
  /** Whether some number has a mark whose meaning depends on the format. */
  readonly marked: boolean;
  /** The line numbers of students whose rows end before the last score or the target. */
  readonly short: readonly number[];
  /** Null without a target, and for a target whose header lists its classes. */
  readonly targets: Targets | null;
  /** Numbers that were not written plainly, with what they are read as. */
  readonly examples: readonly (readonly [written: string, read: string])[];
  /** Cells of scores and of numbers as targets that are no numbers. */
  readonly unreadable: readonly Place[];
  readonly wordsAreMissing: boolean;
  /** The students' cells as the core reads them: plain numbers, one spelling of each class, empty where nothing is known. */
  readonly cells: readonly (readonly string[])[];
}

export interface Place {
  /** Index in `sheet.rows`. */
  readonly row: number;
  readonly column: number;
}

/** The examples of numbers that are shown. */
const EXAMPLES = 4;

export function readingOf(
  source: Source,
  nameOf: (column: number) => string,
  { rows, roles: chosenRoles, format: chosenFormat, target: chosenTarget, wordsAreMissing }: Choices = NO_CHOICES,
): Reading {
  const sheet = sheetOf(source, nameOf, rows);
  const guesses = guessRoles(sheet);
  const roles = chosenRoles ?? guesses.map(({ role }) => role);
  const numeric = [...roles.keys()].filter((column) => roles[column] === "score" || roles[column] === "target");
  const format = chosenFormat ?? formatOf(cellsIn(sheet, numeric), source.separator === ";" || sheet.joined === true);
  const target = roles.indexOf("target");
  const end = Math.max(...numeric) + 1;
  const short = sheet.all.filter(({ taken, written }) => taken && written < end).map(({ line }) => line);
  const listed = listsClasses(sheet.header[target] ?? "");
  const targets =
    target < 0 || listed
      ? null
      : targetsOf(
          sheet.rows.map((row) => row[target] ?? ""),
          format,
          chosenTarget,
        );

  const unreadable: Place[] = [];
  const examples = new Map<string, readonly [string, string]>();
  let marked = false;
  const number = (cell: string, row: number, column: number): string => {
    const read = plainNumber(cell, format);
    marked ||= /[,'，]|\d \d/.test(cell) && numeralOf(cell) !== null;
    if (read === null) {
      unreadable.push({ row, column });
      return wordsAreMissing ? "" : cell;
    }
    const sort = read === cell ? "" : cell.replace(/\p{Nd}+/gu, "0");
    if (sort !== "" && !/^[-+]?0?\.?0*$/.test(sort) && examples.size < EXAMPLES)
      examples.set(sort, examples.get(sort) ?? [cell, read]);
    return read;
  };
  const cells = sheet.rows.map((cells, row) =>
    cells.map((cell, column) => {
      if (roles[column] === "score") return isAbsent(cell) ? "" : number(cell, row, column);
      if (column !== target || targets === null) return cell;
      const label = targets.cells[row] ?? "";
      return targets.kind === "classes" || label === "" ? label : number(cell, row, column);
    }),
  );
  return {
    ...{ sheet, guesses, roles, format, marked, short, targets, cells },
    ...{ unreadable, wordsAreMissing, examples: [...examples.values()] },
  };
}

function* cellsIn({ rows }: ReadSheet, columns: readonly number[]): Generator<string> {
  for (const row of rows) for (const column of columns) yield row[column] ?? "";
}
