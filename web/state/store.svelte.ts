/** What the page shows: the experiment, its numbers, what is chosen and what was refused. */

import {
  asEngineError,
  type BoundaryViewOptions,
  type Engine,
  type EngineError,
  type Experiment,
  type Frame,
  type LayerNumbers,
  type Moment,
  type PageRule,
  type Preset,
  parametersOf,
  presetOf,
  type Role,
  type Rule,
  refusal,
  sameShape,
} from "../engine/engine";
import type { Lab } from "../engine/lab";
import type { RateChange } from "../pictures/loss/loss";
import { CASE_SPEEDS, caseOf, sameQuestion } from "./cases";
import { type Choice, choiceFor } from "./choice";
import { Pictures } from "./pictures.svelte";
import { Player } from "./player";
import { exampleRule, type KnownRule, ruleAfter, type SecretRule } from "./rule";
import { Rules } from "./rules.svelte";
import { type Step, Undo } from "./undo";

/** A value that was not taken, and the place of the control it was typed into. */
export interface Problem {
  readonly at: string;
  readonly error: EngineError;
}

/** How a change of the experiment is taken. */
export interface Change {
  /** Whether training starts anew; only the learning rate and students' names change without. */
  readonly reset: boolean;
  /** The path of the field it was typed into, where a refusal is shown. */
  readonly at: string;
  /** Consecutive changes of one gesture, such as a drag, are taken back as one. */
  readonly gesture?: string | undefined;
}

/** What of an experiment was changed: with anything but these training starts anew. */
type Changed = "all" | "rate" | "names";

export class Store {
  #experiment: Experiment;
  #frame: Frame;
  #roles: Role[];
  #rates = $state.raw<readonly RateChange[]>([]);
  #problem = $state.raw<Problem | null>(null);
  #playing = $state(false);
  #case: Preset;
  #speed = $state(60);
  /** The chosen student's row in the table: every view shows it. */
  selected = $state<number | null>(null);
  /** The row that is pointed at or focused just now, in whichever view. */
  pointed = $state<number | null>(null);
  #choice = $state.raw<Choice | null>(null);
  lessonsOpen = $state(false);
  #touched = $state(false);
  /** Whether it has been said that the run is stuck: who plays on has read it. */
  #stuckSaid = false;
  readonly pictures = new Pictures();

  readonly #engine: Engine;
  readonly #player: Player;
  readonly #examples = new Map<Preset, Experiment>();
  /** The last experiment of each case: who comes back to a case finds it as it was left. */
  readonly #left = new Map<Preset, Experiment>();
  /** What can be taken back in each case, with what was changed. */
  readonly #undos = new Map<Preset, Undo<Experiment, Changed>>();
  /** Where an experiment does not begin at its initial parameters but where a run of other settings was. */
  readonly #starts = new WeakMap<Experiment, readonly LayerNumbers[]>();
  #chosen: Experiment;
  readonly #rules = new Rules();
  /** Counts what the undos do: they are not reactive themselves. */
  #moves = $state(0);

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#experiment = $state.raw(engine.experiment);
    this.#case = $state(caseOf(engine.experiment));
    this.#frame = $state.raw(engine.frame());
    this.#roles = $state.raw(engine.roles);
    this.#chosen = $state.raw(engine.experiment);
    this.#player = new Player({
      step: (updates) => engine.step(updates),
      shown: () => this.#show(),
    });
    this.setSpeed(CASE_SPEEDS[this.case]);
  }

  get experiment(): Experiment {
    return this.#experiment;
  }
  /** The experiment as a person has left it: looking back changes the rate of `experiment` to that of then. */
  get chosen(): Experiment {
    return this.#chosen;
  }
  get frame(): Frame {
    return this.#frame;
  }
  get roles(): Role[] {
    return this.#roles;
  }
  /** The changes of the learning rate since this run's start. */
  get rates(): readonly RateChange[] {
    return this.#rates;
  }
  get problem(): Problem | null {
    return this.#problem;
  }
  get playing(): boolean {
    return this.#playing;
  }
  /** Updates a second; Infinity = as many as a frame has time for. */
  get speed(): number {
    return this.#speed;
  }
  /** Whether a person has put parameters where they are, since this run's start. */
  get touched(): boolean {
    return this.#touched;
  }
  /** Whether this run has begun at a past step of another, and is still there. */
  get forked(): boolean {
    return this.#frame.updates === 0 && this.#starts.has(this.#experiment);
  }
  /** The case a person is in. A change of the model stays in it: case 4 without its hidden layer is still case 4's task. */
  get case(): Preset {
    return this.#case;
  }
  /** Whether the table asks what the case's example asks: the case's task then fits it. */
  get exampleTable(): boolean {
    return sameQuestion(this.#experiment.table, this.#example(this.case).table);
  }

  /** The rule behind the table, kept secret or not; null where none is known. */
  get rule(): KnownRule | null {
    const rule = this.#rules.of(this.#experiment);
    if (rule !== undefined) return rule;
    return this.exampleTable ? exampleRule(this.case) : null;
  }
  /** The rule behind the table, where it may be shown. */
  get secretRule(): SecretRule | null {
    return this.rule?.kept === false ? this.rule : null;
  }
  /** The rule that a person has asked to see: the pictures lay it over what was learned. */
  get shownRule(): SecretRule | null {
    const { rule } = this;
    return rule !== null && this.#rules.isAsked(rule) ? rule : null;
  }
  showRule(on: boolean): void {
    this.#rules.ask(on ? this.rule : null);
    if (on) this.revealRule();
  }
  /** Shows a rule that was kept secret. */
  revealRule(): void {
    const { rule } = this;
    if (rule !== null) this.#rules.set(this.#experiment, { ...rule, kept: false });
  }

  get canUndo(): boolean {
    void this.#moves;
    return this.#undoOf(this.#case).canUndo;
  }
  get canRedo(): boolean {
    void this.#moves;
    return this.#undoOf(this.#case).canRedo;
  }
  /** The subjects on the axes of every picture of score space, and the scores that the others are held at. */
  get choice(): Choice {
    return choiceFor(this.#experiment.table.subjects, this.#choice);
  }
  set choice(choice: Choice) {
    this.#choice = choice;
  }

  /** Changes the experiment. What the engine refuses changes nothing but the problem shown. */
  change(next: Experiment, change: Change): boolean {
    const { rule, experiment } = this;
    if (change.reset && this.#isOtherWay(next)) this.#starts.set(next, this.#frame.layers);
    if (!this.#noted(next, change, this.#case)) return false;
    this.#rules.set(next, rule && ruleAfter(rule, experiment.table, next.table));
    return true;
  }

  /**
   * Puts an experiment of its own in the place of the present one, in the case that it is an instance of. `rule` is the
   * one behind its table, null where there is none; undefined where nobody says.
   */
  replace(next: Experiment, at: string, rule?: KnownRule | null): boolean {
    if (!this.#noted(next, { reset: true, at }, caseOf(next))) return false;
    if (rule !== undefined) this.#rules.set(next, rule);
    return true;
  }

  /** Takes the last change of this case back. */
  undo(): void {
    this.#move(this.#undoOf(this.#case).undo(this.#chosen));
  }

  redo(): void {
    this.#move(this.#undoOf(this.#case).redo(this.#chosen));
  }

  #move(step: Step<Experiment, Changed> | null): void {
    if (step === null) return;
    const { state, how } = step;
    const next = {
      all: state,
      rate: { ...this.#experiment, training: state.training },
      names: { ...this.#experiment, table: state.table },
    }[how];
    this.#take(next, { reset: how === "all", at: "undo" }, this.#case);
    this.#moves += 1;
  }

  /** An experiment that the present run goes on with: what is known of the one before holds for it. */
  #sameRun(experiment: Experiment): Experiment {
    const rule = this.#rules.of(this.#experiment);
    if (rule !== undefined) this.#rules.set(experiment, rule);
    const start = this.#starts.get(this.#experiment);
    if (start !== undefined) this.#starts.set(experiment, start);
    return experiment;
  }

  #undoOf(preset: Preset): Undo<Experiment, Changed> {
    const undo = this.#undos.get(preset) ?? new Undo<Experiment, Changed>();
    this.#undos.set(preset, undo);
    return undo;
  }

  /** Takes a change that can be taken back: what it replaces is what the case held before. */
  #noted(next: Experiment, change: Change, into: Preset): boolean {
    const before = into === this.#case ? this.#experiment : (this.#left.get(into) ?? this.#example(into));
    if (!this.#take(next, change, into)) return false;
    const changed = change.reset ? "all" : before.table === next.table ? "rate" : "names";
    this.#undoOf(into).note(before, changed, change.gesture);
    this.#moves += 1;
    return true;
  }

  #take(next: Experiment, { reset, at }: Change, into: Preset): boolean {
    try {
      if (reset) this.#engine.load(next);
      else this.#engine.adjust(next);
    } catch (thrown) {
      this.refuse(at, asEngineError(thrown));
      return false;
    }
    this.#problem = null;
    if (reset) {
      this.#chosen = next;
      this.#started();
    } else {
      const isRate = next.training !== this.#experiment.training;
      if (isRate) this.#noteRate(next.training.learning_rate);
      this.#chosen = isRate ? next : { ...next, training: this.#chosen.training };
      this.#experiment = this.#sameRun(next);
      this.#show();
    }
    this.#case = into;
    this.#left.set(into, next);
    return true;
  }

  /** Whether an experiment is another way to go on from a past step: a setting is changed, not what is learned or the start. */
  #isOtherWay({ table, model, training }: Experiment): boolean {
    const { updates, furthest } = this.#frame;
    const now = this.#experiment;
    return (
      (this.forked || (updates > 0 && updates < furthest)) &&
      table === now.table &&
      model.initial === now.model.initial &&
      training.seed === now.training.seed &&
      training.held_out === now.training.held_out
    );
  }

  /** Goes to where this experiment begins, if that is not at its initial parameters. */
  #goToStart(): void {
    const start = this.#starts.get(this.#experiment);
    if (start === undefined) return;
    try {
      if (sameShape(start, this.#frame.layers)) {
        this.#engine.setParameters(parametersOf(start));
        this.#show();
        return;
      }
    } catch {
      // Weights that do not sum to one.
    }
    this.#starts.delete(this.#experiment);
  }

  /** Of several changes in one epoch the last one counts, of later ones none; before the first update there is nothing to note. */
  #noteRate(rate: number): void {
    const { updates, epoch } = this.#frame;
    const before = this.#rates.filter((change) => change.epoch < epoch);
    const isNew = updates > 0 && rate !== this.#experiment.training.learning_rate;
    this.#rates = isNew ? [...before, { epoch, rate }] : before;
  }

  /**
   * Puts one parameter, by its place in the frame's layers laid end to end, where a person wants it; training goes on from
   * there. What the engine refuses changes nothing but the problem shown at `at`.
   */
  setParameter(index: number, value: number, at: string): boolean {
    return this.#byHand(at, () => this.#engine.setParameter(index, value));
  }

  /** Puts every parameter where it is said, in the same order. */
  setParameters(values: Float32Array, at: string): boolean {
    return this.#byHand(at, () => this.#engine.setParameters(values));
  }

  #byHand(at: string, put: () => void): boolean {
    try {
      put();
    } catch (thrown) {
      this.refuse(at, asEngineError(thrown));
      return false;
    }
    this.forgive(at);
    this.#touched = true;
    this.#show();
    return true;
  }

  /** Shows why a value was not taken. */
  refuse(at: string, error: EngineError): void {
    this.#problem = { at, error };
  }

  /** Shows that a text breaks a rule before it can be a value. */
  refuseText(at: string, text: string, rule: Rule | PageRule): void {
    this.refuse(at, refusal(at, text, rule));
  }

  /** Takes the message away: all of them, or the one at a place. */
  forgive(at?: string): void {
    if (at === undefined || this.#problem?.at === at) this.#problem = null;
  }

  /** Goes to a case as it was left, at first to its example. */
  openCase(next: Preset): void {
    if (next === this.case) return;
    this.#open(next, () => this.#take(this.#left.get(next) ?? this.#example(next), { reset: true, at: "cases" }, next));
  }

  /** Back to the case's own example. */
  restoreExample(): void {
    this.#open(this.case, () => this.#noted(this.#example(this.case), { reset: true, at: "cases" }, this.case));
  }

  #example(preset: Preset): Experiment {
    const example = this.#examples.get(preset) ?? presetOf(preset);
    this.#examples.set(preset, example);
    return example;
  }

  #open(into: Preset, take: () => boolean): void {
    this.selected = null;
    this.pause();
    if (take()) this.setSpeed(CASE_SPEEDS[into]);
  }

  /** Plays; a run that has diverged has nowhere to go but back to where it began. */
  play(): void {
    if (this.#frame.status === "diverged") this.#restart();
    this.#player.play();
    this.#playing = true;
  }

  pause(): void {
    this.#player.pause();
    this.#playing = false;
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  /** Does so many updates at once; returns how many were done. */
  step(updates: number): number {
    const done = this.#engine.step(updates);
    this.#show();
    return done;
  }

  /** Shows the run, paused, as it stood after so many updates. It goes on from there the way it went, until something is changed. */
  seek(updates: number): void {
    this.pause();
    this.#engine.seek(updates);
    this.#show();
  }

  /** Back to where the loss was lowest. */
  seekBest(): void {
    this.seek(this.#engine.best());
  }

  /** Back to the initial weights, paused. */
  reset(): void {
    this.#starts.delete(this.#experiment);
    this.#restart();
  }

  #restart(): void {
    this.pause();
    this.#engine.reset();
    this.#restarted();
  }

  setSpeed(updatesPerSecond: number): void {
    this.#speed = updatesPerSecond;
    this.#player.speed = updatesPerSecond;
  }

  /** Paints what the network would say of any scores; for the boundary picture. */
  readonly paint = (context: CanvasRenderingContext2D, view: BoundaryViewOptions): void => {
    this.#engine.paintBoundary(context, view);
  };

  /** What can be asked beside the running session; loaded when it is first needed. */
  async lab(): Promise<Lab> {
    const { Lab } = await import("../engine/lab");
    return Lab.start();
  }

  /** How each of `count` students from row `first` on pulls the weights in this frame: see `Engine.pulls`. */
  pulls(first: number, count: number): Float32Array {
    void this.#frame;
    return this.#engine.pulls(first, count);
  }

  /** The parameters at each entry of this frame's history, one row an entry: see `Engine.trace`. */
  trace(): Float32Array {
    void this.#frame;
    return this.#engine.trace();
  }

  /** What the update after this frame starts from. */
  moment(): Moment {
    void this.#frame;
    return this.#engine.moment();
  }

  #started(): void {
    this.#experiment = this.#engine.experiment;
    this.#roles = this.#engine.roles;
    if (this.selected !== null && this.selected >= this.#roles.length) this.selected = null;
    this.pointed = null;
    this.#player.restart();
    this.#restarted();
  }

  /** A run at its start. */
  #restarted(): void {
    this.#rates = [];
    this.#touched = false;
    this.#show();
    this.#goToStart();
  }

  /** Shows the numbers as they are now; false where training cannot go on, or does not lead anywhere. */
  #show(): boolean {
    this.#frame = this.#engine.frame();
    this.#followRate();
    const { status } = this.#frame;
    const goesOn = status !== "diverged" && (status !== "stuck" || this.#stuckSaid);
    this.#stuckSaid = status === "stuck";
    if (!goesOn) this.pause();
    return goesOn;
  }

  /** The past has the learning rate of then. */
  #followRate(): void {
    const { experiment } = this.#engine;
    if (experiment === this.#experiment) return;
    this.#experiment = this.#sameRun(experiment);
    this.#left.set(this.#case, experiment);
  }
}
