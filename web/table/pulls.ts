/** How the students in sight pull the weights, as arrows beside their scores. */

/** The pulls of the students from row `first` on, as the engine gives them. */
export interface PullsInSight {
  readonly first: number;
  /** Students × outputs × inputs; with hidden layers students × outputs. */
  readonly values: Float32Array;
  readonly outputs: number;
  /** Pulls an output: the subjects, or one with hidden layers. */
  readonly inputs: number;
  /** The largest size in sight: the longest arrow. */
  readonly largest: number;
}

export const NO_PULLS: PullsInSight = { first: 0, values: new Float32Array(), outputs: 1, inputs: 1, largest: 0 };

export function pullsInSight(first: number, values: Float32Array, outputs: number, inputs: number): PullsInSight {
  let largest = 0;
  for (const value of values) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return { first, values, outputs, inputs, largest };
}

/** How hard a student pulls, from −1 to 1; 0 for who does not, or is out of sight. */
export function pullOf(pulls: PullsInSight, row: number, output: number, input: number): number {
  const { first, values, outputs, inputs, largest } = pulls;
  const value = row < first ? 0 : (values[((row - first) * outputs + output) * inputs + input] ?? 0);
  return largest > 0 && Number.isFinite(value) ? value / largest : 0;
}

/** The output that a student's own class has: the only one, or the class's. */
export function outputOf(classes: readonly string[], outputs: number, target: number | string | null): number {
  return outputs > 1 && typeof target === "string" ? Math.max(0, classes.indexOf(target)) : 0;
}

/** An arrow's length in so many steps, at least one for whatever pulls at all: small changes then move nothing. */
export function arrowSteps(pull: number, steps: number): number {
  const size = Math.abs(pull) < 1e-3 ? 0 : Math.max(1, Math.round(Math.abs(pull) * steps));
  return Math.sign(pull) * size;
}
