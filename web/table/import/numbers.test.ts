import { expect, it } from "vitest";
import { isAbsent } from "./absent";
import { formatOf, numberIn } from "./numbers";

it("a number is read in its format, without unit, full-width forms and marks for text", () => {
  for (const [cell, value] of [
    ["1,234.5", 1234.5],
    ["1 234", 1234],
    ["1’234.5", 1234.5],
    ["98%", 98],
    ["98 ％", 98],
    ["90分", 90],
    ["90 分", 90],
    ["88 pts", 88],
    ["85/100", 85],
    ["９０．５", 90.5],
    ["－5", -5],
    ["−5", -5],
    ['="007"', 7],
    ["'95", 95],
    [".5", 0.5],
    ["1e3", 1000],
  ] as const) {
    expect(numberIn(cell, "point"), cell).toBe(value);
  }
  for (const [cell, value] of [
    ["87,5", 87.5],
    ["1.234,5", 1234.5],
    ["９０，５", 90.5],
    ["0,500", 0.5],
  ] as const) {
    expect(numberIn(cell, "comma"), cell).toBe(value);
  }
  expect([numberIn("90,5", "either"), numberIn("90.5", "either")]).toEqual([90.5, 90.5]);
});

it("what is no number in a format is none", () => {
  for (const cell of ["", "九十", "1,23", "90,5", "1.2.3", "0x10", "1_000", "½", "A1", "2026-05-01", "12:30"]) {
    expect(numberIn(cell, "point"), cell).toBeNull();
  }
  expect(numberIn("90.5", "comma")).toBeNull();
});

it("the format is that of most cells", () => {
  expect(formatOf(["90", "87.5"], false)).toBe("point");
  expect(formatOf(["90,5", "87"], true)).toBe("comma");
  expect(formatOf(["90,5", "87"], false)).toBe("comma");
  expect(formatOf(["1,234", "987"], false)).toBe("point");
  expect(formatOf(["1,234.50", "987"], true)).toBe("point");
  expect(formatOf(["70,125", "81,625"], true)).toBe("comma");
  expect(formatOf(["1.234,5"], true)).toBe("comma");
  expect(formatOf(["90,5", "87.5"], false)).toBe("either");
  expect(formatOf(["姓名", ""], false)).toBe("point");
});

it("words and dashes stand for a missing score", () => {
  for (const cell of [
    "",
    "缺考",
    "缓考",
    "免考",
    "（缺考）",
    "NA",
    "n/a",
    "#N/A",
    "NaN",
    "-",
    "–",
    "—",
    "——",
    "/",
    "Absent",
  ]) {
    expect(isAbsent(cell), cell).toBe(true);
  }
  for (const cell of ["0", "九十", "优", "-1"]) expect(isAbsent(cell), cell).toBe(false);
});
