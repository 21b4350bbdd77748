import { expect, test } from "vitest";
import { experimentOf, student } from "../shared/experiment.testing";
import { isPerfect, opennessOf, saidDirection, tellingScores, withTellingStudent } from "./family";

test("a direction is said in whole numbers where it has them", () => {
  const length = Math.hypot(310, 970, 710);
  expect(saidDirection([310 / length, -970 / length, 710 / length])).toEqual([31, -97, 71]);
  expect(saidDirection([-310 / length, 970 / length, -710 / length])).toEqual([31, -97, 71]);
  expect(saidDirection([0, -1, 1])).toEqual([0, 1, -1]);
  expect(saidDirection([Math.SQRT1_2, Math.PI / 10])).toEqual([1, 0.444]);
});

test("the new student tells what the direction leaves open", () => {
  const direction = [31, -97, 71];
  const scores = tellingScores(direction);
  expect(scores).toEqual([100, 60, 100]);
  expect(scores.reduce((sum, score, i) => sum + score * (direction[i] ?? 0), 0)).not.toBe(0);
  const before = experimentOf(["a", "b", "c"], [], [student("A", [90, 80, 70], 85)]);
  const { table } = withTellingStudent(before, direction, [0.6, 0.3, 0.1], "C");
  expect(table.students.at(-1)).toEqual({ name: "C", scores: [100, 60, 100], target: 88, included: true });
  expect(before.table.students).toHaveLength(1);
});

test("what is open has a name, and rounding is no error", () => {
  expect([0, 1, 2, 3].map((count) => opennessOf({ directions: Array(count).fill([1]) }))).toEqual([
    "point",
    "line",
    "plane",
    "more",
  ]);
  expect([1e-13, 0.5].map((residual) => isPerfect({ residual }))).toEqual([true, false]);
});
