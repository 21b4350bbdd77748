/** What clearing scores makes of a run, with the real core. */
import { beforeAll, expect, it } from "vitest";
import { presetOf } from "../engine/engine";
import { predictionFor } from "../engine/prediction";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { Grid } from "./grid.svelte";
import { GridEdits } from "./grid-edits";

beforeAll(startTestCore);

/** The first subject's column: after the check box and the name. */
const FIRST_SCORE = 2;

function opened() {
  const store = new Store(presetOf("weights"));
  const grid = new Grid(store);
  const scores = (): unknown => store.document.experiment.table.students.map((student) => student.scores);
  return { store, grid, edits: new GridEdits(grid, store), scores };
}

it("a cleared score is missing: its student is neither trained on nor predicted until it is typed or undone", () => {
  const { store, grid, edits, scores } = opened();
  grid.go({ row: 0, column: FIRST_SCORE });
  edits.clear();
  expect(scores()).toEqual([
    [null, 80, 70],
    [98, 95, 87],
  ]);
  expect(store.run.roles).toEqual(["incomplete", "training"]);
  store.run.step(10);
  expect(predictionFor(store.document.experiment, store.run.frame, 0)).toEqual({ kind: "none" });
  expect(predictionFor(store.document.experiment, store.run.frame, 1).kind).toBe("number");

  store.document.undo();
  expect(store.run.roles).toEqual(["training", "training"]);
  store.document.redo();
  expect(edits.write("91")).toBe(true);
  expect(scores()).toEqual([
    [91, 80, 70],
    [98, 95, 87],
  ]);
  expect(store.run.roles).toEqual(["training", "training"]);
});

it("an emptied field is a missing score", () => {
  const { grid, edits, scores } = opened();
  grid.go({ row: 1, column: FIRST_SCORE + 2 });
  grid.type("");
  expect(edits.take()).toBe(true);
  expect(scores()).toEqual([
    [90, 80, 70],
    [98, 95, null],
  ]);
});

it("a block is cleared of scores and targets, unless nobody would be left to learn from", () => {
  const { store, grid, edits, scores } = opened();
  grid.choose({ top: 0, left: FIRST_SCORE + 1, bottom: 0, right: FIRST_SCORE + 3 });
  edits.clear();
  const cleared = [
    [90, null, null],
    [98, 95, 87],
  ];
  expect(scores()).toEqual(cleared);
  expect(store.document.experiment.table.students[0]?.target).toBeNull();
  grid.go({ row: 1, column: FIRST_SCORE });
  edits.clear();
  expect(scores()).toEqual(cleared);
  expect(store.problems.current?.error.details?.rule).toMatchObject({ kind: "at_least", what: "labelled_students" });
});
