/** Reads and writes delimiter-separated text: CSV files and spreadsheet clipboards. */

/** Rows of cells; rows may differ in length. */
export type CellRows = readonly (readonly string[])[];

export interface DelimitedRow {
  /** The line on which the row begins, counted from 1. */
  readonly line: number;
  readonly cells: string[];
}

/**
 * Yields the rows one by one, including empty lines. Each letter of `delimiters` separates two cells. Quotation marks around a
 * whole cell may enclose delimiters, line breaks and doubled quotation marks. If text follows the closing mark, the marks
 * count only if they enclose a delimiter; otherwise they are text.
 */
export function* rowsOf(text: string, delimiters: string): Generator<DelimitedRow> {
  const letters = delimiters.replace(/[\]\\^-]/g, "\\$&");
  const separator = `[${letters}]|\\r?\\n|\\r|$`;
  const whole = new RegExp(`"([^"]*(?:""[^"]*)*)" *(?=${separator})`, "y");
  const part = /"([^"\r\n]*(?:""[^"\r\n]*)*)"/y;
  const plain = new RegExp(`[^${letters}\\r\\n]*`, "y");
  const end = new RegExp(separator, "y");
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return undefined;
    at += found[0].length;
    return found[1] ?? found[0];
  };
  const unquoted = (enclosed: string): string => enclosed.replaceAll('""', '"');
  const cell = (): string => {
    if (text[at] !== '"') return take(plain) ?? "";
    const enclosed = take(whole);
    if (enclosed !== undefined) return unquoted(enclosed);
    const start = at;
    const first = take(part);
    if (first !== undefined && [...delimiters].some((letter) => first.includes(letter)))
      return unquoted(first) + (take(plain) ?? "");
    at = start;
    return take(plain) ?? "";
  };
  let [line, start] = [1, 1];
  let cells: string[] = [];
  for (;;) {
    const next = cell();
    cells.push(next);
    line += lineBreaksIn(next);
    const separated = take(end) ?? "";
    if (separated !== "" && delimiters.includes(separated)) continue;
    yield { line: start, cells };
    if (separated === "") return;
    line += 1;
    start = line;
    cells = [];
  }
}

/** Writes tab-separated text. A cell with a tab, a line break or a quotation mark is quoted. */
export function tabSeparated(rows: CellRows): string {
  return rows.map((row) => row.map(quotedIfNeeded).join("\t")).join("\n");
}

function quotedIfNeeded(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

function lineBreaksIn(text: string): number {
  let found = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(i + 1) !== LINE_FEED)) found += 1;
  }
  return found;
}
