/** brain.js: one activation for all layers, squares as the loss, one student an update. */
import { NeuralNetwork } from "brain.js/dist/browser.js";
import type { Activation, Experiment, Output } from "../../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { type Peer, problemOf, withTraining } from "../peer";

/** It wants one above 0; this one is lost in rounding. */
const MOMENTUM = 1e-12;

export const brain: Peer = {
  name: "brain.js",

  training(experiment) {
    const { hidden, output } = experiment.model;
    if (output === "linear" && hidden.length === 0) return null;
    const sigmoids = {
      ...withTraining(experiment, { batch_size: 1, loss: { kind: "squared" } }),
      model: {
        ...experiment.model,
        hidden: hidden.map(({ units }) => ({ units, activation: "sigmoid" as Activation })),
        output: "sigmoid" as Output,
      },
    };
    const differs = "one student an update, squares as the loss, sigmoids in every layer";
    if (experiment.training.optimizer.kind === "sgd") return { experiment: sigmoids, differs };
    return {
      experiment: sigmoids,
      // Its Adam moves a bias by what the update before would have.
      checked: withTraining(sigmoids, { optimizer: { kind: "sgd" }, learning_rate: 1 / 16 }),
      differs: `${differs}, biases an update late`,
    };
  },

  start(experiment) {
    const network = build(experiment);
    const { features, targets } = problemOf(experiment);
    const patterns = features.map((input, i) => ({
      input: Float32Array.from(input),
      output: Float32Array.from(targets[i] ?? []),
    }));
    let student = 0;
    return {
      step(updates) {
        for (let i = 0; i < updates; i++) {
          network.trainPattern(patterns[student] as (typeof patterns)[number]);
          student = student + 1 === patterns.length ? 0 : student + 1;
        }
      },
      parameters: () =>
        network.weights
          .slice(1)
          .flatMap((weights, l) => [...weights.flatMap((row) => [...row]), ...(network.biases[l + 1] ?? [])]),
    };
  },

  // With one activation for all layers it has neither of the two nets.
  grid: () => null,
};

function build(experiment: Experiment): NeuralNetwork {
  const { sizes, layers } = problemOf(experiment);
  const { optimizer, learning_rate } = experiment.training;
  // Its loss is half the sum of squares, ours the mean over the outputs.
  const learningRate = (2 * learning_rate) / (sizes.at(-1) ?? 1);
  const network = new NeuralNetwork({
    inputSize: sizes[0] ?? 0,
    hiddenLayers: sizes.slice(1, -1),
    outputSize: sizes.at(-1) ?? 0,
    activation: "sigmoid",
    momentum: MOMENTUM,
    ...(optimizer.kind === "adam"
      ? {
          praxis: "adam",
          learningRate: learning_rate,
          beta1: optimizer.beta1,
          beta2: optimizer.beta2,
          epsilon: optimizer.epsilon,
        }
      : { learningRate }),
  });
  network.initialize();
  layers.forEach(({ weights, biases }, l) => {
    weights.forEach((row, unit) => {
      network.weights[l + 1]?.[unit]?.set(row);
    });
    network.biases[l + 1]?.set(biases);
  });
  return network;
}
