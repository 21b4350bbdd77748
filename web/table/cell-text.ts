/** Converts a cell's value to text and back. */
import type { Rule, Table, Target } from "../engine/engine";
import { fieldText } from "../ui/format";
import { numberFromText } from "../ui/number";
import type { Column } from "./columns";

/** Translates a built-in name into the language of the page. */
export type Local = (name: string) => string;

/** The text of an editable cell, its numbers as the page writes them unless told otherwise; empty for a missing score and for a target “to be predicted”. */
export function cellText(
  { students }: Table,
  row: number,
  column: Column,
  local: Local,
  numberText: (value: number) => string = fieldText,
): string {
  const student = students[row];
  if (student === undefined) return "";
  if (column.kind === "name") return local(student.name);
  if (column.kind === "score") {
    const score = student.scores[column.subject] ?? null;
    return score === null ? "" : numberText(score);
  }
  if (column.kind === "include") return student.included ? "1" : "0";
  if (column.kind !== "target" || student.target === null) return "";
  return typeof student.target === "string" ? local(student.target) : numberText(student.target);
}

/** The value that was read, or the rule that the text breaks. */
export type Read<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "refused"; readonly rule: Rule };

/** An empty text means a missing score. */
export function readScore(text: string): Read<number | null> {
  return text.trim() === "" ? { kind: "value", value: null } : readNumber(text);
}

function readNumber(text: string): Read<number> {
  const value = numberFromText(text);
  if (value === null) return { kind: "refused", rule: { kind: "number" } };
  return Number.isFinite(value) ? { kind: "value", value } : { kind: "refused", rule: { kind: "finite" } };
}

/** An empty text or a question mark means “to be predicted”. A class may be written in the language of the page. */
export function readTarget(text: string, classes: readonly string[], local: Local): Read<Target | null> {
  const typed = text.trim();
  if (typed === "" || typed === "?" || typed === "？") return { kind: "value", value: null };
  if (classes.length === 0) return readNumber(typed);
  const value = classes.find((name) => name.trim() === typed) ?? classes.find((name) => local(name).trim() === typed);
  return value === undefined ? { kind: "refused", rule: { kind: "known_class" } } : { kind: "value", value };
}

/** A name is a single line: each run of white space becomes one space. */
export function readName(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
