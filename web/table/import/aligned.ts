/** Reads columns that are aligned by blanks, as a console or a printed list has them. */
import type { DelimitedRow } from "../../ui/delimited";

interface Line {
  readonly line: number;
  readonly text: string;
}

/** A longer text is not printed with blanks. */
const MAX_LETTERS = 2_000_000;
/** A longer line is a text without line breaks. */
const MAX_LENGTH = 2000;
/** The most lines of a title above the columns. */
const MAX_TITLE = 3;

/** The rows of an aligned text; null if its lines do not have the same columns, or have no numbers. */
export function alignedRows(text: string): DelimitedRow[] | null {
  if (text.length > MAX_LETTERS) return null;
  const lines = text
    .split(/\r?\n|\r/)
    .map((text, index) => ({ line: index + 1, text: text.trimEnd() }))
    // Lines under the header, and pandas' last line.
    .filter(({ text }) => text.trim() !== "" && !/^[\s=─-]+$|^\[\d+ rows x \d+ columns\]$/.test(text));
  if (lines.some(({ text }) => text.length > MAX_LENGTH)) return null;
  for (let title = 0; title <= MAX_TITLE && lines.length - title > 1; title += 1) {
    const table = lines.slice(title);
    const rows = evenly(table, CELLS) ?? evenly(table, WORDS) ?? byPosition(table);
    if (rows === null) continue;
    return [...lines.slice(0, title).map(({ line, text }) => ({ line, cells: [text.trim()] })), ...rows];
  }
  return null;
}

/** Cells with single blanks in them, and words. Quotation marks enclose blanks. */
const CELLS = /"[^"]*"|[^\s\u3000]+(?: [^\s\u3000]+)*/g;
const WORDS = /"[^"]*"|[^\s\u3000]+/g;

/**
 * Splits every line into cells of the same kind; null if the numbers of cells differ. The first line may lack the name of the
 * first column; a later line of one cell is a note.
 */
function evenly(lines: readonly Line[], pattern: RegExp): DelimitedRow[] | null {
  const rows = lines.map(({ line, text }) => ({ line, cells: (text.match(pattern) ?? []).map(unquoted) }));
  const [first, ...others] = rows.filter(({ cells }) => cells.length > 1);
  const most = others[0]?.cells.length ?? 0;
  if (first === undefined || first !== rows[0] || others.length < rows.length / 2) return null;
  if (first.cells.length !== most && first.cells.length !== most - 1) return null;
  return others.every(({ cells }) => cells.length === most) && hasNumbers(others) ? rows : null;
}

function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1) : cell;
}

/** Puts every cell under the column name that it is nearest to; null if two cells are under the same name. */
function byPosition(lines: readonly Line[]): DelimitedRow[] | null {
  const [header, ...others] = lines.map(({ line, text }) => ({ line, cells: placed(text) }));
  const names = header?.cells ?? [];
  if (header === undefined || names.length < 2) return null;
  const rows: DelimitedRow[] = [{ line: header.line, cells: names.map(({ text }) => text) }];
  for (const { line, cells } of others) {
    const row = names.map(() => "");
    for (const cell of cells) {
      const apart = names.map((name) => Math.max(0, name.start - cell.end, cell.start - name.end));
      const column = apart.indexOf(Math.min(...apart));
      if (row[column] !== "") return null;
      row[column] = cell.text;
    }
    rows.push({ line, cells: row });
  }
  return hasNumbers(rows.slice(1)) ? rows : null;
}

interface Placed {
  readonly text: string;
  /** The first and the last place on the screen. */
  readonly start: number;
  readonly end: number;
}

/** The cells of a line with their places. */
function placed(line: string): Placed[] {
  return [...line.matchAll(CELLS)].map(({ 0: text, index }) => {
    const start = widthOf(line.slice(0, index));
    return { text, start, end: start + widthOf(text) - 1 };
  });
}

/** Whether at least every third cell has a digit: lines of words are no table, even where they have as many words. */
function hasNumbers(rows: readonly DelimitedRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  return 3 * cells.filter((cell) => /\p{Nd}/u.test(cell)).length >= cells.length;
}

/** Letters that take two places on a screen. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);
}
