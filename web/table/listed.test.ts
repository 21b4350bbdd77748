/** A table that lists the students to be predicted alone: no edit reaches a row that is not listed, and none is lost. */
import { beforeAll, expect, it } from "vitest";
import { type Experiment, presetOf } from "../engine/engine";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { NAME } from "./columns";
import { Grid } from "./grid.svelte";
import { copyFrom } from "./grid-clipboard";
import { GridEdits } from "./grid-edits";
import type { GridIntent } from "./grid-keys";
import { changeFor } from "./grid-moves";
import { listedRows, placeOf, rowBy } from "./listed";
import { pasteInto } from "./paste-into";
import { sortBy } from "./sorting";

beforeAll(startTestCore);

const [SCORE, TARGET] = [NAME + 1, NAME + 4];

/** Case 3 with its first ten students, filtered: every other one is to be predicted, in rows 1, 3, 5, 7 and 9. */
function filtered() {
  const preset = presetOf("honours");
  const students = preset.table.students.slice(0, 10).map((student, row) => ({
    ...student,
    name: `S${row}`,
    target: row % 2 === 1 ? null : (preset.table.classes[row % 3] ?? null),
  }));
  const store = new Store({ ...preset, table: { ...preset.table, students } });
  store.looking.unlabelledOnly = true;
  const grid = new Grid(store);
  const edits = new GridEdits(grid, store);
  const studentsNow = (): Experiment["table"]["students"] => store.document.experiment.table.students;
  const press = (intent: GridIntent): void => changeFor(grid, edits, store, intent, 10)?.();
  return { store, grid, edits, press, students: studentsNow };
}

it("the list has the students to be predicted and those being edited, and knows each row's place", () => {
  const students = [null, "a", null, "b", null].map((target) => ({ target }));
  expect(listedRows(students, null)).toEqual([0, 1, 2, 3, 4]);
  expect(listedRows(students, [3])).toEqual([0, 2, 3, 4]);
  expect([-1, 0, 1, 2, 4, 9].map((row) => placeOf([0, 2, 4], row))).toEqual([-1, 0, 1, 1, 2, 2]);
  expect([-Infinity, -1, 0, 1, Infinity].map((by) => rowBy([0, 2, 4], 2, by))).toEqual([-1, 0, 2, 4, 4]);
  expect(placeOf([], 3)).toBe(-1);
});

it("keys go from one listed student to the next", () => {
  const { grid, press, store } = filtered();
  expect(grid.active.row).toBe(1);
  press({ kind: "move", rows: 1, columns: 0, extend: false });
  expect([grid.active.row, store.looking.selected]).toEqual([3, 3]);
  press({ kind: "enter", direction: 1 });
  press({ kind: "move", rows: Infinity, columns: 0, extend: false });
  expect(grid.active.row).toBe(9);
  press({ kind: "move", rows: -Infinity, columns: 0, extend: false });
  expect(grid.active.row).toBe(1);
  press({ kind: "move", rows: -1, columns: 0, extend: false });
  expect(grid.active.row).toBe(-1);
  // A student who is selected in a picture and is not listed leaves the cell where it is.
  grid.go({ row: 5, column: SCORE });
  grid.follow(4);
  expect(grid.active.row).toBe(5);
});

it("a student who is given a class stays until another row is edited, and the edit stays for good", () => {
  const { store, grid, edits, students } = filtered();
  grid.go({ row: 3, column: TARGET });
  grid.keep([3]);
  const [honour = ""] = store.document.experiment.table.classes;
  expect(edits.write(honour)).toBe(true);
  expect(students()[3]?.target).toBe(honour);
  expect([grid.listed, grid.active.row, grid.rowBy(1)]).toEqual([[1, 3, 5, 7, 9], 3, 5]);
  grid.go({ row: 5, column: TARGET });
  grid.keep([5]);
  expect([grid.listed, grid.active.row]).toEqual([[1, 5, 7, 9], 5]);
  store.looking.unlabelledOnly = false;
  expect(grid.listed).toHaveLength(10);
  expect(students()[3]?.target).toBe(honour);
});

it("a paste fills the listed rows one after the other, and what is left over is new students at the end", () => {
  const { store, grid, students } = filtered();
  const before = students();
  grid.go({ row: 5, column: SCORE });
  expect(pasteInto(store, grid, "11\n12\n13\n14\n", "")).toBe("written");
  expect([5, 7, 9, 10].map((row) => students()[row]?.scores[0])).toEqual([11, 12, 13, 14]);
  for (const row of [0, 1, 2, 3, 4, 6, 8]) expect(students()[row]).toBe(before[row]);
  expect([grid.listed, grid.blockRows]).toEqual([
    [1, 3, 5, 7, 9, 10],
    [5, 7, 9, 10],
  ]);
  store.document.undo();
  expect(students()).toEqual(before);
});

it("pasted classes reach the listed students alone, who stay listed with them", () => {
  const { store, grid, students } = filtered();
  const [first = "", second = ""] = store.document.experiment.table.classes;
  const before = students().map(({ target }) => target);
  grid.go({ row: 1, column: TARGET });
  expect(pasteInto(store, grid, `${first}\n${second}\n`, "")).toBe("written");
  expect(students().map(({ target }) => target)).toEqual(
    before.map((target, row) => (row === 1 ? first : row === 3 ? second : target)),
  );
  expect(grid.listed).toEqual([1, 3, 5, 7, 9]);
});

it("one value fills the listed rows of a selection, and clearing, copying and removing take these alone", () => {
  const { store, grid, edits, press, students } = filtered();
  grid.go({ row: 3, column: SCORE });
  grid.go({ row: 7, column: SCORE }, true);
  expect(pasteInto(store, grid, "50", "")).toBe("written");
  const rowsWith = (score: number | null): number[] =>
    students().flatMap(({ scores }, row) => (scores[0] === score ? [row] : []));
  expect(rowsWith(50)).toEqual([3, 5, 7]);
  let copied = "";
  const event = {
    preventDefault: () => undefined,
    clipboardData: { setData: (_: string, text: string) => (copied = text) },
  };
  copyFrom(event as unknown as ClipboardEvent, store, grid);
  expect(copied.trimEnd().split(/\r?\n/)).toEqual(["50", "50", "50"]);
  edits.clear();
  expect(rowsWith(null)).toEqual([3, 5, 7]);
  press({ kind: "remove" });
  expect(students().map(({ name }) => name)).toEqual(["S0", "S1", "S2", "S4", "S6", "S8", "S9"]);
  expect([grid.listed, store.looking.selected]).toEqual([[1, 6], null]);
});

it("everything selected is everything listed", () => {
  const { grid, press } = filtered();
  press({ kind: "all" });
  expect(grid.blockRows).toEqual([1, 3, 5, 7, 9]);
});

it("an inserted student is listed with the next number, and sorting sorts the whole table", () => {
  const { store, grid, edits, students } = filtered();
  expect(edits.insert(4)).toBe(true);
  expect([grid.active.row, grid.listed]).toEqual([4, [1, 3, 4, 6, 8, 10]]);
  sortBy(store, NAME, null);
  const sorted = sortBy(store, NAME, { column: NAME, direction: "ascending", students: students() });
  expect(sorted?.direction).toBe("descending");
  expect(students()).toHaveLength(11);
  expect(grid.listed.map((row) => students()[row]?.target)).toEqual(Array(6).fill(null));
});

it("the filter ends with the last student to be predicted", () => {
  const { store, grid } = filtered();
  grid.go({ row: 1, column: TARGET });
  grid.go({ row: 9, column: TARGET }, true);
  const [first = ""] = store.document.experiment.table.classes;
  expect(pasteInto(store, grid, first, "")).toBe("written");
  expect([store.looking.unlabelledOnly, grid.listed.length]).toEqual([false, 10]);
});
