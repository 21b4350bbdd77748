/** The editing state of the grid: the focused cell, the selected block, and the draft. */
import { untrack } from "svelte";
import type { Store } from "../state/store";
import { type Column, columnsOf, lastTyped, NAME } from "./columns";
import type { Mode } from "./grid-keys";
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
  announcement = $state("");

  readonly columns: Column[] = $derived.by(() => columnsOf(this.#store.document.experiment.table));

  constructor(store: Store) {
    this.#store = store;
  }

  get rows(): number {
    return this.#store.document.experiment.table.students.length;
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

  /** Selects a block and focuses its first cell. */
  choose({ top, left, bottom, right }: Block): void {
    this.go({ row: top, column: left });
    this.#anchor = this.#nearest({ row: bottom, column: right });
  }

  /** Moves the focus to the row of a student that was selected elsewhere. */
  follow(row: number | null): void {
    untrack(() => {
      // After sorting, the focus stays in the header.
      if (row === null || row === this.active.row || this.active.row < 0 || this.mode !== "moving") return;
      this.#active = { row, column: this.active.column };
      this.#anchor = this.#active;
    });
  }

  /** The cell that Tab leads to; null if Tab leaves the table. While typing, it continues in the next row. */
  next(direction: 1 | -1, typing: boolean): Cell | null {
    const { row, column } = this.active;
    const to = column + direction;
    const last = typing ? lastTyped(this.columns) : this.columns.length - 1;
    const first = typing ? NAME : 0;
    const home = this.#home ?? column;
    if (to >= first && to <= last) return { row, column: to };
    if (!typing || row + direction < 0 || row + direction >= this.rows) return null;
    return { row: row + direction, column: direction > 0 ? Math.min(home, last) : last };
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
    const to = this.#nearest({ row: row + direction, column: this.#home ?? column });
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
    return nearest(cell, this.rows, this.columns.length);
  }
}
