/** A running session. Only this folder imports the core's package. */

import type { BoundaryView, Diagnosis, Experiment, LayerShape, Preset, Role, UpdateInput } from "#sanhao";
import initialize, {
  migrateExperiment as migrateByCore,
  presetExperiment,
  readExperiment as readByCore,
  Session,
} from "#sanhao";
import { guarded } from "./error";
import { copyFrame, type Frame } from "./frame";

export type {
  Activation,
  BoundaryView,
  BoundaryView as BoundaryViewOptions,
  Cause,
  Constraint,
  CoreError,
  Diagnosis,
  ErrorLocation,
  Experiment,
  GivenLayer,
  HiddenLayer,
  Initial,
  Loss,
  Model,
  Optimizer,
  Output,
  Preset,
  Quantity,
  Rgb,
  Role,
  Rule,
  Scaling,
  Schedule,
  Student,
  Table,
  Target,
  Training,
  UpdateInput,
} from "#sanhao";
export { asEngineError, EngineError, type PageRule, quoted, type Refusal, refusal } from "./error";
export { type Frame, type History, type LayerNumbers, layersOf, parametersOf, sameShape } from "./frame";

declare global {
  interface Window {
    /** The core's module, which index.html has compiled meanwhile; undefined where that failed. */
    core?: Promise<WebAssembly.Module | undefined>;
  }
}

/** A run of one experiment. A method that refuses a value throws an `EngineError` and changes nothing. */
export class Engine {
  #session: Session;
  #shapes: readonly LayerShape[];
  #roles: Role[];

  private constructor(experiment: Experiment) {
    this.#session = new Session(experiment);
    this.#shapes = this.#session.layers();
    this.#roles = this.#session.roles();
  }

  /** Starts a run of an experiment; `startCore` must have settled before. Several runs can exist beside each other. */
  static of(experiment: Experiment): Engine {
    return guarded(() => new Engine(experiment));
  }

  free(): void {
    this.#session.free();
  }

  /** Each student's part in the run, in the table's order. */
  get roles(): Role[] {
    return this.#roles;
  }

  /** Replaces the run by one of another experiment, at its start. */
  load(experiment: Experiment): void {
    const session = guarded(() => new Session(experiment));
    this.#session.free();
    this.#session = session;
    this.#shapes = session.layers();
    this.#roles = session.roles();
  }

  /** Sets the learning rate of the updates to come. Recorded updates after the present one are dropped, even if the rate is the same. */
  setLearningRate(rate: number): void {
    guarded(() => this.#session.setLearningRate(rate));
  }

  /**
   * Sets one parameter, by its index in the frame's layers laid end to end (weights before biases); training goes on from
   * there. If the weights sum to one, the neuron's other weights change in proportion.
   */
  setParameter(index: number, value: number): void {
    guarded(() => this.#session.setParameter(index, value));
  }

  /** Sets every parameter, in the same order. */
  setParameters(values: Float32Array): void {
    guarded(() => this.#session.setParameters(values));
  }

  /** Does `updates` updates; fewer only if training diverges. Returns how many were done. */
  step(updates: number): number {
    return this.#session.step(updates);
  }

  /** Restores the state after `updates` updates, bit for bit; the nearest recorded one if that is not recorded. */
  seek(updates: number): void {
    this.#session.seek(updates);
  }

  /** The update after which the mean training loss was the lowest of those in the frame's history. */
  best(): number {
    return this.#session.best();
  }

  /** What the next update starts from. */
  updateInput(): UpdateInput {
    return this.#session.updateInput();
  }

  /** Back to the initial parameters. */
  reset(): void {
    this.#session.reset();
  }

  /** A copy of the present numbers. */
  frame(): Frame {
    return copyFrame(this.#session, this.#shapes, this.#roles.length);
  }

  /** What the run is doing, at the numbers of the last `frame`. It may take some milliseconds. */
  diagnosis(): Diagnosis {
    return this.#session.diagnosis();
  }

  /** The parameters at each entry of the frame's history, one row an entry; empty for networks of more than 64. */
  trace(): Float32Array {
    return this.#session.trace().slice();
  }

  /**
   * The per-sample steps of `count` students from row `first` on: what one update of plain gradient descent on each student's
   * own loss would add to each raw weight, per unit of the learning rate. Students × outputs × subjects in a network of one
   * layer; with hidden layers students × outputs, the step of each output's weighted sum. 0 for a student without a target.
   */
  perSampleSteps(first: number, count: number): Float32Array {
    return this.#session.perSampleSteps(first, count).slice();
  }

  paintBoundary(context: CanvasRenderingContext2D, view: BoundaryView): void {
    guarded(() => this.#session.paintBoundary(context, view));
  }
}

/** Waits for the core, or fetches it (again) if index.html could not compile it. */
export async function startCore(): Promise<void> {
  const core = await window.core;
  await initialize(core && { module_or_path: core });
}

/** A module with one SIMD instruction. */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

/** Whether the browser can run the core: it has WebAssembly with SIMD. */
export function canRunCore(): boolean {
  return typeof WebAssembly !== "undefined" && WebAssembly.validate(SIMD_MODULE);
}

/** The experiment of one of the four cases. */
export function presetOf(preset: Preset): Experiment {
  return presetExperiment(preset);
}

/**
 * The experiment as the core takes it: migrated if it is of an older version, checked, with every field; the caller's own. Throws
 * an `EngineError` if the core refuses it.
 */
export function readExperiment(experiment: unknown): Experiment {
  return guarded(() => readByCore(experiment));
}

/** An experiment of an older version, or a part of one, in the present version; its fields are not checked. */
export function migrateExperiment(experiment: unknown): unknown {
  return guarded(() => migrateByCore(experiment));
}
