/** Case 1 trained in the way that is easiest to follow by hand, and in the course's own. */
import { type Experiment, presetOf, type Training } from "../engine/engine";
import { withTraining } from "./edit-model";

/** Squared errors, one student an update, and a rate that suits raw scores up to 100. */
const PLAIN: Partial<Training> = {
  loss: { kind: "squared" },
  optimizer: { kind: "sgd" },
  schedule: { kind: "constant" },
  learning_rate: 0.00001,
  batch_size: 1,
  l1: 0,
  l2: 0,
};

export function withPlainDescent(experiment: Experiment): Experiment {
  return { ...withTraining(experiment, PLAIN), scaling: "raw" };
}

/** Trained as in the course, whatever the table and the network are. */
export function asInTheBook(experiment: Experiment): Experiment {
  const { training, scaling } = presetOf("weights");
  return { ...experiment, training, scaling };
}

/** Whether a change leaves an experiment trained as it is; the learning rate apart, which is changed in the middle of a run. */
export function trainsAlready(experiment: Experiment, change: (experiment: Experiment) => Experiment): boolean {
  const text = ({ training, scaling }: Experiment): string =>
    JSON.stringify([{ ...training, learning_rate: 0 }, scaling]);
  return text(experiment) === text(change(experiment));
}
