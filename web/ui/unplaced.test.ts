/** Refusals that no part of the page shows where they were entered, each with the sentence that stands over the columns. */
import { render } from "svelte/server";
import { beforeAll, expect, it, vi } from "vitest";
import { Engine, EngineError, type Experiment, presetOf } from "../engine/engine";
import { setLanguage } from "../i18n/i18n.svelte";
import { en } from "../i18n/messages.en";
import { refusalEn } from "../i18n/refusals.en";
import { startTestCore } from "../state/core.testing";
import { Store } from "../state/store";
import Unplaced from "./Unplaced.testing.svelte";

beforeAll(async () => {
  await startTestCore();
  await setLanguage("en");
});

/** An experiment that the core refuses. */
function refused({ training, ...others }: Experiment): Experiment {
  return { ...others, training: { ...training, learning_rate: -1 } };
}

const WAYS: Readonly<Record<string, (store: Store) => void>> = {
  family: ({ document }) => document.change(refused(document.experiment), { at: "family" }),
  coach: ({ document }) => document.change(refused(document.experiment), { at: "coach" }),
  lesson: ({ document }) => document.replace(refused(document.experiment), "lesson"),
};

const shown = (store: Store): string => render(Unplaced, { props: { store } }).body;

it.each(Object.keys(WAYS))("a refusal at “%s” is said, and nothing has changed", (at) => {
  const store = new Store(presetOf("weights"));
  const before = store.document.experiment;
  expect(shown(store)).not.toContain("alert");
  WAYS[at]?.(store);
  expect(store.problems.unplaced?.at).toBe(at);
  expect(shown(store)).toContain(`${refusalEn.field(en.fields["training.learning_rate"])}−1`);
  expect(shown(store)).toContain(refusalEn.keptAll);
  expect(store.document.experiment).toBe(before);
});

it("an undone change that the core refuses is said", () => {
  const store = new Store(presetOf("weights"));
  store.document.change({ ...store.document.experiment, scaling: "standard" }, { at: "scaling" });
  const before = store.document.experiment;
  vi.spyOn(Engine.prototype, "load").mockImplementationOnce(() => {
    throw new EngineError("no memory is left", null);
  });
  store.document.undo();
  expect(store.problems.unplaced?.at).toBe("undo");
  expect(shown(store)).toContain("no memory is left");
  expect(store.document.experiment).toBe(before);
});
