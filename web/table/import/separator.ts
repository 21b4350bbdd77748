/** Splits a text into rows of cells: finds out what separates the columns. */
import { type DelimitedRow, rowsOf } from "../../ui/delimited";
import { alignedRows } from "./aligned";

/** What separates the columns of a text; `cells` where a spreadsheet or a web page has separated them. */
export type Separator = "," | ";" | "\t" | "|" | "、" | "blanks" | "cells";

export interface SplitText {
  readonly rows: Iterable<DelimitedRow>;
  readonly separator: Separator;
}

/** The letters of each separator, the most certain first: a comma may also be a decimal comma or part of a remark. */
const SEPARATORS: readonly (readonly [separator: Exclude<Separator, "blanks" | "cells">, letters: string])[] = [
  ["\t", "\t"],
  [";", ";"],
  [";", ";；"],
  ["|", "|｜"],
  [",", ","],
  [",", ",，"],
  ["、", "、"],
];

/** How much of a text is looked at to find its separator. */
const SAMPLE = 50_000;

/** Excel's line that names the separator. */
const NAMED_SEPARATOR = /^\s*"?sep=(.)"?[,;\t]*\s*(?:\r?\n|\r|$)/i;

/** Splits a text at the separator under which most rows have the same number of cells. */
export function splitText(text: string): SplitText {
  const named = NAMED_SEPARATOR.exec(text);
  if (named !== null) {
    const [line, letter = ","] = named;
    const separator = SEPARATORS.find(([, letters]) => letters === letter)?.[0] ?? ",";
    return { rows: later(rowsOf(text.slice(line.length), letter), 1), separator };
  }
  const sample = text.length > SAMPLE ? text.slice(0, Math.max(text.lastIndexOf("\n", SAMPLE), SAMPLE / 2)) : text;
  let [best, evenness]: [(typeof SEPARATORS)[number] | null, number] = [null, 0];
  for (const candidate of SEPARATORS) {
    const found = evennessOf([...rowsOf(sample, candidate[1])].map(({ cells }) => cells));
    if (found > evenness) [best, evenness] = [candidate, found];
  }
  // Blanks also stand within cells: they separate columns only where nothing else does in most rows.
  if (evenness < 0.4) {
    const aligned = alignedRows(text);
    if (aligned !== null) return { rows: aligned, separator: "blanks" };
  }
  if (best === null) return { rows: rowsOf(text, ","), separator: "," };
  const [separator, letters] = best;
  const rows = rowsOf(text, letters);
  return { rows: separator === "|" ? withoutFrame([...rows]) : rows, separator };
}

/** The share of rows that have the most frequent number of cells above one, a little larger for more cells. */
function evennessOf(rows: readonly (readonly string[])[]): number {
  const filled = rows.filter((cells) => !cells.every((cell) => FRAME.test(cell)));
  const counts = new Map<number, number>();
  for (const { length } of filled) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = 0;
  for (const [columns, count] of counts) best = Math.max(best, (count / filled.length) * (1 - 0.1 / columns));
  return best;
}

/** A cell of a line between the rows of a table drawn with bars; an empty cell, too. */
const FRAME = /^[\s:+=─┼-]*$/;

/** Cells of a table drawn with bars, without the empty cells outside the bars and the lines between the rows. */
function withoutFrame(rows: readonly DelimitedRow[]): DelimitedRow[] {
  const cells = rows.filter((row) => !row.cells.every((cell) => FRAME.test(cell)));
  const barred = cells.filter((row) => row.cells.length > 1);
  const outer = (at: 0 | -1): boolean => barred.length > 0 && barred.every((row) => row.cells.at(at)?.trim() === "");
  const [first, last] = [outer(0) ? 1 : 0, outer(-1) ? -1 : undefined];
  return cells.map(({ line, cells }) => ({ line, cells: cells.length > 1 ? cells.slice(first, last) : cells }));
}

function* later(rows: Iterable<DelimitedRow>, lines: number): Generator<DelimitedRow> {
  for (const { line, cells } of rows) yield { line: line + lines, cells };
}
