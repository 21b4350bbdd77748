/** synaptic: compiles each network into a function; looks at one student at a time; no Adam, no softmax in training. */
import { Layer, Network, Neuron } from "synaptic";
import type { Experiment } from "../../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { gridPoints, type Peer, problemOf, withTraining } from "../peer";

const SQUASHES = {
  tanh: Neuron.squash.TANH,
  relu: Neuron.squash.RELU,
  linear: Neuron.squash.IDENTITY,
  sigmoid: Neuron.squash.LOGISTIC,
  // Only predicted with; the softmax is then taken of the sums.
  softmax: Neuron.squash.IDENTITY,
};

export const synaptic: Peer = {
  name: "synaptic",

  training(experiment) {
    if (experiment.training.optimizer.kind !== "sgd") return null;
    const online = withTraining(experiment, { batch_size: 1 });
    if (experiment.model.output === "softmax") {
      return {
        experiment: {
          ...withTraining(online, { loss: { kind: "binary_cross_entropy" } }),
          model: { ...experiment.model, output: "sigmoid" },
        },
        differs: "one student an update, sigmoids instead of softmax",
      };
    }
    if (experiment.model.hidden.length === 0) return { experiment: online, differs: "one student an update" };
    return {
      experiment: online,
      // With small updates the new weights are nearly the old ones.
      checked: withTraining(online, { learning_rate: 2 ** -14 }),
      differs: "one student an update, errors led back through weights already changed",
    };
  },

  start(experiment) {
    const { network, neurons } = build(experiment);
    const { features, targets } = problemOf(experiment);
    const { loss, learning_rate } = experiment.training;
    // Its error is target − output: half the slope of a square, and that of a sigmoid's cross-entropy, of which ours is
    // the mean over the outputs.
    const rate = (learning_rate * (loss.kind === "squared" ? 2 : 1)) / (targets[0]?.length ?? 1);
    let student = 0;
    return {
      step(updates) {
        for (let i = 0; i < updates; i++) {
          network.activate(features[student] as number[]);
          network.propagate(rate, targets[student] as number[]);
          student = student + 1 === features.length ? 0 : student + 1;
        }
      },
      parameters() {
        network.restore();
        return neurons.flatMap((layer) => [
          ...layer.flatMap((neuron) => Object.values(neuron.connections.inputs).map((input) => input.weight)),
          ...layer.map((neuron) => neuron.bias),
        ]);
      },
    };
  },

  grid(experiment) {
    const { network } = build(experiment);
    const points = gridPoints(experiment.table.subjects.length);
    const outputs = problemOf(experiment).sizes.at(-1) ?? 0;
    const values = new Float32Array(points.length * outputs);
    const softmax = experiment.model.output === "softmax";
    return () => {
      let at = 0;
      for (const point of points) {
        const output = network.activate(point);
        let sum = 1;
        if (softmax) {
          sum = 0;
          for (let i = 0; i < outputs; i++) {
            output[i] = Math.exp(output[i] as number);
            sum += output[i] as number;
          }
        }
        for (let i = 0; i < outputs; i++) values[at++] = (output[i] as number) / sum;
      }
      return values;
    };
  },
};

function build(experiment: Experiment): { network: Network; neurons: Neuron[][] } {
  const { sizes, layers } = problemOf(experiment);
  const { hidden, output } = experiment.model;
  const made = sizes.map((size) => new Layer(size));
  const neurons = layers.map((given, l) => {
    const layer = made[l + 1] as Layer;
    made[l]?.project(layer, Layer.connectionType.ALL_TO_ALL);
    const activation = hidden[l]?.activation ?? output;
    return layer.list.map((neuron, unit) => {
      neuron.squash = SQUASHES[activation as keyof typeof SQUASHES];
      neuron.bias = given.biases[unit] ?? 0;
      Object.values(neuron.connections.inputs).forEach((input, i) => {
        input.weight = given.weights[unit]?.[i] ?? 0;
      });
      return neuron;
    });
  });
  const [input, output_] = [made[0] as Layer, made.at(-1) as Layer];
  return { network: new Network({ input, hidden: made.slice(1, -1), output: output_ }), neurons };
}
