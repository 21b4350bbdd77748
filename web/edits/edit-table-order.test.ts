import { expect, it } from "vitest";
import { orderBy, withOrder } from "./edit-table-order";
import { example } from "./example.testing";

const { compare } = new Intl.Collator("zh-CN", { numeric: true });

it("numbers are sorted up and down, and equal ones keep their order", () => {
  expect(orderBy([3, 1, 2, 1], "ascending", compare)).toEqual([1, 3, 2, 0]);
  expect(orderBy([3, 1, 2, 1], "descending", compare)).toEqual([0, 2, 1, 3]);
});

it("missing values come last in either direction", () => {
  expect(orderBy([null, 1, Number.NaN, 2], "ascending", compare)).toEqual([1, 3, 0, 2]);
  expect(orderBy([null, 1, Number.NaN, 2], "descending", compare)).toEqual([3, 1, 0, 2]);
});

it("numbers in names are sorted by value", () => {
  expect(orderBy(["学生 10", "学生 2", "学生 1"], "ascending", compare)).toEqual([2, 1, 0]);
});

it("whole students are reordered, and the given experiment is unchanged", () => {
  const { students } = example.table;
  expect(withOrder(example, [1, 0]).table.students).toEqual([students[1], students[0]]);
  expect(example.table.students).toBe(students);
});
