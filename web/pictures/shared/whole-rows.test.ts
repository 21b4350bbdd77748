import { expect, test } from "vitest";
import { wholeRows } from "./whole-rows";

test("rows become lower until all of them fit", () => {
  expect(wholeRows(3, 100, 1)).toEqual({ shown: 3, left: 0, height: 100 / 3 });
  expect(wholeRows(3, 48, 1)).toEqual({ shown: 3, left: 0, height: 16 });
});

test("rows that have no room are counted in the place of the last one", () => {
  expect(wholeRows(4, 50, 1)).toEqual({ shown: 2, left: 2, height: 50 / 3 });
  expect(wholeRows(3, 10, 1)).toEqual({ shown: 0, left: 3, height: 10 });
});

test("larger text needs higher rows", () => {
  expect(wholeRows(4, 60, 1).shown).toBe(4);
  expect(wholeRows(4, 60, 1.25)).toEqual({ shown: 2, left: 2, height: 20 });
});
