/** The apostrophe by which spreadsheets take a text for text: the same rule as in the core's CSV (csv.rs). */

/** Whether a spreadsheet would compute a text. A number that it would write in the same way is none. */
function isFormula(text: string): boolean {
  return /^[=+\-@＝＋－＠]/.test(text) && (String(Number(text)) !== text || !Number.isFinite(Number(text)));
}

/** A text for a spreadsheet's cell, with an apostrophe before it where it would be computed. */
export function withTextMark(text: string): string {
  const name = text.trim();
  return isFormula(name.replace(/^'+/, "")) ? `'${name}` : name;
}

/** The text that `withTextMark` was given. */
export function withoutTextMark(cell: string): string {
  const text = cell.trim();
  return text.startsWith("'") && isFormula(text.replace(/^'+/, "")) ? text.slice(1).trim() : text;
}
