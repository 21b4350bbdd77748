/** Guesses the role of each column of a sheet; the import dialog lets a person change the roles. */
import { isAbsent, isUnknown } from "./absent";
import {
  isKnownHeader,
  isTargetHeader,
  listsClasses,
  type NoScoreHeader,
  nameRank,
  noScoreHeader,
} from "./header-words";
import { numeralOf } from "./numbers";
import type { Sheet } from "./sheet";
import { MAX_CLASSES } from "./targets";

export type ColumnRole = "name" | "score" | "target" | "ignored";

/** Why a column has no scores. `counting`: 1, 2, 3, …; `numbers`: long numbers that are all different. */
export type Reason = NoScoreHeader | "words" | "counting" | "numbers" | "empty" | "many";

export interface ColumnGuess {
  readonly role: ColumnRole;
  /** Null unless the column is ignored. */
  readonly reason: Reason | null;
}

/** The core's limit (table.rs). */
const MAX_SUBJECTS = 32;

/** Guesses the role of each column. There is always a target and, if possible, at least one score. */
export function guessRoles(sheet: Sheet): ColumnGuess[] {
  const columns = sheet.header.map((_, column) => column);
  const reasons = columns.map((column) => reasonFor(sheet, column));
  const name = nameColumn(sheet, reasons);
  const target = targetColumn(sheet, name, reasons);
  const others = columns.filter((column) => column !== name && column !== target);
  let scores = others.filter((column) => reasons[column] === null);
  // Without any other column, one that only looks like none, or one of words, is taken: then a message can name the word.
  if (scores.length === 0) scores = others.filter((column) => reasons[column] === "counting");
  if (scores.length === 0)
    scores = others.filter(
      (column) => reasons[column] !== "empty" && (reasons[column] === "words" || !isNumberColumn(sheet, column)),
    );
  scores = scores.slice(0, MAX_SUBJECTS);
  return columns.map((column) => {
    if (column === name) return { role: "name", reason: null };
    if (column === target) return { role: "target", reason: null };
    if (scores.includes(column)) return { role: "score", reason: null };
    return { role: "ignored", reason: reasons[column] ?? "many" };
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

/** Why a column has no scores; null for a column of scores. */
function reasonFor(sheet: Sheet, column: number): Reason | null {
  const header = sheet.header[column] ?? "";
  const cells = sheet.rows.map((row) => row[column] ?? "");
  const filled = cells.filter((cell) => !isAbsent(cell));
  if (filled.length === 0 && cells.length > 0 && !cells.includes("?")) return "empty";
  const named = noScoreHeader(header);
  if (named !== null) return named;
  if (filled.filter((cell) => numeralOf(cell) === null).length > filled.length / 2) return "words";
  if (isCounting(cells)) return "counting";
  const long = filled.length > 1 && filled.every((cell) => /^="?\d{6,}"?$|^'?\d{6,}$/.test(cell));
  return long && new Set(filled).size === filled.length ? "numbers" : null;
}

/** Whether the cells count from 0 or 1. */
function isCounting(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => Number(numeralOf(cell) ?? Number.NaN));
  const [first] = numbers;
  return numbers.length > 2 && (first === 0 || first === 1) && numbers.every((number, row) => number === first + row);
}

/** A column that is called a name; else the first column of different words; else one of numbers that each student has. */
function nameColumn(sheet: Sheet, reasons: readonly (Reason | null)[]): number | null {
  const columns = sheet.header.map((_, column) => column).filter((column) => reasons[column] !== "empty");
  const [called] = columns
    .filter((column) => nameRank(sheet.header[column] ?? "") < Number.POSITIVE_INFINITY && varies(sheet, column, 0.5))
    .sort((a, b) => nameRank(sheet.header[a] ?? "") - nameRank(sheet.header[b] ?? ""));
  if (called !== undefined) return called;
  if (columns.length < 2) return null;
  const words = columns.find(
    (column) =>
      reasons[column] === "words" && !isTargetHeader(sheet.header[column] ?? "") && varies(sheet, column, 0.8),
  );
  // The last column is rather the target, even where every student has another word.
  if (words !== undefined && (words === 0 || words !== columns.at(-1))) return words;
  return (
    columns.find((column) => reasons[column] === "number" && sheet.header[column] !== "" && varies(sheet, column, 1)) ??
    null
  );
}

/** Whether at least this share of a column's cells is different. */
function varies(sheet: Sheet, column: number, share: number): boolean {
  const cells = sheet.rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && new Set(cells).size >= cells.length * share;
}

/** The last column whose header lists classes, else the last with a target header, else the last that can be one. */
function targetColumn(sheet: Sheet, name: number | null, reasons: readonly (Reason | null)[]): number {
  const candidates = sheet.header.map((_, column) => column).filter((column) => column !== name);
  const header = (column: number): string => sheet.header[column] ?? "";
  const listed = candidates.filter((column) => listsClasses(header(column)));
  const last = candidates.filter((column) => reasons[column] !== "empty").at(-1);
  // “Class” is the target at the end, as in tables of flowers, and a class of pupils elsewhere.
  const called = candidates.filter(
    (column) =>
      reasons[column] !== "empty" && isTargetHeader(header(column)) && (reasons[column] !== "group" || column === last),
  );
  const possible = candidates.filter((column) => reasons[column] === null || isClasses(sheet, column, reasons[column]));
  return listed.at(-1) ?? called.at(-1) ?? possible.at(-1) ?? last ?? candidates.at(-1) ?? 0;
}

/** Whether a column of words has few of them, so that they can be classes. */
function isClasses({ rows, header }: Sheet, column: number, reason: Reason | null | undefined): boolean {
  const words = rows.map((row) => row[column] ?? "").filter((cell) => !isUnknown(cell));
  const different = new Set(words).size;
  return (
    reason === "words" &&
    !isNameLike(header[column] ?? "") &&
    different <= MAX_CLASSES &&
    (different < words.length || rows.length < 4)
  );
}

function isNameLike(header: string): boolean {
  return isKnownHeader(header) && !isTargetHeader(header);
}

function isNumberColumn(sheet: Sheet, column: number): boolean {
  return sheet.rows.some((row) => numeralOf(row[column] ?? "") !== null);
}

function allNumbers({ rows }: Sheet, column: number): boolean {
  return rows.every((row) => numeralOf(row[column] ?? "") !== null);
}
