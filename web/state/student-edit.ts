/** The last change, where it was an edit of one student's scores or target. */
import type { Experiment, LayerNumbers } from "../engine/engine";

export interface StudentEdit {
  /** The student's row in both tables. */
  readonly row: number;
  readonly before: Experiment;
  readonly after: Experiment;
  /** The numbers of the network when the student was edited: the run begins anew with the edit. */
  readonly layers: readonly LayerNumbers[];
  readonly gesture: string | undefined;
}

/** The row of the one student whose scores or target differ between two experiments that differ in nothing else; else null. */
export function editedRow(before: Experiment, after: Experiment): number | null {
  const [old, now] = [before.table, after.table];
  const isTableEdit =
    before.model === after.model &&
    before.scaling === after.scaling &&
    before.training === after.training &&
    old.subjects === now.subjects &&
    old.classes === now.classes &&
    old.students.length === now.students.length;
  if (!isTableEdit) return null;
  const rows = now.students.flatMap((student, row) => (student === old.students[row] ? [] : [row]));
  const [row] = rows;
  if (row === undefined || rows.length > 1) return null;
  const [was, is] = [old.students[row], now.students[row]];
  const isSame = was?.target === is?.target && was?.scores.every((score, subject) => score === is?.scores[subject]);
  return isSame ? null : row;
}

/** An edit with those before it of the same gesture, such as a drag. */
export function joined(last: StudentEdit | null, edit: StudentEdit): StudentEdit {
  const continues =
    last !== null && edit.gesture !== undefined && last.gesture === edit.gesture && last.row === edit.row;
  return continues ? { ...edit, before: last.before, layers: last.layers } : edit;
}
