import { expect, it } from "vitest";
import { arrowSteps, outputOf, pullOf, pullsInSight } from "./pulls";

it("a pull is beside the largest in sight", () => {
  // Two students, two outputs, two subjects.
  const pulls = pullsInSight(10, Float32Array.of(1, -2, 0, 4, 3, 0, Number.NaN, -1), 2, 2);
  expect(pulls.largest).toBe(4);
  expect(pullOf(pulls, 10, 1, 1)).toBe(1);
  expect(pullOf(pulls, 10, 0, 1)).toBe(-0.5);
  expect(pullOf(pulls, 11, 0, 0)).toBe(0.75);
});

it("who is out of sight, and what is no number, does not pull", () => {
  const pulls = pullsInSight(10, Float32Array.of(1, Number.NaN), 1, 1);
  expect(pullOf(pulls, 9, 0, 0)).toBe(0);
  expect(pullOf(pulls, 11, 0, 0)).toBe(0);
  expect(pullOf(pulls, 12, 0, 0)).toBe(0);
  expect(pullOf(pullsInSight(0, Float32Array.of(0), 1, 1), 0, 0, 0)).toBe(0);
});

it("of several outputs the student's own class counts", () => {
  expect(outputOf(["a", "b", "c"], 3, "c")).toBe(2);
  expect(outputOf(["no", "yes"], 1, "yes")).toBe(0);
  expect(outputOf([], 1, 85)).toBe(0);
});

it("an arrow has its sign, and a length as soon as there is a pull", () => {
  expect(arrowSteps(-1, 11)).toBe(-11);
  expect(arrowSteps(0.01, 11)).toBe(1);
  expect(arrowSteps(0, 11)).toBe(0);
});
