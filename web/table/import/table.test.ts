import { beforeAll, expect, it } from "vitest";
import { startTestCore } from "../../state/core.testing";
import { type Choices, NO_CHOICES, type Reading, readingOf } from "./reading";
import type { ColumnRole } from "./roles";
import { sourceOfCells } from "./sheet";
import { columnsInOrder, locationInSheet, rowsInOrder, tableOf } from "./table";

const HEADER = ["总分", "备注", "德育", "姓名"];
const ROWS = [
  ["85", 'x "y"', "90", "甲\n乙"],
  ["96", "", "98", "丙"],
];
const ROLES: ColumnRole[] = ["target", "ignored", "score", "name"];

/** Reads cells as a sheet whose header is in line 2 and whose students are in lines 3 and 6. */
function readingOfCells(header: string[], rows: string[][], choices: Partial<Choices> = {}): Reading {
  const [first = [], ...others] = rows;
  const source = sourceOfCells([[], header, first, [], [], ...others]);
  return readingOf(source, (column) => `column ${column}`, { ...NO_CHOICES, roles: ROLES, ...choices });
}

const reading = readingOfCells(HEADER, ROWS);
const columns = columnsInOrder(["target", "ignored", "score", "name"]);

it("the core gets name, scores and target, without ignored columns", () => {
  expect(columns).toEqual([3, 2, 0]);
  expect(rowsInOrder(reading, columns)).toEqual([
    ["name", "德育", "总分"],
    ["甲 乙", "90", "85"],
    ["丙", "98", "96"],
  ]);
});

it("without a name column students are numbered", () => {
  const nameless = columnsInOrder(["target", "ignored", "score", "score"]);
  const roles: ColumnRole[] = ["target", "ignored", "score", "score"];
  expect(rowsInOrder(readingOfCells(HEADER, ROWS, { roles }), nameless)[2]).toEqual(["2", "98", "丙", "96"]);
});

it("a location in the core's rows is converted to the spreadsheet's", () => {
  expect(locationInSheet({ kind: "cell", row: 3, column: "德育" }, reading.sheet, columns)).toEqual({
    kind: "cell",
    row: 6,
    column: "德育",
  });
  expect(locationInSheet({ kind: "cell", row: 1, column: "3" }, reading.sheet, columns)).toEqual({
    kind: "cell",
    row: 2,
    column: "1",
  });
  expect(locationInSheet({ kind: "file" }, reading.sheet, columns)).toEqual({ kind: "file" });
});

beforeAll(startTestCore);

it("the core reads cells with any punctuation", () => {
  const header = ["总分", "备注", 'a "b", c;', "姓名"];
  const { subjects, target, students } = tableOf(
    readingOfCells(header, [["85", "", "９０", '"甲", 乙'], ROWS[1] ?? []]),
  );
  expect([subjects, target]).toEqual([['a "b", c;'], "总分"]);
  expect(students.map(({ name, scores }) => [name, ...scores])).toEqual([
    ['"甲", 乙', 90],
    ["丙", 98],
  ]);
});

it("a refused cell is reported with the spreadsheet's row and the column's name", () => {
  const broken = readingOfCells(HEADER, [ROWS[0] ?? [], ["96", "", "ninety", "丙"]]);
  expect(broken.unreadable).toEqual([{ row: 1, column: 2 }]);
  const details = { location: { kind: "cell", row: 6, column: "德育" }, value: '"ninety"', rule: { kind: "number" } };
  expect(() => tableOf(broken)).toThrow(expect.objectContaining({ details }));
});

it("by choice a cell that is no number is a missing score", () => {
  const { students } = tableOf(
    readingOfCells(HEADER, [ROWS[0] ?? [], ["96", "", "ninety", "丙"]], { wordsAreMissing: true }),
  );
  expect(students.map(({ scores }) => scores)).toEqual([[90], [null]]);
});

it("columns with the same name, a number or no name for a name are told apart", () => {
  const roles: ColumnRole[] = ["name", "score", "score", "score", "score", "target"];
  const header = ["姓名", "语文", "语文", "1", "", "总分"];
  const { subjects } = tableOf(
    readingOfCells(
      header,
      [
        ["甲", "1", "2", "3", "4", "5"],
        ["乙", "1", "2", "3", "4", "6"],
      ],
      { roles },
    ),
  );
  expect(subjects).toEqual(["语文", "语文 2", "#1", "#5"]);
});

it("classes with separators, quotation marks and brackets are listed as the core reads them", () => {
  const roles: ColumnRole[] = ["score", "target"];
  const cells = ["1", "2", 'a,"b"', "[c]", "x"];
  const rows = [...cells, ...cells].map((cell, row) => [String(row), cell]);
  const table = tableOf(readingOfCells(["a", "t"], rows, { roles, target: { kind: "classes", blank: null } }));
  expect(table.classes).toEqual(["1", "2", 'a,"b"', "[c]", "x"]);
  expect(table.target).toBe("t");
});
