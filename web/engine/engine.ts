/** The training core as the page knows it. The only importer of its first module; it owns the one running session. */

import type { BoundaryView, Experiment, LayerShape, Moment, Preset, Role } from "../pkg/sanhao_wasm";
import initialize, { presetExperiment, Session } from "../pkg/sanhao_wasm";
import { guarded } from "./error";
import { copyFrame, type Frame } from "./frame";

export type {
  Activation,
  BoundaryView,
  BoundaryView as BoundaryViewOptions,
  Constraint,
  CoreError,
  Experiment,
  GivenLayer,
  HiddenLayer,
  Initial,
  Loss,
  Model,
  Moment,
  Noun,
  Optimizer,
  Output,
  Place,
  Preset,
  Rgb,
  Role,
  Rule,
  Scaling,
  Schedule,
  Student,
  Table,
  Target,
  Training,
} from "../pkg/sanhao_wasm";
export { asEngineError, EngineError, type PageRule, quoted, type Refusal, refusal } from "./error";
export { type Frame, type History, type LayerNumbers, parametersOf, type Status, sameShape } from "./frame";

declare global {
  interface Window {
    /** The core's module, which index.html has compiled meanwhile; undefined where that failed. */
    core?: Promise<WebAssembly.Module | undefined>;
  }
}

/** One experiment, running. Every method that takes a person's values throws an `EngineError` and then has changed nothing. */
export class Engine {
  #session: Session;
  #experiment: Experiment;
  #shapes: readonly LayerShape[];
  #roles: Role[];

  private constructor(experiment: Experiment) {
    this.#session = new Session(experiment);
    this.#experiment = experiment;
    this.#shapes = this.#session.layers();
    this.#roles = this.#session.roles();
  }

  /** Waits for the core, then starts the preset. Fetches the core (again) where index.html could not compile it. */
  static async start(preset: Preset): Promise<Engine> {
    const core = await window.core;
    await initialize(core && { module_or_path: core });
    return new Engine(presetExperiment(preset));
  }

  /** Another run beside the page's own, once that has started; to be freed. */
  static beside(experiment: Experiment): Engine {
    return guarded(() => new Engine(experiment));
  }

  free(): void {
    this.#session.free();
  }

  get experiment(): Experiment {
    return this.#experiment;
  }

  /** Each student's part in the run, in the table's order. */
  get roles(): Role[] {
    return this.#roles;
  }

  /** Puts another experiment at its start. */
  load(experiment: Experiment): void {
    const session = guarded(() => new Session(experiment));
    this.#session.free();
    this.#session = session;
    this.#experiment = experiment;
    this.#shapes = session.layers();
    this.#roles = session.roles();
  }

  /**
   * Takes an experiment that differs in the learning rate and in students' names only; training goes on. A rate that was
   * chosen, `training` being another object, ends what came after this step, even where this step had it already.
   */
  adjust(experiment: Experiment): void {
    const { training } = experiment;
    if (training !== this.#experiment.training) guarded(() => this.#session.setLearningRate(training.learning_rate));
    this.#experiment = experiment;
  }

  /**
   * Puts one parameter where it is said, by its place in the frame's layers laid end to end (weights before biases); training
   * goes on from there. A weight of a sum of one takes from its neuron's others in proportion.
   */
  setParameter(index: number, value: number): void {
    guarded(() => this.#session.setParameter(index, value));
  }

  /** Puts every parameter where it is said, in the same order. */
  setParameters(values: Float32Array): void {
    guarded(() => this.#session.setParameters(values));
  }

  /** Does so many updates; fewer only where training diverges. Returns how many were done. */
  step(updates: number): number {
    return this.#session.step(updates);
  }

  /** Goes to where the run stood after so many updates, bit for bit; to the nearest update there is a past of. */
  seek(updates: number): void {
    this.#session.seek(updates);
  }

  /** The update after which the mean training loss was the lowest of those in the frame's history. */
  best(): number {
    return this.#session.best();
  }

  /** What the next update starts from. */
  moment(): Moment {
    return this.#session.moment();
  }

  /** Back to the initial parameters. */
  reset(): void {
    this.#session.reset();
  }

  /** The numbers of now. The experiment follows the run to the learning rate that it had there. */
  frame(): Frame {
    const frame = copyFrame(this.#session, this.#shapes, this.#experiment.table.students.length);
    const { training } = this.#experiment;
    if (training.learning_rate !== frame.baseRate) {
      this.#experiment = { ...this.#experiment, training: { ...training, learning_rate: frame.baseRate } };
    }
    return frame;
  }

  /** The parameters at each entry of the frame's history, one row an entry; empty for networks of more than 64. */
  trace(): Float32Array {
    return this.#session.trace().slice();
  }

  /**
   * How each of `count` students from row `first` on pulls the weights now: where its own loss alone would send them, in raw
   * score units, a unit of the learning rate. Students × outputs × subjects in a network of one layer; with hidden layers
   * students × outputs: how it pulls the output's sum. 0 for a student without a target.
   */
  pulls(first: number, count: number): Float32Array {
    return this.#session.pulls(first, count).slice();
  }

  paintBoundary(context: CanvasRenderingContext2D, view: BoundaryView): void {
    guarded(() => this.#session.paintBoundary(context, view));
  }
}

/** The experiment of one of the four cases. */
export function presetOf(preset: Preset): Experiment {
  return presetExperiment(preset);
}

/** Lets the core check an experiment that is not to be run yet; throws an `EngineError` where it would refuse it. */
export function tryOut(experiment: Experiment): void {
  guarded(() => new Session(experiment).free());
}
