import { expect, it } from "vitest";
import { Turns } from "./turns";

it("a sign that has just turned is none while the run goes on, and is told once it stands or the run is paused", () => {
  const turns = new Turns();
  expect(turns.signs([1, -2, 0], 0, true)).toEqual([1, -1, 0]);
  expect(turns.signs([-1, -2, 1], 100, true)).toEqual([0, -1, 1]);
  expect(turns.signs([1, -2, 1], 200, true)).toEqual([0, -1, 1]);
  expect(turns.signs([1, -2, 1], 300, false)).toEqual([1, -1, 1]);
  expect(turns.signs([1, -2, 1], 700, true)).toEqual([1, -1, 1]);
});
