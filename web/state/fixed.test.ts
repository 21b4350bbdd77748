/** What a link fixes, with the real core. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Experiment, presetOf } from "../engine/engine";
import { fieldsEn } from "../i18n/settings.en";
import { startTestCore } from "./core.testing";
import { LOCKS, type Lock, lockOn, NOTHING_FIXED } from "./fixed";
import { Store } from "./store";

beforeAll(startTestCore);

let store: Store;
beforeEach(() => {
  store = new Store(presetOf("award"));
});

function lock(...locked: Lock[]): void {
  store.looking.fixed = { ...NOTHING_FIXED, locked };
}

const AT = { at: "here" };
const withRate = (experiment: Experiment, learning_rate: number): Experiment => ({
  ...experiment,
  training: { ...experiment.training, learning_rate },
});
const renamed = (experiment: Experiment): Experiment => ({
  ...experiment,
  table: {
    ...experiment.table,
    students: experiment.table.students.map((student, row) => (row === 0 ? { ...student, name: "A" } : student)),
  },
});

function expectLocked(place: string, before: Experiment): void {
  expect(store.document.experiment).toBe(before);
  expect(store.problems.current?.error.details).toMatchObject({
    location: { kind: "field", path: place },
    rule: { kind: "locked" },
  });
}

describe("a change of what is locked is refused and changes nothing", () => {
  it("of a setting, and others are free", () => {
    lock("training.learning_rate");
    const before = store.document.experiment;
    expect(store.document.change(withRate(before, 0.5), AT)).toBe(false);
    expectLocked("training.learning_rate", before);
    expect(store.document.change({ ...before, scaling: "raw" }, AT)).toBe(true);
    expect(store.document.experiment.scaling).toBe("raw");
    expect(store.problems.current).toBeNull();
  });

  it("of a name in the table", () => {
    lock("table");
    const before = store.document.experiment;
    expect(store.document.change(renamed(before), AT)).toBe(false);
    expectLocked("table.students", before);
  });

  it("by a new table from a file, which a link may bring", () => {
    lock("table");
    const before = store.document.experiment;
    expect(store.document.replace(renamed(before), "dialog")).toBe(false);
    expectLocked("table.students", before);
    expect(store.document.replace(renamed(before), "link")).toBe(true);
  });

  it("by another case", () => {
    lock("cases");
    const before = store.document.experiment;
    store.document.openCase("layers");
    expectLocked("", before);
    expect(store.document.case).toBe("award");
  });

  it("by the example", () => {
    store.document.change(renamed(store.document.experiment), AT);
    lock("table");
    const before = store.document.experiment;
    store.document.restoreExample();
    expectLocked("table.students", before);
  });

  it("by undo and redo, which stay possible once it is unlocked", () => {
    const first = store.document.experiment;
    store.document.change({ ...first, scaling: "raw" }, AT);
    lock("scaling");
    const before = store.document.experiment;
    expect(store.document.canUndo).toBe(false);
    store.document.undo();
    expectLocked("scaling", before);
    lock();
    expect(store.document.canUndo).toBe(true);
    store.document.undo();
    expect(store.document.experiment).toEqual(first);
    lock("scaling");
    expect(store.document.canRedo).toBe(false);
    store.document.redo();
    expect(store.document.experiment).toEqual(first);
    lock();
    expect(store.document.canRedo).toBe(true);
    store.document.redo();
    expect(store.document.experiment).toEqual(before);
  });
});

it("the example cannot be gone back to where that would change what is locked", () => {
  lock("table");
  expect(store.document.canRestoreExample).toBe(true);
  lock();
  expect(store.document.change(renamed(store.document.experiment), AT)).toBe(true);
  lock("scaling");
  expect(store.document.canRestoreExample).toBe(true);
  lock("table");
  expect(store.document.canRestoreExample).toBe(false);
});

it("a lock holds for what is within it, and for nothing that is only called alike", () => {
  lock("training.optimizer", "model.hidden");
  const { fixed } = store.looking;
  expect(lockOn(fixed, "training.optimizer.beta1")).toBe("training.optimizer");
  expect(lockOn(fixed, "model.hidden[0].units")).toBe("model.hidden");
  expect(lockOn(fixed, "training.optimizers")).toBeNull();
  expect(lockOn(fixed, "training")).toBeNull();
});

it("every setting of an experiment can be locked, under the name that the page has for it", () => {
  const { table: _, version: __, scaling: ___, ...groups } = presetOf("layers");
  const paths = Object.entries(groups).flatMap(([group, fields]) =>
    Object.keys(fields).map((name) => `${group}.${name}`),
  );
  expect([...LOCKS].sort()).toEqual(["cases", "scaling", "table", ...paths].sort());
  for (const one of LOCKS.slice(2)) expect(fieldsEn).toHaveProperty([one]);
});

it("a rule that stays secret is neither revealed nor drawn", () => {
  store.document.replace(presetOf("award"), "link", {
    weights: [0.6, 0.3, 0.1],
    threshold: 95,
    kept: true,
    made: true,
  });
  store.looking.fixed = { ...NOTHING_FIXED, secret: true };
  store.document.showRule(true);
  store.document.revealRule();
  expect(store.document.rule?.kept).toBe(true);
  expect(store.document.shownRule).toBeNull();
  expect(store.document.secretRule).toBeNull();
  store.looking.fixed = NOTHING_FIXED;
  store.document.revealRule();
  expect(store.document.secretRule?.weights).toEqual([0.6, 0.3, 0.1]);
});

it("pictures that are left out are not on the stage, whatever it was set to", () => {
  const { stage } = store.looking;
  stage.set("award", ["surface", "metrics"]);
  store.looking.fixed = { ...NOTHING_FIXED, pictures: ["metrics", "race"] };
  expect(stage.shown("award")).toEqual(["metrics"]);
  expect(stage.beside("award")).toEqual(["race"]);
  stage.set("award", ["surface"]);
  expect(stage.shown("award")).toEqual(["metrics"]);
  store.looking.fixed = NOTHING_FIXED;
  expect(stage.shown("award")).toEqual(["surface"]);
});
