/** Reads columns that are aligned by blanks, as a console or a printed list has them. */
import type { DelimitedRow } from "../delimited";

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
    const rows = evenly(table, / {2,}|\t|\u3000+/) ?? evenly(table, /\s+/) ?? byPosition(table);
    if (rows === null) continue;
    return [...lines.slice(0, title).map(({ line, text }) => ({ line, cells: [text.trim()] })), ...rows];
  }
  return null;
}

/**
 * Splits every line at the same pattern; null if the numbers of cells differ. A line without the pattern is a title or a note,
 * and the first line may lack the name of the first column.
 */
function evenly(lines: readonly Line[], pattern: RegExp): DelimitedRow[] | null {
  const rows = lines.map(({ line, text }) => ({ line, cells: text.trim().split(pattern) }));
  const most = Math.max(...rows.map(({ cells }) => cells.length));
  const [first, ...others] = rows.filter(({ cells }) => cells.length > 1);
  if (first === undefined || others.length < rows.length / 2 - 1 || first.cells.length < most - 1) return null;
  return others.length > 0 && others.every(({ cells }) => cells.length === most) && hasNumbers(others) ? rows : null;
}

/** Splits the lines at the places where every line has a blank; null if some column has no name. */
function byPosition(lines: readonly Line[]): DelimitedRow[] | null {
  const spread = lines.map(({ line, text }) => ({ line, places: placesOf(text) }));
  const width = Math.max(...spread.map(({ places }) => places.length));
  const starts: number[] = [];
  let afterBlank = true;
  for (let at = 0; at < width; at += 1) {
    const blank = spread.every(({ places }) => /^\s$/.test(places[at] ?? " "));
    if (afterBlank && !blank) starts.push(at);
    afterBlank = blank;
  }
  const rows = spread.map(({ line, places }) => ({
    line,
    cells: starts.map((start, index) =>
      places
        .slice(start, starts[index + 1])
        .join("")
        .trim(),
    ),
  }));
  const named = rows[0]?.cells.every((cell) => cell !== "") ?? false;
  return starts.length > 1 && named && hasNumbers(rows.slice(1)) ? rows : null;
}

/** Whether at least every third cell has a digit: lines of words are no table, even where they have as many words. */
function hasNumbers(rows: readonly DelimitedRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  return 3 * cells.filter((cell) => /\p{Nd}/u.test(cell)).length >= cells.length;
}

/** Letters that take two places on a screen. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;

/** The letters of a line by the places that they take on a screen; the second place of a wide letter is an empty text. */
function placesOf(text: string): string[] {
  return [...text].flatMap((letter) => (WIDE.test(letter) ? [letter, ""] : [letter]));
}
