import { expect, it } from "vitest";
import { arrowSteps, outputOf, pullOf, pullsInSight } from "./pulls";

it("a step is relative to the largest visible one", () => {
  // Two students, two outputs, two subjects.
  const pulls = pullsInSight(10, Float32Array.of(1, -2, 0, 4, 3, 0, Number.NaN, -1), 2, 2);
  expect(pulls.largest).toBe(4);
  expect(pullOf(pulls, 10, 1, 1)).toBe(1);
  expect(pullOf(pulls, 10, 0, 1)).toBe(-0.5);
  expect(pullOf(pulls, 11, 0, 0)).toBe(0.75);
});

it("students out of view, and values that are not finite, have no arrow", () => {
  const pulls = pullsInSight(10, Float32Array.of(1, Number.NaN), 1, 1);
  expect(pullOf(pulls, 9, 0, 0)).toBe(0);
  expect(pullOf(pulls, 11, 0, 0)).toBe(0);
  expect(pullOf(pulls, 12, 0, 0)).toBe(0);
  expect(pullOf(pullsInSight(0, Float32Array.of(0), 1, 1), 0, 0, 0)).toBe(0);
});

it("with several outputs the one of the student's class counts", () => {
  expect(outputOf(["a", "b", "c"], 3, "c")).toBe(2);
  expect(outputOf(["no", "yes"], 1, "yes")).toBe(0);
  expect(outputOf([], 1, 85)).toBe(0);
});

it("an arrow has the sign of the step, and at least the shortest length for any step", () => {
  expect(arrowSteps(-1, 11)).toBe(-11);
  expect(arrowSteps(0.01, 11)).toBe(1);
  expect(arrowSteps(0, 11)).toBe(0);
});
