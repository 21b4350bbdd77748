/** What a change does to a run: with the real core. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { Engine, type Experiment, type Preset, parametersOf, presetOf } from "../engine/engine";
import initialize from "../pkg/sanhao_wasm";
import session from "../pkg/sanhao_wasm_bg.wasm?url&inline";
import { Store } from "./store.svelte";

beforeAll(async () => {
  await initialize({ module_or_path: await (await fetch(session)).arrayBuffer() });
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("cancelAnimationFrame", () => {});
});

const AT = "here";

/** A page that has trained 300 steps and looks back at the 120th. */
function lookingBack(preset: Preset = "award"): Store {
  const store = new Store(Engine.beside(presetOf(preset)));
  store.step(300);
  store.seek(120);
  return store;
}

function withTraining(store: Store, change: Partial<Experiment["training"]>): void {
  const { experiment } = store;
  const reset = !("learning_rate" in change);
  store.change({ ...experiment, training: { ...experiment.training, ...change } }, { reset, at: AT });
}

const weights = (store: Store): number[] => [...parametersOf(store.frame.layers)];
const momentum = (momentum: number) => ({ optimizer: { kind: "momentum", momentum } as const });

describe("a setting changed at a past step", () => {
  it("goes another way from the weights of then, and so does the next setting", () => {
    const store = lookingBack();
    const then = weights(store);
    withTraining(store, momentum(0.9));
    expect(store.forked).toBe(true);
    expect(weights(store)).toEqual(then);
    withTraining(store, momentum(0.8));
    expect(store.forked).toBe(true);
    expect(weights(store)).toEqual(then);
  });

  it("is taken back to its own start, and done again from the weights of then", () => {
    const store = lookingBack();
    const then = weights(store);
    withTraining(store, momentum(0.9));
    store.step(50);
    store.seek(20);
    store.undo();
    expect(store.forked).toBe(false);
    expect(weights(store)).toEqual(weights(new Store(Engine.beside(presetOf("award")))));
    store.step(10);
    store.seek(5);
    store.redo();
    expect(store.forked).toBe(true);
    expect(weights(store)).toEqual(then);
  });

  it("stays where it began when its rate or a name is changed, until it is reset", () => {
    const store = lookingBack();
    const then = weights(store);
    withTraining(store, momentum(0.9));
    withTraining(store, { learning_rate: 0.004 });
    store.step(40);
    store.seek(0);
    expect(store.forked).toBe(true);
    expect(weights(store)).toEqual(then);
    store.reset();
    expect(store.forked).toBe(false);
    expect(weights(store)).not.toEqual(then);
  });

  it("starts a network of another shape at that one's start", () => {
    const store = lookingBack();
    const { experiment } = store;
    const hidden = [{ units: 2, activation: "relu" as const }];
    store.change({ ...experiment, model: { ...experiment.model, hidden } }, { reset: true, at: AT });
    expect(store.frame.layers).toHaveLength(2);
    expect(store.forked).toBe(false);
  });

  it("that diverges is played again from where it began", () => {
    const store = lookingBack("weights");
    const then = weights(store);
    withTraining(store, { ...momentum(0.9), loss: { kind: "squared" } });
    withTraining(store, { learning_rate: 1 });
    store.step(2000);
    expect(store.frame.status).toBe("diverged");
    store.play();
    expect(weights(store)).toEqual(then);
  });
});

describe("no other way", () => {
  it("is gone at the first step, nor where the run has not been further", () => {
    const store = lookingBack();
    store.seek(0);
    withTraining(store, momentum(0.9));
    expect(store.forked).toBe(false);
    store.step(100);
    withTraining(store, momentum(0.8));
    expect(store.forked).toBe(false);
    expect(store.frame.updates).toBe(0);
  });

  it("is gone by the example, another case or an experiment that is loaded", () => {
    const start = weights(new Store(Engine.beside(presetOf("award"))));
    for (const open of [
      (store: Store) => store.restoreExample(),
      (store: Store) => store.replace(structuredClone(store.experiment), AT),
      (store: Store) => {
        store.openCase("honours");
        store.openCase("award");
      },
    ]) {
      const store = lookingBack();
      open(store);
      expect(store.forked).toBe(false);
      expect(weights(store)).toEqual(start);
    }
  });
});

describe("a learning rate that was changed", () => {
  /** 100 steps at the example's rate and 100 at another. */
  function twoRates(): [store: Store, first: number] {
    const store = new Store(Engine.beside(presetOf("award")));
    const first = store.experiment.training.learning_rate;
    store.step(100);
    withTraining(store, { learning_rate: first * 2 });
    store.step(100);
    return [store, first];
  }

  it("is taken back for the steps to come, in the past too, and done again", () => {
    const [store, first] = twoRates();
    const alone = new Store(Engine.beside(presetOf("award")));
    store.seek(50);
    expect(store.experiment.training.learning_rate).toBe(first);
    store.undo();
    expect(store.frame.furthest).toBe(50);
    store.step(100);
    alone.step(150);
    expect(weights(store)).toEqual(weights(alone));
    store.redo();
    expect(store.experiment.training.learning_rate).toBe(first * 2);
    store.undo();
    store.seek(20);
    store.redo();
    expect([store.experiment.training.learning_rate, store.frame.furthest]).toEqual([first * 2, 20]);
  });

  it("is that of the experiment as a person has left it, wherever the run is looked at", () => {
    const [store, first] = twoRates();
    const { chosen } = store;
    expect(chosen.training.learning_rate).toBe(first * 2);
    store.seek(50);
    expect(store.experiment.training.learning_rate).toBe(first);
    expect(store.chosen).toBe(chosen);
  });

  it("stays when a name is taken back that was typed in the past", () => {
    const [store, first] = twoRates();
    store.seek(50);
    const { experiment } = store;
    const [student, ...others] = experiment.table.students;
    if (student === undefined) throw new Error("no student");
    const table = { ...experiment.table, students: [{ ...student, name: "B" }, ...others] };
    store.change({ ...experiment, table }, { reset: false, at: AT });
    store.seek(200);
    store.undo();
    expect(store.experiment.table.students[0]?.name).toBe(student.name);
    expect([store.experiment.training.learning_rate, store.frame.furthest]).toEqual([first * 2, 200]);
  });
});
