/** Kinds of model that pictures tell apart. */
import { withHidden, withOutput } from "../../edits/edit-model";
import type { Experiment } from "../../engine/engine";

/** Whether the prediction is a weighted sum of scores: a numeric target, a linear output, no hidden layers. */
export function isLinear({ model, table }: Pick<Experiment, "model" | "table">): boolean {
  return model.hidden.length === 0 && model.output === "linear" && table.classes.length === 0;
}

/** The experiment with a linear output and no hidden layers: linear where targets are numbers. */
export function withLinear(experiment: Experiment): Experiment {
  const { hidden } = experiment.model;
  return withOutput(hidden.length > 0 ? withHidden(experiment, []) : experiment, "linear");
}
