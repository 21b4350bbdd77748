/** The family of perfect weights in numbers that can be said. */
import type { Experiment } from "../../engine/engine";
import type { Solution } from "../../engine/lab";

/** What the students leave open. */
export type Openness = "point" | "line" | "plane" | "more";

export function opennessOf({ directions }: { readonly directions: readonly unknown[] }): Openness {
  return (["point", "line", "plane"] as const)[directions.length] ?? "more";
}

/** An error this small is rounding: the scores have some hundred points. */
const ROUNDING = 1e-6;

export function isPerfect({ residual }: Pick<Solution, "residual">): boolean {
  return residual < ROUNDING;
}

/** A direction by small whole numbers where there are such, else by its parts of the largest. */
export function saidDirection(direction: readonly number[]): number[] {
  const largest = Math.max(...direction.map(Math.abs));
  const parts = direction.map((number) => (Math.abs(number) < 1e-9 * largest ? 0 : number / largest));
  const first = parts.find((part) => part !== 0) ?? 1;
  for (let size = 1; size <= 999; size += 1) {
    const whole = parts.map((part) => part * size);
    if (whole.every((number) => Math.abs(number - Math.round(number)) < 1e-7 * size + 1e-9)) {
      return whole.map((number) => Math.sign(first) * Math.round(number) + 0);
    }
  }
  return parts.map((part) => Number((Math.sign(first) * part).toFixed(3)) + 0);
}

/** Scores of students of every kind. */
const KINDS: readonly number[] = [60, 75, 90, 100];

/**
 * The scores of a student who tells what the others leave open: along a direction in which nothing they say changes, the
 * total of these changes most.
 */
export function tellingScores(direction: readonly number[]): number[] {
  const [low = 60, high = 100] = [KINDS[0], KINDS.at(-1)];
  const up = direction.map((number) => (number > 0 ? high : low));
  const down = direction.map((number) => (number > 0 ? low : high));
  const change = (scores: readonly number[]): number =>
    Math.abs(scores.reduce((sum, score, i) => sum + score * (direction[i] ?? 0), 0));
  return change(up) >= change(down) ? up : down;
}

/** With one more student, whose total is by the school's weights. */
export function withTellingStudent(
  experiment: Experiment,
  direction: readonly number[],
  weights: readonly number[],
  name: string,
): Experiment {
  const { table } = experiment;
  const scores = tellingScores(direction.slice(0, table.subjects.length));
  const total = scores.reduce((sum, score, i) => sum + score * (weights[i] ?? 0), 0);
  const student = { name, scores, target: Number(total.toFixed(6)), included: true };
  return { ...experiment, table: { ...table, students: [...table.students, student] } };
}
