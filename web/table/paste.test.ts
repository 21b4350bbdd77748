import { expect, it } from "vitest";
import { classesTable, example } from "../edits/example.testing";
import { fitModel } from "../edits/fit";
import { blockOfText } from "./clipboard";
import { type Pasted, pasted } from "./paste";

const words = {
  local: (name: string) => ({ 是: "Yes" })[name] ?? name,
  newName: (place: number) => `Student ${place}`,
};
const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

function put(text: string, at = cell(0, 2), on = example): Pasted {
  return pasted(on, blockOfText(text), at, words);
}

function studentsOf(result: Pasted) {
  if (result.kind !== "taken") throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.experiment.table.students;
}

it("a block fills cells from the first one on and leaves the others", () => {
  const before = structuredClone(example);
  const students = studentsOf(put("1\t２\n３．５\t4", cell(0, 3)));
  expect(students.map(({ scores }) => scores)).toEqual([
    [90, 1, 2],
    [98, 3.5, 4],
  ]);
  expect(example).toEqual(before);
});

it("rows beyond the last are new students, with names and ordinary scores where the block has none", () => {
  const students = studentsOf(put("70\n71\n72", cell(1, 2)));
  expect(students.slice(2)).toEqual([
    { name: "Student 3", scores: [71, 88, 79], target: null, included: true },
    { name: "Student 4", scores: [72, 88, 79], target: null, included: true },
  ]);
});

it("names, scores and targets are pasted together; a question mark is to be predicted", () => {
  const [first, second] = studentsOf(put("甲\t1\t2\t3\t？\n乙\t4\t5\t6\t7", cell(0, 1)));
  expect(first).toMatchObject({ name: "甲", scores: [1, 2, 3], target: null });
  expect(second).toMatchObject({ name: "乙", scores: [4, 5, 6], target: 7 });
});

it("a cell that is no number is refused by its row, column and text, and all of the block with it", () => {
  expect(put("1\t2\n3\t九十")).toEqual({
    kind: "refused",
    row: 2,
    column: "智育",
    text: "九十",
    rule: { kind: "number" },
  });
  expect(put("1e400")).toMatchObject({ text: "1e400", rule: { kind: "finite" } });
});

it("an empty cell is a missing score", () => {
  expect(studentsOf(put("1\t\n\t4")).map(({ scores }) => scores)).toEqual([
    [1, null, 70],
    [null, 4, 87],
  ]);
});

it("a block that is too wide is refused by its width", () => {
  expect(put("1\t2\t3", cell(0, 4))).toEqual({ kind: "tooWide", columns: 3, room: 2 });
  expect(put("1", cell(0, 6))).toMatchObject({ kind: "tooWide", room: 0 });
});

it("one value fills a selection, and a block one that is a multiple of it", () => {
  const filled = studentsOf(put("7", { top: 0, left: 2, bottom: 1, right: 3 }));
  expect(filled.map(({ scores }) => scores)).toEqual([
    [7, 7, 70],
    [7, 7, 87],
  ]);
  const repeated = studentsOf(put("1\t2", { top: 0, left: 3, bottom: 1, right: 4 }));
  expect(repeated.map(({ scores }) => scores.slice(1))).toEqual([
    [1, 2],
    [1, 2],
  ]);
});

it("the columns' own names above a block are no student", () => {
  expect(studentsOf(put("德育\t智育\n1\t2"))[0]?.scores).toEqual([1, 2, 70]);
  expect(put("德育\t体育\n1\t2")).toMatchObject({ kind: "refused", row: 1 });
});

it("a class is known by its own name and by the reader's word for it", () => {
  const award = fitModel(example, classesTable(["否", "是"]));
  expect(studentsOf(put("Yes\n是\n\n?", cell(0, 5), award)).map(({ target }) => target)).toEqual([
    "是",
    "是",
    null,
    null,
  ]);
  expect(put("maybe", cell(0, 5), award)).toMatchObject({ rule: { kind: "known_class" }, text: "maybe" });
});

it("ten thousand rows are pasted at once", () => {
  const result = put("90\t80\t70\t85\n".repeat(10_000));
  expect(studentsOf(result)).toHaveLength(10_000);
});
