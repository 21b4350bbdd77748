import { expect, it } from "vitest";
import { scrollToRow, windowOf } from "./window";

it("ten thousand students render only the rows in sight", () => {
  const { first, end } = windowOf(100_000, 600, 32, 10_000);
  expect(end - first).toBeLessThan(40);
  expect(first).toBeLessThanOrEqual(100_000 / 32);
  expect(end).toBeGreaterThanOrEqual(100_600 / 32);
});

it("a short table renders whole", () => {
  expect(windowOf(0, 600, 32, 2)).toEqual({ first: 0, end: 2 });
  expect(windowOf(0, 600, 32, 0)).toEqual({ first: 0, end: 0 });
});

it("a table that became shorter than the scrolled distance still has rows", () => {
  const { first, end } = windowOf(300_000, 600, 32, 5);
  expect(first).toBeLessThan(end);
  expect(end).toBe(5);
});

it("a row is scrolled into sight by the shortest way", () => {
  expect(scrollToRow(10, 0, 320, 32)).toBe(32);
  expect(scrollToRow(3, 320, 320, 32)).toBe(96);
  expect(scrollToRow(12, 320, 320, 32)).toBe(320);
});
