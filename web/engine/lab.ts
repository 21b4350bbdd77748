/** The core's second module, which is loaded when it is first needed. The only importer of that module. */
import type {
  Activation,
  ClassMaker,
  Experiment,
  Explanation,
  Metrics,
  ParameterPlane,
  Plane,
  Search,
  Solution,
  Stability,
  Study,
  Table,
} from "../lab-pkg/sanhao_lab";
import type { Moment } from "./engine";
import { guarded } from "./error";
import { type LayerNumbers, parametersOf } from "./frame";

export type {
  ClassMaker,
  Explanation,
  Metrics,
  Outcome,
  ParameterPlane,
  Plane,
  Scores,
  Search,
  SecretRule,
  Solution,
  Stability,
} from "../lab-pkg/sanhao_lab";

type Core = typeof import("../lab-pkg/sanhao_lab");

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

let loading: Promise<Core> | undefined;

/** The module, loaded once; a load that failed is tried again. */
function core(): Promise<Core> {
  loading ??= load().catch((thrown: unknown) => {
    loading = undefined;
    throw thrown;
  });
  return loading;
}

async function load(): Promise<Core> {
  const module = await import("../lab-pkg/sanhao_lab");
  await module.default();
  return module;
}

/**
 * What can be asked of an experiment and of parameters that are shown, beside the running session: they share nothing. One
 * for the whole page. Every list of parameters is in a frame's order, in raw score units: the weights themselves, also where
 * they are held to a sum of one.
 */
export class Lab {
  static #lab: Promise<Lab> | undefined;

  readonly #core: Core;
  #study: Study | undefined;
  #experiment: Experiment | undefined;

  private constructor(core: Core) {
    this.#core = core;
  }

  /** Loads the module on the first call; later calls give the same lab. */
  static start(): Promise<Lab> {
    Lab.#lab ??= core().then(
      (core) => new Lab(core),
      (thrown: unknown) => {
        Lab.#lab = undefined;
        throw thrown;
      },
    );
    return Lab.#lab;
  }

  /** What is studied from now on. Cheap while the experiment is the same object. */
  show(experiment: Experiment, layers: readonly LayerNumbers[]): void {
    this.put(experiment, parametersOf(layers));
  }

  /** The same with parameters end to end, which need not be those of a run. */
  put(experiment: Experiment, parameters: Float32Array): void {
    if (this.#study === undefined || this.#experiment !== experiment) {
      const study = guarded(() => new this.#core.Study(experiment));
      this.#study?.free();
      this.#study = study;
      this.#experiment = experiment;
    }
    this.#of((study) => study.show(parameters));
  }

  /** How well training and held-out students are predicted; null where there are none. */
  metrics(): { training: Metrics | null; heldOut: Metrics | null } {
    return this.#of((study) => study.metrics());
  }

  /** What the students tell of a linear model's parameters; null where there is no closed form. */
  solve(): Solution | null {
    return this.#of((study) => study.solve());
  }

  /** The largest stable learning rate at the parameters shown, for an optimiser that remembers what it does at a moment. */
  stability({ updates, second }: Pick<Moment, "updates" | "second">): Stability {
    return this.#of((study) => study.stability(updates, second));
  }

  /**
   * The next update of a run of the experiment shown, with every number on the way; null where it leads out of the numbers
   * worth computing with.
   */
  explain(moment: Moment): Explanation | null {
    const { updates, learningRate, lossLimit, students, parameters, first, second } = moment;
    return this.#of((study) => study.explain(updates, learningRate, lossLimit, students, parameters, first, second));
  }

  /** A search over every weight in so many steps from 0 to 1; null where weights are not all there is. To be freed. */
  search(resolution: number): Search | null {
    return this.#of((study) => study.search(resolution)) ?? null;
  }

  /** The number of candidates that a search of so many weights would have. */
  candidates(weights: number, resolution: number, sumToOne: boolean): number {
    return this.#core.searchCandidates(weights, resolution, sumToOne);
  }

  /** The mean training loss over a plane of parameters: rows × columns from edge to edge, the top row first. */
  surface(plane: ParameterPlane, columns: number, rows: number): Float32Array {
    return this.#of((study) => study.surface(plane, columns, rows));
  }

  /** The mean training loss with other parameters than those shown. */
  lossAt(parameters: Float32Array): number {
    return this.#of((study) => study.lossAt(parameters));
  }

  /**
   * What every hidden neuron, layer by layer, and then each output makes of the scores of a plane: neurons × rows × columns
   * from edge to edge, the top row first. Empty where the plane does not fit the table.
   */
  neurons(plane: Plane, columns: number, rows: number): Float32Array {
    return this.#of((study) => study.neurons(plane, columns, rows));
  }

  /** An activation function and its slopes at `count` sums evenly spaced from edge to edge. */
  curve(activation: Activation, from: number, to: number, count: number): Curve {
    const both = guarded(() => this.#core.activationCurve(activation, from, to, count));
    const half = both.length / 2;
    return { values: both.subarray(0, half), slopes: both.subarray(half) };
  }

  /** Where weights and a bias put students, whose scores are given row by row, on the S-curve. */
  totals(scores: Float64Array, weights: Float32Array, bias: number): CurveNumbers {
    const all = guarded(() => this.#core.curveNumbers(scores, weights, bias));
    const [steepness = Number.NaN, threshold = Number.NaN, low = Number.NaN, high = Number.NaN] = all;
    const logits = 4 + (all.length - 4) / 2;
    return { steepness, threshold, band: [low, high], totals: all.subarray(4, logits), logits: all.subarray(logits) };
  }

  #of<T>(ask: (study: Study) => T): T {
    const study = this.#study;
    if (study === undefined) throw new Error("nothing is shown yet");
    return guarded(() => ask(study));
  }
}

/** An activation function and its slopes at `count` sums evenly spaced from edge to edge; the output's sigmoid is one too. */
export async function activationCurve(activation: Activation, from: number, to: number, count: number): Promise<Curve> {
  return (await Lab.start()).curve(activation, from, to, count);
}

/** Reads a table from the bytes of a CSV file in UTF-8. */
export async function tableFromFile(bytes: Uint8Array): Promise<Table> {
  const { tableFromCsv } = await core();
  return guarded(() => tableFromCsv(bytes));
}

export async function csvOf(table: Table): Promise<string> {
  const { csvFromTable } = await core();
  return guarded(() => csvFromTable(table));
}

/** Makes a class of students to order. */
export async function makeClass(maker: ClassMaker): Promise<Table> {
  const { makeClass } = await core();
  return guarded(() => makeClass(maker));
}
