import { expect, it } from "vitest";
import { blockOf, holds, isSingle, nearest, within } from "./selection";

it("a block reaches from one corner to the other, whichever was first", () => {
  const block = { top: 1, left: 2, bottom: 4, right: 3 };
  expect(blockOf({ row: 4, column: 2 }, { row: 1, column: 3 })).toEqual(block);
  expect(holds(block, 4, 3)).toBe(true);
  expect(holds(block, 0, 3)).toBe(false);
  expect(isSingle(block)).toBe(false);
  expect(isSingle(blockOf({ row: 1, column: 1 }, { row: 1, column: 1 }))).toBe(true);
});

it("a block is limited to columns with text, below the header", () => {
  expect(within({ top: -1, left: 0, bottom: 2, right: 9 }, 1, 5)).toEqual({ top: 0, left: 1, bottom: 2, right: 5 });
  expect(within({ top: 0, left: 0, bottom: 2, right: 0 }, 1, 5)).toBeNull();
  expect(within({ top: -1, left: 1, bottom: -1, right: 2 }, 1, 5)).toBeNull();
});

it("a cell beyond the edge becomes the last one; in an empty table, the header", () => {
  expect(nearest({ row: Infinity, column: -Infinity }, 10, 5)).toEqual({ row: 9, column: 0 });
  expect(nearest({ row: -3, column: 2 }, 10, 5)).toEqual({ row: -1, column: 2 });
  expect(nearest({ row: 0, column: 9 }, 0, 5)).toEqual({ row: -1, column: 4 });
});
