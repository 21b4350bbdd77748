/** The id by which a field points at its refusal's message. */
export function problemId(at: string): string {
  return `problem-${at.replace(/\W+/g, "-")}`;
}
