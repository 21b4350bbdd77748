/** Small experiments and frames for tests of the pictures. */
import type { Experiment, Frame, LayerNumbers, Student } from "../../engine/engine";

export function student(name: string, scores: Student["scores"], target: Student["target"] = null): Student {
  return { name, scores, target, included: true };
}

export function experimentOf(subjects: string[], classes: string[], students: Student[]): Experiment {
  return {
    version: 2,
    table: { subjects, target: "奖项", classes, students },
    scaling: "raw",
    model: { hidden: [], weights: "free", bias: true, output: "linear", initial: { kind: "zeros" } },
    training: {
      loss: { kind: "absolute" },
      optimizer: { kind: "sgd" },
      learning_rate: 0.001,
      schedule: { kind: "constant" },
      batch_size: null,
      shuffle: false,
      l1: 0,
      l2: 0,
      test_fraction: 0,
      seed: 1,
    },
  };
}

export function layerOf(inputs: number, units: number, weights: number[], biases: number[] = []): LayerNumbers {
  return { inputs, units, weights: Float32Array.from(weights), biases: Float32Array.from(biases) };
}

export function frameOf(outputs: number, predictions: number[], classes: number[] = []): Frame {
  return {
    diverged: false,
    updates: 0,
    epoch: 0,
    loss: 1,
    heldOutLoss: Number.NaN,
    baseRate: 0.1,
    beginning: 0,
    furthest: 0,
    learningRate: 0.001,
    threshold: Number.NaN,
    accuracy: Number.NaN,
    heldOutAccuracy: Number.NaN,
    layers: [],
    outputs,
    predictions: Float32Array.from(predictions),
    errors: new Float32Array(0),
    classes: Uint8Array.from(classes),
    probabilities: new Float32Array(),
    history: { epochs: new Float64Array(), losses: new Float64Array(), heldOut: new Float64Array() },
  };
}
