import { beforeAll, expect, it } from "vitest";
import { startTestCore } from "../../state/core.testing";
import type { ColumnRole } from "./roles";
import { columnsInOrder, locationInSheet, rowsInOrder, tableFromSheet } from "./table";

const sheet = {
  header: ["总分", "备注", "德育", "姓名"],
  rows: [
    ["85", 'x "y"', "90", "甲\n乙"],
    ["96", "", "98", "丙"],
  ],
  lines: [3, 6],
  headerLine: 2,
};
const columns = columnsInOrder(["target", "ignored", "score", "name"]);

it("the core gets name, scores and target, without ignored columns", () => {
  expect(columns).toEqual([3, 2, 0]);
  expect(rowsInOrder(sheet, columns)).toEqual([
    ["name", "德育", "总分"],
    ["甲 乙", "90", "85"],
    ["丙", "98", "96"],
  ]);
});

it("without a name column students are numbered", () => {
  const nameless = columnsInOrder(["target", "ignored", "score", "score"]);
  expect(rowsInOrder(sheet, nameless)[2]).toEqual(["2", "98", "丙", "96"]);
});

it("a location in the core's rows is converted to the spreadsheet's", () => {
  expect(locationInSheet({ kind: "cell", row: 3, column: "德育" }, sheet, columns)).toEqual({
    kind: "cell",
    row: 6,
    column: "德育",
  });
  expect(locationInSheet({ kind: "cell", row: 1, column: "3" }, sheet, columns)).toEqual({
    kind: "cell",
    row: 2,
    column: "1",
  });
  expect(locationInSheet({ kind: "file" }, sheet, columns)).toEqual({ kind: "file" });
});

const ROLES: ColumnRole[] = ["target", "ignored", "score", "name"];

beforeAll(startTestCore);

it("the core reads cells with any punctuation", async () => {
  const { subjects, target, students } = await tableFromSheet(
    {
      ...sheet,
      header: ["总分", "备注", 'a "b", c;', "姓名"],
      rows: [["85", "", "９０", '"甲", 乙'], sheet.rows[1] ?? []],
    },
    ROLES,
  );
  expect([subjects, target]).toEqual([['a "b", c;'], "总分"]);
  expect(students.map(({ name, scores }) => [name, ...scores])).toEqual([
    ['"甲", 乙', 90],
    ["丙", 98],
  ]);
});

it("a refused cell is reported with the spreadsheet's row and the column's name", async () => {
  const broken = { ...sheet, rows: [sheet.rows[0] ?? [], ["96", "", "ninety", "丙"]] };
  await expect(tableFromSheet(broken, ROLES)).rejects.toMatchObject({
    details: { location: { kind: "cell", row: 6, column: "德育" }, value: '"ninety"', rule: { kind: "number" } },
  });
});
