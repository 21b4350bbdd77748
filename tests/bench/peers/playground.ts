/**
 * TensorFlow Playground's own core, nn.ts: nodes and links as objects; one output, squares as the loss, no Adam. It is on no
 * registry: docs/benchmark.md says how to get it.
 */
import core, { type Core, type Node } from "virtual:tensorflow-playground";
import type { Experiment } from "../../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { Cursor, gridPoints, type Peer, problemOf, withTraining } from "../peer";

/** None where nobody has said where nn.js is. */
export const playground: Peer | null = core === null ? null : peerOf(core);

function peerOf(nn: Core): Peer {
  return {
    name: "TensorFlow Playground",

    training(experiment) {
      const { model, training } = experiment;
      if (training.optimizer.kind !== "sgd" || model.output === "softmax") return null;
      if (training.loss.kind === "squared") return { experiment };
      return { experiment: withTraining(experiment, { loss: { kind: "squared" } }), differs: "squares as the loss" };
    },

    start(experiment) {
      const network = build(nn, experiment);
      const problem = problemOf(experiment);
      const { features, targets } = problem;
      const cursor = new Cursor(problem);
      // Its loss is half the square.
      const rate = 2 * experiment.training.learning_rate;
      return {
        step(updates) {
          for (let i = 0; i < updates; i++) {
            cursor.next();
            for (let student = cursor.from; student < cursor.to; student++) {
              nn.forwardProp(network, features[student] as number[]);
              nn.backProp(network, (targets[student] as number[])[0] as number, nn.Errors.SQUARE);
            }
            nn.updateWeights(network, rate, 0);
          }
        },
        parameters: () =>
          network
            .slice(1)
            .flatMap((layer) => [
              ...layer.flatMap(({ inputLinks }) => inputLinks.map(({ weight }) => weight)),
              ...layer.map(({ bias }) => bias),
            ]),
      };
    },

    grid(experiment) {
      if (experiment.model.output === "softmax") return null;
      const network = build(nn, experiment);
      const points = gridPoints(experiment.table.subjects.length);
      const values = new Float32Array(points.length);
      return () => {
        points.forEach((point, at) => {
          values[at] = nn.forwardProp(network, point);
        });
        return values;
      };
    },
  };
}

function build({ Activations, buildNetwork }: Core, experiment: Experiment): Node[][] {
  const { sizes, layers } = problemOf(experiment);
  const { hidden, output } = experiment.model;
  const activation = hidden[0]?.activation === "tanh" ? Activations.TANH : Activations.RELU;
  const last = output === "sigmoid" ? Activations.SIGMOID : Activations.LINEAR;
  const inputs = Array.from({ length: sizes[0] ?? 0 }, (_, i) => `x${i}`);
  const network = buildNetwork(sizes, activation, last, null, inputs);
  layers.forEach((given, l) => {
    network[l + 1]?.forEach((node, unit) => {
      node.bias = given.biases[unit] ?? 0;
      node.inputLinks.forEach((link, i) => {
        link.weight = given.weights[unit]?.[i] ?? 0;
      });
    });
  });
  return network;
}
