/** TensorFlow.js with its two backends that compute on the processor. */

import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import plain from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm?url";
import threaded from "@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.wasm?url";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import type { Experiment } from "../../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { Cursor, gridPoints, type Peer, problemOf } from "../peer";

type Backend = "cpu" | "wasm";

/** Fetches and compiles the backend. */
export async function initializeTensorflow(backend: Backend): Promise<void> {
  setWasmPaths({
    "tfjs-backend-wasm.wasm": plain,
    "tfjs-backend-wasm-simd.wasm": simd,
    "tfjs-backend-wasm-threaded-simd.wasm": threaded,
  });
  await tf.setBackend(backend);
}

export const tensorflow = (backend: Backend): Peer => ({
  name: `TensorFlow.js ${backend}`,

  training: (experiment) => ({ experiment }),

  start(experiment) {
    const { layers, forward } = build(experiment);
    const problem = problemOf(experiment);
    const batches: { features: tf.Tensor2D; targets: tf.Tensor2D }[] = [];
    const cursor = new Cursor(problem);
    do {
      cursor.next();
      const { from, to } = cursor;
      batches.push({
        features: tf.tensor2d(problem.features.slice(from, to)),
        targets: tf.tensor2d(problem.targets.slice(from, to)),
      });
    } while (cursor.to < problem.features.length);
    const { optimizer: rule, learning_rate } = experiment.training;
    const optimizer =
      rule.kind === "adam"
        ? tf.train.adam(learning_rate, rule.beta1, rule.beta2, rule.epsilon)
        : tf.train.sgd(learning_rate);
    const loss = (targets: tf.Tensor2D, sums: tf.Tensor2D): tf.Scalar =>
      ({
        linear: () => tf.losses.meanSquaredError(targets, sums),
        sigmoid: () => tf.losses.sigmoidCrossEntropy(targets, sums),
        softmax: () => tf.losses.softmaxCrossEntropy(targets, sums),
      })[experiment.model.output]();
    const variables = layers.flatMap(({ weights, biases }) => [weights, biases]);
    let batch = 0;
    return {
      step(updates) {
        for (let i = 0; i < updates; i++) {
          const { features, targets } = batches[batch] as (typeof batches)[number];
          optimizer.minimize(() => loss(targets, forward(features)), false, variables);
          batch = batch + 1 === batches.length ? 0 : batch + 1;
        }
      },
      parameters: () =>
        layers.flatMap(({ weights, biases }) => [
          ...tf.tidy(() => tf.transpose(weights).dataSync()),
          ...biases.dataSync(),
        ]),
    };
  },

  grid(experiment) {
    const { forward } = build(experiment);
    const points = tf.tensor2d(gridPoints(experiment.table.subjects.length));
    const values = (sums: tf.Tensor2D) =>
      ({ linear: () => sums, sigmoid: () => tf.sigmoid(sums), softmax: () => tf.softmax(sums) })[
        experiment.model.output
      ]();
    return () => tf.tidy(() => values(forward(points)).dataSync());
  },

  enter() {
    // With its backend there already, this has taken effect when it returns.
    void tf.setBackend(backend);
  },
});

function build(experiment: Experiment) {
  const layers = problemOf(experiment).layers.map(({ weights, biases }) => ({
    weights: tf.tidy(() => tf.variable(tf.transpose(tf.tensor2d(weights)))),
    biases: tf.variable(tf.tensor1d(biases)),
  }));
  const { hidden } = experiment.model;
  const forward = (features: tf.Tensor2D): tf.Tensor2D =>
    layers.reduce((values, { weights, biases }, l) => {
      const sums: tf.Tensor2D = tf.add(tf.matMul(values, weights), biases);
      const activation = hidden[l]?.activation;
      if (activation === undefined) return sums;
      return activation === "tanh" ? tf.tanh(sums) : tf.relu(sums);
    }, features);
  return { layers, forward };
}
