import { expect, it } from "vitest";
import { tabSeparated } from "../ui/delimited";
import { blockOfClipboard, blockOfText } from "./clipboard";

it("text from Excel, WPS and Google Sheets is read with or without a final line break", () => {
  expect(blockOfText("90\t80\r\n98\t95\r\n")).toEqual([
    ["90", "80"],
    ["98", "95"],
  ]);
  expect(blockOfText("90\t80\n98\t95")).toHaveLength(2);
  expect(blockOfText("90\r80\r")).toEqual([["90"], ["80"]]);
});

it("a quoted cell may contain tabs, line breaks and quotation marks", () => {
  expect(blockOfText('"甲\n乙"\t"a ""b""\t"\r\n1\t2')).toEqual([
    ["甲\n乙", 'a "b"\t'],
    ["1", "2"],
  ]);
});

it("quotation marks that do not enclose a whole cell are text", () => {
  expect(blockOfText('5" disk\t"half')).toEqual([['5" disk', '"half']]);
});

it("empty cells are kept, empty lines at the end are dropped", () => {
  expect(blockOfText("90\t\n\t80\n\n\n")).toEqual([
    ["90", ""],
    ["", "80"],
  ]);
  expect(blockOfText("")).toEqual([[""]]);
});

it("a written block is read back unchanged", () => {
  const block = [
    ["甲", "90", 'quote " and\ttab'],
    ["two\nlines", "", "?"],
  ];
  expect(blockOfText(tabSeparated(block))).toEqual(block);
});

it("plain text is read even if the clipboard also holds HTML", () => {
  expect(blockOfClipboard("1\t2", "<table><tr><td>3</td></tr></table>")).toEqual([["1", "2"]]);
});
