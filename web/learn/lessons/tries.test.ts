import { expect, it } from "vitest";
import { frameOf, layerOf } from "../../pictures/shared/experiment.testing";
import { counted, NO_TRIES } from "./tries";

const at = (weight: number, updates = 0) => ({ ...frameOf(1, []), updates, layers: [layerOf(1, 1, [weight])] });

it("a weight that changes without an update was set by hand", () => {
  let tries = counted(NO_TRIES, at(0), false, 0);
  expect(tries.count).toBe(0);
  tries = counted(tries, at(0.5), false, 1000);
  expect(tries.count).toBe(1);
  tries = counted(tries, at(0.5), false, 2000);
  expect(tries.count).toBe(1);
});

it("a drag is one try", () => {
  let tries = counted(NO_TRIES, at(0), false, 0);
  for (let step = 1; step <= 20; step += 1) tries = counted(tries, at(step / 20), false, 1000 + 16 * step);
  expect(tries.count).toBe(1);
  expect(counted(tries, at(2), false, 9000).count).toBe(2);
});

it("updates and a new experiment do not count as tries", () => {
  const begun = counted(NO_TRIES, at(0), false, 0);
  expect(counted(begun, at(0.1, 1), false, 1000).count).toBe(0);
  expect(counted(begun, at(0.7), true, 1000).count).toBe(0);
});
