import { expect, it } from "vitest";
import { type GridPress, gridIntentOf } from "./grid-keys";

const press = (key: string, held: Partial<GridPress> = {}): GridPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});

it("arrow keys move by one cell, Shift extends the block, Ctrl moves to the edge", () => {
  expect(gridIntentOf(press("ArrowDown"), "moving")).toEqual({ kind: "move", rows: 1, columns: 0, extend: false });
  expect(gridIntentOf(press("ArrowLeft", { shiftKey: true }), "moving")).toMatchObject({ columns: -1, extend: true });
  expect(gridIntentOf(press("ArrowUp", { metaKey: true }), "moving")).toMatchObject({ rows: -Infinity, columns: 0 });
});

it("Home and End move along the row, with Ctrl to the corners of the table", () => {
  expect(gridIntentOf(press("Home"), "moving")).toMatchObject({ rows: 0, columns: -Infinity });
  expect(gridIntentOf(press("End", { ctrlKey: true }), "moving")).toMatchObject({ rows: Infinity, columns: Infinity });
});

it("while typing, the field gets the keys, and arrow keys move on", () => {
  expect(gridIntentOf(press("a"), "moving")).toBeNull();
  expect(gridIntentOf(press("ArrowRight"), "typing")).toMatchObject({ kind: "move", columns: 1 });
  expect(gridIntentOf(press("Home"), "typing")).toBeNull();
  expect(gridIntentOf(press("Delete"), "typing")).toBeNull();
  expect(gridIntentOf(press("z", { ctrlKey: true }), "typing")).toBeNull();
});

it("while editing, arrow keys move the caret; the table handles Enter, Tab and Escape", () => {
  for (const key of ["ArrowLeft", "ArrowDown", "Home", "Backspace"]) {
    expect(gridIntentOf(press(key), "editing")).toBeNull();
  }
  expect(gridIntentOf(press("Enter"), "editing")).toEqual({ kind: "enter", direction: 1 });
  expect(gridIntentOf(press("Tab", { shiftKey: true }), "editing")).toEqual({ kind: "next", direction: -1 });
  expect(gridIntentOf(press("Escape"), "editing")).toEqual({ kind: "giveUp" });
});

it("keys during composition belong to the input method", () => {
  expect(gridIntentOf(press("Enter", { isComposing: true }), "typing")).toBeNull();
  expect(gridIntentOf(press("Process"), "moving")).toBeNull();
});

it("Delete clears cells, Ctrl+Delete removes students, Ctrl+Enter inserts one", () => {
  expect(gridIntentOf(press("Backspace"), "moving")).toEqual({ kind: "clear" });
  expect(gridIntentOf(press("Delete", { ctrlKey: true }), "moving")).toEqual({ kind: "remove" });
  expect(gridIntentOf(press("Enter", { ctrlKey: true }), "moving")).toEqual({ kind: "insert" });
});

it("Ctrl+Z and Ctrl+Y undo and redo changes", () => {
  expect(gridIntentOf(press("z", { ctrlKey: true }), "moving")).toEqual({ kind: "undo" });
  expect(gridIntentOf(press("Z", { metaKey: true, shiftKey: true }), "moving")).toEqual({ kind: "redo" });
  expect(gridIntentOf(press("y", { ctrlKey: true }), "moving")).toEqual({ kind: "redo" });
});

it("Alt combinations and Ctrl+Tab are left to the browser", () => {
  expect(gridIntentOf(press("ArrowLeft", { altKey: true }), "moving")).toBeNull();
  expect(gridIntentOf(press("Tab", { ctrlKey: true }), "moving")).toBeNull();
  expect(gridIntentOf(press("c", { ctrlKey: true }), "moving")).toBeNull();
});
