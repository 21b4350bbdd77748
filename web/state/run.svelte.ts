/** The run: the engine, its present numbers, and the clock. */
import {
  asEngineError,
  type BoundaryViewOptions,
  type Diagnosis,
  Engine,
  type Experiment,
  type Frame,
  type LayerNumbers,
  parametersOf,
  type Role,
  sameShape,
  type UpdateInput,
} from "../engine/engine";
import { Player } from "./player";
import type { Problems } from "./problems.svelte";

/** A learning rate and the epoch from which it is in force. */
export interface RateChange {
  readonly epoch: number;
  readonly rate: number;
}

/** Milliseconds from one diagnosis of a run that plays to the next, at least. */
const DIAGNOSIS_REST = 250;
/** The rest after a diagnosis, as a multiple of the time that it took: no more than a twentieth of all time goes to diagnoses. */
const RESTS = 20;

export class Run {
  readonly #engine: Engine;
  readonly #problems: Problems;
  readonly #player: Player;
  #frame: Frame;
  #baseRate: number;
  #diagnosis: Diagnosis;
  #diagnoseFrom = 0;
  #roles: readonly Role[];
  #rates = $state.raw<readonly RateChange[]>([]);
  #playing = $state(false);
  #speed = $state(60);
  #touched = $state(false);
  #start = $state.raw<readonly LayerNumbers[] | null>(null);
  /** Whether the page has paused and said that the run is stuck. A person who presses play again has read it. */
  #stuckShown = false;

  constructor(experiment: Experiment, problems: Problems) {
    this.#engine = Engine.of(experiment);
    this.#problems = problems;
    this.#player = new Player({ step: (updates) => this.#engine.step(updates), shown: () => this.#show() });
    this.#frame = $state.raw(this.#engine.frame());
    this.#baseRate = $state(this.#frame.baseRate);
    this.#diagnosis = $state.raw(this.#engine.diagnosis());
    this.#roles = $state.raw(this.#engine.roles);
  }

  get frame(): Frame {
    return this.#frame;
  }
  /** The frame's learning rate before its schedule. It is a state of its own, so that the experiment does not change with every frame. */
  get baseRate(): number {
    return this.#baseRate;
  }
  /** What the run is doing; while it plays, of a moment ago. */
  get diagnosis(): Diagnosis {
    return this.#diagnosis;
  }
  /** Each student's part in the run, in the table's order. */
  get roles(): readonly Role[] {
    return this.#roles;
  }
  /** The changes of the learning rate since this run's start. */
  get rates(): readonly RateChange[] {
    return this.#rates;
  }
  get playing(): boolean {
    return this.#playing;
  }
  /** Updates a second; Infinity = as many as a frame has time for. */
  get speed(): number {
    return this.#speed;
  }
  /** Whether a person has set parameters by hand since this run's start. */
  get touched(): boolean {
    return this.#touched;
  }
  /** The parameters at which this run starts, where those are not the experiment's initial ones; else null. */
  get start(): readonly LayerNumbers[] | null {
    return this.#start;
  }
  /** Whether this run continues from a past step of another one, and is still at its start. */
  get forked(): boolean {
    return this.#frame.updates === 0 && this.#start !== null;
  }

  /**
   * Starts another experiment, at `start` where that is given and fits. Throws an `EngineError` if the engine refuses the
   * experiment; then nothing has changed.
   */
  load(experiment: Experiment, start: readonly LayerNumbers[] | null): void {
    this.#engine.load(experiment);
    this.#roles = this.#engine.roles;
    this.#start = start;
    this.#player.restart();
    this.#showStart();
  }

  /** Sets the learning rate of the updates to come. Throws an `EngineError` if the engine refuses it. */
  setRate(rate: number): void {
    this.#engine.setLearningRate(rate);
    this.#noteRate(rate);
    this.#show();
  }

  /** Of several changes in one epoch only the last counts; a change before the first update is no change of the run. */
  #noteRate(rate: number): void {
    const { updates, epoch, baseRate } = this.#frame;
    const before = this.#rates.filter((change) => change.epoch < epoch);
    const isNew = updates > 0 && rate !== baseRate;
    this.#rates = isNew ? [...before, { epoch, rate }] : before;
  }

  /**
   * Sets one parameter, by its index in the frame's layers laid end to end; training goes on from there. If the engine refuses
   * the value, the reason is shown at `at` and false is returned.
   */
  setParameter(index: number, value: number, at: string): boolean {
    return this.#byHand(at, () => this.#engine.setParameter(index, value));
  }

  /** Sets every parameter, in the same order. */
  setParameters(values: Float32Array, at: string): boolean {
    return this.#byHand(at, () => this.#engine.setParameters(values));
  }

  #byHand(at: string, set: () => void): boolean {
    try {
      set();
    } catch (thrown) {
      this.#problems.refuse(at, asEngineError(thrown));
      return false;
    }
    this.#problems.clear(at);
    this.#touched = true;
    this.#show();
    return true;
  }

  /** Plays. A run that has diverged starts over first. */
  play(): void {
    if (this.#frame.diverged) this.#restart();
    this.#player.play();
    this.#playing = true;
  }

  pause(): void {
    this.#player.pause();
    if (!this.#playing) return;
    this.#playing = false;
    this.#diagnose();
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** Does `updates` updates at once; returns how many were done. */
  step(updates: number): number {
    const done = this.#engine.step(updates);
    this.#show();
    return done;
  }

  /** Pauses and shows the run as it was after `updates` updates. Played from there it repeats itself, until something is changed. */
  seek(updates: number): void {
    this.pause();
    this.#engine.seek(updates);
    this.#show();
  }

  /** Goes back to where the loss was lowest. */
  seekBest(): void {
    this.seek(this.#engine.best());
  }

  /** Goes back to the experiment's initial parameters, paused. */
  reset(): void {
    this.#start = null;
    this.#restart();
  }

  #restart(): void {
    this.pause();
    this.#engine.reset();
    this.#showStart();
  }

  setSpeed(updatesPerSecond: number): void {
    this.#speed = updatesPerSecond;
    this.#player.speed = updatesPerSecond;
  }

  /** Paints the network's predictions over a plane of scores; for the boundary picture. */
  readonly paint = (context: CanvasRenderingContext2D, view: BoundaryViewOptions): void => {
    this.#engine.paintBoundary(context, view);
  };

  /** Where the loss of each of `count` students from row `first` on would move the weights in this frame: see `Engine.perSampleSteps`. */
  perSampleSteps(first: number, count: number): Float32Array {
    void this.#frame;
    return this.#engine.perSampleSteps(first, count);
  }

  /** The parameters at each entry of this frame's history, one row an entry: see `Engine.trace`. */
  trace(): Float32Array {
    void this.#frame;
    return this.#engine.trace();
  }

  /** What the update after this frame starts from. */
  updateInput(): UpdateInput {
    void this.#frame;
    return this.#engine.updateInput();
  }

  #showStart(): void {
    this.#rates = [];
    this.#touched = false;
    this.#show();
    this.#goToStart();
  }

  /** Sets the parameters at which this run starts, if those are not the initial ones. Forgets them if they do not fit. */
  #goToStart(): void {
    if (this.#start === null) return;
    try {
      if (sameShape(this.#start, this.#frame.layers)) {
        this.#engine.setParameters(parametersOf(this.#start));
        this.#show();
        return;
      }
    } catch {
      // The weights must sum to one, and these do not.
    }
    this.#start = null;
  }

  /** Shows the numbers as they are now; false where training cannot go on or leads nowhere. */
  #show(): boolean {
    this.#frame = this.#engine.frame();
    this.#baseRate = this.#frame.baseRate;
    this.#diagnose();
    const goesOn = !this.#frame.diverged && (this.#diagnosis.kind !== "stuck" || this.#stuckShown);
    this.#stuckShown = this.#diagnosis.kind === "stuck";
    if (!goesOn) this.pause();
    return goesOn;
  }

  /** Diagnoses the run, unless it plays and was diagnosed a moment ago: a diagnosis may take longer than a frame. */
  #diagnose(): void {
    const begun = performance.now();
    if (this.#playing && !this.#frame.diverged && begun < this.#diagnoseFrom) return;
    this.#diagnosis = this.#engine.diagnosis();
    const ended = performance.now();
    this.#diagnoseFrom = ended + Math.max(DIAGNOSIS_REST, RESTS * (ended - begun));
  }
}
