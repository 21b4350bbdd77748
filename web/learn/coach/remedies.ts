/** What helps a run that has diverged or is stuck. */

import { withModel, withTraining } from "../../edits/edit-model";
import type { Experiment } from "../../engine/engine";
import type { Stability } from "../../engine/lab";

export type Remedy = "scale" | "standard" | "bias" | "seed";

/** The changes of the experiment that apply, the likeliest first. */
export function remediesOf({ scaling, model }: Experiment, status: "diverged" | "stuck"): Remedy[] {
  if (status === "diverged") return scaling === "raw" ? ["scale"] : [];
  const remedies: Remedy[] = [];
  if (!model.bias) remedies.push("bias");
  else if (scaling !== "standard") remedies.push("standard");
  if (model.hidden.length > 0) remedies.push("seed");
  return remedies;
}

export function remedied(experiment: Experiment, remedy: Remedy): Experiment {
  switch (remedy) {
    case "scale":
      return { ...experiment, scaling: "divide_by_100" };
    case "standard":
      return { ...experiment, scaling: "standard" };
    case "bias":
      return withModel({ ...experiment, scaling: "standard" }, { bias: true });
    case "seed":
      return withTraining(experiment, { seed: experiment.training.seed + 1 });
  }
}

/** A rate that is safe where it was too large: half the bound where one is known, else a tenth; with two digits. */
export function safeRate(rate: number, stability: Stability): number {
  const safe = stability.kind === "bound" ? Math.min(stability.largest / 2, rate / 2) : rate / 10;
  return Number(safe.toPrecision(2));
}
