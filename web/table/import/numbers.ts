/** Reads numbers as people and spreadsheets write them: in one format a file, with or without a unit. */

/** What the marks in a number mean. `either`: a point and a comma are both decimal, and nothing separates thousands. */
export type NumberFormat = "point" | "comma" | "either";

export const NUMBER_FORMATS: readonly NumberFormat[] = ["point", "comma", "either"];

/** Longer cells are no numbers. */
const MAX_LENGTH = 40;

/** What may stand after a number without changing it. */
const UNIT = /\s*(?:%|‰|分|点|點|점|p|pts?\.?|pkt\.?|points?|punkte?|marks?)$/i;

/** A number with marks of any format. */
const NUMERAL = /^[+-]?(?:\d[\d.,' ]*|[.,]\d+)(?:e[+-]?\d+)?$/i;

const EXPONENT = "(?:e[+-]?\\d+)?";
const VALID: Readonly<Record<NumberFormat, RegExp>> = {
  point: new RegExp(`^[+-]?(?:(?:[1-9]\\d{0,2}(?:[,' ]\\d{3})+|\\d+)(?:\\.\\d*)?|\\.\\d+)${EXPONENT}$`, "i"),
  comma: new RegExp(`^[+-]?(?:(?:[1-9]\\d{0,2}(?:[.' ]\\d{3})+|\\d+)(?:,\\d*)?|,\\d+)${EXPONENT}$`, "i"),
  either: new RegExp(`^[+-]?(?:\\d+(?:[.,]\\d*)?|[.,]\\d+)${EXPONENT}$`, "i"),
};

/** The number's letters without unit, full-width forms and a spreadsheet's marks for text; null if the cell is no number. */
export function numeralOf(cell: string): string | null {
  if (cell.length > MAX_LENGTH || !/\p{Nd}/u.test(cell)) return null;
  const plain = cell
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/^="?|"$|^'/g, "")
    .replace(/[−–—]/g, "-")
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    // Points out of the points that there are: 85/100.
    .replace(/ ?\/ ?(?:100|120|150)(?:[.,]0+)?$/, "")
    .replace(UNIT, "");
  return NUMERAL.test(plain) ? plain : null;
}

/** The number in a cell; null if it is none in this format. */
export function numberIn(cell: string, format: NumberFormat): number | null {
  const text = plainNumber(cell, format);
  return text === null ? null : Number(text);
}

/** The number in a cell as the core reads it, with a decimal point and no other marks; null if it is none in this format. */
export function plainNumber(cell: string, format: NumberFormat): string | null {
  const numeral = numeralOf(cell);
  if (numeral === null || !VALID[format].test(numeral)) return null;
  const grouping = format === "point" ? /[,' ]/g : /[.' ]/g;
  return (format === "either" ? numeral : numeral.replace(grouping, "")).replace(",", ".");
}

/**
 * The format in which most of the cells are written. A comma before three digits is either: it groups thousands, unless
 * semicolons separate the columns, as where the comma is decimal.
 */
export function formatOf(cells: Iterable<string>, semicolons: boolean): NumberFormat {
  const read = { point: 0, comma: 0, either: 0 };
  let undecided = 0;
  for (const cell of cells) {
    const numeral = /[.,'，．]/.test(cell) || /\d\s\d/.test(cell) ? numeralOf(cell) : null;
    if (numeral === null) continue;
    for (const format of NUMBER_FORMATS) if (VALID[format].test(numeral)) read[format] += 1;
    if (numeral.includes(",") && VALID.point.test(numeral) && VALID.comma.test(numeral)) undecided += 1;
  }
  const most = Math.max(read.point, read.comma, read.either);
  if (read.point === most && read.comma === most) return semicolons && undecided > 0 ? "comma" : "point";
  return NUMBER_FORMATS.find((format) => read[format] === most) ?? "point";
}
