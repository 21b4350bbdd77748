/** The editing state of the grid: the focused cell, the selected block, and the draft. */
import { untrack } from "svelte";
import { Spoken } from "../i18n/spoken.svelte";
import type { Store } from "../state/store";
import { type Column, columnsOf, lastTyped, NAME } from "./columns";
import type { Mode } from "./grid-keys";
import { listedRows, placeOf, rowBy, rowsIn } from "./listed";
import { type Block, blockOf, type Cell, isSingle, nearest, within } from "./selection";

export class Grid {
  readonly #store: Store;
  #active = $state.raw<Cell>({ row: 0, column: NAME });
  #anchor = $state.raw<Cell>({ row: 0, column: NAME });
  /** The text typed into the focused cell and not committed yet. */
  #draft = $state<string | null>(null);
  /** Whether arrow keys move the caret. */
  #caret = $state(false);
  /** The column in which a sequence of Tabs began; Enter returns to it in the next row. */
  #home: number | null = null;
  /** Whether the focused cell was chosen by touch: then the on-screen keyboard opens only on a second tap. */
  touched = $state(false);
  /** What has just been done, for screen readers. */
  readonly announcement = new Spoken();

  /** Rows being edited, which stay listed. */
  #kept = $state.raw<readonly number[]>([]);

  /** The rows of the table that are listed, from top to bottom. */
  readonly listed: readonly number[] = $derived.by(() =>
    listedRows(this.#store.document.experiment.table.students, this.#store.looking.unlabelledOnly ? this.#kept : null),
  );
  readonly columns: Column[] = $derived.by(() => columnsOf(this.#store.document.experiment.table));

  constructor(store: Store) {
    this.#store = store;
  }

  get active(): Cell {
    return this.#nearest(this.#active);
  }
  get activeColumn(): Column {
    return this.columns[this.active.column] ?? { kind: "name" };
  }
  get block(): Block {
    return blockOf(this.#nearest(this.#anchor), this.active);
  }
  /** The listed rows of the block. */
  get blockRows(): readonly number[] {
    return rowsIn(this.listed, this.block);
  }
  /** The part of the block that contains text: without the header and the buttons. */
  get textBlock(): Block | null {
    return within(this.block, NAME, this.columns.length - 2);
  }
  get draft(): string | null {
    return this.#draft;
  }
  get mode(): Mode {
    if (this.#caret) return "editing";
    return this.#draft === null ? "moving" : "typing";
  }

  /** Whether there is no draft and no selected block. */
  get isAtRest(): boolean {
    return this.mode === "moving" && isSingle(this.block);
  }

  /** The path of a cell in the experiment, at which a refusal is reported. */
  pathOf({ row, column }: Cell): string {
    const at = this.columns[column];
    const student = `table.students[${row}]`;
    if (at?.kind === "score") return `${student}.scores[${at.subject}]`;
    return at?.kind === "target" || at?.kind === "name" ? `${student}.${at.kind}` : student;
  }

  /** Focuses a cell; with `extend` the selected block reaches to it. */
  go(to: Cell, extend = false): void {
    const cell = this.#nearest(to);
    if (this.#draft !== null || this.#caret) this.giveUp();
    this.#active = cell;
    if (!extend) this.#anchor = cell;
    this.#home = null;
    if (cell.row >= 0) this.#store.looking.selected = cell.row;
  }

  /** Keeps some rows listed until others are edited, even if they get a target meanwhile. */
  keep(rows: readonly number[]): void {
    this.#kept = rows;
  }
  isKept(row: number): boolean {
    return this.#kept.includes(row);
  }

  /** The row so many listed rows further than the active one; −1 is the header. */
  rowBy(by: number): number {
    return rowBy(this.listed, this.active.row, by);
  }

  /** Selects a block and focuses its first cell. */
  choose({ top, left, bottom, right }: Block): void {
    this.go({ row: top, column: left });
    this.#anchor = this.#nearest({ row: bottom, column: right });
  }

  /** Moves the focus to the row of a student that was selected elsewhere, if it is listed. */
  follow(row: number | null): void {
    untrack(() => {
      // After sorting, the focus stays in the header.
      if (row === null || row === this.active.row || this.active.row < 0 || this.mode !== "moving") return;
      if (!this.isListed(row)) return;
      this.#active = { row, column: this.active.column };
      this.#anchor = this.#active;
    });
  }

  isListed(row: number): boolean {
    return this.listed[placeOf(this.listed, row)] === row;
  }

  /** The cell that Tab leads to; null if Tab leaves the table. While typing, it continues in the next row. */
  next(direction: 1 | -1, typing: boolean): Cell | null {
    const { row, column } = this.active;
    const to = column + direction;
    const last = typing ? lastTyped(this.columns) : this.columns.length - 1;
    const first = typing ? NAME : 0;
    const home = this.#home ?? column;
    if (to >= first && to <= last) return { row, column: to };
    const beside = this.rowBy(direction);
    if (!typing || beside < 0 || beside === row) return null;
    return { row: beside, column: direction > 0 ? Math.min(home, last) : last };
  }

  /** Moves to the cell that Tab leads to, and remembers the column in which the sequence of Tabs began. */
  tab(to: Cell): void {
    const home = to.row === this.active.row ? (this.#home ?? this.active.column) : to.column;
    this.go(to);
    this.#home = home;
  }

  /** The cell that Enter leads to. */
  below(direction: 1 | -1): Cell {
    const { row, column } = this.active;
    const to = this.#nearest({ row: this.rowBy(direction), column: this.#home ?? column });
    // Enter never moves into the header.
    return row >= 0 && to.row < 0 ? this.active : to;
  }

  type(text: string): void {
    this.#draft = text;
    this.#store.problems.clear(this.pathOf(this.active));
  }

  /** Starts editing: arrow keys move the caret. */
  edit(): void {
    this.#caret = true;
  }

  giveUp(): void {
    this.#draft = null;
    this.#caret = false;
    this.#anchor = this.active;
  }

  /** Returns the draft and ends typing; null if there is no draft. */
  typed(): string | null {
    const typed = this.#draft;
    this.#draft = null;
    this.#caret = false;
    return typed;
  }

  /** Shrinks the block to the focused cell. */
  single(): void {
    this.#anchor = this.active;
  }

  #nearest(cell: Cell): Cell {
    const { row, column } = nearest(cell, this.#store.document.experiment.table.students.length, this.columns.length);
    return { row: this.listed[placeOf(this.listed, row)] ?? -1, column };
  }
}
