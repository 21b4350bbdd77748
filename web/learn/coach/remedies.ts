/** What helps a run in trouble. */

import { withHidden, withModel, withOutput, withTraining } from "../../edits/edit-model";
import type { Diagnosis, Experiment, Frame } from "../../engine/engine";
import type { Stability } from "../../engine/lab";

export type Remedy = "rate" | "scale" | "standard" | "bias" | "linear" | "activation" | "layer" | "neurons" | "start";

/** Below this part of what the targets span, the largest error of a run is none. */
const RIGHT = 0.01;

/** Hidden layers with more neurons than this have enough of them. */
const FEW = 4;

/** The changes of the experiment that help, the likeliest first; none where a run needs no help or nothing known helps. */
export function remediesOf(
  experiment: Experiment,
  diagnosis: Diagnosis,
  { accuracy, layers }: Pick<Frame, "accuracy" | "layers">,
): Remedy[] {
  switch (diagnosis.kind) {
    case "diverged":
    case "worse":
      return experiment.scaling === "raw" ? ["rate", "scale"] : ["rate"];
    case "swinging":
      return ["rate"];
    case "stuck":
    case "same_for_all":
      return againstFlatness(experiment, layers, diagnosis.cause.kind);
    case "slow":
      if (accuracy === 1) return [];
      if (areAlike(layers)) return ["start"];
      if (diagnosis.cause !== null) return againstFlatness(experiment, layers, diagnosis.cause.kind);
      return diagnosis.faster === null ? atRest(experiment) : ["rate"];
    case "minimum":
      if (isRight(experiment, diagnosis.largest_error, accuracy)) return [];
      return areAlike(layers) ? ["start"] : atRest(experiment);
    default:
      return [];
  }
}

/** What helps a model that has come to rest with errors. */
function atRest(experiment: Experiment): Remedy[] {
  const { model, table } = experiment;
  if (model.hidden.length > 0) return largerNetwork(experiment);
  return table.classes.length > 0 && model.weights === "free" ? ["layer"] : [];
}

/** What a network can do that has too few neurons, or has started in the wrong place. */
function largerNetwork({ model }: Experiment): Remedy[] {
  if (model.hidden.every(({ activation }) => activation === "identity")) return ["activation"];
  return model.hidden.some(({ units }) => units <= FEW) ? ["start", "neurons"] : ["start"];
}

/** Whether a hidden layer's neurons all have the same weights: they learn the same, as if there were one. */
export function areAlike(layers: Frame["layers"]): boolean {
  return layers.slice(0, -1).some(({ weights, biases }) => {
    const [units, inputs] = [biases.length, weights.length / biases.length];
    return units > 1 && weights.every((weight, i) => weight === weights[i % inputs]);
  });
}

/** What gives the students a gradient again. */
function againstFlatness(
  experiment: Experiment,
  layers: Frame["layers"],
  cause: "flat" | "saturated" | "cancelling",
): Remedy[] {
  const { scaling, model, table } = experiment;
  const deep = model.hidden.length > 0;
  if (cause === "cancelling") return areAlike(layers) ? ["start"] : atRest(experiment);
  // A sigmoid reaches no total above 1, however the scores are scaled.
  if (cause === "saturated" && table.classes.length === 0 && model.output !== "linear") return ["linear"];
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
    case "linear":
      return withOutput(experiment, "linear");
    case "activation":
      return withHidden(
        experiment,
        experiment.model.hidden.map(({ units }) => ({ units, activation: "tanh" })),
      );
    case "neurons":
      return withHidden(
        experiment,
        experiment.model.hidden.map(({ units, activation }) => ({ units: Math.max(units, 2 * FEW), activation })),
      );
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
