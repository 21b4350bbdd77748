/** The prediction for one student, read from a frame. */
import type { Experiment } from "#sanhao";
import type { Frame } from "./frame";

export type Prediction =
  | { readonly kind: "none" }
  | { readonly kind: "number"; readonly value: number }
  /** `probability` is NaN if the output is not a probability. */
  | { readonly kind: "class"; readonly index: number; readonly name: string; readonly probability: number };

export function predictionFor(experiment: Experiment, frame: Frame, row: number): Prediction {
  const { classes } = experiment.table;
  const first = frame.predictions[row * frame.outputs] ?? Number.NaN;
  if (!Number.isFinite(first)) return { kind: "none" };
  if (classes.length === 0) return { kind: "number", value: first };
  const index = frame.classes[row] ?? 0;
  return { kind: "class", index, name: classes[index] ?? "", probability: frame.probabilities[row] ?? Number.NaN };
}
