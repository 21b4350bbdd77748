import { expect, test } from "vitest";
import { Hunt } from "./hunt";

/** A search of so many candidates, each of which takes so many milliseconds. */
function searchOf(total: number, cost: number): { hunt: Hunt; now: () => number } {
  let [tried, now] = [0, 0];
  const search = {
    step: (count: number): number => {
      const done = Math.min(count, total - tried);
      tried += done;
      now += done * cost;
      return done;
    },
    state: (): Float64Array => Float64Array.of(tried, total, 0.5, 1),
  };
  return { hunt: new Hunt(search, () => now), now: () => now };
}

test("a frame keeps to its time, and the search comes to its end", () => {
  const { hunt, now } = searchOf(100_000, 0.001);
  let frames = 0;
  let last = 0;
  while (hunt.frame()) {
    frames += 1;
    expect(now() - last).toBeLessThan(8);
    last = now();
  }
  expect(frames).toBeGreaterThan(10);
  expect(hunt.found).toEqual({ tried: 100_000, total: 100_000, loss: 0.5, weights: [1], spent: expect.closeTo(100) });
});
