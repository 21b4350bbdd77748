/** The experiment over a reload, with the real core. */
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { presetOf } from "../engine/engine";
import { withHeld } from "../state/choice";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import { keepExperiment, openKept } from "./kept";
import { viewOf } from "./view";

beforeAll(startTestCore);

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});

/** A page that has just started, after a navigation of some kind. */
function opened(type: "navigate" | "reload" | "back_forward"): Store {
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ type } as PerformanceNavigationTiming]);
  const store = new Store(presetOf("weights"));
  openKept(store);
  return store;
}

/** A page on which somebody has changed case 2. */
function edited(): Store {
  const store = new Store(presetOf("award"));
  const { experiment } = store.document;
  const training = { ...experiment.training, learning_rate: 0.0375 };
  store.document.change({ ...experiment, training, scaling: "standard" }, { at: "here" });
  return store;
}

it.each(["reload", "back_forward"] as const)("what was edited is there again: %s", (type) => {
  const before = edited();
  expect(keepExperiment(before)).toBe(true);
  const after = opened(type);
  expect(after.document.experiment).toEqual(before.document.experiment);
  expect(after.document.case).toBe("award");
});

it("the stage is as it was after a reload, also where nothing else was changed", () => {
  const before = new Store(presetOf("weights"));
  before.looking.stage.show("weights", "surface");
  before.looking.stage.compare("weights", "triangle");
  before.looking.choice = withHeld(before.looking.choice, 2, 40);
  keepExperiment(before);
  const after = opened("reload");
  expect(viewOf(after)).toEqual(viewOf(before));
  expect(after.looking.stage.shown("weights")).toEqual(["surface", "triangle"]);
  expect(after.problems.current).toBeNull();
});

it("a page opened anew begins with the example, and so does the reload after it", () => {
  keepExperiment(edited());
  expect(opened("navigate").document.experiment).toEqual(presetOf("weights"));
  expect(opened("reload").document.experiment).toEqual(presetOf("weights"));
});

it("an experiment is opened once, so that one that stops the page does not stop it for ever", () => {
  keepExperiment(edited());
  opened("reload");
  expect(opened("reload").document.case).toBe("weights");
});

it("the example itself leaves nothing to undo", () => {
  keepExperiment(new Store(presetOf("weights")));
  expect(opened("reload").document.canUndo).toBe(false);
});

it("a browser without a memory is no fault", () => {
  vi.stubGlobal("sessionStorage", undefined);
  expect(keepExperiment(edited())).toBe(false);
  expect(opened("reload").document.case).toBe("weights");
});
