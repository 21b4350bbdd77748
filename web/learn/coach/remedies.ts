/** What helps a run in trouble. */

import { withHidden, withModel, withOutput, withTraining } from "../../edits/edit-model";
import type { Diagnosis, Experiment, Frame } from "../../engine/engine";
import type { Stability } from "../../engine/lab";

export type Remedy =
  | "rate"
  | "scale"
  | "standard"
  | "bias"
  | "linear"
  | "activation"
  | "layer"
  | "neurons"
  | "start"
  | "constant"
  | "penalty"
  | "free";

type Numbers = Pick<Frame, "accuracy" | "layers" | "errors">;
/** What is said of a run that has come to rest. */
type AtRest = Extract<Diagnosis, { cause: unknown }>;

/** Below this part of what the targets span, the largest error of a run is none. */
const RIGHT = 0.01;

/** Below this part of what the targets span, the mean error of a network is that of its data as likely as of its start. */
const CLOSE = 0.1;

/** Hidden layers with more neurons than this have enough of them. */
const FEW = 4;

/** The changes of the experiment that help, the likeliest first; none where a run needs no help or nothing known helps. */
export function remediesOf(experiment: Experiment, diagnosis: Diagnosis, numbers: Numbers): Remedy[] {
  switch (diagnosis.kind) {
    case "diverged":
    case "worse":
      return experiment.scaling === "raw" ? ["rate", "scale"] : ["rate"];
    case "swinging":
      return isWithin(experiment, errorOf(experiment, diagnosis.high), RIGHT) ? [] : ["rate"];
    case "stuck":
    case "same_for_all":
    case "slow":
    case "minimum":
      return isRight(experiment, numbers) ? [] : atRest(experiment, diagnosis, numbers);
    default:
      return [];
  }
}

/** Whether the coach has something to say of a run: what helps, or that nothing can. */
export function needsCoach(diagnosis: Diagnosis, remedies: readonly Remedy[]): boolean {
  return remedies.length > 0 || ("cause" in diagnosis && diagnosis.cause?.kind === "twins");
}

/** What helps a model that has come to rest with errors. */
function atRest(experiment: Experiment, diagnosis: AtRest, { layers, errors }: Numbers): Remedy[] {
  const { scaling, model, table, training } = experiment;
  const deep = model.hidden.length > 0;
  // The absolute loss has corners: without a hidden layer it is slow where it has come to its least value.
  const curved = isPlain(training) && training.loss.kind !== "absolute";
  const stretched = diagnosis.kind === "slow" && scaling !== "standard" && model.weights === "free" && curved;
  if (isOutOfReach(experiment)) return ["linear"];
  switch (diagnosis.cause?.kind) {
    case "twins":
      return [];
    case "ended":
      return ["constant"];
    case "held":
      return ["penalty"];
    case "sum_to_one":
      return ["free"];
    case "no_bias":
      return ["bias"];
    case "zero_weights":
      return ["start"];
    case "straight":
      // On its way a plane's errors may be bent that are not at its end.
      return stretched ? ["standard"] : ["layer"];
    case "flat":
    case "saturated":
      return areAlike(layers) ? ["start"] : againstFlatness(experiment);
  }
  if (areAlike(layers)) return ["start"];
  if (diagnosis.kind === "slow" && diagnosis.faster !== null) return ["rate"];
  if (deep && isWithin(experiment, meanOf(errors), CLOSE)) return [];
  if (deep) return scaling === "raw" ? ["standard", ...largerNetwork(experiment)] : largerNetwork(experiment);
  if (diagnosis.kind === "stuck") return table.classes.length > 0 && model.weights === "free" ? ["layer"] : [];
  return stretched ? ["standard"] : [];
}

/** Whether an optimizer's steps grow with the gradient. */
export function isPlain({ optimizer }: Pick<Experiment["training"], "optimizer">): boolean {
  return optimizer.kind === "sgd" || optimizer.kind === "momentum" || optimizer.kind === "nesterov";
}

/** Whether targets are numbers that a sigmoid cannot reach, however the scores are scaled. */
function isOutOfReach({ table, model }: Experiment): boolean {
  const outside = (target: unknown): boolean => typeof target === "number" && (target < 0 || target > 1);
  return model.output === "sigmoid" && table.students.some(({ target }) => outside(target));
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
function againstFlatness({ scaling, model }: Experiment): Remedy[] {
  const scaled = scaling === "standard" && model.bias;
  const remedies: Remedy[] = scaled ? [] : [model.bias ? "standard" : "bias"];
  return model.hidden.length > 0 ? [...remedies, "start"] : remedies;
}

function isRight(experiment: Experiment, { accuracy, errors }: Numbers): boolean {
  if (experiment.table.classes.length > 0) return accuracy === 1;
  return isWithin(experiment, Math.max(...sizesOf(errors)), RIGHT);
}

/** Whether an error is within a part of what the targets span; never where targets are classes. */
function isWithin({ table }: Experiment, error: number, part: number): boolean {
  const targets = table.students.flatMap(({ target }) => (typeof target === "number" ? [target] : []));
  const span = Math.max(...targets) - Math.min(...targets) || Math.max(...targets.map(Math.abs));
  return error <= part * span;
}

function sizesOf(errors: Float32Array): number[] {
  return [...errors].filter((error) => !Number.isNaN(error)).map(Math.abs);
}

function meanOf(errors: Float32Array): number {
  const sizes = sizesOf(errors);
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
}

/** The error of which a loss is made, about. */
function errorOf({ training }: Experiment, loss: number): number {
  return training.loss.kind === "squared" ? Math.sqrt(loss) : loss;
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
    case "constant":
      return withTraining(experiment, { schedule: { kind: "constant" } });
    case "penalty": {
      const { optimizer } = experiment.training;
      const kept = optimizer.kind === "adamw" ? { ...optimizer, weight_decay: 0 } : optimizer;
      return withTraining(experiment, { l1: 0, l2: 0, optimizer: kept });
    }
    case "free":
      return withModel(experiment, { weights: "free" });
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

/**
 * A rate that is safe where it was too large, with two digits: half the bound where it was above it, else a tenth. `rise` is the
 * upper end of a swing over the loss at the start. A swing shrinks with the steps: one that rises far above the start asks for a
 * rate that is smaller by as much.
 */
export function safeRate(rate: number, stability: Stability, rise = 1): number {
  const over = stability.kind === "bound" && rate > stability.largest;
  const tenths = 1 + Math.max(0, Math.ceil(Math.log10(rise / 2)));
  return Number((over ? Math.min(stability.largest, rate) / 2 : rate / 10 ** tenths).toPrecision(2));
}
