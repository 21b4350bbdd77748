import { expect, it } from "vitest";
import { blockOfClipboard, blockOfHtml, blockOfText } from "./clipboard";
import { tabSeparated } from "./delimited";

it("reads what Excel, WPS and Google Sheets hand over, with or without a last line break", () => {
  expect(blockOfText("90\t80\r\n98\t95\r\n")).toEqual([
    ["90", "80"],
    ["98", "95"],
  ]);
  expect(blockOfText("90\t80\n98\t95")).toHaveLength(2);
  expect(blockOfText("90\r80\r")).toEqual([["90"], ["80"]]);
});

it("a cell in quotation marks may hold tabs, line breaks and quotation marks", () => {
  expect(blockOfText('"甲\n乙"\t"a ""b""\t"\r\n1\t2')).toEqual([
    ["甲\n乙", 'a "b"\t'],
    ["1", "2"],
  ]);
});

it("quotation marks that enclose no cell are text", () => {
  expect(blockOfText('5" disk\t"half')).toEqual([['5" disk', '"half']]);
});

it("empty cells stay, empty lines at the end go", () => {
  expect(blockOfText("90\t\n\t80\n\n\n")).toEqual([
    ["90", ""],
    ["", "80"],
  ]);
  expect(blockOfText("")).toEqual([[""]]);
});

it("what is written is read again as it was", () => {
  const block = [
    ["甲", "90", 'quote " and\ttab'],
    ["two\nlines", "", "?"],
  ];
  expect(blockOfText(tabSeparated(block))).toEqual(block);
});

it("a web page's table is read by its cells, and nothing in it is run", () => {
  const html = `<html><head><style>td { color: red }</style></head><body><!--StartFragment--><table>
    <tr><th colspan="2">姓名&nbsp;</th><th>分</th></tr>
    <tr><td><b>甲</b>&amp;<br>乙</td><td>x</td><td>&#57;0<script>alert(1)</script></td></tr></table></body></html>`;
  expect(blockOfHtml(html)).toEqual([
    ["姓名", "", "分"],
    ["甲& 乙", "x", "90"],
  ]);
});

it("text goes before the web page, and a page's source is read as the page", () => {
  expect(blockOfClipboard("1\t2", "<table><tr><td>3</td></tr></table>")).toEqual([["1", "2"]]);
  expect(blockOfClipboard("", "<table><tr><td>3</td></tr></table>")).toEqual([["3"]]);
  expect(blockOfClipboard("<table><tr><td>3</td><td>4</td></tr></table>", "")).toEqual([["3", "4"]]);
});
