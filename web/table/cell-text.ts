/** What stands in a cell as text, and what a text is as a cell's value. */
import type { Rule, Table, Target } from "../engine/engine";
import { fieldText } from "../ui/format";
import { numberFromText } from "../ui/number";
import type { Column } from "./columns";

/** How a name is shown in the reader's language. */
export type Local = (name: string) => string;

/** What stands in a cell that a person fills in, to be typed or copied; a missing score and a target that is to be predicted are empty. */
export function cellText({ students }: Table, row: number, column: Column, local: Local): string {
  const student = students[row];
  if (student === undefined) return "";
  if (column.kind === "name") return local(student.name);
  if (column.kind === "score") return fieldText(student.scores[column.subject] ?? Number.NaN);
  if (column.kind === "include") return student.included ? "1" : "0";
  if (column.kind !== "target" || student.target === null) return "";
  return typeof student.target === "string" ? local(student.target) : fieldText(student.target);
}

/** A value, or the rule that the text breaks. */
export type Read<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "refused"; readonly rule: Rule };

/** Nothing is a missing score. */
export function readScore(text: string): Read<number | null> {
  return text.trim() === "" ? { kind: "value", value: null } : readNumber(text);
}

function readNumber(text: string): Read<number> {
  const value = numberFromText(text);
  if (value === null) return { kind: "refused", rule: { kind: "number" } };
  return Number.isFinite(value) ? { kind: "value", value } : { kind: "refused", rule: { kind: "finite" } };
}

/** Nothing, or a question mark, is to be predicted; a class may stand there as the reader's language has it. */
export function readTarget(text: string, classes: readonly string[], local: Local): Read<Target | null> {
  const typed = text.trim();
  if (typed === "" || typed === "?" || typed === "？") return { kind: "value", value: null };
  if (classes.length === 0) return readNumber(typed);
  const value = classes.find((name) => name.trim() === typed) ?? classes.find((name) => local(name).trim() === typed);
  return value === undefined ? { kind: "refused", rule: { kind: "known_class" } } : { kind: "value", value };
}

/** A name is one line, whatever was pasted. */
export function readName(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
