/** The per-sample steps of the visible students, shown as arrows beside their scores. */

/** The per-sample steps of the students from row `first` on. */
export interface PullsInSight {
  readonly first: number;
  /** Shape (students, outputs, inputs); with hidden layers (students, outputs). */
  readonly values: Float32Array;
  readonly outputs: number;
  /** Steps per output: one a subject, or a single one with hidden layers. */
  readonly inputs: number;
  /** The step of the longest arrow: the largest absolute value among the visible students, or more. */
  readonly largest: number;
}

export const NO_PULLS: PullsInSight = { first: 0, values: new Float32Array(), outputs: 1, inputs: 1, largest: 0 };

export function pullsInSight(first: number, values: Float32Array, outputs: number, inputs: number): PullsInSight {
  let largest = 0;
  for (const value of values) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return { first, values, outputs, inputs, largest };
}

/** A student's step relative to the largest visible one, from −1 to 1; 0 if the student has none or is not visible. */
export function pullOf(pulls: PullsInSight, row: number, output: number, input: number): number {
  const { first, values, outputs, inputs, largest } = pulls;
  const value = row < first ? 0 : (values[((row - first) * outputs + output) * inputs + input] ?? 0);
  return largest > 0 && Number.isFinite(value) ? value / largest : 0;
}

/** The index of the output for a student's class. */
export function outputOf(classes: readonly string[], outputs: number, target: number | string | null): number {
  return outputs > 1 && typeof target === "string" ? Math.max(0, classes.indexOf(target)) : 0;
}

/** An arrow's length rounded to a number of levels, at least one for any step at all, so that small changes do not redraw it. */
export function arrowSteps(pull: number, steps: number): number {
  const size = Math.abs(pull) < 1e-3 ? 0 : Math.max(1, Math.round(Math.abs(pull) * steps));
  return Math.sign(pull) * size;
}
