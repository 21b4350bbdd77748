/** What the core or the page does not take: an `Error` that knows its location, its value and the rule it breaks. */
import type { CoreError, ErrorLocation, Rule } from "#sanhao";

/** What the page itself holds typed values to, beside the core's rules. */
export type PageRule = { kind: "whole" };

/** A value that is not taken, by the core or by the page. */
export type Refusal = Omit<CoreError, "rule"> & { rule: Rule | PageRule };

export class EngineError extends Error {
  override readonly name = "EngineError";

  constructor(
    message: string,
    /** None where the engine itself failed: then there is only the message. */
    readonly details: Refusal | null,
  ) {
    super(message);
  }
}

/** The same kind of error for what the page itself cannot read, such as a word where a number belongs. */
export function refusal(path: string, text: string, rule: Rule | PageRule): EngineError {
  const value = quoted(text);
  return new EngineError(`${path}: ${value} (${rule.kind})`, { location: { kind: "field", path }, value, rule });
}

/** Text in quotation marks, cut after 40 characters as the core does: a message stays a sentence. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 100)];
  return text.length > 40 && characters.length > 40 ? `"${characters.slice(0, 40).join("")}…"` : `"${text}"`;
}

/** Whatever was thrown, as an `EngineError`. */
export function asEngineError(thrown: unknown): EngineError {
  if (thrown instanceof EngineError) return thrown;
  if (!(thrown instanceof Error)) return new EngineError(String(thrown), null);
  const details: unknown = "details" in thrown ? thrown.details : null;
  return new EngineError(thrown.message, isCoreError(details) ? details : null);
}

/** A call into the core; what it throws is an `EngineError`. */
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
