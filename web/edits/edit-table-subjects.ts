/** Adds, renames and removes subjects of the table. */
import type { Experiment } from "../engine/engine";
import { fitModel } from "./fit";

/** Adds a subject at the end, with a score for each student. */
export function withNewSubject(experiment: Experiment, name: string, scores: readonly number[]): Experiment {
  const { table } = experiment;
  const students = table.students.map((student, row) => ({
    ...student,
    scores: [...student.scores, scores[row] ?? ORDINARY],
  }));
  return fitModel(experiment, { ...table, subjects: [...table.subjects, name], students });
}

/** Every student's score in a new subject. */
export const ORDINARY = 80;

export function withoutSubject(experiment: Experiment, subject: number): Experiment {
  const { table } = experiment;
  const others = <Value>(values: readonly Value[]): Value[] => values.filter((_, index) => index !== subject);
  const students = table.students.map((student) => ({ ...student, scores: others(student.scores) }));
  return fitModel(experiment, { ...table, subjects: others(table.subjects), students });
}

/** Another name touches no number. */
export function withSubjectName(experiment: Experiment, subject: number, name: string): Experiment {
  const { table } = experiment;
  const subjects = table.subjects.map((other, place) => (place === subject ? name : other));
  return { ...experiment, table: { ...table, subjects } };
}

const LOWEST = 60;
const HIGHEST = 100;

/**
 * Scores independent of everything else: whole numbers from 60 to 100, uniformly distributed. They are data, not training, so
 * the page may draw them; the same seed gives the same scores (SplitMix of Steele, Lea and Flood, in 32 bits).
 */
export function irrelevantScores(count: number, seed: number): number[] {
  let state = seed | 0;
  return Array.from({ length: count }, () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    const uniform = ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
    return LOWEST + Math.floor(uniform * (HIGHEST - LOWEST + 1));
  });
}
