/** Sorts the students by a column. This changes the data, since batches follow the order of the students. */
import { type Direction, orderBy, type SortValue, withOrder } from "../edits/edit-table-order";
import type { Frame } from "../engine/engine";
import { language } from "../i18n/i18n.svelte";
import { localName } from "../i18n/words";
import { LANGUAGE_TAGS } from "../state/language";
import type { Store } from "../state/store";
import { type Column, columnsOf } from "./columns";
import { probabilitiesOf } from "./probabilities";

/** The column and direction by which the table was last sorted. */
export interface Sorting {
  readonly column: number;
  readonly direction: Direction;
  /** The list of students that was sorted; the sorting does not apply to any other list. */
  readonly students: readonly unknown[];
}

/** Sorts by a column, or reverses the direction if the students are sorted by it already; null if the change is refused. */
export function sortBy(store: Store, column: number, sorted: Sorting | null): Sorting | null {
  const kind = columnsOf(store.document.experiment.table)[column];
  if (kind === undefined) return null;
  const again = sorted?.column === column && sorted.students === store.document.experiment.table.students;
  const direction = again && sorted.direction === "ascending" ? "descending" : "ascending";
  const { compare } = new Intl.Collator(LANGUAGE_TAGS[language()], { numeric: true });
  const rows = orderBy(valuesOf(store, kind), direction, compare);
  const { selected } = store.looking;
  if (!store.document.change(withOrder(store.document.experiment, rows), { at: "table.students" })) return sorted;
  store.looking.selected = selected === null ? null : rows.indexOf(selected);
  return { column, direction, students: store.document.experiment.table.students };
}

function valuesOf({ document, run: { frame } }: Store, column: Column): SortValue[] {
  const { students, classes } = document.experiment.table;
  switch (column.kind) {
    case "include":
      return students.map(({ included }) => Number(!included));
    case "name":
      return students.map(({ name }) => localName(name));
    case "score":
      return students.map(({ scores }) => scores[column.subject] ?? null);
    case "target":
      return students.map(({ target }) => (typeof target === "string" ? classes.indexOf(target) : target));
    case "prediction":
      return students.map((_, row) => predicted(frame, classes.length, row));
    case "error":
      return students.map((_, row) => frame.errors[row] ?? null);
    case "remove":
      return [];
  }
}

/** The sort key of a prediction: the number itself; for classes the class index, most confident first; null without a prediction. */
function predicted(frame: Frame, classes: number, row: number): SortValue {
  if (!Number.isFinite(frame.predictions[row * frame.outputs])) return null;
  if (classes === 0) return frame.predictions[row] ?? null;
  const place = frame.classes[row] ?? 0;
  const sure = probabilitiesOf(frame, classes, row)[place] ?? 0;
  return place + (1 - sure) / 2;
}
