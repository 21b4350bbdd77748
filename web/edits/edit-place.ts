/** What moving a student on a picture of score space, and putting a new one there, make of the experiment. */
import type { Experiment, Student, Target } from "../engine/engine";
import { withStudent } from "./edit-table";

/** Where a student stands: the scores of the two subjects on the axes. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The subjects on the axes; the same where there is but one, and then the height is the target. */
interface Axes {
  readonly x: number;
  readonly y: number;
}

/** The experiment with a student moved. With a single subject the height moves what the school said, if it said anything. */
export function withPlace(experiment: Experiment, row: number, axes: Axes, place: Place): Experiment {
  const student = experiment.table.students[row];
  if (student === undefined) return experiment;
  const scores = scoresAt(student.scores, axes, place);
  if (axes.x !== axes.y || student.target === null) return withStudent(experiment, row, { scores });
  return withStudent(experiment, row, { scores, target: targetAt(experiment, place.y) });
}

/** The experiment with another student at the end: where it was put, at the held scores in every other subject. */
export function withStudentAt(
  experiment: Experiment,
  { name, target }: Pick<Student, "name" | "target">,
  axes: Axes,
  held: readonly number[],
  place: Place,
): Experiment {
  const student: Student = {
    name,
    scores: scoresAt(held, axes, place),
    target: axes.x === axes.y ? targetAt(experiment, place.y) : target,
    included: true,
  };
  const { table } = experiment;
  return { ...experiment, table: { ...table, students: [...table.students, student] } };
}

function scoresAt(scores: readonly (number | null)[], axes: Axes, place: Place): Student["scores"] {
  return scores.map((score, subject) => {
    if (subject === axes.x) return place.x;
    return subject === axes.y ? place.y : score;
  });
}

/** What the school says at a height of the picture of a single subject: the number itself, or the class of the lane. */
function targetAt({ table: { classes } }: Experiment, height: number): Target | null {
  if (classes.length === 0) return height;
  return classes[Math.min(classes.length - 1, Math.max(0, Math.round(height)))] ?? null;
}
