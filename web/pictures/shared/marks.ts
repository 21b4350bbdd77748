/** The students as marks: position, class, and whether they are predicted right. */
import { isComplete } from "../../edits/edit-table";
import type { Experiment, Frame, Role, Student } from "../../engine/engine";
import { extentOf, niceCeil, paddedRange, type Range, tickLabel } from "./scale";

export interface Mark {
  /** Row of the table. */
  readonly student: number;
  /** Score points; NaN for a student with a missing score, who is drawn nowhere. */
  readonly x: number;
  readonly y: number;
  readonly role: Role;
  /** The target's class index; −1 without a target or with numeric targets. */
  readonly classIndex: number;
  /** The numeric target; NaN without a target or with classes. */
  readonly value: number;
  /** The predicted class; −1 with numeric targets or after divergence. */
  readonly predictedClass: number;
  /** The predicted class differs from the target. */
  readonly wrong: boolean;
}

/** The picture's axes. With one subject the vertical axis has no scores: see `heightOf`. */
export interface Axes {
  readonly x: number;
  readonly y: number;
}

export function marksOf(experiment: Experiment, frame: Frame, roles: readonly Role[], axes: Axes): Mark[] {
  const { classes, students } = experiment.table;
  return students.map((student, index) => {
    const classIndex = typeof student.target === "string" ? classes.indexOf(student.target) : -1;
    const predictedClass = predictedClassOf(frame, index);
    const predicted =
      classes.length > 0 ? Math.max(0, predictedClass) : (frame.predictions[index * frame.outputs] ?? 0);
    const [x, y] = isComplete(student)
      ? [student.scores[axes.x], axes.x === axes.y ? heightOf(student, classIndex, predicted) : student.scores[axes.y]]
      : [];
    return {
      student: index,
      x: x ?? Number.NaN,
      y: y ?? Number.NaN,
      role: roles[index] ?? (student.included ? "training" : "left_out"),
      classIndex,
      value: typeof student.target === "number" ? student.target : Number.NaN,
      predictedClass,
      wrong: classIndex >= 0 && predictedClass >= 0 && classIndex !== predictedClass,
    };
  });
}

/** The marks of students without a target. */
export function unlabelledMarks(marks: readonly Mark[]): Mark[] {
  return marks.filter(({ classIndex, value }) => classIndex < 0 && Number.isNaN(value));
}

/**
 * With a single subject the height is free: the target says it, a number as it is, a class as a lane of its own; where there
 * is none, the prediction.
 */
function heightOf({ target }: Student, classIndex: number, predicted: number): number {
  if (typeof target === "number") return target;
  return classIndex >= 0 ? classIndex : predicted;
}

export function predictedClassOf(frame: Frame, student: number): number {
  if (!Number.isFinite(frame.predictions[student * frame.outputs])) return -1;
  return frame.classes[student] ?? -1;
}

/** Whether two lists of marks look the same when drawn. */
export function marksEqual(before: readonly Mark[], after: readonly Mark[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((mark, index) => {
    const other = after[index];
    return (
      other !== undefined &&
      Object.is(mark.x, other.x) &&
      Object.is(mark.y, other.y) &&
      mark.role === other.role &&
      mark.classIndex === other.classIndex &&
      Object.is(mark.value, other.value) &&
      mark.predictedClass === other.predictedClass
    );
  });
}

export interface MarkCounts {
  readonly right: number;
  readonly wrong: number;
  readonly unlabelled: number;
}

export function countsOf(marks: readonly Mark[]): MarkCounts {
  let right = 0;
  let wrong = 0;
  let unlabelled = 0;
  for (const mark of marks) {
    if (mark.role === "unlabelled") unlabelled += 1;
    else if (mark.wrong) wrong += 1;
    else if (mark.predictedClass >= 0 && mark.classIndex >= 0) right += 1;
  }
  return { right, wrong, unlabelled };
}

/** The scores that an axis shows: those of the students who are drawn. */
export function subjectRange(experiment: Experiment, subject: number): Range {
  return paddedRange(extentOf(scoresOfDrawn(experiment, subject)));
}

function scoresOfDrawn({ table }: Experiment, subject: number): number[] {
  return table.students.filter(isComplete).flatMap((student) => student.scores[subject] ?? []);
}

/** The heights of `heightOf`. */
export function laneRange(experiment: Experiment): Range {
  const { classes, students } = experiment.table;
  if (classes.length > 0) return [-0.6, classes.length - 0.4];
  return paddedRange(extentOf(students.map(({ target }) => (typeof target === "number" ? target : Number.NaN))));
}

/** The colour scale of number targets, like an axis: the numbers the school said, out to round ones. */
export interface ColorScale {
  readonly range: Range;
  /** The distance between level lines and between labels. */
  readonly step: number;
}

export function colorScale(experiment: Experiment): ColorScale {
  const said = extentOf(
    experiment.table.students.map(({ target }) => (typeof target === "number" ? target : Number.NaN)),
  );
  const [low, high] = said[1] > said[0] ? said : paddedRange(said);
  const step = niceCeil(high / 6 - low / 6);
  return { range: [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step], step };
}

/** A tick for every level of a colour scale; where labels of so many characters crowd, only some carry one. */
export function levelTicks(
  { range: [low, high], step }: ColorScale,
  characters: number,
): { value: number; label: string }[] {
  const count = Math.min(20, Math.round(high / step - low / step));
  const values = Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(12)));
  const labels = values.map(tickLabel);
  const longest = Math.max(...labels.map(({ length }) => length + 1));
  const stride = Math.max(1, Math.ceil((labels.length * longest) / characters));
  return values.map((value, index) => ({ value, label: index % stride === 0 ? (labels[index] ?? "") : "" }));
}

/** The middle of the picture for a subject that is on neither axis: the students' mean, rounded. */
export function middleScore(experiment: Experiment, subject: number): number {
  const scores = scoresOfDrawn(experiment, subject);
  if (scores.length === 0) return 0;
  const mean = scores.reduce((sum, score) => sum + score / scores.length, 0);
  const step = sliderStep(extentOf(scores));
  return Number((Math.round(mean / step) * step).toPrecision(12));
}

/** A step that suits a subject's range: whole points for scores, finer where the range is small. */
export function sliderStep([low, high]: Range): number {
  const span = high - low;
  if (!(span > 0) || span >= 20) return 1;
  return span >= 2 ? 0.1 : 10 ** Math.floor(Math.log10(span) - 1.5);
}

/** The student whose mark is nearest to a point and within `reach` pixels of it; of several the one drawn last. */
export function nearestMark(
  marks: readonly Mark[],
  place: (mark: Mark) => readonly [x: number, y: number],
  point: readonly [x: number, y: number],
  reach: number,
): Mark | null {
  let best: Mark | null = null;
  let bestSquare = reach * reach;
  for (const mark of marks) {
    const [x, y] = place(mark);
    const square = (x - point[0]) ** 2 + (y - point[1]) ** 2;
    if (square <= bestSquare) {
      best = mark;
      bestSquare = square;
    }
  }
  return best;
}
