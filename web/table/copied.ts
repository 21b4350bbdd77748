/** Some rows of the table, from column `left` to `right`, as text for a spreadsheet. */
import { predictionFor } from "../engine/prediction";
import { localName } from "../i18n/words";
import type { Store } from "../state/store";
import { tabSeparated } from "../ui/delimited";
import { withTextMark } from "../ui/text-mark";
import { cellText } from "./cell-text";
import { type Column, columnsOf } from "./columns";
import type { Block } from "./selection";

export function copiedText(
  store: Store,
  rows: readonly number[],
  { left, right }: Pick<Block, "left" | "right">,
): string {
  const columns = columnsOf(store.document.experiment.table).slice(left, right + 1);
  return tabSeparated(rows.map((row) => columns.map((column) => textOf(store, row, column))));
}

function textOf({ document: { experiment }, run: { frame } }: Store, row: number, column: Column): string {
  if (column.kind === "prediction") {
    const said = predictionFor(experiment, frame, row);
    if (said.kind === "class") return withTextMark(localName(said.name));
    return said.kind === "number" ? plain(said.value) : "";
  }
  if (column.kind === "error") return plain(frame.errors[row] ?? Number.NaN);
  const text = cellText(experiment.table, row, column, localName, String);
  const isWord = column.kind === "name" || (column.kind === "target" && experiment.table.classes.length > 0);
  return isWord ? withTextMark(text) : text;
}

/** All significant digits of a 32-bit float. */
function plain(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(7))) : "";
}
