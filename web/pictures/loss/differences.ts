/** How runs differ from one another. */
import type { Experiment } from "../../engine/engine";
import type { FieldPath } from "../../i18n/options";

/** What tells runs apart, in the order in which it is said. */
const COMPARED = {
  "training.learning_rate": ({ training }) => training.learning_rate,
  "training.optimizer": ({ training }) => training.optimizer,
  "training.schedule": ({ training }) => training.schedule,
  "training.batch_size": ({ training }) => training.batch_size,
  "training.loss": ({ training }) => training.loss,
  scaling: ({ scaling }) => scaling,
  "model.hidden": ({ model }) => model.hidden,
  "model.output": ({ model }) => model.output,
  "model.weights": ({ model }) => model.weights,
  "model.bias": ({ model }) => model.bias,
  "model.initial": ({ model }) => model.initial,
  "training.shuffle": ({ training }) => training.shuffle,
  "training.l1": ({ training }) => training.l1,
  "training.l2": ({ training }) => training.l2,
  "training.test_fraction": ({ training }) => training.test_fraction,
  "training.seed": ({ training }) => training.seed,
} satisfies Partial<Record<FieldPath, (experiment: Experiment) => unknown>>;

export type ComparedPath = keyof typeof COMPARED;

/** The settings in which two experiments on the same data differ. */
export function differences(experiment: Experiment, other: Experiment): ComparedPath[] {
  const paths = Object.keys(COMPARED) as ComparedPath[];
  // As text: settings are small, and plain down to their leaves.
  return paths.filter((path) => JSON.stringify(COMPARED[path](experiment)) !== JSON.stringify(COMPARED[path](other)));
}
