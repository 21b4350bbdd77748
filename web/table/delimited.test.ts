import { expect, it } from "vitest";
import { type Delimiter, rowsOf } from "./delimited";

function cells(text: string, delimiter: Delimiter = ","): string[][] {
  return [...rowsOf(text, delimiter)].map((row) => row.cells);
}

it("a row knows the line in which it begins, whatever its cells contain", () => {
  const rows = [...rowsOf('a,b\r\n"x\ny",1\r\n\r\nz,2', ",")];
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
});

it("spaces after quotation marks do not open them", () => {
  expect(cells('"90" ,"a, b"  \n1,2')).toEqual([
    ["90", "a, b"],
    ["1", "2"],
  ]);
});

it("text after quotation marks that enclose a delimiter belongs to their cell", () => {
  expect(cells('"Li, Ming" (monitor),5')).toEqual([["Li, Ming (monitor)", "5"]]);
});

it("a quotation mark that is never closed is text", () => {
  expect(cells('"half,1\nwhole,2')).toEqual([
    ['"half', "1"],
    ["whole", "2"],
  ]);
});
