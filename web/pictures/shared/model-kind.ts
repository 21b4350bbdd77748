/** Kinds of model that pictures tell apart. */
import type { Experiment } from "../../engine/engine";

/** Whether the prediction is a weighted sum of scores: a numeric target, a linear output, no hidden layers. */
export function isLinear({ model, table }: Pick<Experiment, "model" | "table">): boolean {
  return model.hidden.length === 0 && model.output === "linear" && table.classes.length === 0;
}
