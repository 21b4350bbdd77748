/** What the benchmark asks of Sanhao and of each peer, and the data as plain arrays. */
import type { Experiment } from "../../crates/sanhao-wasm/pkg/sanhao_wasm";
import { GRID } from "./workloads";

/** A network that can be trained further. */
export interface Run {
  /** So many updates, one batch each. */
  step(updates: number): void;
  /** Layer by layer the weights, units × inputs, then the biases. */
  parameters(): number[];
}

/** A workload as a peer can do it. */
export interface Offer {
  /** What it runs. */
  readonly experiment: Experiment;
  /** What differs from the workload; absent where nothing does. */
  readonly differs?: string;
  /** What is compared with ours where the peer has a rule of its own in what it runs; its forward and back are the same. */
  readonly checked?: Experiment;
}

/** A library, or Sanhao itself. */
export interface Peer {
  readonly name: string;
  /** The nearest to a workload's training that the peer offers; null where there is nothing near. */
  training(experiment: Experiment): Offer | null;
  start(experiment: Experiment): Run;
  /** Predictions over the grid, rows × columns × outputs, with the parameters at their start; null where it cannot. */
  grid(experiment: Experiment): (() => ArrayLike<number>) | null;
  /** Called before each of the peer's turns. */
  enter?(): void;
}

/** An experiment as a peer takes it. */
export interface Problem {
  /** One array of features a student. */
  readonly features: number[][];
  /** One array a student: the number, 1 or 0 for the second of two classes, or 1 for the class and 0 for the others. */
  readonly targets: number[][];
  /** Units of each layer, features first. */
  readonly sizes: number[];
  /** For each layer its weights, units × inputs, and its biases. */
  readonly layers: { weights: number[][]; biases: number[] }[];
  readonly batchSize: number;
}

/** Takes an experiment apart. */
export function problemOf({ table, model, training }: Experiment): Problem {
  if (model.initial.kind !== "given") throw new Error("peers start from given weights");
  const layers = model.initial.layers;
  const outputs = layers.at(-1)?.biases.length ?? 0;
  const targets = table.students.map(({ target }) => {
    if (typeof target !== "string") return [target ?? 0];
    const at = table.classes.indexOf(target);
    return outputs === 1 ? [at] : table.classes.map((_, i) => (i === at ? 1 : 0));
  });
  return {
    features: table.students.map(({ scores }) =>
      scores.map((score) => {
        if (score === null) throw new Error("a workload has no missing score");
        return score;
      }),
    ),
    targets,
    sizes: [table.subjects.length, ...layers.map((layer) => layer.biases.length)],
    layers,
    batchSize: training.batch_size ?? table.students.length,
  };
}

/** The students seen by the first `updates` updates. */
export function samples(experiment: Experiment, updates: number): number {
  const students = experiment.table.students.length;
  const batch = experiment.training.batch_size ?? students;
  const epoch = Math.ceil(students / batch);
  return Math.floor(updates / epoch) * students + Math.min((updates % epoch) * batch, students);
}

/** Where the present batch begins and ends, going round the students again and again. */
export class Cursor {
  from = 0;
  to = 0;
  readonly #students: number;
  readonly #batch: number;

  constructor({ features, batchSize }: Problem) {
    this.#students = features.length;
    this.#batch = batchSize;
  }

  next(): void {
    this.from = this.to === this.#students ? 0 : this.to;
    this.to = Math.min(this.from + this.#batch, this.#students);
  }
}

/** The features of the grid's points, the top row first. */
export function gridPoints(features: number): number[][] {
  const { columns, rows, from, to, held } = GRID;
  const place = (i: number, count: number) => from + ((to - from) * i) / (count - 1);
  return Array.from({ length: rows * columns }, (_, i) => {
    const point = new Array<number>(features).fill(held);
    point[0] = place(i % columns, columns);
    point[1] = place(rows - 1 - Math.floor(i / columns), rows);
    return point;
  });
}

/** The experiment with other settings of its training. */
export function withTraining(experiment: Experiment, training: Partial<Experiment["training"]>): Experiment {
  return { ...experiment, training: { ...experiment.training, ...training } };
}
