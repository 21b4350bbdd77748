import { expect, it } from "vitest";
import { columnsInOrder, locationInSheet, textInOrder } from "./table";

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

it("the core gets name, scores, target, and nothing that is ignored", () => {
  expect(columns).toEqual([3, 2, 0]);
  expect(textInOrder(sheet, columns)).toBe('"name","德育","总分"\n"甲 乙","90","85"\n"丙","98","96"\n');
});

it("without a name students are numbered", () => {
  const nameless = columnsInOrder(["target", "ignored", "score", "score"]);
  expect(textInOrder(sheet, nameless).split("\n")[2]).toBe('"2","98","丙","96"');
});

it("a place in the core's text is told as the spreadsheet's", () => {
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
