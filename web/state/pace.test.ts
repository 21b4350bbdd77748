import { expect, it } from "vitest";
import { BUDGET_MS, Pace } from "./pace";

/** Runs frames against a fake clock on which every update takes `cost` ms; returns updates and ms of each frame. */
function run(
  pace: Pace,
  frames: number,
  updatesPerSecond: number,
  cost: number,
  tick = 0,
): { updates: number; ms: number }[] {
  // A clock that only knows multiples of `tick`, as Firefox's.
  const seen = (time: number): number => (tick === 0 ? time : Math.floor(time / tick) * tick);
  let now = 0;
  return Array.from({ length: frames }, () => {
    const begun = now;
    let updates = 0;
    pace.begin(1000 / 60, updatesPerSecond);
    for (let count = pace.next(0); count > 0; count = pace.next(seen(now) - seen(begun))) {
      const before = seen(now);
      now += count * cost;
      updates += count;
      pace.done(count, seen(now) - before);
    }
    pace.end();
    const ms = now - begun;
    now = begun + Math.max(ms, 1000 / 60);
    return { updates, ms };
  });
}

const total = (frames: { updates: number }[]): number => frames.reduce((sum, { updates }) => sum + updates, 0);

it("a second does as many updates as the speed says", () => {
  for (const speed of [1, 10, 60, 300, 1500]) {
    expect(Math.abs(total(run(new Pace(), 60, speed, 0.001)) - speed)).toBeLessThanOrEqual(1);
  }
});

it("a slow speed spreads its updates over the frames", () => {
  const frames = run(new Pace(), 60, 10, 0.001);
  expect(Math.max(...frames.map(({ updates }) => updates))).toBe(1);
});

it("training at full speed stays within its part of the frame", () => {
  for (const cost of [0.0005, 0.02, 0.5, 3]) {
    const frames = run(new Pace(), 30, Number.POSITIVE_INFINITY, cost).slice(5);
    for (const { ms } of frames) expect(ms).toBeLessThanOrEqual(BUDGET_MS + cost);
    for (const { ms } of frames) expect(ms).toBeGreaterThan(BUDGET_MS / 2 - cost);
  }
});

it("a clock of whole milliseconds is enough to stay near the budget", () => {
  const frames = run(new Pace(), 60, Number.POSITIVE_INFINITY, 0.01, 1).slice(10);
  for (const { ms } of frames) expect(ms).toBeLessThanOrEqual(2 * BUDGET_MS);
});

it("an update that costs more than the budget is still done, one a frame", () => {
  for (const { updates } of run(new Pace(), 10, Number.POSITIVE_INFINITY, 20)) expect(updates).toBe(1);
});

it("updates missed while the page was hidden are dropped", () => {
  const pace = new Pace();
  pace.begin(60_000, 60);
  let updates = 0;
  for (let count = pace.next(0); count > 0; count = pace.next(0.01)) {
    pace.done(count, 0.001 * count);
    updates += count;
  }
  expect(updates).toBe(6);
});
