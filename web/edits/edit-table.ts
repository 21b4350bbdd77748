/** What a person can do to the table, as pure functions: experiment in, another experiment out. */
import type { Experiment, Student, Target } from "../engine/engine";

/** Whether a student has a score in every subject: one who has not is neither trained on nor predicted. */
export function isComplete({ scores }: Student): boolean {
  return !scores.includes(null);
}

/** The experiment with some fields of one student changed. */
export function withStudent(experiment: Experiment, row: number, change: Partial<Student>): Experiment {
  return withStudents(experiment, (students) =>
    students.map((student, index) => (index === row ? { ...student, ...change } : student)),
  );
}

/** The experiment with another score; null is a missing one. */
export function withScore(experiment: Experiment, row: number, subject: number, score: number | null): Experiment {
  const scores = experiment.table.students[row]?.scores ?? [];
  return withStudent(experiment, row, { scores: scores.map((old, index) => (index === subject ? score : old)) });
}

export function withTarget(experiment: Experiment, row: number, target: Target | null): Experiment {
  return withStudent(experiment, row, { target });
}

/** A student with the middle of everybody's scores, without a target, so that nothing learned is disturbed. */
export function newStudent(experiment: Experiment, name: string): Student {
  const { subjects, students } = experiment.table;
  const scores = subjects.map((_, subject) => middleScore(students, subject));
  return { name, scores, target: null, included: true };
}

/** Adds a new student at a row, at the end without one. */
export function withNewStudent(
  experiment: Experiment,
  name: string,
  row: number = experiment.table.students.length,
): Experiment {
  const student = newStudent(experiment, name);
  return withStudents(experiment, (all) => [...all.slice(0, row), student, ...all.slice(row)]);
}

/** Removes the students in some rows. */
export function withoutStudents(experiment: Experiment, rows: readonly number[]): Experiment {
  const gone = new Set(rows);
  return withStudents(experiment, (students) => students.filter((_, row) => !gone.has(row)));
}

export function withoutStudent(experiment: Experiment, row: number): Experiment {
  return withoutStudents(experiment, [row]);
}

/** The whole number nearest to the mean of a subject; 80 where nobody has a score. */
function middleScore(students: readonly Student[], subject: number): number {
  const scores = students.flatMap((student) => student.scores[subject] ?? []);
  return scores.length === 0 ? 80 : Math.round(scores.reduce((total, score) => total + score, 0) / scores.length);
}

/** The experiment with other students. */
export function withStudents(experiment: Experiment, edit: (students: Student[]) => Student[]): Experiment {
  return { ...experiment, table: { ...experiment.table, students: edit(experiment.table.students) } };
}
