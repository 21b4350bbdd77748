/** The numbers of a run at one step, copied out of wasm memory; nothing changes them afterwards. */
import type { LayerShape, Session } from "#sanhao";

/** The losses so far, one entry a recorded epoch. */
export interface History {
  readonly epochs: Float64Array;
  readonly losses: Float64Array;
  /** NaN without held-out students. */
  readonly heldOut: Float64Array;
}

/** One layer's parameters; the first layer's are in raw score units. */
export interface LayerNumbers {
  readonly inputs: number;
  readonly units: number;
  /** units × inputs, row by row. */
  readonly weights: Float32Array;
  /** One a unit; empty without bias. */
  readonly biases: Float32Array;
}

export interface Frame {
  /** Whether the loss, a gradient or a parameter has left the numbers worth computing with: the run stands still. */
  readonly diverged: boolean;
  readonly updates: number;
  readonly epoch: number;
  /** NaN if there is none, like every other number that a run may not have. */
  readonly loss: number;
  readonly heldOutLoss: number;
  /** The rate of the next update, with the schedule applied. */
  readonly learningRate: number;
  /** The rate before the schedule: the experiment's, or the one that was set last. */
  readonly baseRate: number;
  /** The first and the last update that `seek` can go to. */
  readonly beginning: number;
  readonly furthest: number;
  /** The learned pass mark, in score points. */
  readonly threshold: number;
  readonly accuracy: number;
  readonly heldOutAccuracy: number;
  /** The last layer is the output. */
  readonly layers: readonly LayerNumbers[];
  /** The number of outputs for each student. */
  readonly outputs: number;
  /** students × outputs, in the table's order; NaN without a prediction. */
  readonly predictions: Float32Array;
  /** Prediction − target a student, NaN where either is missing; empty where targets are classes. */
  readonly errors: Float32Array;
  /** The predicted class a student; empty where targets are numbers. */
  readonly classes: Uint8Array;
  /** The probability of that class; empty where the outputs are no probabilities. */
  readonly probabilities: Float32Array;
  readonly history: History;
}

/** All parameters end to end, in the core's order: layer by layer, the weights and then the biases. */
export function parametersOf(layers: readonly LayerNumbers[]): Float32Array {
  const parts = layers.flatMap(({ weights, biases }) => [weights, biases]);
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of parts) {
    all.set(part, start);
    start += part.length;
  }
  return all;
}

/** Whether two networks have the same parameters. */
export function sameShape(one: readonly LayerNumbers[], other: readonly LayerNumbers[]): boolean {
  const shape = ({ inputs, units, biases }: LayerNumbers): string => `${inputs} ${units} ${biases.length}`;
  return one.map(shape).join() === other.map(shape).join();
}

/**
 * Copies the session's numbers out of wasm memory.
 *
 * The views are read at once, one after the other, and none is kept: any later call may move the memory under them.
 */
export function copyFrame(session: Session, shapes: readonly LayerShape[], students: number): Frame {
  session.refresh();
  const [
    diverged = 0,
    updates = 0,
    epoch = 0,
    loss = Number.NaN,
    heldOutLoss = Number.NaN,
    learningRate = Number.NaN,
    threshold = Number.NaN,
    accuracy = Number.NaN,
    heldOutAccuracy = Number.NaN,
    baseRate = Number.NaN,
    beginning = 0,
    furthest = 0,
  ] = session.summary();
  const predictions = session.predictions().slice();
  return {
    diverged: diverged === 1,
    updates,
    epoch,
    loss,
    heldOutLoss,
    learningRate,
    baseRate,
    beginning,
    furthest,
    threshold,
    accuracy,
    heldOutAccuracy,
    layers: layersOf(session.parameters().slice(), shapes),
    outputs: students === 0 ? 1 : predictions.length / students,
    predictions,
    errors: session.errors().slice(),
    classes: session.classes().slice(),
    probabilities: session.probabilities().slice(),
    history: historyOf(session.history()),
  };
}

/** Cuts the flat run of parameters into layers. */
export function layersOf(parameters: Float32Array, shapes: readonly LayerShape[]): LayerNumbers[] {
  let start = 0;
  const take = (count: number): Float32Array => {
    const part = parameters.subarray(start, start + count);
    start += count;
    return part;
  };
  return shapes.map(({ inputs, units, bias }) => {
    const weights = take(units * inputs);
    return { inputs, units, weights, biases: take(bias ? units : 0) };
  });
}

/** Turns rows of epoch, loss, held-out loss into columns. */
export function historyOf(rows: Float64Array): History {
  const count = Math.floor(rows.length / 3);
  const column = (offset: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => rows[3 * i + offset] ?? Number.NaN);
  return { epochs: column(0), losses: column(1), heldOut: column(2) };
}
