/** Many runs of one experiment at once, which differ in one or two settings. */

import type { Axis, Experiment, ScorePlane } from "#sanhao";
import * as module from "#sanhao";
import { guarded } from "./error";

export type { Axis } from "#sanhao";

/** Losses after some updates of every run, copied out of wasm memory. */
export interface Losses {
  /** The updates after which there are losses. */
  readonly points: Float64Array;
  /** Points × runs: the mean loss of the training students; NaN where it is not finite. */
  readonly losses: Float64Array;
  /** Points × runs: the mean loss of the held-out students; NaN without any. */
  readonly heldOut: Float64Array;
  /** The update at which each run diverged; NaN for a run that did not. */
  readonly diverged: Float64Array;
}

/** Many runs. `startCore` must have settled before. */
export class Sweep {
  readonly #sweep: module.Sweep;

  private constructor(experiment: Experiment, axes: readonly Axis[], updates: number) {
    this.#sweep = new module.Sweep(experiment, [...axes], updates);
  }

  /** Runs of so many updates, at their start. Throws an `EngineError` with the number that fits where there are too many. */
  static of(experiment: Experiment, axes: readonly Axis[], updates: number): Sweep {
    return guarded(() => new Sweep(experiment, axes, updates));
  }

  get runs(): number {
    return this.#sweep.runs();
  }

  get finished(): boolean {
    return this.#sweep.isFinished();
  }

  /** Works for as long as about `budget` updates take, those of every run counted. */
  step(budget: number): void {
    this.#sweep.step(budget);
  }

  /** The values of an axis; of settings that are no numbers, their places. */
  values(axis: number): Float64Array {
    return this.#sweep.values(axis);
  }

  losses(): Losses {
    const points = this.#sweep.points();
    const diverged = this.#sweep.diverged();
    const losses = this.#sweep.losses().slice();
    return { points, diverged, losses, heldOut: this.#sweep.heldOutLosses().slice() };
  }

  /**
   * Points × groups × 5: the least loss, the quartiles and the largest of the runs that differ in the last axis alone, which
   * are one group; infinite for runs that have diverged or have no such loss.
   */
  spread(heldOut: boolean): Float64Array {
    return this.#sweep.spread(heldOut);
  }

  /** The fraction of the students whose class each run predicts correctly; NaN without such students, and for numbers. */
  accuracies(heldOut: boolean): Float64Array {
    return this.#sweep.accuracies(heldOut);
  }

  /**
   * The share of the runs that give a class, at columns × rows points of a plane, the top row first; diverged ones do not
   * count. Empty where all have diverged, and where the plane does not fit the table.
   */
  agreement(classIndex: number, plane: ScorePlane, columns: number, rows: number): Float32Array {
    return guarded(() => this.#sweep.agreement(classIndex, plane, columns, rows));
  }

  /** A run's parameters as a learner reads them. */
  parameters(run: number): Float32Array {
    return this.#sweep.parameters(run);
  }

  free(): void {
    this.#sweep.free();
  }
}
