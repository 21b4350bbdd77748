/** Edits of the model and the training, as pure functions. Settings that depend on a changed one change with it. */
import type {
  Experiment,
  HiddenLayer,
  Initial,
  Loss,
  Model,
  Optimizer,
  Output,
  Schedule,
  Training,
} from "../engine/engine";
import { kindOf, startFor } from "./fit";

export function withTraining(experiment: Experiment, change: Partial<Training>): Experiment {
  return { ...experiment, training: { ...experiment.training, ...change } };
}

/** Changes the network; given weights that no longer fit are replaced. */
export function withModel(experiment: Experiment, change: Partial<Model>): Experiment {
  const model = { ...experiment.model, ...change };
  const reshaped = "hidden" in change || "bias" in change || "output" in change;
  const initial =
    reshaped && !("initial" in change) && model.initial.kind === "given" ? startFor(model) : model.initial;
  return { ...experiment, model: { ...model, initial } };
}

/** The first hidden layer makes the initial weights random; without hidden layers they are zeros again. */
export function withHidden(experiment: Experiment, hidden: HiddenLayer[]): Experiment {
  const { model } = experiment;
  const was = model.hidden.length > 0;
  const is = hidden.length > 0;
  return withModel(experiment, was === is ? { hidden } : { hidden, initial: startFor({ hidden }) });
}

/** A softmax output gets its cross-entropy; a linear output cannot have a cross-entropy. */
export function withOutput(experiment: Experiment, output: Output): Experiment {
  const changed = withModel(experiment, { output });
  const loss = lossFor(output, experiment.training.loss);
  return loss === experiment.training.loss ? changed : withTraining(changed, { loss });
}

function lossFor(output: Output, loss: Loss): Loss {
  const crossEntropy = loss.kind === "binary_cross_entropy" || loss.kind === "categorical_cross_entropy";
  if (!crossEntropy) return loss;
  if (output === "linear") return { kind: "squared" };
  return { kind: output === "sigmoid" ? "binary_cross_entropy" : "categorical_cross_entropy" };
}

/** Choosing a cross-entropy changes a linear output to one of probabilities. */
export function withLoss(experiment: Experiment, loss: Loss): Experiment {
  const crossEntropy = loss.kind === "binary_cross_entropy" || loss.kind === "categorical_cross_entropy";
  const changed = withTraining(experiment, { loss });
  const kind = kindOf(experiment.table);
  if (!crossEntropy || kind === "numbers") return changed;
  // Sigmoids of more classes do not compete: what the one of a wrong class says would not count.
  const misfits =
    experiment.model.output === "sigmoid" && kind === "more_classes" && loss.kind === "categorical_cross_entropy";
  if (experiment.model.output !== "linear" && !misfits) return changed;
  return withModel(changed, { output: loss.kind === "binary_cross_entropy" ? "sigmoid" : "softmax" });
}

/** A loss with its default constant. */
export function lossOf(kind: Loss["kind"]): Loss {
  return kind === "huber" ? { kind, delta: 1 } : { kind };
}

/** An optimizer with the default constants of its paper or framework. */
export function optimizerOf(kind: Optimizer["kind"]): Optimizer {
  switch (kind) {
    case "sgd":
      return { kind };
    case "momentum":
    case "nesterov":
      return { kind, momentum: 0.9 };
    case "adagrad":
      return { kind, epsilon: 1e-10 };
    case "rmsprop_tensorflow1":
      return { kind, decay: 0.9, epsilon: 1e-10 };
    case "rmsprop_pytorch":
      return { kind, decay: 0.99, epsilon: 1e-8 };
    case "adam":
      return { kind, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    case "adamw":
      return { kind, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0.01 };
  }
}

export function scheduleOf(kind: Schedule["kind"]): Schedule {
  switch (kind) {
    case "constant":
      return { kind };
    case "step":
    case "exponential":
      return { kind, every: 1000, factor: 0.5 };
    case "cosine":
      return { kind, steps: 5000 };
    case "warm_up":
      return { kind, steps: 100 };
  }
}

/** Initial weights that can be chosen. `given` ones come only with an experiment. */
export function initialOf(kind: Exclude<Initial["kind"], "given">): Initial {
  switch (kind) {
    case "constant":
      return { kind, weight: 0.1, bias: 0 };
    case "uniform":
      return { kind, limit: 0.5 };
    default:
      return { kind };
  }
}
