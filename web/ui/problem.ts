/** What stays after a refusal: the field's old value, the table, or the whole experiment. */
export type Kept = "kept" | "keptTable" | "keptAll";

/** The id by which a field points at its refusal's message. */
export function problemId(at: string): string {
  return `problem-${at.replace(/\W+/g, "-")}`;
}
