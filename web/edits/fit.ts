/** Makes the model follow its table: what a table of another kind cannot have gives way to what it needs. */
import type { Experiment, Loss, Model, Optimizer, Output, Table, Training } from "../engine/engine";

/** What the targets are. */
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
 * The experiment on another table. A table of the same kind keeps every setting; one of another kind gets the output and
 * the loss of its kind, and settings under which scores of any size are learned: standardized, with bias, Adam at 0.1.
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

/** The output a table of this kind can have: the one there is, where it fits. */
function outputFor(kind: TableKind, output: Output): Output {
  if (kind === "numbers") return output === "softmax" ? "linear" : output;
  return output;
}

/** Given weights fit one shape of network; with another they give way to random ones, zeros where no layer is hidden. */
function withoutMisfits(experiment: Experiment, before: Table): Experiment {
  const { model, table } = experiment;
  const sameShape = table.subjects.length === before.subjects.length && table.classes.length === before.classes.length;
  if (model.initial.kind !== "given" || sameShape) return experiment;
  return { ...experiment, model: { ...model, initial: startFor(model) } };
}

/** Equal weights in a hidden layer stay equal for ever, so that hidden layers need a random start. */
export function startFor({ hidden }: Pick<Model, "hidden">): Model["initial"] {
  return hidden.length > 0 ? { kind: "xavier_uniform" } : { kind: "zeros" };
}
