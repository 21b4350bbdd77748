import { expect, it } from "vitest";
import { tintOf } from "./metrics";

it("a count is tinted by its share of its row, and an empty row not at all", () => {
  expect([tintOf([3, 1], 0), tintOf([3, 1], 1)]).toEqual([34, 11]);
  expect(tintOf([0, 0], 1)).toBe(0);
  expect(tintOf([5], 0)).toBe(45);
});
