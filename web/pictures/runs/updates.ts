/** How far the runs of a sweep are trained. */
import type { Experiment } from "../../engine/engine";

/** Multiplications of all runs that take a second or two. */
const BUDGET = 1e9;
/** So few updates still show where a run is going. */
const FEWEST = 20;

/** The multiplications of an update: those of the forward pass for each student of the batch. */
export function multiplicationsOf({ table, model, training }: Experiment): number {
  const classes = table.classes.length;
  // One output tells two classes apart, except by softmax.
  const outputs = classes === 2 && model.output !== "softmax" ? 1 : Math.max(1, classes);
  const widths = [table.subjects.length, ...model.hidden.map(({ units }) => units), outputs];
  const weights = widths.slice(1).reduce((sum, width, layer) => sum + ((widths[layer] ?? 0) + 1) * width, 0);
  return weights * Math.min(training.batch_size ?? Number.POSITIVE_INFINITY, table.students.length);
}

/** The updates of each run: `wanted`, or for large classes and networks fewer, in a round number. */
export function updatesWithin(wanted: number, runs: number, multiplications: number): number {
  const within = BUDGET / runs / multiplications;
  if (within >= wanted) return wanted;
  const digit = 10 ** Math.floor(Math.log10(within));
  return Math.max(FEWEST, Math.floor(within / digit) * digit);
}
