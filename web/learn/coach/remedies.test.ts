import { expect, test } from "vitest";
import { experimentOf } from "../../pictures/shared/experiment.testing";
import { remedied, remediesOf, safeRate } from "./remedies";

const experiment = experimentOf([], [], []);

test("raw scores are scaled where a run has diverged, and only there", () => {
  expect(remediesOf({ ...experiment, scaling: "raw" }, "diverged")).toEqual(["scale"]);
  expect(remediesOf({ ...experiment, scaling: "standard" }, "diverged")).toEqual([]);
  expect(remedied(experiment, "scale").scaling).toBe("divide_by_100");
});

test("a run that is stuck gets what it lacks", () => {
  const model = { ...experiment.model, bias: false };
  expect(remediesOf({ ...experiment, model }, "stuck")).toEqual(["bias"]);
  const cured = remedied({ ...experiment, model }, "bias");
  expect([cured.model.bias, cured.scaling]).toEqual([true, "standard"]);
  const biased = { ...model, bias: true };
  expect(remediesOf({ ...experiment, scaling: "raw", model: biased }, "stuck")).toEqual(["standard"]);
  const hidden = [{ units: 2, activation: "relu" as const }];
  expect(remediesOf({ ...experiment, scaling: "standard", model: { ...biased, hidden } }, "stuck")).toEqual(["seed"]);
  expect(remedied(experiment, "seed").training.seed).toBe(experiment.training.seed + 1);
});

test("the safe rate is half the bound, and never above half of what was too large", () => {
  expect(safeRate(1, { kind: "bound", largest: 0.44, exact: true, diverges: 0.44 })).toBe(0.22);
  expect(safeRate(0.3, { kind: "bound", largest: 0.44, exact: false, diverges: 0.44 })).toBe(0.15);
  expect(safeRate(1, { kind: "adaptive" })).toBe(0.1);
});
