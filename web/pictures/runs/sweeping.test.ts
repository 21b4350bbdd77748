/** A sweep that trains frame by frame, with the real core and frames of the test's own. */
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { presetOf } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { Sweeping } from "./sweeping.svelte";

beforeAll(startTestCore);
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const HOUR = 3_600_000;

/** The browser's frames, which come when the test says so. */
function heldFrames(): { readonly waiting: () => number; readonly next: () => void } {
  let frames: FrameRequestCallback[] = [];
  vi.stubGlobal("requestAnimationFrame", (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal("cancelAnimationFrame", () => {});
  return {
    waiting: () => frames.length,
    next: () => {
      const due = frames;
      frames = [];
      for (const frame of due) frame(performance.now());
    },
  };
}

test("in a hidden tab, which has no frames, a sweep waits; it counts no time of it, and ends once the tab is back", () => {
  const frames = heldFrames();
  vi.useFakeTimers({ toFake: ["setTimeout", "setInterval"] });
  let away = 0;
  const clock = performance;
  vi.stubGlobal("performance", { now: () => clock.now() + away });
  const experiment = presetOf("layers");
  const sweeping = new Sweeping();
  const plan = { experiment, axes: () => [{ kind: "seed", first: 1, count: 64 } as const], updates: 5000 };
  sweeping.begin(plan, "plan", experiment.table);
  const stop = sweeping.run(() => false);
  frames.next();
  const before = sweeping.swept;
  expect(before?.finished).toBe(false);
  away = HOUR;
  vi.advanceTimersByTime(HOUR);
  expect(sweeping.swept).toBe(before);
  expect(frames.waiting()).toBe(1);
  let count = 0;
  for (; sweeping.swept?.finished === false; count += 1) frames.next();
  expect(sweeping.swept?.points.at(-1)).toBe(5000);
  expect(sweeping.swept?.spent).toBeGreaterThan(before?.spent ?? Number.NaN);
  expect(sweeping.swept?.spent).toBeLessThan(HOUR);
  expect(count).toBeGreaterThan(1);
  // A frame after the last has nothing to do, and asks for no other.
  frames.next();
  expect(frames.waiting()).toBe(0);
  stop();
});
