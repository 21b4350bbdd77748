import { expect, it } from "vitest";
import { scrollToRow, shownRows, windowOf } from "./window";

it("of ten thousand students only the visible rows are rendered", () => {
  const { first, end } = windowOf(100_000, 600, 32, 10_000);
  expect(end - first).toBeLessThan(40);
  expect(first).toBeLessThanOrEqual(100_000 / 32);
  expect(end).toBeGreaterThanOrEqual(100_600 / 32);
});

it("a short table is rendered completely", () => {
  expect(windowOf(0, 600, 32, 2)).toEqual({ first: 0, end: 2 });
  expect(windowOf(0, 600, 32, 0)).toEqual({ first: 0, end: 0 });
});

it("a table that became shorter than the scrolled distance still has rows", () => {
  const { first, end } = windowOf(300_000, 600, 32, 5);
  expect(first).toBeLessThan(end);
  expect(end).toBe(5);
});

it("a row is scrolled into view by the shortest distance", () => {
  expect(scrollToRow(10, 0, 320, 32)).toBe(32);
  expect(scrollToRow(3, 320, 320, 32)).toBe(96);
  expect(scrollToRow(12, 320, 320, 32)).toBe(320);
});

it("the focused row is rendered wherever it is, with a gap to the others", () => {
  expect(shownRows({ first: 10, end: 12 }, 50)).toEqual([
    { row: 10, gap: 10 },
    { row: 11, gap: 0 },
    { row: 50, gap: 38 },
  ]);
  expect(shownRows({ first: 10, end: 11 }, 3)).toEqual([
    { row: 3, gap: 3 },
    { row: 10, gap: 6 },
  ]);
  expect(shownRows({ first: 0, end: 2 }, 1)).toHaveLength(2);
  expect(shownRows({ first: 0, end: 0 }, -1)).toEqual([]);
});
