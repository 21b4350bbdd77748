/** What a refusal leaves unchanged: the field's value, the table, or the whole experiment; or what is taken all the same. */
export type Kept = "kept" | "keptTable" | "keptAll" | "takenElse";

/** The id of a refusal's message, to which the field refers. */
export function problemId(at: string): string {
  return `problem-${at.replace(/\W+/g, "-")}`;
}
