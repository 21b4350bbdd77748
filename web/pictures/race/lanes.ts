/** Up to four runs that differ in one setting and share start and seed. */

import { optimizerOf, withHidden, withTraining } from "../../edits/edit-model";
import type { Experiment, Optimizer, Scaling } from "../../engine/engine";
import type { Difference, LaneValue } from "../../state/race-choice";

export interface Lane {
  readonly experiment: Experiment;
  readonly value: LaneValue;
}

/** The largest rate that the check takes. */
const MAX_RATE = 1e6;

/** The values that are raced by default. */
export function valuesOf({ training, table }: Experiment, difference: Difference): LaneValue[] {
  switch (difference) {
    case "learning_rate":
      return [0.1, 1, 3, 10].map((factor) =>
        Math.min(MAX_RATE, Number((training.learning_rate * factor).toPrecision(2))),
      );
    case "optimizer":
      return ["sgd", "momentum", "rmsprop_pytorch", "adam"];
    case "scaling":
      return ["raw", "divide_by_100", "standard"];
    case "batch_size": {
      const quarter = Math.max(2, Math.round(table.students.length / 4));
      return [1, ...(quarter < table.students.length ? [quarter] : []), null];
    }
    case "depth":
      return [0, 1, 2, 3];
  }
}

/** The experiment with another value of the one thing. */
export function laneOf(experiment: Experiment, difference: Difference, value: LaneValue): Lane {
  return { experiment: differing(experiment, difference, value), value };
}

function differing(experiment: Experiment, difference: Difference, value: LaneValue): Experiment {
  switch (difference) {
    case "learning_rate":
      return withTraining(experiment, { learning_rate: Number(value) });
    case "optimizer":
      return withTraining(experiment, { optimizer: optimizerOf(value as Optimizer["kind"]) });
    case "scaling":
      return { ...experiment, scaling: value as Scaling };
    case "batch_size":
      return withTraining(experiment, { batch_size: value === null ? null : Number(value) });
    case "depth": {
      const layer = experiment.model.hidden[0] ?? ({ units: 6, activation: "tanh" } as const);
      const layers = Array.from({ length: Number(value) }, () => layer);
      return withHidden(experiment, layers);
    }
  }
}

/** The value of an added lane: a choice that no lane has yet, or the last lane's number, to be changed. */
export function nextValue(difference: Difference, values: readonly LaneValue[], choices: readonly string[]): LaneValue {
  if (difference !== "optimizer" && difference !== "scaling") return values.at(-1) ?? 1;
  return choices.find((choice) => !values.includes(choice)) ?? values.at(-1) ?? null;
}

/** The lanes' ranks by loss, diverged ones last. Equal losses share a rank. */
export function placesOf(runs: readonly { readonly loss: number; readonly diverged: boolean }[]): number[] {
  const size = ({ loss, diverged }: { readonly loss: number; readonly diverged: boolean }): number =>
    diverged || !Number.isFinite(loss) ? Number.POSITIVE_INFINITY : loss;
  return runs.map((run) => 1 + runs.filter((other) => size(other) < size(run)).length);
}
