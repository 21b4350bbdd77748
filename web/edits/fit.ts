/** Adapts the model to a new table: replaces settings that the table does not allow. */
import type { Experiment, Loss, Model, Optimizer, Output, Table, Training } from "../engine/engine";
import { sameQuestion } from "../state/cases";

/** The kind of the targets. */
export type TableKind = "numbers" | "two_classes" | "more_classes";

export function kindOf({ classes }: Pick<Table, "classes">): TableKind {
  if (classes.length === 0) return "numbers";
  return classes.length === 2 ? "two_classes" : "more_classes";
}

const ADAM: Optimizer = { kind: "adam", beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

const OUTPUT: Readonly<Record<TableKind, Output>> = {
  numbers: "linear",
  two_classes: "sigmoid",
  more_classes: "softmax",
};

const LOSS: Readonly<Record<TableKind, Loss>> = {
  numbers: { kind: "absolute" },
  two_classes: { kind: "binary_cross_entropy" },
  more_classes: { kind: "categorical_cross_entropy" },
};

/**
 * The experiment on another table. For a table of the same kind every setting is kept; one of another kind gets the output and
 * the loss of its kind, and settings that work for scores of any size: standardized, with bias, Adam at 0.1.
 */
export function fitModel(experiment: Experiment, table: Table): Experiment {
  const { model, training } = experiment;
  const kind = kindOf(table);
  if (kind === kindOf(experiment.table)) {
    return withoutMisfits(
      { ...experiment, table, model: { ...model, output: outputFor(kind, model.output) } },
      experiment.table,
    );
  }
  const fitted: Model = { ...model, bias: true, weights: "free", output: OUTPUT[kind] };
  const trained: Training = { ...training, loss: LOSS[kind], optimizer: ADAM, learning_rate: 0.1, batch_size: null };
  return withoutMisfits(
    { ...experiment, table, scaling: "standard", model: fitted, training: trained },
    experiment.table,
  );
}

/**
 * The experiment on a table that a person has brought: with settings under which scores and targets of any size are learned,
 * unless the table asks what the present one asks.
 *
 * Numbers get squared errors by plain gradient descent, whose steps grow with the targets' size. The rate is under its bound
 * 2/λ: with standardized scores the Hessian's trace is 2 (subjects + 1), and no eigenvalue λ is larger.
 */
export function fitLoaded(experiment: Experiment, table: Table): Experiment {
  if (sameQuestion(experiment.table, table)) return fitModel(experiment, table);
  const kind = kindOf(table);
  const plain = kind === "numbers" && experiment.model.hidden.length === 0;
  const model: Model = { ...experiment.model, bias: true, weights: "free", output: OUTPUT[kind] };
  const rate = Number((0.5 / (table.subjects.length + 1)).toPrecision(1));
  const training: Training = {
    ...experiment.training,
    loss: kind === "numbers" ? { kind: "squared" } : LOSS[kind],
    optimizer: plain ? { kind: "sgd" } : ADAM,
    learning_rate: plain ? rate : 0.1,
    schedule: { kind: "constant" },
    batch_size: null,
    l1: 0,
    l2: 0,
  };
  return withoutMisfits({ ...experiment, table, scaling: "standard", model, training }, experiment.table);
}

/** The output for a table of this kind: the present one if it fits. */
function outputFor(kind: TableKind, output: Output): Output {
  if (kind === "numbers") return output === "softmax" ? "linear" : output;
  return output;
}

/** Given weights fit a single network shape; for another shape they are replaced by random ones (zeros without hidden layers). */
function withoutMisfits(experiment: Experiment, before: Table): Experiment {
  const { model, table } = experiment;
  const sameShape = table.subjects.length === before.subjects.length && table.classes.length === before.classes.length;
  if (model.initial.kind !== "given" || sameShape) return experiment;
  return { ...experiment, model: { ...model, initial: startFor(model) } };
}

/** Equal weights in a hidden layer stay equal, so hidden layers need random initial weights. */
export function startFor({ hidden }: Pick<Model, "hidden">): Model["initial"] {
  return hidden.length > 0 ? { kind: "xavier_uniform" } : { kind: "zeros" };
}
