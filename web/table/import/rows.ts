/** Recognizes what each row of a sheet is: the header, a student, or something else that is written in tables. */
import type { DelimitedRow } from "../../ui/delimited";
import { isAbsent } from "./absent";
import { isKnownHeader, isTargetHeader, nameRank } from "./header-words";
import { numeralOf } from "./numbers";
import { sumsUp, totalWord } from "./totals";

export type RowKind =
  | "header"
  | "student"
  /** Above the header. */
  | "title"
  /** Sums, means, the most points that there are. */
  | "total"
  | "note"
  /** The header once more, as on every printed page. */
  | "repeated"
  /** It has more cells than the header. */
  | "long";

export interface SourceRow extends DelimitedRow {
  /** The number of cells that the row was written with; `cells` ends at the last filled one. */
  readonly written: number;
}

/** The rows that name the columns: `lines` rows from the row with index `first`. With no line, `first` is the first student. */
export interface Header {
  readonly first: number;
  readonly lines: number;
}

/** The header is looked for among so many rows. */
const SEARCHED = 30;

/** A row as far as its last filled cell. */
type Cells = readonly string[];

export function guessHeader(rows: readonly DelimitedRow[]): Header {
  const cells = rows.map((row) => row.cells);
  const usual = mostFrequent(cells.map(filledCount));
  const numeric = numericColumns(cells.slice(Math.floor(cells.length / 2)));
  const isFull = (row: Cells): boolean => filledCount(row) >= Math.max(2, usual / 2) && !isTitle(row);
  const first = Math.max(
    0,
    cells.slice(0, SEARCHED).findIndex((row) => isFull(row) && !isComment(row, cells)),
  );
  const found = cells[first] ?? [];
  if (isStudent(found, numeric)) {
    // A commented line over the students may name the columns.
    const above = cells[first - 1];
    const named = above?.[0]?.startsWith("#") && above.length === found.length;
    return named ? { first: first - 1, lines: 1 } : { first, lines: 0 };
  }
  if (isSecondLine(cells[first + 1], found, numeric)) return { first, lines: 2 };
  const groups = cells[first - 1];
  const grouped = new Set(found.filter((cell) => cell !== "")).size < filledCount(found);
  return grouped && groups !== undefined && filledCount(groups) > 1
    ? { first: first - 1, lines: 2 }
    : { first, lines: 1 };
}

/** The kind of each row under a header. */
export function rowKinds(rows: readonly DelimitedRow[], header: Header, width: number): RowKind[] {
  const cells = rows.map((row) => row.cells);
  const start = header.first + header.lines;
  const names = new Set(cells.slice(header.first, start).map((row) => row.join("\n")));
  const numeric = numericColumns(cells.slice(start));
  const kinds: RowKind[] = [];
  const totals = new TotalsFinder(numeric);
  for (const [index, row] of cells.entries()) {
    const kind = ((): RowKind => {
      if (index < header.first) return "title";
      if (index < start) return "header";
      if (names.has(row.join("\n"))) return "repeated";
      if (row.length > width) return "long";
      if (isNote(row, width, numeric, cells)) return "note";
      return totals.isTotal(row, kinds.at(-1) === "total") ? "total" : "student";
    })();
    if (kind === "student") totals.add(row);
    kinds.push(kind);
  }
  return kinds;
}

/** The names of the columns: two lines are joined, the upper one reaching over the columns to its right that it has no name for. */
export function headerNames(rows: readonly DelimitedRow[], { first, lines }: Header, width: number): string[] {
  const upper = rows[first]?.cells ?? [];
  const lower = rows[first + 1]?.cells ?? [];
  const clean = (cell = ""): string =>
    cell
      .replace(/\s+/g, " ")
      .replace(/^#\s*(?=\S)/, "")
      .trim();
  let group = "";
  return Array.from({ length: width }, (_, column) => {
    if (lines < 2) return lines === 0 ? "" : clean(upper[column]);
    const [above, below] = [clean(upper[column]), clean(lower[column])];
    if (above !== "" || below === "") group = above;
    return group === below ? group : `${group} ${below}`.trim();
  });
}

/** Rows compared with the rows above them; the rest of a table of thousands of nameless students is not. */
const COMPARED = 50;

/** Finds rows of totals among the rows under a header, read from top to bottom. */
class TotalsFinder {
  readonly #numeric: readonly boolean[];
  readonly #students: Cells[] = [];
  /** Whether every student so far has a word in the first column of words. */
  #named = true;
  #compared = 0;

  constructor(numeric: readonly boolean[]) {
    this.#numeric = numeric;
  }

  add(student: Cells): void {
    this.#students.push(student);
    this.#named &&= (student[this.#numeric.indexOf(false)] ?? "") !== "";
  }

  isTotal(row: Cells, afterTotal: boolean): boolean {
    const words = row.filter((cell, column) => cell !== "" && (column === 0 || !this.#numeric[column])).slice(0, 3);
    const said = words.map(totalWord);
    if (said.includes("surely")) return true;
    if (said.includes("perhaps")) return afterTotal || this.#sumsUp(row);
    // Where every student has a name, a row of numbers without one may be a row of totals.
    return this.#named && words.every((word) => numeral(word)) && this.#sumsUp(["", ...row.slice(1)]);
  }

  #sumsUp(row: Cells): boolean {
    this.#compared += 1;
    return this.#compared <= COMPARED && this.#students.length > 1 && sumsUp(row, this.#students);
  }
}

function numeral(cell = ""): boolean {
  return numeralOf(cell) !== null;
}

/** How a note begins. */
const NOTE =
  /^(?:注[:：意]|备注|備註|说明|說明|附注|制表|製表|审核|统计人|填表|来源|數據|数据来源|打印|导出|note|source|exported|generated|printed|legend|comment|hinweis|quelle|stand)/i;

function isNote(row: Cells, width: number, numeric: readonly boolean[], all: readonly Cells[]): boolean {
  if (isComment(row, all)) return true;
  const filled = row.flatMap((cell, column) => (cell === "" ? [] : [{ cell, column }]));
  if (width < 3 || filled.length > Math.max(1, width / 2) || filled.some(({ cell }) => numeral(cell))) return false;
  if (filled.every(({ cell }) => /^[-=─_*]{2,}$/.test(cell))) return true;
  const [first] = filled;
  if (first === undefined || (filled[1] !== undefined && isAbsent(filled[1].cell))) return false;
  // A student of whom only the name is known has it where the others have theirs.
  return (
    NOTE.test(first.cell) || first.cell.length > 16 || /[:：。！]/.test(first.cell) || numeric[first.column] === true
  );
}

/** Whether a row begins with # as a comment does: not where that is the header of a column, or where most rows do. */
function isComment([first = ""]: Cells, all: readonly Cells[]): boolean {
  if (!first.startsWith("#") || /^#\d*$/.test(first)) return false;
  return all.filter(([cell]) => cell?.startsWith("#")).length < all.length / 2;
}

/** Whether a row has a number in every column of numbers, and no cell that is only ever a header. */
function isStudent(row: Cells, numeric: readonly boolean[]): boolean {
  const columns = [...numeric.keys()].filter((column) => numeric[column]);
  const cells = columns.map((column) => row[column] ?? "");
  if (!cells.some((cell) => numeral(cell)) || !cells.every((cell) => numeral(cell) || isAbsent(cell))) return false;
  return !row.some((cell) => nameRank(cell) < Number.POSITIVE_INFINITY || (cell.length > 1 && isTargetHeader(cell)));
}

/** Whether a row under the first line of the header continues it: words over columns of numbers. */
function isSecondLine(row: Cells | undefined, first: Cells, numeric: readonly boolean[]): boolean {
  if (row === undefined || row.some((cell) => totalWord(cell) !== null)) return false;
  const over = [...numeric.keys()].filter((column) => numeric[column] && (row[column] ?? "") !== "");
  const words = over.filter((column) => !numeral(row[column]) && !isAbsent(row[column] ?? ""));
  const isOfStudent = (cell: string, column: number): boolean =>
    cell !== "" && !numeric[column] && (first[column] ?? "") !== "" && !isKnownHeader(cell);
  return words.length > 1 && words.length === over.length && !row.some(isOfStudent);
}

/** Whether most cells say what they are, as in the line “班级：二班, 教师：王” above a table. */
function isTitle(row: Cells): boolean {
  return 2 * row.filter((cell) => /.[:：]\s*./.test(cell)).length >= filledCount(row);
}

/** Whether more than half of the filled cells of each column are numbers. */
function numericColumns(rows: readonly Cells[]): boolean[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const filled = rows.map((row) => row[column] ?? "").filter((cell) => !isAbsent(cell));
    return filled.length > 0 && filled.filter(numeral).length > filled.length / 2;
  });
}

export function filledCount(row: Cells): number {
  return row.filter((cell) => cell !== "").length;
}

/** The most frequent of the numbers; of several, the largest. */
export function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let [best, most] = [0, 0];
  for (const [number, count] of counts)
    if (count > most || (count === most && number > best)) [best, most] = [number, count];
  return best;
}
