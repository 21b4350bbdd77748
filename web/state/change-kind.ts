/** What a change of the experiment means for its run. */
import type { Experiment, Student, Table, Training } from "../engine/engine";

/**
 * `restart`: training starts anew. `rate`: only the learning rate is another one, or was chosen again. `names`: only names of
 * students, subjects or classes differ, which training does not see.
 */
export type ChangeKind = "restart" | "rate" | "names";

/** Edits share with the experiment before them whatever they leave as it was, so that most parts compare by reference. */
export function changeKind(before: Experiment, after: Experiment): ChangeKind {
  if (before.scaling !== after.scaling || before.model !== after.model) return "restart";
  if (!sameButRate(before.training, after.training)) return "restart";
  if (before.table === after.table) return "rate";
  const sameRate = before.training.learning_rate === after.training.learning_rate;
  return sameRate && trainsAlike(before.table, after.table) ? "names" : "restart";
}

function sameButRate(before: Training, after: Training): boolean {
  const keys = Object.keys({ ...before, ...after }) as (keyof Training)[];
  return keys.every((key) => key === "learning_rate" || before[key] === after[key]);
}

/** Whether two tables give the same training data, whatever is named otherwise. A class counts by its index, not by its name. */
export function trainsAlike(before: Table, after: Table): boolean {
  if (before.subjects.length !== after.subjects.length || before.classes.length !== after.classes.length) return false;
  if (before.students.length !== after.students.length) return false;
  const [targetBefore, targetAfter] = [targetsOf(before), targetsOf(after)];
  return before.students.every((student, row) => {
    const other = after.students[row];
    return (
      other !== undefined &&
      student.included === other.included &&
      targetBefore(student) === targetAfter(other) &&
      sameScores(student.scores, other.scores)
    );
  });
}

/** A student's target: a number, the index of a class, or null. */
function targetsOf({ classes }: Table): (student: Student) => number | string | null {
  const indices = new Map(classes.map((name, index) => [name, index]));
  return ({ target }) => (typeof target === "string" ? (indices.get(target) ?? target) : target);
}

function sameScores(scores: Student["scores"], others: Student["scores"]): boolean {
  return scores === others || (scores.length === others.length && scores.every((score, i) => score === others[i]));
}
