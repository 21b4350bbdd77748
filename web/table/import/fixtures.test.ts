/** Files as people have them, each with its outcome, read as the import dialog reads them and checked by the real core. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Table } from "../../engine/engine";
import { startTestCore } from "../../state/core.testing";
import { readingOfContent, readingOfFile, sheetOfFile, tableOfFile } from "./fixtures.testing";
import { inSheet } from "./read";
import { NO_CHOICES, type Reading } from "./reading";

beforeAll(startTestCore);

const names = (table: Table): string[] => table.students.map(({ name }) => name);
const scores = (table: Table): (number | null)[][] => table.students.map((student) => student.scores);
const targets = (table: Table): unknown[] => table.students.map(({ target }) => target);
/** The line and kind of each row that is left out. */
const leftOut = ({ sheet }: Reading): string[] =>
  sheet.all.filter(({ taken, kind }) => !taken && kind !== "header").map(({ line, kind }) => `${line} ${kind}`);

const PUPILS = ["丁一", "卜二", "王三", "田四", "石五", "江六", "池七"];

/** The weights 0.6, 0.3, 0.1 give every known target of a complete student. */
function expectSecretWeights({ students }: Table): void {
  for (const { scores, target } of students) {
    const [a, b, c] = scores;
    if (target === null || a == null || b == null || c == null) continue;
    expect(0.6 * a + 0.3 * b + 0.1 * c).toBeCloseTo(Number(target), 9);
  }
}

it("sep-line: the line is Excel's, and a comma is decimal", async () => {
  const table = await tableOfFile("sep-line.csv");
  expect(names(table)).toEqual(["S0", "S1", "S2", "S3", "S4", "S5", "S6"]);
  expect(targets(table)).toEqual([85, 96, 81.7, 78.1, 67.6, 91.8, 81.1]);
  expectSecretWeights(table);
});

describe("title-and-totals", () => {
  it("the title and the totals are left out, the header is row 2", async () => {
    const reading = await readingOfFile("title-and-totals.csv");
    expect(reading.sheet.headerLine).toBe(2);
    expect(leftOut(reading)).toEqual(["1 title", "10 total", "11 total", "12 total", "13 total"]);
    const table = await tableOfFile("title-and-totals.csv");
    expect(names(table)).toEqual(PUPILS);
    expect([table.subjects, table.target, table.classes]).toEqual([["语文", "数学", "英语"], "三好", ["否", "是"]]);
  });

  it("a row can be taken and another one left out", async () => {
    const rows = {
      header: null,
      taken: new Map([
        [9, true],
        [2, false],
      ]),
    };
    const table = await tableOfFile("title-and-totals.csv", { rows });
    expect(names(table)).toEqual([...PUPILS.slice(1), "合计"]);
  });
});

it("totals-numeric: totals are not trained on", async () => {
  expect(leftOut(await readingOfFile("totals-numeric.csv"))).toEqual(["9 total", "10 total"]);
  expect(names(await tableOfFile("totals-numeric.csv"))).toEqual(PUPILS);
});

it("absent: students without a score come in without it", async () => {
  const table = await tableOfFile("absent.csv");
  expect(names(table)).toEqual(PUPILS);
  const incomplete = table.students.filter(({ scores }) => scores.includes(null));
  expect(incomplete.map(({ name, scores }) => [name, ...scores])).toEqual([
    ["王三", 72, null, 88],
    ["石五", 66, 74, null],
  ]);
  expectSecretWeights(table);
});

describe("decimal-comma", () => {
  it("a comma is decimal in the whole file, and a personal name keeps its letters", async () => {
    const reading = await readingOfFile("decimal-comma.csv");
    expect([reading.format, reading.marked]).toEqual(["comma", true]);
    const table = await tableOfFile("decimal-comma.csv");
    expect(names(table)).toEqual(["Anna", "Björn", "Çağla", "Dörte", "Émile", "Finn"]);
    expect(scores(table)[0]).toEqual([90.5, 80, 70.25]);
    expect(targets(table)[0]).toBe(85.325);
    expectSecretWeights(table);
  });

  it("with another format chosen the first cell that does not fit it is named", async () => {
    await expect(tableOfFile("decimal-comma.csv", { format: "point" })).rejects.toMatchObject({
      details: { location: { kind: "cell", row: 2, column: "Moral" }, value: '"90,5"', rule: { kind: "number" } },
    });
  });
});

it("fullwidth-comma: full-width commas separate and full-width digits are digits", async () => {
  const table = await tableOfFile("fullwidth-comma.csv");
  expect(names(table)).toEqual(PUPILS);
  expect(scores(table).slice(0, 2)).toEqual([
    [90, 80, 70],
    [98, 95, 87],
  ]);
  expect(table.classes).toEqual(["否", "是"]);
});

describe("two-line-header", () => {
  it("the two lines are joined", async () => {
    const table = await tableOfFile("two-line-header.csv");
    expect(table.subjects).toEqual(["语文 平时", "语文 期末", "数学 平时", "数学 期末"]);
    expect(table.target).toBe("总评");
    expect(names(table)).toEqual(PUPILS);
    expect(scores(table)[2]).toEqual([72, 99, 88, 90]);
  });

  it("the second line alone can be the header", async () => {
    const { sheet } = await readingOfFile("two-line-header.csv", {
      rows: { header: { first: 1, lines: 1 }, taken: new Map() },
    });
    expect(sheet.header).toEqual(["", "", "平时", "期末", "平时 2", "期末 2", ""]);
  });
});

describe("classes-as-numbers", () => {
  it("few whole numbers that repeat are classes", async () => {
    const table = await tableOfFile("classes-as-numbers.csv");
    expect(table.classes).toEqual(["0", "1", "2"]);
    expect(table.subjects).toEqual(["sepal", "petal"]);
  });

  it("they can be numbers", async () => {
    const target = { ...NO_CHOICES.target, kind: "numbers" as const };
    const table = await tableOfFile("classes-as-numbers.csv", { target });
    expect([table.classes, targets(table).slice(0, 3)]).toEqual([[], [0, 1, 2]]);
  });
});

it.each([
  ["pass-fail.csv", ["fail", "pass"]],
  ["jige.csv", ["不及格", "及格"]],
])("%s: the yes is the second class", async (file, classes) => {
  expect((await tableOfFile(file)).classes).toEqual(classes);
});

describe("tick-or-blank", () => {
  it("an empty cell is the no", async () => {
    const table = await tableOfFile("tick-or-blank.csv");
    expect(table.classes).toEqual(["×", "√"]);
    expect(targets(table)).toEqual(["×", "√", "√", "×", "×", "√", "×"]);
  });

  it("by choice it is to be predicted, and then there is one class only", async () => {
    const target = { ...NO_CHOICES.target, blank: "unknown" as const };
    await expect(tableOfFile("tick-or-blank.csv", { target })).rejects.toMatchObject({
      details: { rule: { kind: "at_least", what: "classes" } },
    });
  });
});

it("labels-in-mixed-case: the spellings are one class, and named", async () => {
  const { targets: read } = await readingOfFile("labels-in-mixed-case.csv");
  expect(read?.merged).toEqual([
    ["Yes", "yes", "YES"],
    ["No", "no", "NO"],
  ]);
  const table = await tableOfFile("labels-in-mixed-case.csv");
  expect(table.classes).toEqual(["No", "Yes"]);
  expect(targets(table)).toEqual(["Yes", "Yes", "No", "No", "No", "Yes", "Yes"]);
});

it("seat-number: a seat is a name at most", async () => {
  const table = await tableOfFile("seat-number.csv");
  expect([table.subjects, table.target]).toEqual([["国语", "数学"], "总分"]);
  expect(names(table)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
});

it("xor: 0 and 1 are scores, yes and no classes", async () => {
  const table = await tableOfFile("xor.csv");
  expect([table.subjects, table.classes]).toEqual([
    ["x1", "x2"],
    ["no", "yes"],
  ]);
});

/** The number of students, the scores, the target and its classes, and the rows that are left out. */
const OUTCOMES: readonly [file: string, students: number, subjects: string, target: string, out: string][] = [
  [
    "school-register.csv",
    ...([
      8,
      "语文 数学 英语",
      "总分",
      "1 title, 2 title, 12 total, 13 total, 14 total, 15 total, 16 note, 17 note",
    ] as const),
  ],
  ["german-excel.csv", 6, "Mündlich Schriftlich Mitarbeit", "Gesamtnote", "1 title, 9 total"],
  ["french-excel.csv", 6, "Revenu Surface", "Prix", ""],
  ["taiwan-excel.csv", 6, "國語 數學 自然", "總分", "8 total"],
  ["r-write-table.txt", 8, "read write", "total", ""],
  ["r-print.txt", 8, "read write", "total", ""],
  ["pandas-print.txt", 8, "math art", "total", ""],
  ["moodle.csv", 8, "Quiz: Algebra (Real) Assignment: Essay (Real)", "Course total (Real)", "10 total"],
  ["canvas.csv", 9, "Essay (1234) Exam (1235)", "Final Score", "2 total"],
  ["two-exams.csv", 8, "期中 语文 期中 数学 期中 英语 期末 语文 期末 数学 期末 英语", "是否进步 否/是", "1 title"],
  ["plus-minus.txt", 8, "column 1 column 2", "column 3 -1/1", ""],
  ["many-absences.csv", 8, "语文 数学 英语", "总分", ""],
  ["subtotals.csv", 8, "语文 数学", "总分", "6 total, 7 repeated, 12 total, 13 total"],
  ["unnamed-sum.csv", 8, "#1 #2 #3 #4", "总分", "10 total"],
  ["comments.csv", 8, "Maths Physics", "Result Fail/PASS", "2 title, 3 title"],
  ["database.txt", 8, "math art", "total", "13 note"],
  ["unicode-text.txt", 8, "平时成绩(40%) 期末成绩(60%) 总评 成绩", "是否优秀 否/是", ""],
  ["aligned-with-gaps.txt", 4, "语文 数学", "总分", ""],
  ["quoted-decimal-comma.csv", 8, "Mathe Deutsch", "Summe", ""],
  ["units.csv", 8, "语文 数学 英语", "等级 优/良/中", ""],
];

it.each(OUTCOMES)("%s comes in", async (file, students, subjects, target, out) => {
  const table = await tableOfFile(file);
  expect(table.students).toHaveLength(students);
  expect(table.subjects.join(" ")).toBe(subjects);
  expect([table.target, table.classes.join("/")].join(" ").trim()).toBe(target);
  expect(leftOut(await readingOfFile(file)).join(", ")).toBe(out);
});

it("what stands for a missing score is missing, in every spelling", async () => {
  const table = await tableOfFile("many-absences.csv");
  expect(scores(table).map(([, math]) => math)).toEqual([null, null, null, null, null, null, 91, 97]);
});

it("cells under aligned names are found where others are empty", async () => {
  expect(scores(await tableOfFile("aligned-with-gaps.txt"))).toEqual([
    [90, 80],
    [98, 95],
    [72, null],
    [85, 60],
  ]);
});

describe("unquoted-decimal-comma", () => {
  it("numbers that their decimal comma has split are whole again, under their own names", async () => {
    const reading = await readingOfFile("unquoted-decimal-comma.csv");
    expect([reading.sheet.joined, reading.format]).toEqual([true, "comma"]);
    expect(reading.examples).toContainEqual(["9,0", "9.0"]);
    const table = await tableOfFile("unquoted-decimal-comma.csv");
    expect([table.subjects, table.target]).toEqual([["Mathe", "Deutsch"], "Summe"]);
    expect(scores(table).slice(0, 2)).toEqual([
      [9, 8],
      [9.8, 9.5],
    ]);
    expect(targets(table).slice(0, 2)).toEqual([17, 19.3]);
  });

  it("by choice they stay apart, and then no row is read under the wrong names", async () => {
    const rows = { header: null, taken: new Map(), split: true };
    const { sheet } = await readingOfFile("unquoted-decimal-comma.csv", { rows });
    expect([sheet.joined, sheet.rows]).toEqual([false, []]);
    expect(new Set(sheet.all.slice(1).map(({ kind }) => kind))).toEqual(new Set(["long"]));
  });

  it.each([
    [
      "numbers before the names, words and absence between",
      "Nr,Name,M,Klasse,D,S\n1,A,9,0,7a,8,0,17,0\n2,B,9,8,7b,缺考,9,8\n",
    ],
    ["a last cell that is empty", "Name,M,D,S\nA,9,0,8,0,17,0\nB,9,8,9,5,\n"],
    ["whole rows beside them", "Name,M,D,S\nA,9,0,8,0,17,0\nB,9,5,9,5,19,0\nC,9,8,17\n"],
    ["thousandths", "Name,M,S\nA,9,125,8,250\nB,9,875,9,500\n"],
  ])("%s", async (_, text) => {
    const { sheet, format } = await readingOfContent(text);
    expect([sheet.joined, format]).toEqual([true, "comma"]);
    expect(sheet.all.filter(({ kind }) => kind === "long")).toEqual([]);
  });

  it.each([
    ["some numbers whole and some not", "Name,M,D,S\nA,9,8,0,17,0\nB,9,8,9,5,19,3\n"],
    ["four whole scores under two names", "Name,M,S\nA,90,100,70,65\nB,85,75,100,60\n"],
    ["a column without a name", "Name,M,S\nA,90,80,70\nB,85,75,60\n"],
    ["one row alone", "Name,M,D,S\nA,9,8,17\nB,9,8,9,5,19,3\n"],
  ])("nothing is joined where it is not plain: %s", async (_, text) => {
    expect((await readingOfContent(text)).sheet.joined).toBeNull();
  });
});

describe("workbooks", () => {
  it("class-book.xlsx: title, joined header, numbers as text, percents, an absence, and means without a result", async () => {
    const reading = await readingOfFile("class-book.xlsx");
    expect(leftOut(reading)).toEqual(["1 title", "11 total"]);
    const table = await tableOfFile("class-book.xlsx");
    expect([table.subjects, table.target]).toEqual([["考试 语文", "考试 数学", "考试 英语", "出勤率"], "总评"]);
    expect(names(table)).toEqual(PUPILS);
    expect(scores(table).slice(2, 5)).toEqual([
      [88, 79, 66, 95.5],
      [81, 76.5, 65, 90],
      [null, 70, 60, 88],
    ]);
    expect(targets(table)).toEqual([85, 96, 81.7, 78.1, null, 91.3, 81.2]);
  });

  it("class-book.xlsx: an empty cover and hidden sheets are passed over, hidden cells are counted, another sheet is chosen", async () => {
    const found = await sheetOfFile("class-book.xlsx");
    const { sheets, shown } = found.workbook ?? { sheets: [], shown: -1 };
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["二班", false],
      ["旧", true],
    ]);
    expect(shown).toBe(0);
    expect(sheets[0]).toMatchObject({ merged: 6, hiddenRows: 1, hiddenColumns: 1, unevaluated: 1 });
    expect(inSheet(found, 1).source.rows.map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("formula-error.xlsx: a formula's error is a missing score, and a formula without a result an unknown target", async () => {
    const table = await tableOfFile("formula-error.xlsx");
    expect(scores(table)).toEqual([
      [90, 80],
      [80, null],
      [80, 75],
    ]);
    expect(targets(table)).toEqual([85, 78, null]);
  });

  it("excel-97.xls", async () => {
    const table = await tableOfFile("excel-97.xls");
    expect([table.subjects, table.target]).toEqual([["语文", "数学"], "总分"]);
    expect(scores(table)).toEqual([
      [90, 80],
      [80, 70],
      [60.5, 75],
    ]);
  });
});
