/** What helps a run in trouble. */

import { withHidden, withModel, withTraining } from "../../edits/edit-model";
import type { Diagnosis, Experiment, Frame } from "../../engine/engine";
import type { Stability } from "../../engine/lab";

export type Remedy = "rate" | "scale" | "standard" | "bias" | "layer" | "start";

/** Below this part of what the targets span, the largest error of a run is none. */
const RIGHT = 0.01;

/** The changes of the experiment that help, the likeliest first; none where a run needs no help. */
export function remediesOf(
  experiment: Experiment,
  diagnosis: Diagnosis,
  { accuracy }: Pick<Frame, "accuracy">,
): Remedy[] {
  const { scaling, model } = experiment;
  const deep = model.hidden.length > 0;
  switch (diagnosis.kind) {
    case "diverged":
    case "worse":
      return scaling === "raw" ? ["rate", "scale"] : ["rate"];
    case "swinging":
      return ["rate"];
    case "stuck":
    case "same_for_all":
      return againstFlatness(experiment, diagnosis.cause.kind);
    case "slow":
      if (accuracy === 1) return [];
      return diagnosis.cause === null ? ["rate"] : againstFlatness(experiment, diagnosis.cause.kind);
    case "minimum":
      return deep && !isRight(experiment, diagnosis.largest_error, accuracy) ? ["start"] : [];
    default:
      return [];
  }
}

/** What gives the students a gradient again. */
function againstFlatness({ scaling, model }: Experiment, cause: "flat" | "saturated" | "cancelling"): Remedy[] {
  const deep = model.hidden.length > 0;
  if (cause === "cancelling") return deep ? ["start"] : ["layer"];
  const scaled = scaling === "standard" && model.bias;
  const remedies: Remedy[] = scaled ? [] : [model.bias ? "standard" : "bias"];
  return deep ? [...remedies, "start"] : remedies;
}

function isRight({ table }: Experiment, largestError: number | null, accuracy: number): boolean {
  if (largestError === null) return accuracy === 1;
  const targets = table.students.flatMap(({ target }) => (typeof target === "number" ? [target] : []));
  return largestError <= RIGHT * (Math.max(...targets) - Math.min(...targets));
}

/** The experiment with what helps; `rate` is the learning rate that does. */
export function remedied(experiment: Experiment, remedy: Remedy, rate: number): Experiment {
  const { initial } = experiment.model;
  switch (remedy) {
    case "rate":
      return withTraining(experiment, { learning_rate: rate });
    case "scale":
      return { ...experiment, scaling: "divide_by_100" };
    case "standard":
      return { ...experiment, scaling: "standard" };
    case "bias":
      return withModel({ ...experiment, scaling: "standard" }, { bias: true });
    case "layer":
      return withHidden(experiment, [{ units: 4, activation: "tanh" }]);
    case "start": {
      // Neurons that start alike stay alike.
      const fixed = initial.kind === "zeros" || initial.kind === "constant" || initial.kind === "given";
      const started = fixed ? withModel(experiment, { initial: { kind: "xavier_uniform" } }) : experiment;
      return withTraining(started, { seed: (experiment.training.seed + 1) % 2 ** 32 });
    }
  }
}

/** A rate that is safe where it was too large: half the bound where one is known, else a tenth; with two digits. */
export function safeRate(rate: number, stability: Stability): number {
  const safe = stability.kind === "bound" ? Math.min(stability.largest / 2, rate / 2) : rate / 10;
  return Number(safe.toPrecision(2));
}

/**
 * A rate that is faster where steps are too short: tenfold, or half the bound if that is less, with two digits. Null where
 * there is no room. The bound is that of the present point: a press that went there at once could leave a plateau too fast.
 */
export function fasterRate(rate: number, stability: Stability): number | null {
  const bound = stability.kind === "bound" ? stability.largest / 2 : Number.POSITIVE_INFINITY;
  const faster = Math.min(10 * rate, bound);
  return faster > 1.2 * rate ? Number(faster.toPrecision(2)) : null;
}
