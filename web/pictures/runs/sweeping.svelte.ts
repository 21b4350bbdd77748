/** A sweep that trains frame by frame, and what it has come to. */
import { untrack } from "svelte";
import { asEngineError, EngineError, type Experiment, type Table } from "../../engine/engine";
import { type Axis, type Losses, Sweep } from "../../engine/sweep";
import type { Store } from "../../state/store";
import { inMiniature } from "../shared/miniature";
import { Pieces } from "./pieces";

/** What is trained. */
export interface Plan {
  /** The page's experiment, with the settings that vary set to anything: a plan that says the same is the same sweep. */
  readonly experiment: Experiment;
  /** The axes, with at most so many runs. */
  readonly axes: (most: number) => readonly Axis[];
  /** The updates of each run. */
  readonly updates: number;
}

/** What a sweep has come to. */
export interface Swept extends Losses {
  /** What was trained, but for the settings that vary. */
  readonly experiment: Experiment;
  /** The values of each axis. */
  readonly values: readonly Float64Array[];
  readonly runs: number;
  /** The updates of each run at the end. */
  readonly updates: number;
  readonly finished: boolean;
  /** Milliseconds that it has computed. */
  readonly spent: number;
}

/** The number of the point that is shown, where null is the last one. */
export function shownPoint({ points }: Swept, chosen: number | null): number {
  return Math.min(chosen ?? points.length, points.length - 1);
}

/** The runs' losses at a point: NaN for a run that has diverged by then. */
export function lossesAt(
  { points, losses, heldOut, diverged, runs }: Swept,
  at: number,
  ofHeldOut = false,
): Float64Array {
  const steps = points[at] ?? 0;
  const row = (ofHeldOut ? heldOut : losses).slice(at * runs, (at + 1) * runs);
  return row.map((loss, run) => ((diverged[run] ?? Number.NaN) <= steps ? Number.NaN : loss));
}

/** Milliseconds of a frame in which nothing else trains, and of one in which the page's run takes eight. */
const ALONE = 12;
const BESIDE = 4;

/** The most milliseconds to the first losses: without any, what shows them would leave the page, and the focus with it. */
const FIRST = 40;

/** Milliseconds from one look at an unfinished sweep to the next. */
const LOOK = 80;

/** The most runs of a sweep. */
const MAX_RUNS = 1024;

export class Sweeping {
  #table: Table | null = null;
  #plan: Plan | null = null;
  #key = "";
  /** When it was last looked at. */
  #looked = 0;
  #sweep: Sweep | null = null;
  #pieces: Pieces | null = null;
  #swept = $state.raw<Swept | null>(null);
  #refused = $state.raw<EngineError | null>(null);

  get swept(): Swept | null {
    return this.#swept;
  }

  /** The runs themselves, for what `swept` does not hold. */
  get sweep(): Sweep | null {
    return this.#sweep;
  }

  /** Why there is no sweep. */
  get refused(): EngineError | null {
    return this.#refused;
  }

  /** Begins a sweep, or goes on with it where the plan's key and the table are the same. */
  begin(plan: Plan, key: string, table: Table): void {
    const { experiment, axes, updates } = plan;
    if (this.#table === table && this.#key === key) return;
    this.#table = table;
    this.#key = key;
    this.#sweep?.free();
    this.#sweep = null;
    this.#pieces = null;
    this.#swept = null;
    this.#refused = null;
    this.#plan = plan;
    try {
      this.#sweep = begun(experiment, axes, updates);
      this.#pieces = new Pieces(this.#sweep);
      const end = performance.now() + FIRST;
      do this.#train(BESIDE);
      while (!this.#hasLosses() && performance.now() < end);
    } catch (thrown) {
      this.#refused = asEngineError(thrown);
    }
  }

  /** Trains frame by frame; what is returned stops it. */
  run(isTraining: () => boolean): () => void {
    let request = 0;
    const frame = (): void => {
      if (this.#swept?.finished !== false) return;
      this.#train(isTraining() ? BESIDE : ALONE);
      request = requestAnimationFrame(frame);
    };
    request = requestAnimationFrame(frame);
    return () => cancelAnimationFrame(request);
  }

  #hasLosses(): boolean {
    return this.#swept !== null && this.#swept.points.length > 0;
  }

  /** Trains for a part of a frame, and looks at what has come of it now and then. */
  #train(milliseconds: number): void {
    const [sweep, pieces, plan] = [this.#sweep, this.#pieces, this.#plan];
    if (sweep === null || pieces === null || plan === null) return;
    pieces.frame(milliseconds);
    const { runs, finished } = sweep;
    const now = performance.now();
    if (!finished && this.#hasLosses() && now - this.#looked < LOOK) return;
    this.#looked = now;
    const { experiment, updates } = plan;
    const values = [0, 1].map((axis) => sweep.values(axis));
    this.#swept = { ...sweep.losses(), experiment, values, runs, updates, finished, spent: pieces.spent };
  }
}

/** The same for plans that train the same on a table. */
function keyOf({ experiment, axes, updates }: Plan): string {
  const { scaling, model, training } = experiment;
  return JSON.stringify([scaling, model, training, axes(MAX_RUNS), updates]);
}

/** With as many runs as the core has room for, if those are at least two. */
function begun(experiment: Experiment, axes: Plan["axes"], updates: number): Sweep {
  try {
    return Sweep.of(experiment, axes(MAX_RUNS), updates);
  } catch (thrown) {
    const rule = thrown instanceof EngineError ? thrown.details?.rule : undefined;
    if (rule?.kind !== "at_most" || rule.what !== "runs" || rule.high < 2) throw thrown;
    return Sweep.of(experiment, axes(rule.high), updates);
  }
}

/** Every picture's sweep: it is kept while another picture is on the stage. */
const kept = new WeakMap<Store["looking"], Map<string, Sweeping>>();

/**
 * A picture's sweep by a plan, which trains while the picture is on the stage; to be called while a component is made. A
 * miniature shows what there is.
 */
export function sweepBy(store: Store, picture: string, plan: () => Plan): Sweeping {
  const { looking } = store;
  const all = kept.get(looking) ?? new Map<string, Sweeping>();
  kept.set(looking, all);
  const sweeping = all.get(picture) ?? new Sweeping();
  all.set(picture, sweeping);
  if (inMiniature()) return sweeping;
  // Before the page is brought up to date: what is shown is never of another plan.
  $effect.pre(() => {
    const planned = plan();
    const key = keyOf(planned);
    const table = store.document.trainingTable;
    return untrack(() => {
      sweeping.begin(planned, key, table);
      return sweeping.run(() => store.run.playing);
    });
  });
  return sweeping;
}
