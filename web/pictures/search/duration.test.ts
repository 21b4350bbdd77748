import { expect, test } from "vitest";
import { durationOf } from "./duration";

test("a time is said in the largest unit of which there is one", () => {
  expect([0.4, 12, 1500, 90_000, 7_200_000, 3 * 86_400_000, 4e12].map(durationOf)).toEqual([
    { count: 0.4, unit: "milliseconds" },
    { count: 12, unit: "milliseconds" },
    { count: 1.5, unit: "seconds" },
    { count: 1.5, unit: "minutes" },
    { count: 2, unit: "hours" },
    { count: 3, unit: "days" },
    { count: 130, unit: "years" },
  ]);
});
