/** ConvNetJS: softmax and squares, plain descent and Adagrad; no Adam, no sigmoid's cross-entropy. */
import { Net, Trainer, Vol } from "convnetjs";
import type { Experiment } from "../../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { Cursor, gridPoints, type Peer, problemOf, withTraining } from "../peer";

/** It stands inside the root there and outside of it in ours: too small to be seen. */
const EPSILON = 1e-16;

export const convnetjs: Peer = {
  name: "ConvNetJS",

  training(experiment) {
    const { model, training } = experiment;
    if (model.output === "sigmoid") return { experiment: asTwoClasses(experiment), differs: "softmax of two outputs" };
    if (training.optimizer.kind === "sgd") return { experiment };
    return {
      experiment: withTraining(experiment, { optimizer: { kind: "adagrad", epsilon: EPSILON } }),
      differs: "Adagrad instead of Adam",
    };
  },

  start(experiment) {
    const { net, layers } = build(experiment);
    const problem = problemOf(experiment);
    const inputs = problem.features.map((features) => new Vol(features));
    const targets = problem.targets.map((target) => (target.length === 1 ? target : target.indexOf(1)));
    const { optimizer, learning_rate, loss } = experiment.training;
    const trainer = new Trainer(net, {
      method: optimizer.kind,
      // It takes half the square.
      learning_rate: learning_rate * (loss.kind === "squared" ? 2 : 1),
      batch_size: 1,
      momentum: 0,
      eps: EPSILON,
    });
    const cursor = new Cursor(problem);
    return {
      step(updates) {
        for (let i = 0; i < updates; i++) {
          cursor.next();
          // The last batch of an epoch is smaller.
          trainer.k = 0;
          trainer.batch_size = cursor.to - cursor.from;
          for (let s = cursor.from; s < cursor.to; s++)
            trainer.train(inputs[s] as Vol, targets[s] as number | number[]);
        }
      },
      parameters: () =>
        layers.flatMap((layer) => [...layer.filters.flatMap((filter) => [...filter.w]), ...layer.biases.w]),
    };
  },

  grid(experiment) {
    const { net } = build(experiment);
    const points = gridPoints(experiment.table.subjects.length).map((point) => new Vol(point));
    const outputs = problemOf(experiment).sizes.at(-1) ?? 0;
    const values = new Float32Array(points.length * outputs);
    return () => {
      let at = 0;
      for (const point of points) {
        const { w } = net.forward(point);
        for (let i = 0; i < outputs; i++) values[at++] = w[i] as number;
      }
      return values;
    };
  },
};

/** A sigmoid is a softmax over its sum and 0. */
function asTwoClasses(experiment: Experiment): Experiment {
  const { model, table } = experiment;
  if (model.initial.kind !== "given") throw new Error("peers start from given weights");
  const last = model.initial.layers.at(-1);
  const layers = model.initial.layers.slice(0, -1);
  layers.push({
    weights: [table.subjects.map(() => 0), ...(last?.weights ?? [])],
    biases: [0, ...(last?.biases ?? [])],
  });
  return {
    ...withTraining(experiment, { loss: { kind: "categorical_cross_entropy" } }),
    model: { ...model, output: "softmax", initial: { kind: "given", layers } },
  };
}

function build(experiment: Experiment) {
  const { sizes, layers: given } = problemOf(experiment);
  const { hidden, output } = experiment.model;
  const outputs = sizes.at(-1) ?? 0;
  const net = new Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: sizes[0] ?? 0 },
    ...hidden.map(({ units, activation }) => ({ type: "fc", num_neurons: units, activation })),
    output === "softmax" ? { type: "softmax", num_classes: outputs } : { type: "regression", num_neurons: outputs },
  ]);
  const layers = net.layers.filter((layer) => layer.layer_type === "fc");
  layers.forEach((layer, l) => {
    layer.filters.forEach((filter, unit) => {
      filter.w.set(given[l]?.weights[unit] ?? []);
    });
    layer.biases.w.set(given[l]?.biases ?? []);
  });
  return { net, layers };
}
