/** Edits of the table by the grid's keyboard, fields and menus. */

import { withNewStudent, withoutStudents, withScore, withStudent, withStudents, withTarget } from "../edits/edit-table";
import type { Rule, Student } from "../engine/engine";
import { m } from "../i18n/i18n.svelte";
import { localName } from "../i18n/words";
import type { Store } from "../state/store";
import { cellText, readName, readScore, readTarget } from "./cell-text";
import { lastTyped, NAME } from "./columns";
import type { Grid } from "./grid.svelte";
import { within } from "./selection";

export class GridEdits {
  readonly #grid: Grid;
  readonly #store: Store;

  constructor(grid: Grid, store: Store) {
    this.#grid = grid;
    this.#store = store;
  }

  /** Writes the text of the focused field; false if it is refused, which keeps the old value. */
  take(): boolean {
    const typed = this.#grid.typed();
    if (typed === null) return true;
    const { table } = this.#store.document.experiment;
    if (typed.trim() === cellText(table, this.#grid.active.row, this.#grid.activeColumn, localName)) return true;
    return this.write(typed);
  }

  /** Writes a text into the focused cell; false if it is refused. */
  write(typed: string): boolean {
    const { experiment } = this.#store.document;
    const { row } = this.#grid.active;
    const column = this.#grid.activeColumn;
    const at = this.#grid.pathOf(this.#grid.active);
    if (column.kind === "name") {
      // A name changes no number, so training continues.
      return this.#store.document.change(withStudent(experiment, row, { name: readName(typed) }), { at });
    }
    if (column.kind === "score") {
      const read = readScore(typed);
      if (read.kind === "refused") return this.#refuse(at, typed, read.rule);
      return this.#store.document.change(withScore(experiment, row, column.subject, read.value), { at });
    }
    const read = readTarget(typed, experiment.table.classes, localName);
    if (read.kind === "refused") return this.#refuse(at, typed, read.rule);
    return this.#store.document.change(withTarget(experiment, row, read.value), { at });
  }

  #refuse(at: string, typed: string, rule: Rule): false {
    this.#store.problems.refuseText(at, typed, rule);
    return false;
  }

  /** Clears the block: its scores become missing, its targets “to be predicted”. */
  clear(): void {
    const block = within(this.#grid.block, NAME, lastTyped(this.#grid.columns));
    if (block === null) return;
    const rows = new Set(this.#grid.blockRows);
    const cleared = this.#grid.columns.slice(block.left, block.right + 1);
    const subjects = cleared.flatMap((column) => (column.kind === "score" ? [column.subject] : []));
    const change = {
      ...(cleared.some(({ kind }) => kind === "name") && { name: "" }),
      ...(cleared.some(({ kind }) => kind === "target") && { target: null }),
    };
    const emptied = (student: Student): Student => ({
      ...student,
      ...change,
      scores: student.scores.map((score, subject) => (subjects.includes(subject) ? null : score)),
    });
    const next = withStudents(this.#store.document.experiment, (students) =>
      students.map((student, row) => (rows.has(row) ? emptied(student) : student)),
    );
    const at = this.#grid.pathOf({ row: block.top, column: block.left });
    this.#store.document.change(next, { at });
  }

  /** Inserts a student at a row and moves the focus to the name. */
  insert(row: number): boolean {
    const { experiment } = this.#store.document;
    const next = withNewStudent(experiment, m.data.newName(experiment.table.students.length + 1), row);
    if (!this.#store.document.change(next, { at: "table.students" })) return false;
    this.#grid.go({ row, column: NAME });
    return true;
  }

  /** Removes the students in some rows. */
  remove(rows: readonly number[]): boolean {
    const { experiment } = this.#store.document;
    const { selected } = this.#store.looking;
    const next = withoutStudents(experiment, rows);
    if (!this.#store.document.change(next, { at: `table.students[${rows[0]}]` })) return false;
    if (selected !== null) {
      const before = rows.filter((row) => row < selected).length;
      this.#store.looking.selected = rows.includes(selected) ? null : selected - before;
    }
    this.#grid.keep([]);
    this.#grid.single();
    return true;
  }

  /** Includes a student in training or excludes the student from it. */
  include(row: number, included: boolean): void {
    const next = withStudent(this.#store.document.experiment, row, { included });
    this.#store.document.change(next, { at: `table.students[${row}].included` });
  }
}
