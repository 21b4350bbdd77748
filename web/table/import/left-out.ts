/** Lists the rows that are left out, with neighbours of one kind together. */
import type { RowKind } from "./rows";
import type { SheetRow } from "./sheet";

export interface LeftOut {
  /** A line number, or two with a dash between them. */
  readonly lines: string;
  readonly kind: RowKind;
}

export function leftOutRows(rows: readonly SheetRow[]): LeftOut[] {
  const runs: { first: number; last: number; kind: RowKind; index: number }[] = [];
  for (const [index, { line, kind, taken }] of rows.entries()) {
    if (taken || kind === "header") continue;
    const run = runs.at(-1);
    if (run !== undefined && run.kind === kind && run.index === index - 1) {
      run.last = line;
      run.index = index;
    } else {
      runs.push({ first: line, last: line, kind, index });
    }
  }
  return runs.map(({ first, last, kind }) => ({ lines: first === last ? String(first) : `${first}–${last}`, kind }));
}
