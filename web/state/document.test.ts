/** What a change of the experiment does, with the real core. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Experiment, type Preset, parametersOf, presetOf } from "../engine/engine";
import { startTestCore } from "./core.testing";
import { Store } from "./store";

beforeAll(startTestCore);

const AT = "here";

/** A store whose run has done 300 steps and was put back to the 120th. */
function lookingBack(preset: Preset = "award"): Store {
  const store = new Store(presetOf(preset));
  store.run.step(300);
  store.run.seek(120);
  return store;
}

function withTraining(store: Store, change: Partial<Experiment["training"]>): void {
  const { experiment } = store.document;
  store.document.change({ ...experiment, training: { ...experiment.training, ...change } }, { at: AT });
}

const weights = (store: Store): number[] => [...parametersOf(store.run.frame.layers)];
const momentum = (momentum: number) => ({ optimizer: { kind: "momentum", momentum } as const });

describe("a setting changed at a past step", () => {
  it("continues from the weights of that step, and so does the next setting", () => {
    const store = lookingBack();
    const then = weights(store);
    withTraining(store, momentum(0.9));
    expect(store.run.forked).toBe(true);
    expect(weights(store)).toEqual(then);
    withTraining(store, momentum(0.8));
    expect(store.run.forked).toBe(true);
    expect(weights(store)).toEqual(then);
  });

  it("is undone to the initial weights, and redone from the weights of that step", () => {
    const store = lookingBack();
    const then = weights(store);
    withTraining(store, momentum(0.9));
    store.run.step(50);
    store.run.seek(20);
    store.document.undo();
    expect(store.run.forked).toBe(false);
    expect(weights(store)).toEqual(weights(new Store(presetOf("award"))));
    store.run.step(10);
    store.run.seek(5);
    store.document.redo();
    expect(store.run.forked).toBe(true);
    expect(weights(store)).toEqual(then);
  });

  it("keeps its start when the rate is changed, until it is reset", () => {
    const store = lookingBack();
    const then = weights(store);
    withTraining(store, momentum(0.9));
    withTraining(store, { learning_rate: 0.004 });
    store.run.step(40);
    store.run.seek(0);
    expect(store.run.forked).toBe(true);
    expect(weights(store)).toEqual(then);
    store.run.reset();
    expect(store.run.forked).toBe(false);
    expect(weights(store)).not.toEqual(then);
  });

  it("starts at the initial weights if the network has another shape", () => {
    const store = lookingBack();
    const { experiment } = store.document;
    const hidden = [{ units: 2, activation: "relu" as const }];
    store.document.change({ ...experiment, model: { ...experiment.model, hidden } }, { at: AT });
    expect(store.run.frame.layers).toHaveLength(2);
    expect(store.run.forked).toBe(false);
  });

  it("is played from its start again after it has diverged", () => {
    const store = lookingBack("weights");
    const then = weights(store);
    withTraining(store, { ...momentum(0.9), loss: { kind: "squared" } });
    withTraining(store, { learning_rate: 1 });
    store.run.step(2000);
    expect(store.run.diagnosis.kind).toBe("diverged");
    store.run.play();
    expect(weights(store)).toEqual(then);
  });
});

describe("a run that starts at the initial weights", () => {
  it("is what a setting changed at the first or at the last step leads to", () => {
    const store = lookingBack();
    store.run.seek(0);
    withTraining(store, momentum(0.9));
    expect(store.run.forked).toBe(false);
    store.run.step(100);
    withTraining(store, momentum(0.8));
    expect(store.run.forked).toBe(false);
    expect(store.run.frame.updates).toBe(0);
  });

  it("is what the example, another case and a loaded experiment lead to", () => {
    const start = weights(new Store(presetOf("award")));
    for (const open of [
      (store: Store) => store.document.restoreExample(),
      (store: Store) => store.document.replace(structuredClone(store.document.experiment), AT),
      (store: Store) => {
        store.document.openCase("honours");
        store.document.openCase("award");
      },
    ]) {
      const store = lookingBack();
      open(store);
      expect(store.run.forked).toBe(false);
      expect(weights(store)).toEqual(start);
    }
  });
});

describe("a learning rate that was changed", () => {
  /** 100 steps at the example's rate and 100 at another. */
  function twoRates(): [store: Store, first: number] {
    const store = new Store(presetOf("award"));
    const first = store.document.experiment.training.learning_rate;
    store.run.step(100);
    withTraining(store, { learning_rate: first * 2 });
    store.run.step(100);
    return [store, first];
  }

  it("is undone and redone for the steps to come, at a past step too", () => {
    const [store, first] = twoRates();
    const alone = new Store(presetOf("award"));
    store.run.seek(50);
    expect(store.document.experiment.training.learning_rate).toBe(first);
    store.document.undo();
    expect(store.run.frame.furthest).toBe(50);
    store.run.step(100);
    alone.run.step(150);
    expect(weights(store)).toEqual(weights(alone));
    store.document.redo();
    expect(store.document.experiment.training.learning_rate).toBe(first * 2);
    store.document.undo();
    store.run.seek(20);
    store.document.redo();
    expect([store.document.experiment.training.learning_rate, store.run.frame.furthest]).toEqual([first * 2, 20]);
  });

  it("stays the chosen one while a past step with another rate is shown", () => {
    const [store, first] = twoRates();
    const { chosen } = store.document;
    expect(chosen.training.learning_rate).toBe(first * 2);
    store.run.seek(50);
    expect(store.document.experiment.training.learning_rate).toBe(first);
    expect(store.document.chosen).toBe(chosen);
  });

  it("stays when a name that was typed at a past step is undone", () => {
    const [store, first] = twoRates();
    store.run.seek(50);
    const { experiment } = store.document;
    const [student, ...others] = experiment.table.students;
    if (student === undefined) throw new Error("no student");
    const table = { ...experiment.table, students: [{ ...student, name: "B" }, ...others] };
    store.document.change({ ...experiment, table }, { at: AT });
    store.run.seek(200);
    store.document.undo();
    expect(store.document.experiment.table.students[0]?.name).toBe(student.name);
    expect([store.document.experiment.training.learning_rate, store.run.frame.furthest]).toEqual([first * 2, 200]);
  });
});

/** The experiment with another name for its first student. */
function renamed(experiment: Experiment, name: string): Experiment {
  const [first, ...others] = experiment.table.students;
  if (first === undefined) throw new Error("no student");
  return { ...experiment, table: { ...experiment.table, students: [{ ...first, name }, ...others] } };
}

describe("undo", () => {
  it("of a name goes on with the training that was done since", () => {
    const store = new Store(presetOf("award"));
    const name = store.document.experiment.table.students[0]?.name;
    store.run.step(20);
    store.document.change(renamed(store.document.experiment, "B"), { at: AT });
    store.run.step(10);
    store.document.undo();
    expect(store.document.experiment.table.students[0]?.name).toBe(name);
    expect(store.run.frame.updates).toBe(30);
  });

  it("takes back one gesture in one step, and each other change in its own", () => {
    const store = new Store(presetOf("award"));
    const before = store.document.experiment;
    for (const name of ["B", "C", "D"]) {
      store.document.change(renamed(store.document.experiment, name), { at: AT, gesture: "drag" });
    }
    store.document.change(renamed(store.document.experiment, "E"), { at: AT });
    store.document.undo();
    expect(store.document.experiment.table.students[0]?.name).toBe("D");
    store.document.undo();
    expect(store.document.experiment).toEqual(before);
    expect([store.document.canUndo, store.document.canRedo]).toEqual([false, true]);
  });

  it("is kept case by case", () => {
    const store = new Store(presetOf("award"));
    withTraining(store, { seed: 5 });
    store.document.openCase("honours");
    expect(store.document.canUndo).toBe(false);
    store.document.openCase("award");
    expect(store.document.experiment.training.seed).toBe(5);
    store.document.undo();
    expect(store.document.experiment).toEqual(presetOf("award"));
  });

  it("of a loaded experiment restores what its case was left with", () => {
    const store = new Store(presetOf("award"));
    store.document.openCase("weights");
    const loaded = presetOf("award");
    expect(store.document.replace({ ...loaded, scaling: "raw" }, AT)).toBe(true);
    expect(store.document.case).toBe("award");
    store.document.undo();
    expect([store.document.case, store.document.experiment]).toEqual(["award", loaded]);
  });
});

it("a loaded experiment of version 1 is held in the present version, whole", () => {
  const { version: _, scaling: __, training, ...rest } = presetOf("award");
  const { test_fraction: ___, seed: ____, ...others } = training;
  const old = { ...rest, scaling: "hundredth", training: { ...others, held_out: 0.25 } };
  const store = new Store(presetOf("weights"));
  expect(store.document.replace(old, AT)).toBe(true);
  const { experiment } = store.document;
  expect([experiment.version, experiment.scaling]).toEqual([2, "divide_by_100"]);
  expect(experiment.training).toEqual({ ...training, test_fraction: 0.25, seed: 1 });
});

describe("a change that the core refuses", () => {
  it("changes nothing but the problem, which the next change that is taken removes", () => {
    const store = new Store(presetOf("award"));
    store.run.step(20);
    const { experiment } = store.document;
    const training = { ...experiment.training, batch_size: -1 };
    expect(store.document.change({ ...experiment, training }, { at: "training.batch_size" })).toBe(false);
    expect(store.document.experiment).toBe(experiment);
    expect([store.run.frame.updates, store.document.canUndo]).toEqual([20, false]);
    expect(store.problems.current?.at).toBe("training.batch_size");
    withTraining(store, { learning_rate: -1 });
    expect(store.problems.current?.at).toBe(AT);
    expect([store.run.frame.updates, store.document.canUndo]).toEqual([20, false]);
    withTraining(store, { learning_rate: 0.5 });
    expect(store.problems.current).toBeNull();
  });
});

describe("the school's rule", () => {
  const kept = { weights: [0.5, 0.3, 0.2], threshold: null, kept: true, made: true };

  it("is the example's while the table asks the example's question", () => {
    const store = new Store(presetOf("weights"));
    expect(store.document.secretRule?.weights).toEqual([0.6, 0.3, 0.1]);
    expect(store.document.shownRule).toBeNull();
    store.document.showRule(true);
    expect(store.document.shownRule?.weights).toEqual([0.6, 0.3, 0.1]);
    store.document.showRule(false);
    expect(store.document.shownRule).toBeNull();
  });

  it("that is kept secret is shown once it is revealed, and undo brings each experiment's own back", () => {
    const store = new Store(presetOf("weights"));
    store.document.replace(presetOf("weights"), AT, kept);
    expect([store.document.rule?.kept, store.document.secretRule]).toEqual([true, null]);
    store.document.revealRule();
    expect(store.document.secretRule?.weights).toEqual(kept.weights);
    store.document.undo();
    expect(store.document.rule?.made).toBe(false);
    store.document.redo();
    expect(store.document.rule).toEqual({ ...kept, kept: false });
  });

  it("stays through a change of the model, at a past step too, and is unknown for a table loaded without one", () => {
    const store = new Store(presetOf("weights"));
    store.document.replace(presetOf("weights"), AT, kept);
    store.run.step(20);
    store.run.seek(10);
    withTraining(store, { seed: 7 });
    expect(store.document.rule).toEqual(kept);
    store.document.undo();
    expect(store.document.rule).toEqual(kept);
    store.document.replace(presetOf("weights"), AT, null);
    expect(store.document.rule).toBeNull();
  });
});
