/** Writes a pasted block of texts into the table: either the whole block or nothing. */

import { newStudent, withStudents } from "../edits/edit-table";
import type { Experiment, Rule, Student } from "../engine/engine";
import type { CellRows } from "../ui/delimited";
import { numberFromText } from "../ui/number";
import { withoutTextMark } from "../ui/text-mark";
import { type Local, readName, readScore, readTarget } from "./cell-text";
import { type Column, columnsOf, lastTyped, NAME } from "./columns";
import { placeOf, rowsIn } from "./listed";
import { type Block, type Cell, isSingle } from "./selection";

export interface PasteWords {
  readonly local: Local;
  /** The name of a new student whose name is not in the block, by the row in the table, counted from 1. */
  readonly newName: (place: number) => string;
}

export type Pasted =
  | {
      readonly kind: "taken";
      readonly experiment: Experiment;
      /** The rows that were written, from top to bottom, and the block from the first cell to the last. */
      readonly rows: readonly number[];
      readonly block: Block;
    }
  /** `row` is the row within the block, counted from 1. */
  | {
      readonly kind: "refused";
      readonly row: number;
      readonly column: string;
      readonly text: string;
      readonly rule: Rule;
    }
  | { readonly kind: "tooWide"; readonly columns: number; readonly room: number };

/**
 * Writes a block over the selection, from its first cell on, and adds rows as needed. A selection that is a
 * multiple of the block is filled with copies of it, so that a single value fills a selection. Only `listed` rows are
 * written, one after the other; new rows come at the end of the table.
 */
export function pasted(
  experiment: Experiment,
  texts: CellRows,
  selected: Block,
  words: PasteWords,
  listed: readonly number[] = experiment.table.students.map((_, row) => row),
): Pasted {
  const { table } = experiment;
  const columns = columnsOf(table);
  const at: Cell = { row: Math.max(0, selected.top), column: Math.max(NAME, selected.left) };
  const skipped = startsWithHeader(texts, columns.slice(at.column), table, words.local) ? 1 : 0;
  const rows = texts.slice(skipped);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  const size = filledSize(selected, rowsIn(listed, selected).length, rows.length, width);
  const room = lastTyped(columns) - at.column + 1;
  if (size.columns > room) return { kind: "tooWide", columns: size.columns, room: Math.max(0, room) };

  const students = [...table.students];
  const written: number[] = [];
  const from = listed.length === 0 ? 0 : placeOf(listed, at.row);
  const ordinary = newStudent(experiment, "");
  for (let row = 0; row < size.rows; row += 1) {
    const place = listed[from + row] ?? students.length;
    written.push(place);
    const student = writable(students[place] ?? { ...ordinary, name: words.newName(place + 1) });
    for (let column = 0; column < size.columns; column += 1) {
      const target = columns[at.column + column];
      const text = rows[row % rows.length]?.[column % width] ?? "";
      const rule = target && write(student, target, text, table.classes, words.local);
      if (rule) {
        const name = target.kind === "score" ? table.subjects[target.subject] : table.target;
        return { kind: "refused", row: (row % rows.length) + skipped + 1, column: words.local(name ?? ""), text, rule };
      }
    }
    students[place] = student;
  }
  return {
    kind: "taken",
    experiment: withStudents(experiment, () => students),
    rows: written,
    block: {
      top: written[0] ?? at.row,
      left: at.column,
      bottom: written.at(-1) ?? at.row,
      right: at.column + size.columns - 1,
    },
  };
}

/** Whether a block that is refused is a table of its own: more than one row, and too wide, or with column names over numbers. */
export function isOtherTable(texts: CellRows, result: Pasted): boolean {
  const [first = [], second = []] = texts;
  if (result.kind === "taken" || texts.length < 2) return false;
  if (result.kind === "tooWide") return true;
  const isNumber = (cell: string): boolean => numberFromText(cell) !== null;
  return first.length > 1 && !first.some(isNumber) && second.some(isNumber);
}

/** The number of rows and columns to write; `tall`: the listed rows of the selection. */
function filledSize(selected: Block, tall: number, rows: number, columns: number): { rows: number; columns: number } {
  const wide = selected.right - Math.max(NAME, selected.left) + 1;
  const multiple = tall % rows === 0 && wide % columns === 0;
  return multiple && !isSingle(selected) ? { rows: tall, columns: wide } : { rows, columns };
}

/** Whether the first row of the block repeats the column names, as when a table is copied with its header. */
function startsWithHeader(
  texts: CellRows,
  columns: readonly Column[],
  { subjects, target }: Experiment["table"],
  local: Local,
): boolean {
  const [first = []] = texts;
  const named = columns.flatMap((column, index) => {
    if (column.kind !== "score" && column.kind !== "target") return [];
    const name = (column.kind === "score" ? subjects[column.subject] : target) ?? "";
    const text = first[index]?.trim();
    return text === undefined ? [] : [text === name.trim() || text === local(name).trim()];
  });
  return texts.length > 1 && named.length > 0 && named.every(Boolean);
}

interface Writable extends Student {
  scores: (number | null)[];
}

function writable(student: Student): Writable {
  return { ...student, scores: [...student.scores] };
}

/** Writes a text into a student's cell; returns the rule that it breaks, or undefined. */
function write(
  student: Writable,
  column: Column,
  text: string,
  classes: readonly string[],
  local: Local,
): Rule | undefined {
  if (column.kind === "name") {
    // The table may show a translation of a name. Pasting that translation over the name leaves the name unchanged.
    const name = withoutTextMark(readName(text));
    if (local(student.name) !== name) student.name = name;
    return undefined;
  }
  if (column.kind === "score") {
    const read = readScore(text);
    if (read.kind === "refused") return read.rule;
    student.scores[column.subject] = read.value;
    return undefined;
  }
  const read = readTarget(classes.length > 0 ? withoutTextMark(text) : text, classes, local);
  if (read.kind === "refused") return read.rule;
  student.target = read.value;
  return undefined;
}
