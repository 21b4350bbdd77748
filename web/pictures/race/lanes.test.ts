import { expect, test } from "vitest";
import { DIFFERENCES, MAX_LANES } from "../../state/race-choice";
import { experimentOf, student } from "../shared/experiment.testing";
import { laneOf, nextValue, placesOf, valuesOf } from "./lanes";

const experiment = experimentOf(
  ["a", "b"],
  [],
  Array.from({ length: 12 }, (_, i) => student(`${i}`, [i, 1], i)),
);

const lanesOf = (difference: (typeof DIFFERENCES)[number]) =>
  valuesOf(experiment, difference).map((value) => laneOf(experiment, difference, value));

test("lanes differ in one thing from the same start and seed", () => {
  for (const difference of DIFFERENCES) {
    const lanes = lanesOf(difference);
    expect(lanes.length).toBeGreaterThanOrEqual(3);
    expect(lanes.length).toBeLessThanOrEqual(MAX_LANES);
    expect(new Set(lanes.map(({ value }) => value)).size).toBe(lanes.length);
    for (const lane of lanes) {
      expect(lane.experiment.table).toBe(experiment.table);
      expect(lane.experiment.training.seed).toBe(experiment.training.seed);
    }
  }
  expect(lanesOf("learning_rate").map(({ value }) => value)).toEqual([0.0001, 0.001, 0.003, 0.01]);
  expect(lanesOf("batch_size").map(({ value }) => value)).toEqual([1, 3, null]);
  expect(lanesOf("depth").map((lane) => lane.experiment.model.hidden.length)).toEqual([0, 1, 2, 3]);
});

test("who ran away is last, equal losses share a place", () => {
  const run = (loss: number, diverged = false): { loss: number; diverged: boolean } => ({ loss, diverged });
  expect(placesOf([run(2), run(1), run(0.5, true), run(1)])).toEqual([3, 1, 4, 1]);
  expect(placesOf([run(Number.NaN), run(1e9, true)])).toEqual([1, 1]);
});

test("one more lane takes a choice that is not raced yet, or the last number", () => {
  expect(nextValue("scaling", ["raw", "standard"], ["raw", "divide_by_100", "standard"])).toBe("divide_by_100");
  expect(nextValue("learning_rate", [0.1, 0.2], [])).toBe(0.2);
  expect(nextValue("batch_size", [1, null], [])).toBe(1);
});
