/** What the machine says of a student, read out of a frame. */
import type { Experiment } from "../pkg/sanhao_wasm";
import type { Frame } from "./frame";

export type Said =
  | { readonly kind: "none" }
  | { readonly kind: "number"; readonly value: number }
  /** `probability` is NaN where the output is no probability. */
  | { readonly kind: "class"; readonly index: number; readonly name: string; readonly probability: number };

export function saidOf(experiment: Experiment, frame: Frame, row: number): Said {
  const { classes } = experiment.table;
  const first = frame.predictions[row * frame.outputs] ?? Number.NaN;
  if (!Number.isFinite(first)) return { kind: "none" };
  if (classes.length === 0) return { kind: "number", value: first };
  const index = frame.classes[row] ?? 0;
  return {
    kind: "class",
    index,
    name: classes[index] ?? "",
    probability: probabilityOf(experiment, frame, row, index),
  };
}

/** With one output it is the second class's probability, and the first class has the rest. */
function probabilityOf(experiment: Experiment, frame: Frame, row: number, index: number): number {
  if (experiment.model.output === "linear") return Number.NaN;
  if (frame.outputs > 1) return frame.predictions[row * frame.outputs + index] ?? Number.NaN;
  const second = frame.predictions[row] ?? Number.NaN;
  return index === 1 ? second : 1 - second;
}
