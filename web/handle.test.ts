/** `window.sanhao` keeps what docs/scripting.md says of it, with the real core. */
import { beforeAll, expect, it } from "vitest";
import { type Experiment, presetOf } from "./engine/engine";
import { handleOf } from "./handle";
import type { View } from "./share/view";
import { startTestCore } from "./state/core.testing";
import { Store } from "./state/store";

beforeAll(startTestCore);

function opened(experiment = presetOf("award")) {
  const store = new Store(experiment);
  return { store, handle: handleOf(store) };
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return String(thrown);
  }
  return "";
}

it("a refused load changes nothing: not the run, nor whether it plays, nor the message on the page", () => {
  const { store, handle } = opened();
  store.problems.refuseText("training.seed", "x", { kind: "number" });
  handle.step(20);
  handle.play();
  const before = { experiment: handle.experiment(), frame: handle.frame(), problem: store.problems.current };
  const wrong = handle.experiment();
  wrong.training.learning_rate = -1;
  expect(refusal(() => handle.load(wrong))).toContain("training.learning_rate: -1 is not a positive finite number");
  expect({ experiment: handle.experiment(), frame: handle.frame(), problem: store.problems.current }).toEqual(before);
  expect(store.run.playing).toBe(true);
  handle.load(presetOf("weights"));
  expect(store.run.playing).toBe(false);
});

it("what is no experiment is refused by field and value", () => {
  const { handle } = opened();
  const load = (value?: unknown) => refusal(() => handle.load(value as Experiment));
  expect(load()).toContain("experiment: undefined (");
  expect(load(null)).toContain("experiment: null (");
  expect(load({})).toContain("experiment: {} (missing field `table`)");
  expect(load("text")).toContain('experiment: "text" (');
  const experiment = presetOf("weights");
  expect(load({ ...experiment, table: { ...experiment.table, students: [{ name: "A" }] } })).toContain(
    'table.students[0]: {"name":"A"} (missing field `scores`)',
  );
  expect(load({ ...experiment, training: { ...experiment.training, seed: "one" } })).toContain(
    'training.seed: "one" (',
  );
});

it("hands out copies", () => {
  const { handle } = opened();
  handle.step(10);
  const frame = handle.frame();
  frame.layers[0]?.weights.fill(7);
  frame.predictions.fill(7);
  frame.history.losses.fill(7);
  expect(handle.frame()).not.toEqual(frame);
  handle.experiment().table.students.splice(0);
  expect(handle.experiment()).toEqual(presetOf("award"));
});

it("does a million updates of an example, and of the largest network no more than the number in its refusal", () => {
  expect(refusal(() => opened(presetOf("weights")).handle.step(1_000_001))).toContain("from 0 to 1000000,");
  const large = presetOf("weights");
  const [student] = large.table.students;
  if (student === undefined) throw new Error("the example has no students");
  large.table.students = Array.from({ length: 15_000 }, () => student);
  large.model.hidden = Array.from({ length: 8 }, () => ({ units: 64, activation: "relu" }));
  large.model.initial = { kind: "he_normal" };
  large.training.batch_size = null;
  const { handle } = opened(large);
  expect(refusal(() => handle.step(1_000_000))).toMatch(
    /^RangeError: step: 1000000 is not a whole number from 0 to 4,/,
  );
  expect(handle.frame().updates).toBe(0);
  expect(handle.step(1)).toBe(1);
  // A batch of a few students is less work.
  handle.load({ ...large, training: { ...large.training, batch_size: 10 } });
  const most = Number(/to (\d+),/.exec(refusal(() => handle.step(1_000_000)))?.[1]);
  expect(most).toBeGreaterThan(1000);
  for (const updates of [-1, 1.5, Number.NaN, "3", null, undefined]) {
    expect(refusal(() => handle.step(updates as number))).toContain("is not a whole number");
  }
});

it("a view is shown with its experiment; a wrong one is refused by place and value, and nothing changes", () => {
  const { store, handle } = opened();
  const experiment = presetOf("honours");
  const before = handle.experiment();
  expect(refusal(() => handle.load(experiment, { stage: ["pie"] }))).toContain('view.stage[0]："pie"');
  expect(refusal(() => handle.load(experiment, { axes: ["德育", "音乐"] }))).toContain("音乐");
  expect(refusal(() => handle.load(experiment, "boundary" as View))).toContain("boundary");
  expect(handle.experiment()).toEqual(before);
  handle.load(experiment, { stage: ["triangle", "metrics"], axes: ["智育", "体育"] });
  expect(store.looking.stage.shown("honours")).toEqual(["triangle", "metrics"]);
  expect(store.looking.choice).toMatchObject({ x: 1, y: 2 });
  // Without a view the stage stays as it is.
  handle.load(handle.experiment());
  expect(store.looking.stage.shown("honours")).toEqual(["triangle", "metrics"]);
});
