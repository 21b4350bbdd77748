/** Computations of the core that need no running session. `startCore` must have settled before. */

import type {
  Activation,
  ClassMaker,
  Analysis as CoreAnalysis,
  Experiment,
  Explanation,
  GridSearch,
  Metrics,
  ParameterPlane,
  ScorePlane,
  Solution,
  Stability,
  Table,
} from "#sanhao";
import * as core from "#sanhao";
import type { UpdateInput } from "./engine";
import { guarded } from "./error";
import { type LayerNumbers, parametersOf } from "./frame";

export type {
  ClassMaker,
  Explanation,
  GridSearch,
  Metrics,
  Outcome,
  ParameterPlane,
  ScorePlane,
  Scores,
  SecretRule,
  Solution,
  Stability,
} from "#sanhao";

/** An activation function and its slope at evenly spaced sums. */
export interface Curve {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
}

/** The S-curve of one output of a single layer. */
export interface CurveNumbers {
  /** Σ w: z per score point. */
  readonly steepness: number;
  /** −b / Σ w, in score points; no finite number where Σ w is 0. */
  readonly threshold: number;
  /** The totals at which z is −5 and 5. */
  readonly band: readonly [low: number, high: number];
  /** Each student's weighted mean of scores, Σ w x / Σ w. */
  readonly totals: Float64Array;
  /** Each student's z. */
  readonly logits: Float64Array;
}

/** Every list of parameters is in a frame's order, in raw score units: the weights themselves, also where they sum to one. */
class Lab {
  #analysis: CoreAnalysis | undefined;
  #experiment: Experiment | undefined;
  #parameters: Float32Array | undefined;

  /** The analysis of an experiment at some parameters: a frame's layers, or all of them end to end. */
  of(experiment: Experiment, parameters: readonly LayerNumbers[] | Float32Array): Analysis {
    const values = parameters instanceof Float32Array ? parameters : parametersOf(parameters);
    return new Analysis((ask) => guarded(() => ask(this.#analysisOf(experiment, values))));
  }

  /** The module's single analysis, set to this experiment and these parameters. Cheap while both are the same objects as before. */
  #analysisOf(experiment: Experiment, parameters: Float32Array): CoreAnalysis {
    let analysis = this.#analysis;
    if (analysis === undefined || this.#experiment !== experiment) {
      analysis = new core.Analysis(experiment);
      this.#analysis?.free();
      this.#analysis = analysis;
      this.#experiment = experiment;
      this.#parameters = undefined;
    }
    if (this.#parameters !== parameters) {
      this.#parameters = undefined;
      analysis.setParameters(parameters);
      this.#parameters = parameters;
    }
    return analysis;
  }

  /** The number of candidates in a search over the given number of weights. */
  candidates(weights: number, resolution: number, sumToOne: boolean): number {
    return guarded(() => core.searchCandidates(weights, resolution, sumToOne));
  }

  /** An activation function and its slopes at `count` sums evenly spaced from edge to edge. */
  curve(activation: Activation, from: number, to: number, count: number): Curve {
    const both = guarded(() => core.activationCurve(activation, from, to, count));
    const half = both.length / 2;
    return { values: both.subarray(0, half), slopes: both.subarray(half) };
  }

  /**
   * How an edit of the student in one row changes that student's pull on the weights, at some parameters: outputs × subjects,
   * with hidden layers outputs.
   */
  editPull(before: Experiment, after: Experiment, parameters: Float32Array, row: number): Float32Array {
    return guarded(() => core.editPull(before, after, parameters, row));
  }

  /** The weighted sum of a neuron for a student, term by term. */
  weightedSum(scores: Float64Array, weights: Float32Array, bias: number): WeightedSum {
    const all = guarded(() => core.weightedSum(scores, weights, bias));
    return { terms: all.subarray(0, -1), sum: all.at(-1) ?? Number.NaN };
  }

  /** The position of each student on the S-curve, from weights, bias and scores (row by row). */
  totals(scores: Float64Array, weights: Float32Array, bias: number): CurveNumbers {
    const all = guarded(() => core.curveNumbers(scores, weights, bias));
    const [steepness = Number.NaN, threshold = Number.NaN, low = Number.NaN, high = Number.NaN] = all;
    const logits = 4 + (all.length - 4) / 2;
    return { steepness, threshold, band: [low, high], totals: all.subarray(4, logits), logits: all.subarray(logits) };
  }
}

/** The page's only lab. */
export const lab = new Lab();

/** One neuron's weighted sum for one student: the term of every score, and the sum of them all with the bias. */
export interface WeightedSum {
  readonly terms: Float64Array;
  readonly sum: number;
}

/**
 * An analysis of one experiment at some parameters. It stays valid, whatever other analyses are
 * used meanwhile.
 */
export class Analysis {
  readonly #ask: <T>(ask: (analysis: CoreAnalysis) => T) => T;

  /** `ask` calls the module's analysis after setting it to this experiment and these parameters. */
  constructor(ask: <T>(ask: (analysis: CoreAnalysis) => T) => T) {
    this.#ask = ask;
  }

  /** How well training and held-out students are predicted; null where there are none. */
  metrics(): { training: Metrics | null; heldOut: Metrics | null } {
    return this.#ask((analysis) => analysis.metrics());
  }

  /** The solutions of a linear model in closed form; null where there is none. */
  solve(): Solution | null {
    return this.#ask((analysis) => analysis.solve());
  }

  /** The largest stable learning rate, for an optimizer in its present state. */
  stability({ updates, second }: Pick<UpdateInput, "updates" | "second">): Stability {
    return this.#ask((analysis) => analysis.stability(updates, second));
  }

  /**
   * The next update of a run, with every number on the way; null where it leads to numbers that are too large to compute with.
   */
  explain(updateInput: UpdateInput): Explanation | null {
    const { updates, learningRate, lossLimit, students, parameters, first, second } = updateInput;
    return this.#ask((analysis) =>
      analysis.explain(updates, learningRate, lossLimit, students, parameters, first, second),
    );
  }

  /** An exhaustive search over the weights on a grid from 0 to 1; null if the model has more than weights. The caller frees it. */
  search(resolution: number): GridSearch | null {
    return this.#ask((analysis) => analysis.search(resolution)) ?? null;
  }

  /** The mean training loss over a plane of parameters: rows × columns from edge to edge, the top row first. */
  surface(plane: ParameterPlane, columns: number, rows: number): Float32Array {
    return this.#ask((analysis) => analysis.surface(plane, columns, rows));
  }

  /** The mean training loss at other parameters. */
  lossAt(parameters: Float32Array): number {
    return this.#ask((analysis) => analysis.lossAt(parameters));
  }

  /**
   * The outputs of every hidden neuron, layer by layer, and then of each output, over a plane of scores: neurons × rows ×
   * columns from edge to edge, the top row first. Empty if the plane does not fit the table.
   */
  neurons(plane: ScorePlane, columns: number, rows: number): Float32Array {
    return this.#ask((analysis) => analysis.neurons(plane, columns, rows));
  }
}

/** Reads a table from the bytes of a CSV file in UTF-8. */
export function tableFromFile(bytes: Uint8Array): Table {
  return guarded(() => core.tableFromCsv(bytes));
}

/** Reads a table from rows of cells: name, scores, target; the first row names the columns. */
export function tableFromRows(rows: string[][]): Table {
  return guarded(() => core.tableFromRows(rows));
}

export function csvOf(table: Table): string {
  return guarded(() => core.csvFromTable(table));
}

/** Makes a class of students by a rule. */
export function makeClass(maker: ClassMaker): Table {
  return guarded(() => core.makeClass(maker));
}
