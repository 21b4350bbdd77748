/** Handles keyboard, mouse and touch events of the grid. */
import { flushSync } from "svelte";
import type { Store } from "../state/store";
import type { Grid } from "./grid.svelte";
import { cellAt, revealColumn } from "./grid-cells";
import { copyFrom, type OpenTable, pasteFrom } from "./grid-clipboard";
import type { GridEdits } from "./grid-edits";
import { gridIntentOf } from "./grid-keys";
import { changeFor } from "./grid-moves";

/** The grid's elements on the page. */
export interface GridFrame {
  readonly viewport: HTMLElement;
  /** The number of whole rows in a page. */
  page: () => number;
  /** Scrolls until a row is visible. */
  reveal: (row: number) => void;
  openTable: OpenTable;
}

/** The longest time between the two clicks of a double click, in milliseconds. */
const DOUBLE = 500;

export class GridHands {
  readonly #grid: Grid;
  readonly #edits: GridEdits;
  readonly #store: Store;
  readonly #frame: GridFrame;
  /** The time of the last mouse press. */
  #pressed = Number.NEGATIVE_INFINITY;
  /** Whether the mouse is selecting a block. */
  #dragging = false;
  /** Whether the pointed student was set by the mouse over the table. */
  #pointing = false;

  constructor(grid: Grid, edits: GridEdits, store: Store, frame: GridFrame) {
    this.#grid = grid;
    this.#edits = edits;
    this.#store = store;
    this.#frame = frame;
  }

  /** Focuses the active cell and scrolls to it. */
  focus(): void {
    flushSync();
    const { viewport } = this.#frame;
    const { active, mode } = this.#grid;
    if (active.row >= 0) this.#frame.reveal(active.row);
    const widget = viewport.querySelector<HTMLElement>("[data-focus]");
    widget?.focus({ preventScroll: true });
    if (widget instanceof HTMLInputElement && mode === "moving") widget.select();
    const cell = widget?.closest<HTMLElement>("[data-column]");
    if (cell) revealColumn(viewport, cell);
  }

  /** Changes the focused cell. Meanwhile the viewport holds the focus, since the field that had it is removed. */
  #refocus(change: () => void): void {
    this.#frame.viewport.focus({ preventScroll: true });
    change();
    this.focus();
  }

  press(event: KeyboardEvent): void {
    const { target, key } = event;
    // Enter on a button presses it, and letters on a select field choose an option.
    if (key === "Enter" && target instanceof HTMLButtonElement) return;
    if (target instanceof HTMLSelectElement && key.length === 1 && !event.ctrlKey && !event.metaKey)
      event.stopPropagation();
    const intent = gridIntentOf(event, this.#grid.mode);
    if (intent === null) return;
    const change = changeFor(this.#grid, this.#edits, this.#store, intent, this.#frame.page());
    if (change === null) return;
    event.preventDefault();
    if (intent.kind === "edit") this.#startEditing();
    else this.#refocus(change);
  }

  #startEditing(): void {
    const { viewport } = this.#frame;
    const widget = viewport.querySelector<HTMLElement>("[data-focus]");
    // Chromium 109 and Safari have no picker to show; the field opens by its own keys there.
    if (widget instanceof HTMLSelectElement && "showPicker" in widget) widget.showPicker();
    if (!(widget instanceof HTMLInputElement) || widget.type === "checkbox") return;
    if (this.#grid.touched) viewport.focus({ preventScroll: true });
    this.#grid.edit();
    flushSync();
    // A phone opens its keyboard only when a field gains the focus.
    widget.focus({ preventScroll: true });
    widget.setSelectionRange(widget.value.length, widget.value.length);
  }

  down(event: MouseEvent): void {
    const grid = this.#grid;
    const cell = cellAt(event.target);
    if (cell === null || event.button !== 0) return;
    const { row, column } = grid.active;
    const same = cell.row === row && cell.column === column;
    const widget = event.target instanceof Element ? event.target.closest("button, select, label") : null;
    // Inside a field that is being edited the mouse moves the caret.
    if (same && grid.mode !== "moving") return;
    // A second tap or a double click starts editing. The browser reports no double click here, since the first click
    // replaces the element under the mouse.
    const double = event.timeStamp - this.#pressed < DOUBLE;
    const again = same && (grid.touched ? this.#frame.viewport.contains(document.activeElement) : double);
    this.#pressed = event.timeStamp;
    this.#dragging = !grid.touched && widget === null;
    // Fields and buttons take the focus by themselves.
    if (widget === null) event.preventDefault();
    if (!this.#edits.take()) {
      this.focus();
      return;
    }
    const extend = event.shiftKey && widget === null;
    if (widget === null) this.#refocus(() => grid.go(cell, extend));
    else grid.go(cell);
    if (again && widget === null && row >= 0) this.#startEditing();
  }

  up(): void {
    this.#dragging = false;
  }

  point(event: PointerEvent): void {
    const cell = cellAt(event.target);
    if (event.pointerType === "mouse") {
      this.#pointing = true;
      this.#store.looking.pointed = cell !== null && cell.row >= 0 ? cell.row : null;
    }
    if (!this.#dragging || event.buttons !== 1 || cell === null) return;
    const { row, column } = this.#grid.active;
    if (cell.row !== row || cell.column !== column) this.#refocus(() => this.#grid.go(cell, true));
  }

  /** The mouse has left the table, or the page has scrolled under the mouse. */
  leave(): void {
    if (this.#pointing) this.#store.looking.pointed = null;
    this.#pointing = false;
  }

  focused(event: FocusEvent): void {
    const cell = cellAt(event.target);
    if (cell === null) return;
    const { row } = cell;
    if (!this.#grid.isKept(row)) this.#grid.keep([row]);
    if (row < 0) return;
    this.#store.looking.selected = row;
    this.#store.looking.pointed = row;
  }

  unfocused({ relatedTarget }: FocusEvent): void {
    this.#store.looking.pointed = null;
    // A press elsewhere interrupts a double click.
    const stays = relatedTarget instanceof Node && this.#frame.viewport.contains(relatedTarget);
    if (stays) return;
    this.#pressed = Number.NEGATIVE_INFINITY;
    this.#grid.keep([]);
  }

  /** Whether copy and paste apply to the grid and not to a field that is being edited. */
  get #holdsClipboard(): boolean {
    const { mode, active } = this.#grid;
    return this.#frame.viewport.contains(document.activeElement) && mode === "moving" && active.row >= 0;
  }

  copy(event: ClipboardEvent): void {
    if (this.#holdsClipboard) copyFrom(event, this.#store, this.#grid);
  }

  paste(event: ClipboardEvent): void {
    if (!this.#holdsClipboard) return;
    if (pasteFrom(event, this.#store, this.#grid, this.#frame.openTable)) this.focus();
  }
}
