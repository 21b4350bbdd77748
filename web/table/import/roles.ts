/** Guesses the role of each column of a sheet; the import dialog lets a person change the roles. */
import { numberFromText } from "../../ui/number";
import type { Sheet } from "./sheet";

export type ColumnRole = "name" | "score" | "target" | "ignored";

/** Headers of a name column, most likely first. */
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

/** Headers of a target column. */
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

/** Guesses the role of each column. There is always a target and, if possible, at least one score. */
export function guessRoles(sheet: Sheet): ColumnRole[] {
  const columns = sheet.header.map((_, column) => column);
  const words = columns.map((column) => wordShare(sheet, column));
  const name = nameColumn(sheet, words);
  const target = targetColumn(sheet, name);
  const others = columns.filter((column) => column !== name && column !== target);
  // Without any column of numbers, a column of words is taken as scores, so that the message can name the word.
  const numeric = others.filter((column) => (words[column] ?? 1) <= 0.5 && !isOneOf(sheet.header[column], NAMES));
  const scores = numeric.length > 0 ? numeric : others;
  return columns.map((column) => {
    if (column === name) return "name";
    if (column === target) return "target";
    return scores.includes(column) ? "score" : "ignored";
  });
}

/** Changes the role of a column. Only one column can be the name or the target: the previous one becomes a score if possible. */
export function withRole(sheet: Sheet, roles: readonly ColumnRole[], column: number, role: ColumnRole): ColumnRole[] {
  const single = role === "name" || role === "target";
  return roles.map((old, index) => {
    if (index === column) return role;
    if (!single || old !== role) return old;
    return role === "target" && allNumbers(sheet, index) ? "score" : "ignored";
  });
}

/** Whether the first row looks like a student, that is, the sheet has no header. */
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

/** How the core ends the header of a saved table's target where it lists the classes (csv.rs). */
const CLASS_LIST = / \[(.*,.*)?\]$/;

/** The last column whose header lists classes, else the last with a target header, else the last that is not the name. */
function targetColumn(sheet: Sheet, name: number | null): number {
  const candidates = sheet.header.map((_, column) => column).filter((column) => column !== name);
  const called = candidates.filter((column) => isOneOf(sheet.header[column], TARGETS));
  const listed = candidates.filter((column) => CLASS_LIST.test(sheet.header[column] ?? ""));
  return listed.at(-1) ?? called.at(-1) ?? candidates.at(-1) ?? 0;
}

function allNumbers({ rows }: Sheet, column: number): boolean {
  return rows.every((row) => numberFromText(row[column] ?? "") !== null);
}

/** The fraction of a column's cells that are neither numbers nor empty. */
function wordShare({ rows }: Sheet, column: number): number {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  if (cells.length === 0) return 0;
  return cells.filter((cell) => numberFromText(cell) === null).length / cells.length;
}

function isOneOf(header: string | undefined, list: readonly string[]): boolean {
  return list.includes((header ?? "").toLowerCase());
}
