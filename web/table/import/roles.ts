/** What the columns of a sheet are: guessed, shown, and changed by whoever knows better. */
import { numberFromText } from "../../ui/number";
import type { Sheet } from "./sheet";

export type ColumnRole = "name" | "score" | "target" | "ignored";

/** Headers of a name's column, the likeliest first. */
const NAMES = [
  "姓名",
  "name",
  "名字",
  "学生姓名",
  "学生",
  "student",
  "学号",
  "student id",
  "id",
  "编号",
  "序号",
  "no.",
];

/** Headers of what the school said of a student. */
const TARGETS = [
  ...[
    "总分",
    "总评",
    "总成绩",
    "综合",
    "三好学生",
    "三好",
    "荣誉",
    "奖项",
    "获奖",
    "评定",
    "结果",
    "目标",
    "类别",
    "等级",
  ],
  ...["total", "award", "honour", "honor", "result", "target", "label", "class", "grade", "y"],
];

/** What each column seems to be. There is always a target, and where there can be, a score. */
export function guessRoles(sheet: Sheet): ColumnRole[] {
  const columns = sheet.header.map((_, column) => column);
  const words = columns.map((column) => wordShare(sheet, column));
  const name = nameColumn(sheet, words);
  const target = targetColumn(sheet, name);
  const others = columns.filter((column) => column !== name && column !== target);
  // A column of words is no score, but for want of a better one it may have been meant as one: then it is refused in words.
  const numeric = others.filter((column) => (words[column] ?? 1) <= 0.5 && !isOneOf(sheet.header[column], NAMES));
  const scores = numeric.length > 0 ? numeric : others;
  return columns.map((column) => {
    if (column === name) return "name";
    if (column === target) return "target";
    return scores.includes(column) ? "score" : "ignored";
  });
}

/** The roles with another one for a column. Of names and targets there is one: who had it before is a score where it can be. */
export function withRole(sheet: Sheet, roles: readonly ColumnRole[], column: number, role: ColumnRole): ColumnRole[] {
  const single = role === "name" || role === "target";
  return roles.map((old, index) => {
    if (index === column) return role;
    if (!single || old !== role) return old;
    return role === "target" && allNumbers(sheet, index) ? "score" : "ignored";
  });
}

/** Whether the first row seems to be a student already, for want of names over the columns. */
export function lacksHeader(sheet: Sheet): boolean {
  const numeric = sheet.header.map((_, column) => column).filter((column) => wordShare(sheet, column) <= 0.5);
  const numbers = numeric.filter((column) => numberFromText(sheet.header[column] ?? "") !== null);
  return numeric.length > 0 && numbers.length === numeric.length;
}

function nameColumn(sheet: Sheet, words: readonly number[]): number | null {
  for (const name of NAMES) {
    const column = sheet.header.findIndex((header) => header.toLowerCase() === name);
    if (column >= 0) return column;
  }
  return (words[0] ?? 0) >= 0.5 && sheet.header.length > 1 ? 0 : null;
}

/** The last column that is called a target, else the last that is not the name. */
function targetColumn(sheet: Sheet, name: number | null): number {
  const candidates = sheet.header.map((_, column) => column).filter((column) => column !== name);
  const called = candidates.filter((column) => isOneOf(sheet.header[column], TARGETS));
  return called.at(-1) ?? candidates.at(-1) ?? 0;
}

function allNumbers({ rows }: Sheet, column: number): boolean {
  return rows.every((row) => numberFromText(row[column] ?? "") !== null);
}

/** The part of a column's cells that are neither numbers nor empty. */
function wordShare({ rows }: Sheet, column: number): number {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  if (cells.length === 0) return 0;
  return cells.filter((cell) => numberFromText(cell) === null).length / cells.length;
}

function isOneOf(header: string | undefined, list: readonly string[]): boolean {
  return list.includes((header ?? "").toLowerCase());
}
