import { expect, it } from "vitest";
import { EngineError } from "../../engine/error";
import { sheetFromText, withoutHeader } from "./sheet";

function refusalOf(text: string): unknown {
  try {
    sheetFromText(text);
    return null;
  } catch (thrown) {
    return thrown instanceof EngineError ? thrown.details : thrown;
  }
}

it("the delimiter is the most frequent of comma, semicolon and tab in the first line", () => {
  for (const separator of [",", ";", "\t"]) {
    const { header, rows } = sheetFromText(["姓名 德育 总分", "甲 90 85"].join("\n").replaceAll(" ", separator));
    expect(header).toEqual(["姓名", "德育", "总分"]);
    expect(rows).toEqual([["甲", "90", "85"]]);
  }
});

it("quoted cells keep delimiters, quotes and line breaks, which count as lines", () => {
  const sheet = sheetFromText('"a ""b"", c",t\r\n"x\ny",1\r\n\r\nz"z,2\n');
  expect(sheet.header).toEqual(['a "b", c', "t"]);
  expect(sheet.rows).toEqual([
    ["x\ny", "1"],
    ['z"z', "2"],
  ]);
  expect(sheet.lines).toEqual([2, 5]);
});

it("columns without a name and without values are dropped", () => {
  expect(sheetFromText("a,b,,\n1,2,,\n").header).toEqual(["a", "b"]);
  expect(sheetFromText("a,b,,\n1,2,,3\n").header).toEqual(["a", "b", ""]);
});

it("a text that is not a table is refused with the location", () => {
  expect(refusalOf("")).toMatchObject({ location: { kind: "file" }, rule: { kind: "not_empty" } });
  expect(refusalOf("a,b\n")).toMatchObject({
    location: { kind: "file" },
    rule: { kind: "at_least", what: "students" },
  });
  expect(refusalOf("a,b\n\n1,2\n3\n")).toMatchObject({
    location: { kind: "row", row: 4 },
    value: "1",
    rule: { kind: "ragged", expected: 2 },
  });
});

it("a text of a million rows is refused without reading all of it", () => {
  expect(refusalOf(`a,b\n${"1,2\n".repeat(1_000_000)}`)).toMatchObject({
    rule: { kind: "at_most", high: 20_000, what: "students" },
  });
});

it("twenty megabytes in one cell are read quickly", () => {
  const sheet = sheetFromText(`a,b\n1,"${"x\n".repeat(10_000_000)}"\n`);
  expect(sheet.rows[0]?.[1]).toHaveLength(19_999_999);
  expect(refusalOf("9".repeat(20_000_000))).toMatchObject({ rule: { kind: "at_least" } });
});

it("without a header the first row is a student, and the columns are numbered", () => {
  const sheet = withoutHeader(sheetFromText("甲,90,85\n乙,80,70\n"), (column) => `column ${column}`);
  expect(sheet.header).toEqual(["column 1", "column 2", "column 3"]);
  expect(sheet.rows).toHaveLength(2);
  expect(sheet.lines).toEqual([1, 2]);
});
