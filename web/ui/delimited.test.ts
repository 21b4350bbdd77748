import { expect, it } from "vitest";
import { rowsOf } from "./delimited";

function cells(text: string, delimiter = ","): string[][] {
  return [...rowsOf(text, delimiter)].map((row) => row.cells);
}

it("a row has the line number at which it begins, whatever its cells contain", () => {
  const rows = [...rowsOf('a,b\r\n"x\ny",1\r\n\r\nz,2', ",")];
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
});

it("spaces after the closing quotation mark are ignored", () => {
  expect(cells('"90" ,"a, b"  \n1,2')).toEqual([
    ["90", "a, b"],
    ["1", "2"],
  ]);
});

it("text after a quoted part with a delimiter belongs to the same cell", () => {
  expect(cells('"Li, Ming" (monitor),5')).toEqual([["Li, Ming (monitor)", "5"]]);
});

it("a quotation mark that is never closed is text", () => {
  expect(cells('"half,1\nwhole,2')).toEqual([
    ['"half', "1"],
    ["whole", "2"],
  ]);
});
