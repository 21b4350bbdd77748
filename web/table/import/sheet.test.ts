import { expect, it } from "vitest";
import { EngineError } from "../../engine/error";
import type { Header } from "./rows";
import { type ReadSheet, sheetOf, sourceOfText } from "./sheet";

const named = (column: number): string => `column ${column}`;
const sheetOfText = (text: string, header: Header | null = null): ReadSheet =>
  sheetOf(sourceOfText(text), named, { header, taken: new Map() });
const kindsOf = (text: string): string[] => sheetOfText(text).all.map(({ kind }) => kind);

function refusalOf(text: string): unknown {
  try {
    sourceOfText(text);
    return null;
  } catch (thrown) {
    return thrown instanceof EngineError ? thrown.details : thrown;
  }
}

it("the delimiter is the one under which the rows have the same number of cells", () => {
  for (const separator of [",", ";", "\t", "，", "；", "、", "|"]) {
    const { header, rows } = sheetOfText(["姓名 德育 总分", "甲 90 85"].join("\n").replaceAll(" ", separator));
    expect(header).toEqual(["姓名", "德育", "总分"]);
    expect(rows).toEqual([["甲", "90", "85"]]);
  }
});

it("decimal commas and remarks with commas do not decide the delimiter", () => {
  expect(sheetOfText("2026，春季，期中\nn;a;t\nA;1,5;2,5\nB;3,5;4,5\n").header).toEqual(["n", "a", "t"]);
  expect(sheetOfText("姓名,备注,总分\n甲,好；快；细,90\n乙,好；慢,80\n").rows[0]).toEqual(["甲", "好；快；细", "90"]);
  expect(sheetOfText("姓名，德育，总分\n甲，90，85\n乙,80,75\n").rows[1]).toEqual(["乙", "80", "75"]);
});

it("quoted cells keep delimiters, quotes and line breaks, which count as lines", () => {
  const sheet = sheetOfText('"a ""b"", c",t\r\n"x\ny",1\r\n\r\nz"z,2\n');
  expect(sheet.header).toEqual(['a "b", c', "t"]);
  expect(sheet.rows).toEqual([
    ["x\ny", "1"],
    ['z"z', "2"],
  ]);
  expect(sheet.lines).toEqual([2, 5]);
});

it("a carriage return alone ends a line, in a cell too", () => {
  expect(sheetOfText('a,t\rx,1\r\r"y\rz",2\rw,3\r').lines).toEqual([2, 4, 6]);
});

it("columns without a name and without values are dropped", () => {
  expect(sheetOfText("a,b,,\n1,2,,\n").header).toEqual(["a", "b"]);
  expect(sheetOfText("a,b,,\n1,2,,3\n").header).toEqual(["a", "b", ""]);
});

it("a text without cells is refused with the location", () => {
  expect(refusalOf("")).toMatchObject({ location: { kind: "file" }, rule: { kind: "not_empty" } });
});

it("a row short of its last cells comes in and is named, a row with too many is left out", () => {
  const sheet = sheetOfText("姓名,a,b,总分\n甲,1,2,3\n\n乙,1,2\n丙,1,2,\n丁,1,2,3,4\n");
  expect(sheet.rows).toEqual([
    ["甲", "1", "2", "3"],
    ["乙", "1", "2", ""],
    ["丙", "1", "2", ""],
  ]);
  expect(sheet.all.map(({ written }) => written)).toEqual([4, 4, 3, 4, 4]);
  expect(sheet.all.map(({ kind }) => kind)).toEqual(["header", "student", "student", "student", "long"]);
});

it("a text of a million rows is refused without reading all of it", () => {
  expect(refusalOf(`a,b\n${"1,2\n".repeat(1_000_000)}`)).toMatchObject({
    rule: { kind: "at_most", high: 20_000, what: "students" },
  });
});

it("twenty megabytes in one cell are read quickly", () => {
  const sheet = sheetOfText(`a,b\n1,"${"x\n".repeat(10_000_000)}"\n`);
  expect(sheet.rows[0]?.[1]).toHaveLength(19_999_999);
  expect(sheetOfText("9".repeat(20_000_000)).header).toHaveLength(1);
});

it("ten thousand rows without a name are read quickly", () => {
  expect(sheetOfText(`名,a,总分\n${",1,2\n".repeat(10_000)}`).rows).toHaveLength(10_000);
  expect(sheetOfText(`名,a,总分\n${"max,1,2\n".repeat(10_000)}`).all).toHaveLength(10_001);
});

it("a first row of numbers above numbers is a student, and the columns are numbered", () => {
  const sheet = sheetOfText("甲,90,85\n乙,80,70\n");
  expect(sheet.header).toEqual(["column 1", "column 2", "column 3"]);
  expect(sheet.rows).toHaveLength(2);
  expect(sheet.lines).toEqual([1, 2]);
  expect(sheetOfText("姓名,90分,总分\n乙,80,70\n").headerLine).toBe(1);
  expect(sheetOfText("name,award\n甲,yes\n").headerLine).toBe(1);
  expect(sheetOfText("姓名,1,2,3\n甲,5,0,4\n").header).toEqual(["姓名", "1", "2", "3"]);
});

it("titles, notes, comments, repeated headers and totals are no students", () => {
  const text = `# exported 2026
期末成绩,,,
班级：二班,教师：王,,
姓名,语文,数学,总分
甲,90,80,170
乙,98,95,193
姓名,语文,数学,总分
丙,70,60,130
丁,,,
,258,235,493
平均分,86,78.3,164.3
注：缺考不计入,,,
制表：王老师,,2026年5月,
`;
  expect(kindsOf(text)).toEqual([
    ...["title", "title", "title", "header", "student", "student", "repeated", "student", "student"],
    ...["total", "total", "note", "note"],
  ]);
});

it("a student whose name is a word for totals is a student, unless the numbers say otherwise", () => {
  expect(kindsOf("name,a,b\nMax,1,2\nMin,3,4\nTotal,4,6\n")).toEqual(["header", "student", "student", "total"]);
  expect(kindsOf("name,a,b\nAnna,1,2\nMin,3,4\nMax,2,2\n")).toEqual(["header", "student", "student", "student"]);
});

it("the most points that there are stand under the header and are no student", () => {
  expect(kindsOf("姓名,语文,数学\n满分,150,150\n甲,90,80\n")).toEqual(["header", "total", "student"]);
  expect(kindsOf("Student,Essay,Exam\n    Points Possible,20,100\nA,19,80\n")).toEqual(["header", "total", "student"]);
});

it("a line of groups above a header with repeated names is joined with it", () => {
  const sheet = sheetOfText("成绩表\n,,第一次,,第二次,\n学号,姓名,语文,数学,语文,数学\n1,甲,1,2,3,4\n2,乙,5,6,7,8\n");
  expect(sheet.header).toEqual(["学号", "姓名", "第一次 语文", "第一次 数学", "第二次 语文", "第二次 数学"]);
  expect(sheet.headerLine).toBe(3);
});

it("a commented header over the students names the columns", () => {
  expect(sheetOfText("# made by a script\n#name,a,t\nA,1,2\nB,3,4\n").header).toEqual(["name", "a", "t"]);
});

it("another header can be chosen", () => {
  const text = "x,y\na,b\n1,2\n3,4\n";
  expect(sheetOfText(text, { first: 1, lines: 1 }).header).toEqual(["a", "b"]);
  expect(sheetOfText(text, { first: 0, lines: 2 }).header).toEqual(["x a", "y b"]);
  expect(sheetOfText(text, { first: 2, lines: 0 }).header).toEqual(["column 1", "column 2"]);
});

it("row names of R and pandas have a column of their own", () => {
  expect(sheetOfText('"mpg","cyl"\n"Mazda RX4",21,6\n"Datsun 710",22.8,4\n').header).toEqual(["", "mpg", "cyl"]);
  expect(sheetOfText("  name  math  total\n0   Ann    90    185\n1   Bob    80    165\n").rows).toEqual([
    ["0", "Ann", "90", "185"],
    ["1", "Bob", "80", "165"],
  ]);
});

it("columns aligned by spaces are read, also where cells are empty", () => {
  const aligned = sheetOfText("姓名    语文  总分\n张三      90    85\n欧阳明明  80    75\n");
  expect(aligned.header).toEqual(["姓名", "语文", "总分"]);
  expect(aligned.rows[1]).toEqual(["欧阳明明", "80", "75"]);
  const gap = sheetOfText(
    "name   math  art  total\nAnn      90   80     85\nBo Li    70          75\nCy            60     65\n",
  );
  expect(gap.rows).toEqual([
    ["Ann", "90", "80", "85"],
    ["Bo Li", "70", "", "75"],
    ["Cy", "", "60", "65"],
  ]);
});

it("a Markdown table and a table with a frame are read", () => {
  const markdown = sheetOfText("| 姓名 | 语文 | 总分 |\n|------|-----:|:---:|\n| 甲 | 90 | 85 |\n| 乙 | 80 | |\n");
  expect(markdown.header).toEqual(["姓名", "语文", "总分"]);
  expect(markdown.rows).toEqual([
    ["甲", "90", "85"],
    ["乙", "80", ""],
  ]);
  const framed = sheetOfText("+----+----+\n| a  | t  |\n+----+----+\n| 1  | 2  |\n+----+----+\n");
  expect([framed.header, framed.rows]).toEqual([["a", "t"], [["1", "2"]]]);
});
