/** A value refused by the core or the page: an `Error` with its location, the value and the broken rule. */
import type { CoreError, ErrorLocation, Rule } from "#sanhao";
import { noteTrap } from "./trap.svelte";

/** The page's own rules, in addition to the core's: for typed values, and for what whoever made the link has locked. */
export type PageRule = { kind: "whole" } | { kind: "locked" };

/** A refused value. */
export type Refusal = Omit<CoreError, "rule"> & { rule: Rule | PageRule };

export class EngineError extends Error {
  override readonly name = "EngineError";

  constructor(
    message: string,
    /** Null if the engine itself failed; then there is only the message. */
    readonly details: Refusal | null,
  ) {
    super(message);
  }
}

/** The same kind of error for text that the page cannot read, such as a word in place of a number. */
export function refusal(path: string, text: string, rule: Rule | PageRule): EngineError {
  const value = quoted(text);
  return new EngineError(`${path}: ${value} (${rule.kind})`, { location: { kind: "field", path }, value, rule });
}

/** Text in quotation marks, cut after 40 characters as in the core. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 100)];
  return text.length > 40 && characters.length > 40 ? `"${characters.slice(0, 40).join("")}…"` : `"${text}"`;
}

/** Converts any thrown value to an `EngineError`. */
export function asEngineError(thrown: unknown): EngineError {
  if (thrown instanceof EngineError) return thrown;
  noteTrap(thrown);
  if (!(thrown instanceof Error)) return new EngineError(String(thrown), null);
  const details: unknown = "details" in thrown ? thrown.details : null;
  return new EngineError(thrown.message, isCoreError(details) ? details : null);
}

/** Calls the core; anything thrown becomes an `EngineError`. */
export function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (thrown) {
    throw asEngineError(thrown);
  }
}

function isCoreError(value: unknown): value is CoreError {
  if (typeof value !== "object" || value === null) return false;
  const { location, rule, value: text } = value as { location?: ErrorLocation; rule?: Rule; value?: unknown };
  return typeof location?.kind === "string" && typeof rule?.kind === "string" && typeof text === "string";
}
